"""The application factory: a Flask app around one workshop."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask import Flask
from jinja2 import StrictUndefined

from workshop.web import (
    check,
    errors,
    map_item,
    map_page,
    map_print,
    maps,
    overview,
    questions,
    result,
    start,
)
from workshop.web.assets import FOLDER, asset, keep_assets
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
    for room in (start, overview, questions, maps, map_page, map_item, map_print, check, result):
        app.register_blueprint(room.blueprint)
    return app


def set_templates(app: Flask) -> None:
    """Make templates fail on an undefined name, and give them static addresses and clock times."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["asset"] = asset
    app.jinja_env.filters["clock"] = clock


def clock(moment: datetime) -> str:
    """Return the time of day in the Netherlands, such as 14:32."""
    try:
        return moment.astimezone(ZoneInfo("Europe/Amsterdam")).strftime("%H:%M")
    except ZoneInfoNotFoundError:  # Windows without tzdata: the clock of this computer
        return moment.astimezone().strftime("%H:%M")
