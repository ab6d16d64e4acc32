"""Hostile text in every answer of a whole session, in all three faces; and answers of which most are not there."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import cycle
from typing import Any

import markdown
import pytest
from lxml import etree

from tests import dossiers, klantreis
from tests.report import cases
from tests.report.builders import TEMPLATE, document, material_of
from tests.report.charts.samples import SPOTS
from tests.report.test_hostile import HOSTILE
from tests.report.word_reader import find, members, part, text
from workshop.domain.response import Response
from workshop.language.text import MAX_TEXT, clean_text
from workshop.report.charts.chart import Chart, ChartKind, Series, Spot
from workshop.report.document import Card, Document, Paragraph, Passage, Table
from workshop.report.html import to_page
from workshop.report.outline import outline
from workshop.report.plain import to_markdown
from workshop.report.spans import text as words
from workshop.report.word.writer import to_docx

TYPED = tuple(clean_text(one) for one in (*HOSTILE, "{{klant}} {{rapport}} {{inhoud}}", "z\u200bw\u200dj\ufeff"))
LONG = 300
"""What is longer may be cut off in a drawing, where its table has the whole of it."""
SHORT = 12
"""So much of a long name stands in a chart."""


@cache
def tokens() -> Mapping[str, str]:
    """Each token that the benign session holds, with the hostile text that comes in its place."""
    plain = dossiers.full_session(klantreis.bundle().questionnaire)
    turns = cycle(TYPED)
    return {token: f"{next(turns)} {at}" for at, token in enumerate(dict.fromkeys(_tokens(plain)))}


def _tokens(value: object) -> Iterator[str]:
    if isinstance(value, str) and value.startswith("zz-"):
        yield value
    elif isinstance(value, Mapping):
        yield from (token for one in value.values() for token in _tokens(one))
    elif isinstance(value, tuple):
        yield from (token for one in value for token in _tokens(one))
    elif is_dataclass(value):
        yield from (token for one in fields(value) for token in _tokens(getattr(value, one.name)))


def hostile(value: Any) -> Any:
    """The same value with hostile texts for its tokens."""
    if isinstance(value, str):
        return tokens().get(value, value)
    if isinstance(value, Mapping):
        return {key: hostile(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(hostile(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: hostile(getattr(value, one.name)) for one in fields(value) if one.init})
    return value


@cache
def made(*, benign: bool, annexes: bool = True) -> Document:
    """The report of the whole session."""
    plain = dossiers.full_session(klantreis.bundle().questionnaire)
    response: Response = plain if benign else replace(plain, answers=hostile(plain.answers))
    return outline(material_of(response), annexes=annexes)


def shown(file: bytes) -> str:
    """Everything that a Word file says, without blanks."""
    names = (one for one in members(file) if one.startswith("word/") and one.endswith(".xml") and "theme" not in one)
    return bare("".join(text(part(file, one)) + "".join(values(part(file, one))) for one in names))


def values(tree: etree._Element) -> list[str]:
    """The names and numbers in a chart."""
    return [one.text or "" for one in tree.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}v")]


def bare(said: str) -> str:
    """A text without blanks, composed."""
    return "".join(unicodedata.normalize("NFC", said).split())


def lost(before: str, after: str) -> list[str]:
    """The hostile texts that do not stand where their tokens stood."""
    return [
        typed[:60] for token, typed in tokens().items() if bare(token) in before and bare(typed[:LONG]) not in after
    ]


@pytest.mark.parametrize("base", cases.BASES)
@pytest.mark.parametrize("charts", cases.CHARTS)
def test_a_working_copy_in_word_says_what_was_typed(base: str, charts: str) -> None:
    template, pictures = cases.BASES[base](), charts == "pictures"
    benign, typed = (to_docx(made(benign=one), template, work=True, pictures=pictures) for one in (True, False))

    assert "word/comments.xml" in members(typed)
    assert lost(shown(benign), shown(typed)) == []


def test_the_page_says_what_was_typed() -> None:
    benign, typed = (read(to_page(made(benign=one))) for one in (True, False))

    assert lost(benign, typed) == []


def test_markdown_says_what_was_typed() -> None:
    benign, typed = (read(rendered(to_markdown(made(benign=one)))) for one in (True, False))

    assert lost(benign, typed) == []


def rendered(text: str) -> str:
    """Markdown as HTML; Python-Markdown knows no line break by a backslash."""
    return markdown.markdown(text.replace("\\\n", "\n"), extensions=["tables"])


def read(html: str) -> str:
    """Everything that a page says, without blanks."""
    return bare("".join(str(one) for one in etree.HTML(html).itertext()))


@pytest.mark.parametrize("typed", TYPED, ids=range(len(TYPED)))
def test_a_chart_names_what_was_typed(typed: str) -> None:
    columns = Chart(ChartKind.COLUMNS, typed[:200], typed[:200], (typed,), (Series(typed, (Decimal(3),)),))
    spots = replace(SPOTS, spots=(Spot(typed, SPOTS.spots[0].across, SPOTS.spots[0].up),))

    file = to_docx(document(columns, spots), TEMPLATE)

    first, second = (part(file, f"word/charts/chart{number}.xml") for number in (1, 2))
    start = bare(typed[:SHORT])
    assert [bare(one).startswith(start) for one in values(first)] == [True, True, False]
    assert start in bare("".join(str(one) for one in second.itertext()))
    assert to_page(document(columns, spots))
    assert to_docx(document(columns, spots), TEMPLATE, pictures=True)


@pytest.mark.parametrize("typed", TYPED, ids=range(len(TYPED)))
def test_a_comment_and_a_control_say_what_was_typed(typed: str) -> None:
    passage = Passage("gap-G01.see", typed, (Paragraph(words(typed)),), source=typed)

    file = to_docx(document(Card("1", typed[:80], (passage,)), passage_of("gap-G02.see", typed)), TEMPLATE, work=True)

    assert bare(typed) in bare(text(part(file, "word/comments.xml")))
    assert [bare(text(one)) for one in find(part(file), "//w:sdtContent")] == [bare(typed)] * 2


def passage_of(id_: str, typed: str) -> Passage:
    """A passage of one paragraph."""
    return Passage(id_, typed, (Paragraph(words(typed)),))


def test_a_text_that_no_report_can_hold_is_refused_with_a_message() -> None:
    with pytest.raises(AssertionError, match=r"too_long"):
        klantreis.response({"brand_who": "x" * (MAX_TEXT + 1)})


QUESTIONS = [one.code for one in klantreis.bundle().questionnaire.questions]
PAGES = [one.code for one in klantreis.bundle().questionnaire.pages]


@cache
def whole() -> Response:
    """Every question answered."""
    return dossiers.full_session(klantreis.bundle().questionnaire, 12)


def keeping(codes: set[str]) -> list[Document]:
    """The short and the long report on these answers alone."""
    answers = {code: one for code, one in whole().answers.items() if code in codes}
    material = material_of(replace(whole(), answers=answers))
    return [outline(material, annexes=annexes) for annexes in (False, True)]


def empty_tables(made: Document) -> list[str]:
    """The tables without rows."""
    return [one.caption for one in made.blocks if isinstance(one, Table) and not one.rows]


@pytest.mark.parametrize("code", QUESTIONS)
def test_one_answer_makes_a_report_without_an_empty_table(code: str) -> None:
    short, long = keeping({code})

    assert to_docx(short, TEMPLATE)
    assert empty_tables(short) + empty_tables(long) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_report_holds_without_the_answers_of_any_page(page: str) -> None:
    left_out = {
        one.code for each in klantreis.bundle().questionnaire.pages if each.code == page for one in each.questions
    }

    for made in keeping(set(QUESTIONS) - left_out):
        assert to_docx(made, TEMPLATE)
        assert empty_tables(made) == []
