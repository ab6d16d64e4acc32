"""The application factory: a Flask app around one workshop."""

from flask import Flask
from jinja2 import StrictUndefined

from workshop.web import (
    check,
    errors,
    house,
    keep,
    map_item,
    map_page,
    map_print,
    maps,
    overview,
    questions,
    report_room,
    report_room_pages,
    result,
    start,
)
from workshop.web.assets import FOLDER, asset, keep_assets
from workshop.web.clock import clock
from workshop.web.needs import Workshop
from workshop.web.security import guard


def create_app(workshop: Workshop) -> Flask:
    """Return the web app for this workshop."""
    app = errors.QuietFlask(__name__, static_folder=str(FOLDER), template_folder=str(workshop.templates_dir))
    app.extensions["workshop"] = workshop
    set_templates(app)
    keep_assets(app)  # runs after the headers of guard: the last one registered runs first
    guard(app, workshop.settings)
    errors.register(app)
    for room in (
        start,
        overview,
        questions,
        maps,
        map_page,
        map_item,
        map_print,
        check,
        result,
        house,
        keep,
        report_room,
        report_room_pages,
    ):
        app.register_blueprint(room.blueprint)
    return app


def set_templates(app: Flask) -> None:
    """Make templates fail on an undefined name, and give them static addresses and clock times."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["asset"] = asset
    app.jinja_env.filters["clock"] = clock
