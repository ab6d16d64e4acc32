"""The bench: a wizard step, start-up, judging and a report as ratios against stated floors, in one run.

    python -m bench.run [--rounds N]

Nothing here passes or fails: the numbers go into the commit or the note of whoever measured.
"""

import argparse
import io
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode
from wsgiref.types import WSGIApplication

from werkzeug.test import Client, EnvironBuilder, run_wsgi_app

from bench.floor_app import Field, make_floor
from bench.judging import AIM, judging
from bench.measure import Pair, in_turns, process
from bench.reports import reports
from workshop.bootstrap import Workshop, build
from workshop.settings import read_settings, with_secret
from workshop.storage.engine import engine_version, journal_mode_for
from workshop.storage.sqlite import SqliteDossiers
from workshop.web.app import create_app

PAGE, NEXT = "customer_spending", "customer_numbers"
TYPED = {"first_order": "42", "order_value": "42", "orders_per_year": "6", "margin": "55"}


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKSHOP_DATA"] = folder
        shop = build(with_secret(read_settings()))
        version = engine_version()
        print(f"SQLite {'.'.join(map(str, version))}, journal {journal_mode_for(version)}")
        print(step(shop, Path(folder), rounds).line("1.4 ×"))
        print(statements(shop))
        for pair, aim in starting():
            print(pair.line(aim))
        print(judging(rounds).line(AIM))
        for pair, aim in reports(max(20, rounds // 10)):
            print(pair.line(aim))


Fields = list[tuple[str, str]]


def started(shop: Workshop) -> tuple[WSGIApplication, dict[str, str], str, Fields]:
    """Start a dossier through the pages; return the app, its cookies, the page's address and its hidden fields."""
    app = create_app(shop)
    client = Client(app)
    first = client.get("/").text
    client.post("/start", data={"csrf_token": _token(first)})
    cookies = "; ".join(f"{one.key}={one.value}" for one in (client._cookies or {}).values())
    found = re.search(r"dossier_(\w+)=", cookies)
    assert found is not None
    address = f"/d/{found[1]}/vraag/{PAGE}"
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', client.get(address).text)
    return app, {"HTTP_COOKIE": cookies}, address, [*hidden, *TYPED.items(), ("actie", "verder")]


def _token(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found is not None, page[:500]
    return found[1]


def stepping(app: WSGIApplication, extra: dict[str, str], address: str, data: Fields) -> Callable[[], object]:
    """Return one step: POST the page, follow the redirect, read the next page to its last byte."""
    body = urlencode(data).encode()
    post = EnvironBuilder(address, method="POST", content_type="application/x-www-form-urlencoded").get_environ()

    def run() -> object:
        environ = {**post, **extra, "wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}
        _, status, headers = run_wsgi_app(app, environ)
        assert status.startswith("303"), status
        get = {**post, **extra, "REQUEST_METHOD": "GET", "wsgi.input": io.BytesIO(), "CONTENT_LENGTH": "0"}
        chunks, status, _ = run_wsgi_app(app, {**get, "PATH_INFO": headers["Location"], "QUERY_STRING": ""})
        assert status.startswith("200"), (status, headers["Location"])
        return b"".join(chunks)

    return run


def step(shop: Workshop, folder: Path, rounds: int) -> Pair:
    """Compare a wizard step with the same step in the floor app."""
    app, extra, address, fields = started(shop)
    questionnaire = shop.bundle("klantreis", "nl").questionnaire
    wanted = {page.code: page for page in questionnaire.pages}
    shown: dict[str, list[Field]] = {
        code: [
            {"name": q.code, "label": q.title, "help": q.help, "unit": str(q.unit)}
            | {"example": q.example, "find": q.find, "why": q.why}
            for q in wanted[code].questions
        ]
        for code in (PAGE, NEXT)
    }
    floor = make_floor(folder / "floor.sqlite3", shown, [PAGE, NEXT])
    ours = stepping(app, extra, address, fields)
    return in_turns(
        "wizard step (POST, commit, 303, next page)", ours, stepping(floor, {}, f"/{PAGE}", list(TYPED.items())), rounds
    )


def statements(shop: Workshop) -> str:
    """Count the SQL statements and commits of one answered step."""
    seen: list[str] = []
    app, extra, address, fields = started(shop)
    run = stepping(app, extra, address, fields)
    run()
    dossiers = shop.intake.dossiers
    assert isinstance(dossiers, SqliteDossiers)
    connection = dossiers._engine.connection()
    connection.set_trace_callback(seen.append)
    run()
    connection.set_trace_callback(None)
    commits = sum(one.strip().upper().startswith("COMMIT") for one in seen)
    return f"{'SQL statements per step':<42} {len(seen):6d}     ({commits} commit; aim at most 6 and 1)"


def starting() -> list[tuple[Pair, str]]:
    """Compare start-up with `import flask` and with an empty Python."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "WORKSHOP_DATA": folder, "PYTHONPATH": os.getcwd()}
        first_page = process(
            "from workshop.bootstrap import build",
            "from workshop.settings import read_settings, with_secret",
            "from workshop.web.app import create_app",
            "assert create_app(build(with_secret(read_settings()))).test_client().get('/').status_code == 200",
            environment=environment,
        )
        flask = process("import flask", environment=environment)
        version = process(
            "import sys",
            "sys.argv = ['workshop', '--version']",
            "from workshop.__main__ import main",
            "main()",
            environment=environment,
        )
        nothing = process("pass", environment=environment)
        return [
            (in_turns("start to first page / import flask", first_page, flask, 9, warm=2), "1.5 ×"),
            (in_turns("workshop --version / python -c pass", version, nothing, 9, warm=2), "3 ×"),
        ]


if __name__ == "__main__":
    main()
