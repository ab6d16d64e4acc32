"""The HTML and Markdown writers: safe, complete, and with the same figures as the Word file."""

import re
from functools import reduce

import html5lib
import pytest
from lxml import etree

from tests.report.builders import CLIENT, cover, document, material, report, word_file
from tests.report.word_reader import find, part, text
from workshop.report.charts.chart import Chart
from workshop.report.document import (
    BulletList,
    Callout,
    CalloutKind,
    Card,
    Cell,
    Column,
    ColumnKind,
    Contents,
    Document,
    FormField,
    FormFields,
    Heading,
    KeyFigure,
    KeyFigures,
    ListItem,
    NumberedList,
    PageBreak,
    Paragraph,
    Passage,
    Quote,
    Table,
)
from workshop.report.html import stylesheet, to_html, to_page
from workshop.report.outline import result
from workshop.report.plain import escaped, to_markdown
from workshop.report.spans import Span, bold
from workshop.report.spans import text as words

NAMES = ("kapsalon", "adviseur", "starter", "few", "none")
FIGURE = re.compile(r"€\u00a0[\d.,]+|\d[\d.,]*\u00a0%|\d+\u00a0\(\d+–\d+\)")


def shown(html: str) -> str:
    """The text of a page, with a blank between elements."""
    return " ".join(str(piece) for piece in etree.fromstring(html.replace("<br>", "\n")).itertext())


@pytest.mark.parametrize("name", NAMES)
def test_all_three_writers_print_the_same_figures(name: str) -> None:
    made = report(name)
    body = find(part(word_file(name)), "//w:body")[0]
    in_word = sorted(FIGURE.findall("\n".join(text(one) for one in find(body, ".//w:p"))))

    without_pictures = re.sub(r"<svg.*?</svg>", "", to_html(made), flags=re.DOTALL)
    assert sorted(FIGURE.findall(shown(without_pictures))) == in_word
    assert sorted(FIGURE.findall(without_conclusions(made))) == in_word


def without_conclusions(made: Document) -> str:
    """The words of a report without what Word and a page say in the alternative text of a chart."""
    charts = (one for one in made.blocks if isinstance(one, Chart))
    return reduce(lambda said, one: said.replace(escaped(one.conclusion).strip(), ""), charts, to_markdown(made))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_is_strict_html_without_anything_from_outside(name: str, language: str) -> None:
    page = to_page(report(name, language))

    html5lib.HTMLParser(strict=True).parse(page)
    assert not re.search(r"<(?:script|link|img|iframe|object|embed)\b", page)
    assert not re.search(r"(?:url\(|@import|src=)", page)
    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize("name", NAMES)
def test_the_fragment_fits_a_strict_content_security_policy(name: str) -> None:
    fragment = to_html(result(material(name)))

    assert " style=" not in fragment
    assert not re.search(r"\son\w+=", fragment)
    tree = etree.fromstring(fragment.replace("<br>", "\n"))
    assert {one.get("scope") for one in tree.iter("th")} == {"col", "row"} or not list(tree.iter("svg"))
    assert all(one.get("aria-label") for one in tree.iter("svg"))
    assert "<h1" not in fragment


def test_every_class_that_is_written_has_a_look() -> None:
    written = {
        name
        for one in NAMES
        for found in re.findall(r'class="([^"]+)"', to_page(report(one)))
        for name in found.split()
    }
    plain = {"report-figure", "report-tone-none", "report-box-note", "report-report"}

    assert {name for name in written if f".{name}" not in stylesheet()} <= plain


def test_headings_of_a_fragment_start_where_the_page_asks() -> None:
    made = document(Heading(1, "Een", "een"), Heading(2, "Twee", "twee"))

    assert re.findall(r"<h(\d)", to_html(made)) == ["2", "3"]
    assert re.findall(r"<h(\d)", to_html(made, 1)) == ["1", "2"]


def test_markdown_of_each_block() -> None:
    made = document(
        cover(),
        Contents("Inhoud"),
        PageBreak(),
        Heading(1, "Kop", "kop"),
        Heading(1, "Alles", "alles", annex=True),
        Paragraph((*words("Zie "), Span("hier", link="#kop"), *words(" en "), *bold("daar"))),
        BulletList((ListItem(words("a"), (NumberedList((ListItem(words("b")),)),)),)),
        Table(
            (Column("Wat"), Column("Hoeveel", ColumnKind.NUMBER)),
            ((Cell(words("x|y")), Cell(fill_in="Datum")),),
            "T",
            "s",
        ),
        Passage("een", "Iets", (Paragraph(words("mag anders")), Paragraph(words("en dit")))),
        KeyFigures((KeyFigure("62", "Totaal"),), "s"),
        Callout(CalloutKind.NOTE, "Let op", (Paragraph(words("iets")),)),
        Card("1", "Eerst", (FormFields((FormField("Eigenaar", "Eigenaar, prioriteit 1"),)),)),
        Quote("Zo is het.", "Bron"),
    )

    assert to_markdown(made) == MARKDOWN


MARKDOWN = """# Rapport

Ondertitel

**Jansen & Zn &lt;b>**

- Gemaakt op: 22 november 2026

**Inhoud**

- [1 Kop](#kop)
- [Bijlage A Alles](#alles)

---

# 1 Kop

# Bijlage A Alles

Zie [hier](#kop) en **daar**

- a
  1. b

*Tabel 1 – T*

| Wat | Hoeveel |
| --- | ---: |
| x\\|y | \\_\\_\\_\\_\\_\\_ |

mag anders

en dit

- **62** – Totaal

> **Let op**
>
> iets

> **1 Eerst**
>
> Eigenaar: \\_\\_\\_\\_\\_\\_

> “Zo is het.” (Bron)
"""


def test_the_page_names_the_client_literally() -> None:
    assert "<title>Klantreis-adviesrapport – Jansen &amp; Zn &lt;b&gt;</title>" in to_page(report("kapsalon"))
    assert CLIENT not in to_page(report("kapsalon"))
