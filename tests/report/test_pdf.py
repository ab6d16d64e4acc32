"""A report as PDF: whole and tagged where LibreOffice is there, and a clear end where it is not or hangs."""

import stat
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.report.builders import word_file
from workshop.report.errors import PdfBusy, PdfFailed
from workshop.report.pdf import find_office, to_pdf

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def stand_in(folder: Path, script: str) -> Path:
    """A program that does as the script says."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


@pytest.mark.slow
def test_a_report_becomes_a_tagged_pdf() -> None:
    office = find_office()
    if office is None:
        pytest.skip("no LibreOffice here")

    made = to_pdf(word_file("few"), office)

    assert made.startswith(b"%PDF")
    assert b"/StructTreeRoot" in made


@posix
def test_a_program_that_hangs_is_stopped(tmp_path: Path) -> None:
    begun = time.monotonic()

    with pytest.raises(PdfFailed, match="took more than"):
        to_pdf(b"x", stand_in(tmp_path, "sleep 60"), seconds=0.3)
    assert time.monotonic() - begun < 20


@posix
@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_a_program_that_writes_nothing_is_said(tmp_path: Path, script: str) -> None:
    with pytest.raises(PdfFailed, match="no PDF"):
        to_pdf(b"x", stand_in(tmp_path, script))


def test_a_program_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(PdfFailed, match="does not start"):
        to_pdf(b"x", tmp_path / "nothing")


@posix
def test_whoever_asks_while_another_pdf_is_made_hears_so_soon_and_can_ask_again(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    slow = stand_in(tmp_path, f"touch {begun}; sleep 3")
    other = threading.Thread(target=_fails, args=(slow,))
    other.start()
    while not begun.exists():
        time.sleep(0.01)

    asked = time.monotonic()
    with pytest.raises(PdfBusy):
        to_pdf(b"x", slow, patience=0.1)
    waited = time.monotonic() - asked
    other.join()

    assert waited < 2
    with pytest.raises(PdfFailed, match="no PDF"):
        to_pdf(b"x", stand_in(tmp_path, "exit 0"))


def _fails(office: Path) -> None:
    with pytest.raises(PdfFailed, match="no PDF"):
        to_pdf(b"x", office)
