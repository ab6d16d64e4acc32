"""Style, script and icon under an address that changes with their content, so that browsers may keep them."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from flask import Flask, Response, g, request

from workshop.report.html import stylesheet

FOLDER: Final = Path(__file__).parent.parent / "static"
REPORT_STYLE: Final = "report.css"
FOREVER: Final = "public, max-age=31536000, immutable"
_FILES: Final = {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.is_file()}
_MADE: Final = {
    REPORT_STYLE: stylesheet().encode(),
    "wizard.css": _FILES["question.css"] + _FILES["app.css"],
}
"""Style sheets that are put together here: every page brings what a page of questions needs, in one file."""
_HASHES: Final = {name: sha256(content).hexdigest()[:12] for name, content in {**_FILES, **_MADE}.items()}


def asset(name: str) -> str:
    """Return the address of a static file with the hash of its content; a style sheet is told ahead of the page."""
    address = f"{request.script_root}/static/{name}?v={_HASHES[name]}"
    if name.endswith(".css"):
        g.setdefault("styles", {})[address] = None
    return address


def told_ahead() -> str:
    """Return the header that lets a browser fetch the style sheets of this page before it has read the page."""
    return ", ".join(f"<{address}>; rel=preload; as=style" for address in g.get("styles", ()))


def keep_assets(app: Flask) -> None:
    """Serve what is put together, and let browsers keep a file for good when they ask for this version of it."""

    def serve(name: str) -> Callable[[], Response]:
        return lambda: Response(_MADE[name], mimetype="text/css")

    for name in _MADE:
        app.add_url_rule(f"/static/{name}", name.replace(".", "_"), serve(name))

    @app.after_request
    def _keep(response: Response) -> Response:
        if request.path.startswith("/static/") and response.status_code in (200, 304):
            current = _HASHES.get(request.path.removeprefix("/static/"))
            fresh = current is not None and request.args.get("v") == current
            response.headers["Cache-Control"] = FOREVER if fresh else "no-cache"
        return response
