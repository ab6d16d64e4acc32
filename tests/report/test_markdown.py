"""Blocks as Markdown to edit: reading it back gives the same blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.builders import material
from workshop.report import prose
from workshop.report.document import (
    BulletList,
    FormField,
    FormFields,
    ListItem,
    NumberedList,
    Paragraph,
    Passage,
    Simple,
)
from workshop.report.hand import passages
from workshop.report.markdown import markdown_of
from workshop.report.outline import outline
from workshop.report.spans import Span, Spans, bold, text

_WORDS = st.text("abcé 1.,:;!?*_[]\\`-+()€", min_size=1, max_size=12).map(lambda one: f"a{' '.join(one.split())}z")
_SPAN = st.builds(Span, _WORDS, st.booleans(), st.booleans())
_RUN = st.lists(_SPAN, min_size=1, max_size=3).map(
    lambda run: tuple(Span(f"{one.text} ", one.bold, one.italic) for one in run)
)


def words(spans: Spans) -> str:
    return "".join(one.text for one in spans).strip()


@given(st.lists(_RUN.map(Paragraph), min_size=1, max_size=3))
def test_any_paragraphs_are_read_back_word_for_word(blocks: list[Paragraph]) -> None:
    again = prose.blocks(markdown_of(blocks))

    assert [words(one.spans) for one in again if isinstance(one, Paragraph)] == [words(one.spans) for one in blocks]


@pytest.mark.parametrize(
    "blocks",
    [
        (Paragraph(text("- geen lijst")),),
        (Paragraph(text("1. geen lijst")),),
        (Paragraph(text("+ geen lijst")),),
        (Paragraph(text("een_naam en snake_case")),),
        (Paragraph(text("[geen](link)")),),
        (Paragraph((*bold("Advies:"), *text(" bel."))),),
        (Paragraph((*bold("a"), *bold("b"), Span(" c", italic=True))),),
        (Paragraph((Span("bron", link="https://example.com/a_b"),)),),
        (BulletList((ListItem(text("een")), ListItem(bold("twee")))),),
        (NumberedList((ListItem(text("een")), ListItem(text("twee"), (BulletList((ListItem(text("drie")),)),)))),),
        (Paragraph(text("boven")), BulletList((ListItem(text("onder")),))),
    ],
)
def test_blocks_are_read_back_the_same(blocks: tuple[Simple, ...]) -> None:
    again = prose.blocks(markdown_of(blocks))

    assert markdown_of(again) == markdown_of(blocks)
    assert [type(one) for one in again] == [type(one) for one in blocks]


def test_bold_words_and_links_stay_what_they_are() -> None:
    run = (*bold("Advies:"), Span(" zie "), Span("bron", link="https://example.com"), Span("."))

    assert prose.blocks(markdown_of((Paragraph(run),))) == (Paragraph(run),)


def test_a_passage_is_its_blocks_and_fields_to_fill_in_are_no_text() -> None:
    inside = Passage("p", "", (Paragraph(text("x")), FormFields((FormField("Eigenaar", "Eigenaar"),))))

    assert markdown_of((inside,)) == "x"


def test_every_text_of_a_real_report_is_read_back_the_same() -> None:
    texts = [one.text for one in passages(outline(material("kapsalon")))]

    assert [markdown_of(prose.blocks(one)) for one in texts] == texts
