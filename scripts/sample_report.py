"""Remake the sample report in exports/voorbeeld with pictures of its pages: python -m scripts.sample_report.

The company is invented. The pictures need LibreOffice and pdftoppm; without them only the report itself is remade.
"""

import hashlib
import io
import shutil
import subprocess
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from typing import Final

from workshop.bootstrap import Workshop, build
from workshop.domain.response import Response
from workshop.report.pdf import find_office, to_pdf
from workshop.services.reporting import Wish
from workshop.settings import Settings

HOUSE: Final = Path(__file__).parents[1]
FOLDER: Final = HOUSE / "exports" / "voorbeeld"
REPORT: Final = FOLDER / "klantreis-adviesrapport-kapsalon.docx"
PRINT: Final = FOLDER / "bron.txt"
ANSWERS: Final = HOUSE / "questionnaires" / "klantreis" / "examples" / "kapsalon.json"
MADE_ON: Final = date(2026, 11, 22)
DOTS_PER_INCH: Final = 72
COLOURS: Final = 64


def main() -> None:
    """Write the report and, where that can be done, its pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    REPORT.write_bytes(sample())
    print(f"{REPORT}: {REPORT.stat().st_size} bytes")
    office, painter = find_office(), shutil.which("pdftoppm")
    if office is None or painter is None:
        print("no pictures: they need LibreOffice and pdftoppm")
        return
    pages = _pages(to_pdf(REPORT.read_bytes(), office), painter)
    PRINT.write_text(f"{fingerprint(REPORT.read_bytes())}\n", encoding="utf-8")
    print(f"{pages} pages")


def sample() -> bytes:
    """The sample report as a file: the same bytes each time."""
    with tempfile.TemporaryDirectory() as name:
        shop: Workshop = build(Settings(data=Path(name), exports=Path(name)))
        response = shop.read_answers(ANSWERS.read_text(encoding="utf-8"))
        if not isinstance(response, Response):
            raise SystemExit(f"{ANSWERS}: cannot be read")
        return shop.report(response, Wish(), MADE_ON)


def members(file: bytes) -> dict[str, bytes]:
    """What is packed in a file, by name: how hard it was pressed differs between machines."""
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def fingerprint(file: bytes) -> str:
    """A mark that tells one report from another, whatever machine packed it."""
    mark = hashlib.sha256()
    for name, content in sorted(members(file).items()):
        mark.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return mark.hexdigest()


def _pages(pdf: bytes, painter: str) -> int:
    """Put a picture of each page in the folder, with few colours so that it stays small."""
    from PIL import Image

    for old in FOLDER.glob("pagina-*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.pdf").write_bytes(pdf)
        subprocess.run([painter, "-r", str(DOTS_PER_INCH), "-png", "report.pdf", "p"], cwd=folder, check=True)
        drawn = sorted(folder.glob("p-*.png"))
        for number, page in enumerate(drawn, start=1):
            with Image.open(page) as picture:
                few = picture.convert("RGB").quantize(COLOURS)
                few.save(FOLDER / f"pagina-{number:02}.png", optimize=True)
    return len(drawn)


if __name__ == "__main__":
    main()
