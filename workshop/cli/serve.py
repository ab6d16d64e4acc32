"""`workshop serve`: the wizard on this computer."""

import errno
import importlib
import os
import sys
import threading
import webbrowser
from dataclasses import replace
from pathlib import Path

import click

from workshop.bootstrap import Workshop, build
from workshop.cli.ready import FOUND, MISUSE, own_words, stop, stop_settings, workshop
from workshop.settings import Settings, SettingsError, with_secret

THREADS = 8
CONNECTIONS = 500
"""Open connections that waitress holds at once; its default of 100 is soon full with browsers that keep theirs."""


@click.command()
@click.option("--host", help="Adres. Address to listen on (default 127.0.0.1: only this computer).")
@click.option("--port", type=click.IntRange(0, 65535), help="Poort. Port to listen on (default 8000).")
@click.option("--open/--no-open", "open_browser", default=None, help="Open de browser. Open the browser.")
@click.option("--questionnaire", metavar="NAME|PATH", help="Welke vragenlijst. Which one (default klantreis).")
def serve(host: str | None, port: int | None, open_browser: bool | None, questionnaire: str | None) -> None:
    """Start de wizard in je browser. Start the wizard in your browser."""
    shop = workshop()
    settings = shop.settings if questionnaire is None else offering(shop, questionnaire)
    settings = settings.listening(host or settings.host, settings.port if port is None else port)
    try:
        shop = build(with_secret(settings))
    except SettingsError as error:
        stop_settings(error)
    run(shop, has_screen() if open_browser is None else open_browser)


def offering(shop: Workshop, questionnaire: str) -> Settings:
    """Return settings that offer one questionnaire, by its name or its folder; an unknown one ends the command."""
    folder = Path(questionnaire).resolve()
    if (folder / "questionnaire.md").is_file():
        known = any(folder == one.resolve() for one in shop.questionnaire_folders)
        own = shop.settings.questionnaires if known else folder.parent
        return replace(shop.settings, questionnaire=folder.name, questionnaires=own)
    if questionnaire not in shop.questionnaires():
        listed = ", ".join(shop.questionnaires())
        stop(own_words(shop)("cli.serve.unknown", name=questionnaire, known=listed), MISUSE)
    return replace(shop.settings, questionnaire=questionnaire)


def run(shop: Workshop, open_browser: bool) -> None:
    """Serve until Ctrl-C; a port in use ends the command with what to do, in Dutch and English."""
    import waitress  # only a server needs it

    settings = shop.settings
    try:
        server = waitress.create_server(
            _application(shop),
            host=settings.host,
            port=settings.port,
            threads=THREADS,
            connection_limit=CONNECTIONS,
            asyncore_use_poll=hasattr(__import__("select"), "poll"),
            ident=None,
            clear_untrusted_proxy_headers=True,
        )
    except OSError as error:
        stop(_not_listening(shop, error), FOUND)
    words = shop.words(settings.language)
    address = settings.base_url if settings.port else f"http://{settings.host}:{server.effective_port}"
    click.echo(words("cli.serve.ready", address=address))
    click.echo(words("cli.serve.data", folder=str(settings.data)))
    sys.stdout.flush()
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo(words("cli.serve.stopped"))
    finally:
        server.close()


def _application(shop: Workshop) -> object:
    """Make the web app, named by its address as WSGI servers do: the two doors do not import one another."""
    return importlib.import_module("workshop.web.app").create_app(shop)


def _not_listening(shop: Workshop, error: OSError) -> str:
    settings = shop.settings
    taken = error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", -1))
    key = "cli.serve.port_in_use" if taken else "cli.serve.cannot_listen"
    values = {"host": settings.host, "port": str(settings.port), "other": str(settings.port + 1)}
    return "\n".join(shop.words(one)(key, **values, reason=error.strerror or str(error)) for one in ("nl", "en"))


def has_screen() -> bool:
    """Tell whether a browser window can open here: not on a server, not in a test run."""
    if os.environ.get("CI") or os.environ.get("SSH_CONNECTION"):
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
