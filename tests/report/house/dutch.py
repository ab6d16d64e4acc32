"""A template as a Dutch Word writes it: Dutch ids, a logo, green Georgia headings, and a cover of its own."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R: Final = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
GREEN: Final = "2E7D32"

Parts = dict[str, bytes]


def png(width: int = 120, height: int = 40) -> bytes:
    """A plain green picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x2e\x7d\x32" * width) * height
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def dutch_parts() -> Parts:
    """The parts of the template by name."""
    texts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": relations(
            (f"{OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _CORE,
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": relations(
            *((f"{OFFICE}/{one}", f"{one}.xml") for one in ("styles", "settings", "theme", "header", "footer"))
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _SETTINGS,
        "word/theme.xml": _theme(),
        "word/header.xml": _header(),
        "word/_rels/header.xml.rels": relations((f"{OFFICE}/image", "media/logo.png")),
        "word/footer.xml": _footer(),
    }
    return {**{name: (HEAD + text).encode() for name, text in texts.items()}, "word/media/logo.png": png()}


def dutch_template() -> bytes:
    """The template as a .docx file."""
    return zipped(dutch_parts())


def dutch_dotx() -> bytes:
    """The same as a .dotx file."""
    return zipped(changed(dutch_parts(), "[Content_Types].xml", "document.main+xml", "template.main+xml"))


def changed(parts: Mapping[str, bytes], name: str, old: str, new: str) -> Parts:
    """The parts with a text in one of them replaced; it must be there."""
    assert old.encode() in parts[name], (name, old)
    return {**parts, name: parts[name].replace(old.encode(), new.encode())}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def relations(*lines: tuple[str, str], outside: str = "") -> str:
    """A part with relations; one to the `outside` is the last."""
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(lines, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}{outside}</Relationships>'


def paragraph(*texts: str, style: str = "Standaard", inside: str = "") -> str:
    """A paragraph of runs."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{one}</w:t></w:r>' for one in texts)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}{inside}</w:p>'


def _types() -> str:
    names = {
        "/word/document.xml": f"{TYPES}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/theme.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        **{f"/word/{one}.xml": f"{TYPES}.{one}+xml" for one in ("styles", "settings", "header", "footer")},
    }
    lines = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in names.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def _document() -> str:
    cover = paragraph("Advies voor {{kl", "ant}}", style="Titel")
    cover += paragraph("Opgesteld door {{ad", "vis", "eur}} van {{bureau}} op {{datum}}")
    section = (
        f'<w:sectPr {R}><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1418" w:bottom="1418" w:left="1418" '
        'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    return f"<w:document {W}><w:body>{cover}{paragraph('{{rap', 'port}}')}{section}</w:body></w:document>"


def _header() -> str:
    picture = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1080000" cy="360000"/>'
        '<wp:docPr id="1" name="Logo" descr="Het logo van Groen Advies"/><wp:cNvGraphicFramePr/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        '<pic:cNvPr id="0" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip {R} r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="1080000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return f"<w:hdr {W}>{paragraph(style='Koptekst', inside=picture)}</w:hdr>"


def _footer() -> str:
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f"<w:ftr {W}>{paragraph('{{', 'titel}} voor {{klant}} – ', style='Voettekst', inside=page)}</w:ftr>"


def _style(id: str, name: str, based: str, looks: str, *, kind: str = "paragraph", extra: str = "") -> str:
    under = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{id}"{extra}><w:name w:val="{name}"/>{under}{looks}</w:style>'


def _styles() -> str:
    heading = (
        f'<w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:color w:val="{GREEN}"/><w:sz w:val="{{}}"/></w:rPr>'
    )
    default = ' w:default="1"'
    styles = (
        _style("Standaard", "Normal", "", '<w:qFormat/><w:rPr><w:sz w:val="21"/></w:rPr>', extra=default),
        _style("Standaardalinea-lettertype", "Default Paragraph Font", "", "", kind="character", extra=default),
        _style(
            *("Standaardtabel", "Normal Table", ""),
            '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
            kind="table",
            extra=default,
        ),
        _style("Geenlijst", "No List", "", "", kind="numbering", extra=default),
        _style("Kop1", "heading 1", "Standaard", '<w:next w:val="Standaard"/>' + heading.format(40)),
        _style("Kop2", "heading 2", "Standaard", heading.format(28)),
        _style("Titel", "Title", "Standaard", heading.format(64)),
        _style("Lijstopsomming", "List Bullet", "Standaard", ""),
        _style("Koptekst", "header", "Standaard", ""),
        _style("Voettekst", "footer", "Standaard", '<w:rPr><w:sz w:val="18"/></w:rPr>'),
    )
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:lang w:val="nl-NL"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    latent = (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" '
        'w:defQFormat="0" w:count="376"><w:lsdException w:name="heading 3" w:semiHidden="1"/></w:latentStyles>'
    )
    return f"<w:styles {W}>{defaults}{latent}{''.join(styles)}</w:styles>"


def _theme() -> str:
    values = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "1B5E20",
        "lt2": "F1F8E9",
        "accent1": GREEN,
        "accent2": "C62828",
        "accent3": "F9A825",
        "accent4": "66BB6A",
        "accent5": "00695C",
        "accent6": "70AD47",
        "hlink": "0563C1",
        "folHlink": "954F72",
    }
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in values.items())
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, face in (("major", "Georgia"), ("minor", "Verdana"))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Groen"><a:themeElements>'
        f'<a:clrScheme name="Groen">{colours}</a:clrScheme><a:fontScheme name="Groen">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Groen"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


_SETTINGS: Final = (
    f'<w:settings {W}><w:zoom/><w:updateFields w:val="true"/><w:defaultTabStop w:val="708"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="12"/>'
    "</w:compat></w:settings>"
)
_CORE: Final = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>Rapport voor Oude Klant</dc:title><dc:creator>Vorige Adviseur</dc:creator></cp:coreProperties>"
)
