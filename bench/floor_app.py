"""The floor: the same step in bare Flask, with hand-written fields and the standard library's sqlite3, nothing more.

It keeps the promises that cost time (one commit with synchronous=FULL, autoescaping, a 303) and leaves out all that
the product adds: the questionnaire language, unknown and n.v.t., evidence, checks, tokens, headers, two languages.
"""

import json
import sqlite3
from pathlib import Path

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main><h1>{{ title }}</h1>
<form method="post" novalidate>
{% for field in fields %}
<p><label for="{{ field.name }}">{{ field.label }}</label>
<span id="{{ field.name }}-hint">{{ field.help }}</span>
<input id="{{ field.name }}" name="{{ field.name }}" inputmode="decimal" value="{{ values.get(field.name, '') }}"
 aria-describedby="{{ field.name }}-hint"> {{ field.unit }}</p>
{% endfor %}
<button>Opslaan</button></form></main></body></html>
"""
Field = dict[str, str]


def make_floor(database: Path, pages: dict[str, list[Field]], order: list[str]) -> Flask:
    """Make the floor app over these pages; answers stand as one JSON document in one row."""
    app = Flask(__name__)
    template = app.jinja_env.from_string(PAGE)
    connection = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE answers (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"
        "INSERT INTO answers VALUES (1, '{}');"
    )

    @app.get("/<page>")
    def show(page: str) -> str:
        row = connection.execute("SELECT body FROM answers WHERE id = 1").fetchone()
        return template.render(title=page, fields=pages[page], values=json.loads(row[0]))

    @app.post("/<page>")
    def save(page: str) -> Response:
        found = {one["name"]: float(request.form[one["name"]].replace(",", ".")) for one in pages[page]}
        connection.execute("BEGIN IMMEDIATE")
        row = connection.execute("SELECT body FROM answers WHERE id = 1").fetchone()
        connection.execute("UPDATE answers SET body = ? WHERE id = 1", (json.dumps(json.loads(row[0]) | found),))
        connection.execute("COMMIT")
        return redirect(f"/{order[order.index(page) + 1]}", code=303)

    return app
