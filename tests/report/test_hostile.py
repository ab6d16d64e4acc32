"""Hostile text in answers appears as it was typed, in every writer, and no file breaks on it."""

import json
import unicodedata
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests import klantreis
from tests.report.builders import CLIENT, TEMPLATE, document, material_of
from tests.report.word_reader import find, part, text
from tests.strategies import responses
from workshop.report.document import Cell, Column, Document, Heading, Paragraph, Table
from workshop.report.html import to_html, to_page
from workshop.report.outline import outline
from workshop.report.plain import to_markdown
from workshop.report.spans import Span, clean
from workshop.report.spans import text as words
from workshop.report.word.writer import to_docx

HOSTILE = (
    "a & b <i>c</i> \"d\" 'e'",
    "]]> <!-- --> <?xml?> &amp; &#0;",
    "{client} {0} {{title}} %s $x",
    "**niet vet** _niet schuin_ [geen link](http://x) # geen kop | geen cel",
    "\u202egnirts\u202c עברית",
    "👩‍👩‍👧‍👦 🇳🇱 e\u0301",
    "regel een\nregel twee\n\n- streepje\n1. één",
    "tab\ttab  dubbel",
    "x" * 10_000,
)
CONTROLS = "".join(chr(code) for code in range(32)) + "\x7f\x85\u2028\u2029\ufffe\uffff\ud800"


@cache
def hostile_report() -> Document:
    """A report in which every text answer is hostile."""
    persona = {"name": HOSTILE[0], "desires": {"value": HOSTILE[3], "evidence": 2}, "fears": HOSTILE[5]}
    persona |= {"wishes": HOSTILE[6], "needs": HOSTILE[8], "interests": HOSTILE[1], "barriers": HOSTILE[2]}
    answers = {**klantreis.example("kapsalon"), "personas": [persona]}
    json.dumps(answers)
    return outline(material_of(klantreis.response(answers), client="<script>alert('&')</script>"))


@cache
def hostile_file() -> bytes:
    """The same as a Word file."""
    return to_docx(hostile_report(), TEMPLATE)


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_word_shows_what_was_typed(typed: str) -> None:
    table = Table((Column("A"),), ((Cell(words(typed)),),), typed[:80], typed[:200])
    file = to_docx(document(Heading(1, f"Kop {typed[:80]}", "kop"), Paragraph(words(typed)), table), TEMPLATE)

    paragraphs = [text(one) for one in find(part(file), "//w:p")]
    assert paragraphs.count(typed) == 2


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_html_shows_what_was_typed(typed: str) -> None:
    fragment = to_html(document(Paragraph(words(typed))))

    tree = etree.fromstring(fragment.replace("<br>", "\n"))
    assert "".join(str(piece) for piece in tree.itertext()).strip("\n") == clean(typed)
    assert len(list(tree.iter())) == 2


@pytest.mark.parametrize("typed", HOSTILE[:6], ids=range(6))
def test_markdown_shows_what_was_typed(typed: str) -> None:
    import markdown

    html = markdown.markdown(to_markdown(document(Paragraph(words(typed)))), extensions=["tables"])

    assert "".join(str(piece) for piece in etree.HTML(html).itertext()).strip() == typed


def test_control_characters_never_reach_a_file() -> None:
    spans = (Span(f"a{CONTROLS}b"), Span(CONTROLS, bold=True), Span(f"x{CONTROLS}", link=f"https://e.org/{CONTROLS}"))
    made = document(Heading(1, f"k{CONTROLS}", f"id{CONTROLS}"), Paragraph(spans), client=CONTROLS)

    tree = part(to_docx(made, TEMPLATE))

    assert text(find(tree, "//w:p")[1]).startswith("a\t\n")
    etree.fromstring(to_html(made).replace("<br>", "\n"))
    to_page(made).encode("utf-8")
    to_markdown(made).encode("utf-8")


def test_a_hostile_response_makes_a_whole_report() -> None:
    shown = "\n".join(text(one) for one in find(part(hostile_file()), "//w:p"))

    for typed in (HOSTILE[0], HOSTILE[3], HOSTILE[5], HOSTILE[8]):
        assert unicodedata.normalize("NFC", typed) in shown
    assert "<script>alert('&')</script>" in shown
    assert "<script" not in to_page(hostile_report())
    assert CLIENT not in shown


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_any_answers_at_all_make_a_sound_report(data: st.DataObject) -> None:
    response = data.draw(responses(klantreis.bundle().questionnaire))

    made = outline(material_of(response))
    tree = part(to_docx(made, TEMPLATE))

    empty = [one for one in find(tree, "//w:p") if not text(one).strip() and not find(one, ".//w:drawing")]
    assert empty == []
    assert find(tree, "//w:tbl/following-sibling::*[1][self::w:tbl]") == []
    etree.fromstring(to_html(made).replace("<br>", "\n"))
    to_markdown(made)
