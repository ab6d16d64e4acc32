"""Printing a Word file with LibreOffice, where it is installed, to count its pages."""

import re
import shutil
import subprocess
from pathlib import Path

_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")


def find_office() -> str | None:
    """The path of LibreOffice on this machine."""
    return shutil.which("soffice")


def pages(office: str, file: bytes, folder: Path) -> int:
    """How many pages a Word file has, as LibreOffice lays it out; it gets a profile of its own."""
    source = folder / "report.docx"
    source.write_bytes(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return len(_PAGE.findall(source.with_suffix(".pdf").read_bytes()))
