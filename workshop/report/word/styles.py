"""The part word/styles.xml: the looks of `looks` as WordprocessingML."""

from typing import Final

from workshop.report.word.looks import (
    BUILT_IN,
    CHARACTERS,
    DEEP,
    INK,
    LOOKS,
    PAPER,
    SANS,
    SLATE,
    TABLES,
    WHITE,
    Look,
    colour,
)
from workshop.report.word.xml import DECLARATIONS, attribute


def tinted(name: str, share: int) -> str:
    """A theme colour mixed with white; `share` 0–255 says how much of the colour is left (Word's themeFillTint)."""
    value = colour(name)
    parts = (int(value[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(part * share / 255 + 255 * (255 - share) / 255):02X}" for part in parts)


def shading(name: str, share: int = 255) -> str:
    """A fill in a theme colour, with its tint."""
    tint = f' w:themeFillTint="{share:02X}"' if share < 255 else ""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{tinted(name, share)}" w:themeFill="{name}"{tint}/>'


def line(side: str, name: str, size: int, space: int = 0) -> str:
    """A border in a theme colour; `size` in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour(name)}" w:themeColor="{name}"/>'


def ink(name: str) -> str:
    """A text colour out of the theme."""
    return f'<w:color w:val="{colour(name)}" w:themeColor="{name}"/>'


def style_id(name: str) -> str:
    """The id of a style in our own template: its name without blanks."""
    return "".join(part[:1].upper() + part[1:] for part in name.split())


_BASIS: Final = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
)
_CHARACTER_LOOKS: Final = {
    "Strong": "<w:b/><w:bCs/>",
    "Emphasis": "<w:i/><w:iCs/>",
    "Hyperlink": f'{ink("hyperlink")}<w:u w:val="single"/>',
    "Placeholder Text": ink(SLATE),
    "annotation reference": '<w:sz w:val="16"/><w:szCs w:val="16"/>',
}
_GAPS: Final = line("insideH", WHITE, 48) + line("insideV", WHITE, 48)
_TABLE_BORDERS: Final = {
    "Report Table": line("bottom", DEEP, 8) + line("insideH", PAPER, 8),
    "Report Box": _GAPS,
    "Report Cards": _GAPS,
    "Report Figures": _GAPS,
}
_WITH_HEADER: Final = frozenset({"Report Table"})


def styles_xml() -> str:
    """The whole part."""
    fonts = f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:eastAsia="{SANS}" w:cs="{SANS}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{ink(INK)}<w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    pieces = (*map(_paragraph_style, LOOKS), *map(_character_style, CHARACTERS), *map(_table_style, TABLES))
    return f"<w:styles {DECLARATIONS}>{defaults}{_BASIS}{''.join(pieces)}</w:styles>"


def _rules(look: Look) -> str:
    beside = line("left", look.rule_beside, 18, 8) if look.rule_beside else ""
    below = line("bottom", look.rule_below, 6, 6) if look.rule_below else ""
    return f"<w:pBdr>{beside}{below}</w:pBdr>" if beside or below else ""


def _paragraph_style(look: Look) -> str:
    kind = ' w:default="1"' if look.name == "Normal" else ""
    kind += "" if look.name in BUILT_IN else ' w:customStyle="1"'
    based = f'<w:basedOn w:val="{style_id(look.based_on)}"/>' if look.based_on else ""
    follow = '<w:next w:val="Normal"/>' if look.outline >= 0 else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style_id(look.name)}"><w:name w:val={attribute(look.name)}/>'
        f"{based}{follow}<w:qFormat/><w:pPr>{_paragraph_looks(look)}</w:pPr><w:rPr>{_run_looks(look)}</w:rPr></w:style>"
    )


def _paragraph_looks(look: Look) -> str:
    pieces = (
        "<w:keepNext/><w:keepLines/>" if look.keep else "",
        _list(look),
        _rules(look),
        _tabs(look),
        _spacing(look),
        f'<w:ind w:left="{look.indent[0]}" w:hanging="{look.indent[1]}"/>' if look.indent else "",
        f'<w:jc w:val="{look.align}"/>' if look.align else "",
        f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline >= 0 else "",
    )
    return "".join(pieces)


def _list(look: Look) -> str:
    if look.list is None:
        return ""
    number, level = look.list
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _tabs(look: Look) -> str:
    stops = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in look.tabs)
    stops += f'<w:tab w:val="right" w:leader="dot" w:pos="{look.dots_to}"/>' if look.dots_to else ""
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _spacing(look: Look) -> str:
    if look.space is None:
        return ""
    before, after, height = look.space
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{height}" w:lineRule="auto"/>'


def _run_looks(look: Look) -> str:
    half = round(look.size * 2)
    font = look.font
    pieces = (
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>' if font else "",
        "<w:b/><w:bCs/>" if look.bold else "",
        "<w:i/><w:iCs/>" if look.italic else "",
        "<w:caps/>" if look.caps else "",
        ink(look.colour) if look.colour else "",
        '<w:spacing w:val="10"/>' if look.caps else "",
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else "",
    )
    return "".join(pieces)


def _character_style(name: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{_CHARACTER_LOOKS[name]}</w:rPr></w:style>'
    )


def _table_style(name: str) -> str:
    borders = _TABLE_BORDERS.get(name, "")
    frame = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    margins = _margins(30, 90) if name in _WITH_HEADER else _margins(50, 150)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{frame}{margins}</w:tblPr>'
        f"{_FIRST_ROW if name in _WITH_HEADER else ''}</w:style>"
    )


def _margins(tall: int, wide: int) -> str:
    sides = (("top", tall), ("left", wide), ("bottom", tall), ("right", wide))
    edges = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sides)
    return f"<w:tblCellMar>{edges}</w:tblCellMar>"


_FIRST_ROW: Final = (
    f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>{line("top", DEEP, 8)}{line("bottom", DEEP, 8)}'
    f"</w:tcBorders>{shading(PAPER)}</w:tcPr></w:tblStylePr>"
)
