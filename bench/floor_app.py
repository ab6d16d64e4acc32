"""The floor: the same step in bare Flask, with hand-written fields and the standard library's sqlite3, nothing more.

It keeps the promises that cost time (one commit with synchronous=FULL, autoescaping, a 303) and leaves out all that
the product adds: the questionnaire language, checks, tokens and headers, models, two languages, what comes next.
"""

import json
import sqlite3
from pathlib import Path

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Stap 7 van 7 – {{ title }}</title><link rel="stylesheet" href="/static/app.css"></head>
<body><a href="#main">Direct naar de inhoud</a><header><a href="/">Klantreis</a></header>
<main id="main"><a href="/terug">Terug</a><p>Stap 7 van 7</p><h1>{{ title }}</h1>
<form method="post" novalidate>
{% for field in fields %}{% set said = values.get(field.name, {}) %}
<div class="question"><label for="{{ field.name }}">{{ field.label }}</label>
<div id="{{ field.name }}-hint">{{ field.help }}</div>
<div><input id="{{ field.name }}" name="{{ field.name }}" inputmode="decimal" value="{{ said.get('value', '') }}"
 aria-describedby="{{ field.name }}-hint"> {{ field.unit }}</div>
{% for state, word in (("unknown", "Weet ik niet"), ("not_applicable", "N.v.t.")) %}
<label><input type="checkbox" name="{{ field.name }}-status" value="{{ state }}"
{% if said.get("status") == state %} checked{% endif %}>{{ word }}</label>
{% endfor %}
<label for="{{ field.name }}-evidence">Waar baseer je dit op?</label>
<select id="{{ field.name }}-evidence" name="{{ field.name }}-evidence">
{% for level, word in levels %}
<option value="{{ level }}"{% if said.get("evidence") == level %} selected{% endif %}>{{ word }}</option>
{% endfor %}
</select>
{% for head, body in (("Voorbeeld", field.example), ("Hoe kom ik erachter?", field.find), ("Waarom?", field.why)) %}
<details><summary>{{ head }}</summary>{{ body }}</details>
{% endfor %}
</div>
{% endfor %}
<button name="actie" value="verder">Opslaan</button></form></main></body></html>
"""
LEVELS = (("", "Kies"), ("0", "Weet ik niet"), ("1", "Eigen inschatting"), ("2", "Gehoord"), ("3", "Gemeten"))
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
        return template.render(title=page, fields=pages[page], values=json.loads(row[0]), levels=LEVELS)

    @app.post("/<page>")
    def save(page: str) -> Response:
        found = {
            name: {
                "value": float(request.form[name].replace(",", ".")),
                "status": request.form.get(f"{name}-status", ""),
                "evidence": request.form.get(f"{name}-evidence", ""),
            }
            for name in (one["name"] for one in pages[page])
        }
        connection.execute("BEGIN IMMEDIATE")
        row = connection.execute("SELECT body FROM answers WHERE id = 1").fetchone()
        connection.execute("UPDATE answers SET body = ? WHERE id = 1", (json.dumps(json.loads(row[0]) | found),))
        connection.execute("COMMIT")
        return redirect(f"/{order[order.index(page) + 1]}", code=303)

    return app
