"""One sound Word file with everything in it that the lint looks at, to be damaged by the faults."""

import io
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tests.report.builders import TEMPLATE, cover, document
from workshop.report.document import (
    BulletList,
    Cell,
    Column,
    Contents,
    FormField,
    FormFields,
    Heading,
    ListItem,
    NumberedList,
    Paragraph,
    Table,
)
from workshop.report.lint.fault import Rule
from workshop.report.spans import Span
from workshop.report.spans import text as words
from workshop.report.word.template import pack
from workshop.report.word.writer import to_docx

DOCUMENT: Final = "word/document.xml"
RELATIONS: Final = "word/_rels/document.xml.rels"
TYPES: Final = "[Content_Types].xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPREADSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PIXEL: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c636060606000000005000157a7d10f0000000049454e44ae426082"
)


@dataclass(slots=True)
class Parts:
    """The members of a file that a fault changes; `twice` are written a second time, `end` is cut off its end."""

    members: dict[str, bytes]
    twice: list[tuple[str, bytes]] = field(default_factory=list)
    end: int = 0

    def replace(self, old: str, new: str, name: str = DOCUMENT) -> None:
        """Change one place in a part; what is changed must be there."""
        text = self.members[name].decode()
        assert old in text, f"'{old}' does not stand in {name}"
        self.members[name] = text.replace(old, new, 1).encode()

    def add(self, xml: str) -> None:
        """Put XML at the end of the text of the main document."""
        text = self.members[DOCUMENT].decode()
        before, mark, after = text.rpartition("<w:sectPr")
        assert mark
        self.members[DOCUMENT] = f"{before}{xml}{mark}{after}".encode()

    def file(self) -> bytes:
        """The damaged file."""
        buffer = io.BytesIO(pack(self.members))
        with zipfile.ZipFile(buffer, "a") as archive, warnings.catch_warnings(action="ignore"):
            for name, content in self.twice:
                archive.writestr(zipfile.ZipInfo(name), content)
        content = buffer.getvalue()
        return content[: len(content) - self.end] if self.end else content


Damage = Callable[[Parts], None]


@dataclass(frozen=True, slots=True)
class Sample:
    """One fault: the rule that must find it, and how a sound file is damaged."""

    rule: Rule
    damage: Damage

    @property
    def name(self) -> str:
        """What is wrong, as the function is called."""
        return self.damage.__name__


def damaged(sample: Sample) -> bytes:
    """The sound file with one fault in it."""
    parts = Parts(dict(members_of(sound())))
    sample.damage(parts)
    return parts.file()


def members_of(file: bytes) -> dict[str, bytes]:
    """All members by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def sound() -> bytes:
    """The file without a fault."""
    parts = Parts(members_of(_written()))
    parts.add(_MERGED + _NOTED + _GRAPHICS)
    parts.members |= {
        "word/comments.xml": _comments(),
        "word/media/image1.png": PIXEL,
        "word/charts/chart1.xml": _chart(),
        "word/charts/_rels/chart1.xml.rels": _relations(("rId1", "package", "../embeddings/book1.xlsx")),
        "word/embeddings/book1.xlsx": workbook("3.5"),
    }
    more = _relations(
        ("rIdA", "comments", "comments.xml"),
        ("rIdB", "image", "media/image1.png"),
        ("rIdC", "chart", "charts/chart1.xml"),
    ).decode()
    parts.replace("</Relationships>", more.split(">", 1)[1], RELATIONS)
    parts.replace("<Override", f'<Default Extension="png" ContentType="image/png"/>{_BOOK_TYPE}<Override', TYPES)
    parts.replace("</Types>", f"{_PART_TYPES}</Types>", TYPES)
    return parts.file()


def _written() -> bytes:
    """A small report of our own writer."""
    items = (ListItem(words("Een"), (NumberedList((ListItem(words("Binnen")),)),)), ListItem(words("Twee")))
    link = (Span("Naar de kop", link="#kop"), Span(" en naar buiten", link="https://example.org/"))
    rows = tuple((Cell(words(f"Rij {number}")), Cell(fill_in="Naam")) for number in range(3))
    return to_docx(
        document(
            cover(),
            Contents("Inhoud"),
            Heading(1, "Eerste kop", "kop"),
            Paragraph(link),
            NumberedList(items),
            BulletList((ListItem(words("Punt")),)),
            Table((Column("A"), Column("B")), rows, "Bijschrift", "Samenvatting"),
            FormFields((FormField("Eigenaar", "Eigenaar"),)),
        ),
        TEMPLATE,
    )


def paragraph(inside: str, properties: str = "") -> str:
    """A paragraph of our own."""
    return f'<w:p><w:pPr><w:pStyle w:val="Normal"/>{properties}</w:pPr>{inside}</w:p>'


def _cell(properties: str, inside: str) -> str:
    inner = paragraph(f"<w:r><w:t>{inside}</w:t></w:r>")
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


_WIDE: Final = _cell('<w:gridSpan w:val="2"/>', "breed")
_HIGH: Final = _cell('<w:vMerge w:val="restart"/>', "hoog")
_BELOW: Final = _cell("<w:vMerge/>", "vervolg")
_LOOSE: Final = _cell("", "los")
_MERGED: Final = (
    '<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    f"<w:tr>{_WIDE}</w:tr><w:tr>{_HIGH}{_LOOSE}</w:tr><w:tr>{_BELOW}{_LOOSE}</w:tr></w:tbl>"
)
_NOTED: Final = paragraph(
    '<w:commentRangeStart w:id="1"/><w:r><w:t>Bron</w:t></w:r><w:commentRangeEnd w:id="1"/>'
    '<w:r><w:commentReference w:id="1"/></w:r>'
)


def _inline(number: int, uri: str, inside: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="500000"/>'
        f'<wp:docPr id="{number}" name="Beeld {number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:graphicData uri="{uri}">{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


_IMAGE: Final = (
    f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="0" name="Beeld"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rIdB"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="900000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic>"
)
_GRAPHICS: Final = paragraph(
    _inline(900001, _PICTURE, _IMAGE)
    + _inline(900002, _CHART, f'<c:chart xmlns:c="{_CHART}" xmlns:r="{_OFFICE}" r:id="rIdC"/>')
)
_BOOK_TYPE: Final = f'<Default Extension="xlsx" ContentType="{_SPREADSHEET}.sheet"/>'
_PART_TYPES: Final = (
    f'<Override PartName="/word/comments.xml" ContentType="{_WORD}.comments+xml"/>'
    '<Override PartName="/word/charts/chart1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>'
)


def _comments() -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = paragraph("<w:r><w:t>Vraag 12</w:t></w:r>")
    entry = f'<w:comment w:id="1" w:author="Klantreis" w:initials="K">{text}</w:comment>'
    return f'<w:comments xmlns:w="{space}">{entry}</w:comments>'.encode()


def _relations(*relations: tuple[str, str, str]) -> bytes:
    lines = "".join(f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for id_, kind, to in relations)
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{lines}</Relationships>'.encode()


def _chart() -> bytes:
    points = '<c:pt idx="0"><c:v>Eén</c:v></c:pt><c:pt idx="1"><c:v>Twee</c:v></c:pt>'
    numbers = '<c:pt idx="0"><c:v>3.5</c:v></c:pt><c:pt idx="1"><c:v>4</c:v></c:pt>'
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache>'
        '<c:ptCount val="1"/><c:pt idx="0"><c:v>Score</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        '<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/>'
        f"{points}</c:strCache></c:strRef></c:cat>"
        "<c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:formatCode>0.0</c:formatCode>"
        f'<c:ptCount val="2"/>{numbers}</c:numCache></c:numRef></c:val></c:ser>'
    )
    axes = "".join(
        f'<c:{kind}><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{place}"/><c:crossAx val="{other}"/><c:crosses val="autoZero"/></c:{kind}>'
        for kind, own, other, place in (("catAx", 11, 12, "b"), ("valAx", 12, 11, "l"))
    )
    return (
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:r="{_OFFICE}"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f'<c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f'<c:axId val="11"/><c:axId val="12"/></c:barChart>{axes}</c:plotArea><c:plotVisOnly val="1"/></c:chart>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def workbook(number: str, sheet: str = "Sheet1") -> bytes:
    """A small workbook with two categories and two numbers, the first of them as given."""
    strings = "".join(f"<si><t>{one}</t></si>" for one in ("Score", "Eén", "Twee"))
    cells = (
        '<row r="1"><c r="B1" t="s"><v>0</v></c></row>'
        f'<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>{number}</v></c></row>'
        '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><v>4</v></c></row>'
    )
    sheets = f'<sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets>'
    kinds = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "sharedStrings": "sharedStrings"}
    types = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_SPREADSHEET}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    default = 'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"'
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    members = {
        TYPES: f'<Types xmlns="{space}"><Default {default}/>{types}</Types>'.encode(),
        "_rels/.rels": _relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}">{sheets}</workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": _relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{cells}</sheetData></worksheet>'.encode(),
        "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{strings}</sst>'.encode(),
    }
    return pack(members)
