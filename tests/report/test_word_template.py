"""The house style: the committed file is what the script makes, and consultants' templates are met by name."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.report.builders import TEMPLATE, report, word_file
from tests.report.contrast import contrast
from tests.report.word_reader import find, members, part, style, text, value
from workshop.report.errors import TemplateLacksStyle
from workshop.report.word.looks import LOOKS, PAPER, colour
from workshop.report.word.styles import tinted
from workshop.report.word.template import build_template, pack
from workshop.report.word.writer import needed_styles, to_docx
from workshop.report.word.xml import W, bookmark_name


def test_the_committed_template_is_what_the_script_makes() -> None:
    assert TEMPLATE.read_bytes() == build_template(), "run: python scripts/build_word_template.py"


def test_nothing_of_python_docx_or_another_tool_is_in_it() -> None:
    everything = b"".join(part_bytes for part_bytes in parts(TEMPLATE.read_bytes()).values())

    assert b"python-docx" not in everything
    assert len(members(TEMPLATE.read_bytes())) == 13
    assert b"updateFields" not in everything


def parts(file: bytes) -> dict[str, bytes]:
    """All parts of a package."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_template_in_dutch_is_met_by_the_names_of_its_styles(tmp_path: Path) -> None:
    renamed = parts(TEMPLATE.read_bytes())
    for name, content in renamed.items():
        words = content.decode("utf-8").replace('"Heading1"', '"Kop1"').replace('"TableText"', '"Tabeltekst"')
        renamed[name] = words.encode("utf-8")
    target = tmp_path / "huisstijl.docx"
    target.write_bytes(pack(renamed))

    used = {style(one) for one in find(part(to_docx(report("few"), target)), "//w:p")}

    assert {"Kop1", "Tabeltekst"} <= used
    assert not {"Heading1", "TableText"} & used


def test_a_template_without_our_styles_is_refused_by_name(tmp_path: Path) -> None:
    lacking = parts(TEMPLATE.read_bytes())
    lacking["word/styles.xml"] = lacking["word/styles.xml"].replace(b'"Card Title"', b'"Iets anders"')
    target = tmp_path / "huisstijl.docx"
    target.write_bytes(pack(lacking))

    with pytest.raises(TemplateLacksStyle, match="Card Title"):
        to_docx(report("few"), target)


def test_every_style_that_is_used_is_defined() -> None:
    file = word_file("kapsalon")
    defined = {one.get(f"{W}styleId") for one in find(part(file, "word/styles.xml"), "//w:style")}
    used = {value(one) for one in find(part(file), "//w:pStyle | //w:rStyle | //w:tblStyle")}

    assert used <= defined
    assert len(list(needed_styles())) + 3 == len(defined)


def test_annexes_are_numbered_in_the_language_of_the_report() -> None:
    for language, label in (("nl", "Bijlage %1"), ("en", "Annex %1")):
        shown = find(part(word_file("kapsalon", language), "word/numbering.xml"), "//w:lvlText")
        assert label in [value(one) for one in shown]


def test_text_has_enough_contrast_on_paper_and_on_boxes() -> None:
    for look in LOOKS:
        if look.colour in {"", "background1"}:
            continue
        for ground in ("FFFFFF", colour(PAPER)):
            assert contrast(colour(look.colour), ground) >= 4.5, look.name


@pytest.mark.parametrize("accent", ["accent1", "accent2", "accent3", "accent4"])
def test_words_on_a_tone_are_readable(accent: str) -> None:
    assert contrast(colour("text1"), tinted(accent, 0x40)) >= 7


def test_bookmark_names_are_short_and_stay_apart() -> None:
    names = {bookmark_name("gap-" + "x" * 60 + end) for end in ("a", "b")}

    assert len(names) == 2
    assert all(re.fullmatch(r"k_\w{1,38}", name) for name in names)


def test_the_template_says_where_the_report_goes() -> None:
    assert text(find(part(TEMPLATE.read_bytes()), "//w:body")[0]) == "{{report}}"
