"""The floor for a report's words: docxtpl fills a template of Word's own base with the same paragraphs and tables.

The template holds one loop over the pieces of a report, with a branch for each paragraph style and one for a table.
What it fills in is read back from our own file, so that both write the same words in the same styles.
"""

import io
from collections.abc import Iterator

import docx
from docxtpl import DocxTemplate
from lxml import etree

from workshop.report.word.xml import DECLARATIONS, W

Piece = dict[str, object]
_LOOP = "{%p for piece in pieces %}"
_CELL = '<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr>'


def template(base: bytes, pieces: list[Piece]) -> bytes:
    """Make a template that can show these pieces: the base with a loop for a body."""
    word = docx.Document(io.BytesIO(base))
    body = word.element.body
    for old in [one for one in body if one.tag != f"{W}sectPr"]:
        body.remove(old)
    styles = sorted({str(one["style"]) for one in pieces if not one["rows"]})
    lines = [_LOOP, *(line for style in styles for line in _branch(style)), "{%p if piece.rows %}"]
    ends = ["{%p endif %}", "{%p endfor %}"]
    xml = "".join(map(_line, lines)) + _TABLE + "".join(map(_line, ends))
    for new in etree.fromstring(f"<w:body {DECLARATIONS}>{xml}</w:body>"):
        body.find(f"{W}sectPr").addprevious(new)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def _branch(style: str) -> tuple[str, ...]:
    return f'{{%p if not piece.rows and piece.style == "{style}" %}}', f"={style}", "{%p endif %}"


def _line(words: str) -> str:
    if words.startswith("="):
        looks = f'<w:pPr><w:pStyle w:val="{words[1:]}"/></w:pPr>' if words[1:] else ""
        return f"<w:p>{looks}<w:r><w:t>{{{{ piece.text }}}}</w:t></w:r></w:p>"
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def _row(loop: str) -> str:
    return f"<w:tr>{_CELL}<w:p><w:r><w:t>{loop}</w:t></w:r></w:p></w:tc></w:tr>"


def _cell(words: str, style: str = "TableText") -> str:
    return f'{_CELL}<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>'


_TABLE = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="9412" w:type="dxa"/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="1500"/></w:tblGrid>'
    + _row("{%tr for row in piece.rows %}")
    + f"<w:tr>{_cell('{%tc for words in row %}')}{_cell('{{ words }}')}{_cell('{%tc endfor %}')}</w:tr>"
    + _row("{%tr endfor %}")
    + "</w:tbl>"
)


def pieces_of(file: bytes) -> list[Piece]:
    """The paragraphs and tables of a Word file in order: style and text, or rows of texts."""
    return list(_pieces(docx.Document(io.BytesIO(file)).element.body))


def _pieces(parent: etree._Element) -> Iterator[Piece]:
    for one in parent:
        if one.tag == f"{W}p" and _words(one):
            style = one.find(f"{W}pPr/{W}pStyle")
            yield {"style": "" if style is None else style.get(f"{W}val"), "text": _words(one), "rows": []}
        elif one.tag == f"{W}tbl":
            rows = [[_words(cell) for cell in row.iter(f"{W}tc")] for row in one.iter(f"{W}tr")]
            yield {"style": "", "text": "", "rows": rows}
        elif one.tag == f"{W}sdt":
            yield from (piece for inside in one.iterfind(f"{W}sdtContent") for piece in _pieces(inside))


def _words(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def filled(prepared: bytes, pieces: list[Piece]) -> bytes:
    """Fill the template, escaping as docxtpl advises, and give the file."""
    word = DocxTemplate(io.BytesIO(prepared))
    word.render({"pieces": pieces}, autoescape=True)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()
