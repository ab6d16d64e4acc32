"""The Word writer: a document of blocks becomes a .docx in the style of a template, with the same bytes each time."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.language.tongue import Language
from workshop.report.document import Document
from workshop.report.errors import TemplateLacksStyle
from workshop.report.lint.check import must_be_sound
from workshop.report.theme import THEME
from workshop.report.word.blocks import Blocks
from workshop.report.word.body import Place, arranged, places, put
from workshop.report.word.charts import Charts
from workshop.report.word.comments import add_comments
from workshop.report.word.hung import Hung
from workshop.report.word.looks import CHARACTERS, LOOKS, TABLES
from workshop.report.word.parts import (
    add_lists,
    fill_in,
    name_annexes,
    next_list,
    saved,
    set_language,
    set_properties,
    theme_of,
)
from workshop.report.word.seal import seal
from workshop.report.word.splice import Elements
from workshop.report.word.theme import recolour, theme_colours
from workshop.report.word.widths import fit_widths
from workshop.report.word.xml import W

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def to_docx(document: Document, template: Path | bytes, *, work: bool = False, pictures: bool = False) -> bytes:
    """Write the document into the template and give the file.

    A `work` copy names the source of each advice in comments; `pictures` asks for charts as pictures, for programs
    that cannot show a native chart.
    """
    import docx  # takes 0.1 s; screens never need it

    base = template if isinstance(template, bytes) else template.read_bytes()
    word = docx.Document(io.BytesIO(base))
    numbering = word.part.numbering_part.element
    styles = style_ids(word)
    missing = tuple(name for name in needed_styles() if name.lower() not in styles)
    if missing:
        raise TemplateLacksStyle(missing)
    spots = places(word.element.body)
    blocks = Blocks(
        arranged(document, spots, word.element.body),
        styles=lambda name: styles[name.lower()],
        link=lambda address: word.part.relate_to(address, _LINK, is_external=True),
        first_list=next_list(numbering),
        charts=Charts(Hung(word), Language(document.language), pictures=pictures),
    )
    word, added = _put_in_body(word, blocks.body(), spots)
    add_lists(numbering, blocks.simples.lists)
    name_annexes(numbering, document.labels.annex, styles["annex heading"])
    fill_in(word, document, added)
    set_language(word, document.language)
    set_properties(word, document)
    seal(word, document)
    if work:
        add_comments(word, blocks.simples.sources, document.author, document.made_on, blocks.inline.styles)
    file = saved(word)
    must_be_sound(file, base)
    return file


def style_ids(word: "WordDocument") -> dict[str, str]:
    """Style ids by name in lower case: a Dutch Word calls "heading 1" Kop1, but keeps its name."""
    found: dict[str, str] = {}
    for style in word.styles.element.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            found.setdefault(name.get(f"{W}val", "").lower(), style.get(f"{W}styleId", ""))
    return found


def needed_styles() -> Iterator[str]:
    """The names of all styles that the report is written in."""
    yield from (look.name for look in LOOKS)
    yield from (*CHARACTERS, *TABLES)


def _put_in_body(word: "WordDocument", xml: str, spots: Sequence[Place]) -> tuple["WordDocument", Elements]:
    """Put our blocks in their places: no wider than the page, and with the colours of the template's theme."""
    root, added = put(word.element, xml, spots)
    part: Any = word.part
    part._element = root  # python-docx 1.2 has no public way to give a part its tree
    whole: WordDocument = part.document
    fit_widths(whole.element.body, added)
    colours = theme_colours(theme_of(whole))
    if colours != THEME:
        recolour(added, colours)
    return whole, added
