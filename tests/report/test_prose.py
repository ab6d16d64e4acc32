"""Markdown of authors: what gets through, what is shown as text, and what is refused."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.report import prose
from workshop.report.document import BulletList, ListItem, NumberedList, Paragraph
from workshop.report.spans import Span, bold, text


def test_bold_italic_and_links_become_spans() -> None:
    found = prose.spans("Bel **vandaag** *drie* [klanten](https://example.org/a?b=1&c=2).")

    assert found == (
        *text("Bel "),
        *bold("vandaag"),
        *text(" "),
        Span("drie", italic=True),
        *text(" "),
        Span("klanten", link="https://example.org/a?b=1&c=2"),
        *text("."),
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host", "ftp://x"]
)
def test_other_links_become_plain_text(address: str) -> None:
    assert all(span.link == "" for span in prose.spans(f"Zie [hier]({address})."))


def test_a_list_right_after_a_line_is_a_list() -> None:
    assert prose.blocks("Doe dit:\n- een\n- twee") == (
        Paragraph(text("Doe dit:")),
        BulletList((ListItem(text("een")), ListItem(text("twee")))),
    )


@pytest.mark.parametrize("indent", ["  ", "   ", "    "])
def test_a_nested_list_is_nested_whatever_its_indent(indent: str) -> None:
    inner = BulletList((ListItem(text("binnen")),))

    assert prose.blocks(f"- buiten\n{indent}- binnen") == (BulletList((ListItem(text("buiten"), (inner,)),)),)


def test_numbers_make_a_numbered_list() -> None:
    assert prose.blocks("1. een\n2. twee") == (NumberedList((ListItem(text("een")), ListItem(text("twee")))),)


@pytest.mark.parametrize("html", ["<script>alert(1)</script>", "<b>x</b>", "a &lt; b", "<!-- x -->", "<img src=x>"])
def test_html_is_shown_as_text(html: str) -> None:
    assert "".join(span.text for span in prose.spans(html)) == html


def test_line_ends_inside_a_paragraph_are_blanks() -> None:
    assert prose.spans("een\ntwee") == text("een twee")


@pytest.mark.parametrize("heavy", ["[" * 101, "a" * 4001, "[" * 20_000])
def test_a_heavy_text_stays_as_typed_and_costs_no_time(heavy: str) -> None:
    start = time.monotonic()

    found = prose.blocks(heavy)

    assert found == (Paragraph(text(heavy)),)
    assert time.monotonic() - start < 0.5


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader_or_leaves_its_marks(markdown: str) -> None:
    said = "".join(span.text for span in prose.spans(markdown))

    assert "\x02" not in said
    assert "\x03" not in said


@given(st.text(alphabet="<>&\"'=/ab:javscript()[]*_`-\n", max_size=200))
def test_safe_html_holds_only_what_we_allow(markdown: str) -> None:
    html = prose.safe_html(markdown)

    assert "<script" not in html
    assert 'href="javascript' not in html


def test_safe_html_of_ordinary_help() -> None:
    html = prose.safe_html("Tel **alles**.\n\n- een\n- twee")

    assert html.replace("\n", "") == "<p>Tel <strong>alles</strong>.</p><ul><li>een</li><li>twee</li></ul>"


def test_the_opening_says_enough_but_never_only_a_question() -> None:
    run = text("Kan het zonder? Stop er zestig dagen mee. Kijk dan wat er gebeurt.")

    assert prose.opening(run, 10) == text("Kan het zonder? Stop er zestig dagen mee.")
    assert prose.opening(run, 500) == run


def test_the_opening_reaches_the_clients_own_figure() -> None:
    run = text("Dat is veel. Je kosten zijn {acquisition_cost} per klant. Meer niet.")

    assert prose.opening(run, 5, "{") == text("Dat is veel. Je kosten zijn {acquisition_cost} per klant.")
