"""The starter template: every style and every placeholder in it, and nothing to say about it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.report.builders import document, words
from tests.report.word_reader import find, part, style, text, value
from workshop.report.document import Heading
from workshop.report.house.fit import ready
from workshop.report.house.judge import judge
from workshop.report.house.starter import starter
from workshop.report.word.looks import LOOKS, TABLES
from workshop.report.word.placeholders import ANCHORS, NAMES
from workshop.report.word.styles import style_id
from workshop.report.word.writer import to_docx

languages = pytest.mark.parametrize("language", ["nl", "en"])


@languages
def test_nothing_is_said_about_it(language: str) -> None:
    verdict = judge(starter(words(language)))

    assert (verdict.refused, verdict.mended, verdict.missing, verdict.warnings) == (None, (), (), ())


def test_every_style_is_shown_by_its_name() -> None:
    body = part(starter(words()))

    shown = {style(one) for one in find(body, "//w:p") if text(one)}
    assert {style_id(look.name) for look in LOOKS} <= shown
    assert {value(one) for one in find(body, "//w:tblStyle")} == set(map(style_id, TABLES))


@languages
def test_every_placeholder_is_explained(language: str) -> None:
    said = {text(one) for one in find(part(starter(words(language))), "//w:tc")}

    for key in {*NAMES.values(), *ANCHORS.values()}:
        assert words(language)(f"house.placeholder.{key}") in said
        assert any(one in said for one, named in (*NAMES.items(), *ANCHORS.items()) if named == key)


@languages
def test_a_report_in_it_has_the_report_where_it_says(language: str) -> None:
    file = to_docx(document(Heading(1, "Hier", "here")), ready(starter(words(language))))

    assert text(find(part(file), "//w:body/w:p")[-1]) == "Hier"


@languages
def test_the_audit_finds_nothing(language: str, tmp_path: Path) -> None:
    path = tmp_path / "starter.docx"
    path.write_bytes(starter(words(language)))

    assert OpenXmlValidator().validate(path).errors == []


@pytest.mark.word_validator
def test_microsoft_finds_nothing(tmp_path: Path, word_validator: Callable[[Path], list[str]]) -> None:
    path = tmp_path / "starter.docx"
    path.write_bytes(starter(words()))

    assert word_validator(path) == []
