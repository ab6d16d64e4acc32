"""A report as PDF: by LibreOffice where it is installed; elsewhere a browser prints the web page."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from threading import Lock
from typing import Final

from workshop.report.errors import PdfBusy, PdfFailed

SECONDS: Final = 60.0
"""The longest that one PDF may take; it is usually two."""
PATIENCE: Final = 2.0
"""How many seconds a request waits for the PDF of another one: whoever waits keeps a thread from saving answers."""
_NAMES: Final = ("soffice", "libreoffice")
_ELSEWHERE: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_TAGGED: Final = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_ONE_AT_A_TIME: Final = Lock()


def find_office() -> Path | None:
    """Return the program of LibreOffice on this computer; None when it is not there."""
    found = (shutil.which(name) for name in _NAMES)
    places = (*filter(None, found), *(place for place in _ELSEWHERE if Path(place).is_file()))
    return next(map(Path, places), None)


def to_pdf(docx: bytes, office: Path, seconds: float = SECONDS, patience: float = PATIENCE) -> bytes:
    """Turn a Word file into a tagged PDF, with a profile of its own; one at a time.

    Raises PdfBusy when another one is still being made after `patience` seconds, and PdfFailed when LibreOffice takes
    too long or writes nothing.
    """
    if not _ONE_AT_A_TIME.acquire(timeout=patience):
        raise PdfBusy("another PDF is being made")
    try:
        return _made(docx, office, seconds)
    finally:
        _ONE_AT_A_TIME.release()


def _made(docx: bytes, office: Path, seconds: float) -> bytes:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "report.docx"
        source.write_bytes(docx)
        _convert(office, source, seconds)
        made = folder / "report.pdf"
        content = made.read_bytes() if made.is_file() else b""
    if not content.startswith(b"%PDF"):
        raise PdfFailed("LibreOffice wrote no PDF")
    return content


def _convert(office: Path, source: Path, seconds: float) -> None:
    profile = (source.parent / "profile").as_uri()
    command = [str(office), f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nodefault"]
    command += ["--convert-to", _TAGGED, "--outdir", str(source.parent), str(source)]
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603
    except OSError as error:
        raise PdfFailed(f"LibreOffice does not start: {error.strerror}") from error
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise PdfFailed(f"LibreOffice took more than {seconds:.0f} seconds") from error
    finally:
        _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End the program and what it started."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
