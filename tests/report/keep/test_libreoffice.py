"""A report that was saved again by LibreOffice is still read back."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.report.builders import TEMPLATE, report
from tests.report.keep.edits import edited, retype
from tests.report.keep.test_read import ADVICE, changed, sample
from workshop.report.keep.read import read
from workshop.report.word.writer import to_docx

SOFFICE = shutil.which("soffice")


def saved_again(file: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it."""
    (folder / "rapport.docx").write_bytes(file)
    (folder / "out").mkdir()
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    kind = "docx:MS Word 2007 XML"
    command = [SOFFICE or "", profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out")]
    subprocess.run([*command, str(folder / "rapport.docx")], check=True, capture_output=True, timeout=120)
    return (folder / "out" / "rapport.docx").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is missing")
def test_passages_and_the_manifest_survive_libreoffice(tmp_path: Path) -> None:
    found = read(saved_again(edited(sample(), retype("second", "Uit LibreOffice.")), tmp_path))

    assert list(found.passages) == [ADVICE, "second", "card.why", "box.text"]
    assert changed(found) == {"second": "Uit LibreOffice."}
    assert found.gone == {}
    assert found.about is not None


@pytest.mark.slow
@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is missing")
def test_a_whole_report_is_not_seen_as_changed_after_libreoffice(tmp_path: Path) -> None:
    found = read(saved_again(to_docx(report("kapsalon"), TEMPLATE), tmp_path))

    assert changed(found) == {}
    assert found.gone == {}
