"""The application factory: a Flask app around one workshop."""

from flask import Flask
from jinja2 import StrictUndefined

from workshop.web import errors
from workshop.web.clock import clock
from workshop.web.door import resuming, start
from workshop.web.dossier import check, overview
from workshop.web.history import page as history
from workshop.web.house import page as house
from workshop.web.map import all_maps
from workshop.web.map import autosave as map_autosave
from workshop.web.map import item as map_item
from workshop.web.map import on_paper as map_on_paper
from workshop.web.map import page as map_page
from workshop.web.needs import Workshop
from workshop.web.owner import file as dossier_file
from workshop.web.owner import removing, sharing
from workshop.web.paper import homework
from workshop.web.paper import page as paper
from workshop.web.question import autosave
from workshop.web.question import page as questions
from workshop.web.result import page as result
from workshop.web.result import sample
from workshop.web.result import section as section_result
from workshop.web.room import pages as report_pages
from workshop.web.room import reading_back
from workshop.web.room import room as report_room
from workshop.web.session import run as session_run
from workshop.web.session import screen as session_screen
from workshop.web.session import sheet as session_sheet
from workshop.web.style import page as style
from workshop.web.visit import renew_keys
from workshop.web.what_if import page as what_if
from workshop.web.wire.assets import FOLDER, asset, keep_assets
from workshop.web.wire.compress import compress_answers
from workshop.web.wire.lean import lean
from workshop.web.wire.security import guard


def create_app(workshop: Workshop) -> Flask:
    """Return the web app for this workshop."""
    app = errors.QuietFlask(__name__, static_folder=str(FOLDER), template_folder=str(workshop.templates_dir))
    app.extensions["workshop"] = workshop
    set_templates(app)
    compress_answers(app)  # runs last of all
    keep_assets(app)  # runs after the headers of guard: the last one registered runs first
    guard(app, workshop.settings)
    renew_keys(app)
    errors.register(app)
    for room in (
        start,
        overview,
        questions,
        autosave,
        all_maps,
        map_page,
        map_autosave,
        map_item,
        map_on_paper,
        check,
        result,
        section_result,
        house,
        reading_back,
        report_room,
        report_pages,
        sample,
        what_if,
        homework,
        paper,
        session_run,
        session_screen,
        session_sheet,
        history,
        sharing,
        resuming,
        dossier_file,
        removing,
    ):
        app.register_blueprint(room.blueprint)
    if workshop.settings.style_page:
        app.register_blueprint(style.blueprint)
    return app


def set_templates(app: Flask) -> None:
    """Make templates fail on an undefined name, and give them static addresses and clock times."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["asset"] = asset
    app.jinja_env.filters["clock"] = clock
    app.jinja_env.filters["lean"] = lean
