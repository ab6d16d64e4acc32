"""Style, script and icon under an address that changes with their content, so that browsers may keep them."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from flask import Flask, Response, request

from workshop.report.html import stylesheet

FOLDER: Final = Path(__file__).parent.parent / "static"
REPORT_STYLE: Final = "report.css"
FOREVER: Final = "public, max-age=31536000, immutable"
_FILES: Final = {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.is_file()}
_HASHES: Final = {
    name: sha256(content).hexdigest()[:12] for name, content in {**_FILES, REPORT_STYLE: stylesheet().encode()}.items()
}


def asset(name: str) -> str:
    """Return the address of a static file with the hash of its content."""
    return f"{request.script_root}/static/{name}?v={_HASHES[name]}"


def keep_assets(app: Flask) -> None:
    """Serve the style of reports, and let browsers keep a file for good when they ask for this version of it."""

    @app.get(f"/static/{REPORT_STYLE}")
    def report_style() -> Response:
        return Response(stylesheet(), mimetype="text/css")

    @app.after_request
    def _keep(response: Response) -> Response:
        if request.path.startswith("/static/") and response.status_code in (200, 304):
            current = _HASHES.get(request.path.removeprefix("/static/"))
            fresh = current is not None and request.args.get("v") == current
            response.headers["Cache-Control"] = FOREVER if fresh else "no-cache"
        return response
