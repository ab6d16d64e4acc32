"""What may stand in an attribute: tables as data, and the reading of them.

A line is `name:kind` for each attribute, `name!:kind` for one that Word needs; a kind is one of KINDS, or words with
`|` between them. Attributes without a prefix are of WordprocessingML in its own elements, and plain elsewhere.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from workshop.report.lint.fault import Rule
from workshop.report.lint.names import long, short

_LENGTH: Final = r"-?\d+|-?\d+(\.\d+)?(mm|cm|in|pt|pc|pi)"
KINDS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "int": r"-?\d{1,10}",
        "nat": r"\d{1,10}",
        "level": "[0-8]",
        "outline": "[0-9]",
        "span": r"[1-9]\d?",
        "half": r"\d{1,4}|\d+(\.\d+)?(mm|cm|in|pt|pc|pi)",
        "length": _LENGTH,
        "width": rf"{_LENGTH}|-?\d+(\.\d+)?%",
        "emu": r"-?\d{1,12}",
        "size": r"\d{1,12}",
        "onoff": "0|1|true|false|on|off",
        "colour": "auto|[0-9A-Fa-f]{6}",
        "rgb": "[0-9A-Fa-f]{6}",
        "long": "[0-9A-Fa-f]{8}",
        "byte": "[0-9A-Fa-f]{1,2}",
        "any": r"[\s\S]*",
        "some": r"[\s\S]+",
        "clock": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?",
        "number": r"-?\d+(\.\d+)?([eE][+-]?\d+)?",
    }.items()
}
_THEME: Final = (
    "dark1|light1|dark2|light2|accent1|accent2|accent3|accent4|accent5|accent6|hyperlink|followedHyperlink|none|"
    "background1|text1|background2|text2"
)
_SHADES: Final = (
    "nil|clear|solid|horzStripe|vertStripe|reverseDiagStripe|diagStripe|horzCross|diagCross|thinHorzStripe|"
    "thinVertStripe|thinReverseDiagStripe|thinDiagStripe|thinHorzCross|thinDiagCross|pct5|pct10|pct12|pct15|pct20|"
    "pct25|pct30|pct35|pct37|pct40|pct45|pct50|pct55|pct60|pct62|pct65|pct70|pct75|pct80|pct85|pct87|pct90|pct95"
)
_FILL: Final = f"themeFill:{_THEME} themeFillTint:byte themeFillShade:byte"
_SCHEME: Final = "bg1|tx1|bg2|tx2|accent1|accent2|accent3|accent4|accent5|accent6|hlink|folHlink|phClr|dk1|lt1|dk2|lt2"
_ON_OFF: Final = (
    "b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden rtl cs specVanish keepNext keepLines pageBreakBefore widowControl suppressLineNumbers "
    "suppressAutoHyphens bidi contextualSpacing mirrorIndents cantSplit tblHeader noWrap hideMark titlePg "
    "showingPlcHdr temporary qFormat semiHidden unhideWhenUsed locked isLgl docPartUnique"
)
_WIDTHS: Final = dict.fromkeys(("tcW", "tblW", "tblInd", "tblCellSpacing"), "w:width type:auto|dxa|nil|pct")
_MARK: Final = dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference", "bookmarkEnd"), "id!:int")
_WORD: Final[Mapping[str, str]] = {
    **dict.fromkeys(_ON_OFF.split(), "val:onoff"),
    **_WIDTHS,
    **_MARK,
    **dict.fromkeys(("sz", "szCs", "kern"), "val!:half"),
    **dict.fromkeys(("footnoteReference", "endnoteReference", "footnote", "endnote"), "id!:int"),
    "pStyle": "val!:some",
    "rStyle": "val!:some",
    "tblStyle": "val!:some",
    "styleLink": "val!:some",
    "numStyleLink": "val!:some",
    "numId": "val!:int",
    "ilvl": "val!:level",
    "abstractNumId": "val!:int",
    "jc": "val!:left|start|center|right|end|both|distribute|mediumKashida|highKashida|lowKashida|numTab|thaiDistribute",
    "lvlJc": "val!:left|start|center|right|end|both",
    "spacing": "before:length after:length line:length lineRule:auto|exact|atLeast beforeAutospacing:onoff "
    "afterAutospacing:onoff val:length",
    "ind": "left:length right:length start:length end:length hanging:length firstLine:length",
    "outlineLvl": "val!:outline",
    "tab": "val:clear|start|left|center|end|right|decimal|bar|num|list pos:length leader:none|dot|hyphen|underscore|"
    "heavy|middleDot",
    "shd": f"val!:{_SHADES} color:colour fill:colour {_FILL}",
    "color": f"val!:colour themeColor:{_THEME} themeTint:byte themeShade:byte",
    "u": "val:some color:colour",
    "vertAlign": "val!:baseline|superscript|subscript",
    "highlight": "val!:black|blue|cyan|green|magenta|red|yellow|white|darkBlue|darkCyan|darkGreen|darkMagenta|darkRed|"
    "darkYellow|darkGray|lightGray|none",
    "gridCol": "w:length",
    "gridSpan": "val!:span",
    "gridBefore": "val!:nat",
    "gridAfter": "val!:nat",
    "vMerge": "val:continue|restart",
    "vAlign": "val!:top|center|both|bottom",
    "tblLayout": "type:fixed|autofit",
    "trHeight": "val:length hRule:auto|exact|atLeast",
    "br": "type:page|column|textWrapping clear:none|left|right|all",
    "fldChar": "fldCharType!:begin|separate|end dirty:onoff fldLock:onoff",
    "fldSimple": "instr!:some dirty:onoff fldLock:onoff",
    "hyperlink": "history:onoff anchor:some",
    "bookmarkStart": "id!:int name!:some",
    "comment": "id!:int author!:any date:clock",
    "id": "val:int",
    "pgSz": "w:length h:length orient:portrait|landscape",
    "pgMar": "top:length right:length bottom:length left:length header:length footer:length gutter:length",
    "cols": "num:nat space:length equalWidth:onoff",
    "headerReference": "type!:default|first|even",
    "footerReference": "type!:default|first|even",
    "style": "type:paragraph|character|table|numbering styleId:some default:onoff customStyle:onoff",
    "tblStylePr": "type!:wholeTable|firstRow|lastRow|firstCol|lastCol|band1Vert|band2Vert|band1Horz|band2Horz|neCell|"
    "nwCell|seCell|swCell",
    "abstractNum": "abstractNumId!:int",
    "num": "numId!:int",
    "lvl": "ilvl!:level",
    "lvlOverride": "ilvl!:level",
    "nsid": "val!:long",
    **dict.fromkeys(("numFmt", "name", "basedOn", "next", "link", "alias", "docPartGallery"), "val!:any"),
    "start": "val!:nat",
    "startOverride": "val!:nat",
    "multiLevelType": "val!:singleLevel|multilevel|hybridMultilevel",
    "compatSetting": "name:some uri:some val:some",
    "zoom": "percent:width val:none|fullPage|bestFit|textFit",
    "uiPriority": "val!:int",
}
_OTHER: Final[Mapping[str, str]] = {
    "wps:cNvSpPr": "txBox:onoff",
    "wp:extent": "cx!:size cy!:size",
    "wp:inline": "distT:nat distB:nat distL:nat distR:nat",
    "a:off": "x!:emu y!:emu",
    "a:ext": "cx:size cy:size",
    "a:chOff": "x!:emu y!:emu",
    "a:chExt": "cx!:size cy!:size",
    "a:pt": "x!:some y!:some",
    "a:path": "w:size h:size fill:none|norm|lighten|lightenLess|darken|darkenLess stroke:onoff",
    "a:ln": "w:size cap:rnd|sq|flat",
    "a:prstGeom": "prst!:some",
    "a:schemeClr": f"val!:{_SCHEME}",
    "a:srgbClr": "val!:rgb",
    "a:alpha": "val!:width",
    "a:prstDash": "val:solid|dot|dash|lgDash|dashDot|lgDashDot|lgDashDotDot|sysDash|sysDot|sysDashDot|sysDashDotDot",
    "a:graphicData": "uri!:some",
    "c:axId": "val!:nat",
    "c:crossAx": "val!:nat",
    "c:idx": "val!:nat",
    "c:order": "val!:nat",
    "c:ptCount": "val!:nat",
    "c:pt": "idx!:nat",
    "c:delete": "val:onoff",
    "c:autoTitleDeleted": "val:onoff",
    "c:barDir": "val:bar|col",
    "c:grouping": "val:percentStacked|clustered|standard|stacked",
    "c:orientation": "val:maxMin|minMax",
    "c:min": "val!:number",
    "c:max": "val!:number",
    "c:axPos": "val!:b|l|r|t",
    "c:crosses": "val!:autoZero|max|min",
    "c:tickLblPos": "val:high|low|nextTo|none",
    "c:dispBlanksAs": "val:span|gap|zero",
    "c:gapWidth": "val:width",
    "c:overlap": "val:width",
    "c:varyColors": "val:onoff",
    "c:legendPos": "val:b|tr|l|r|t",
}
SIZES: Final = frozenset(map(long, ("wp:extent", "a:off", "a:ext", "a:chOff", "a:chExt", "a:pt", "a:path")))
"""Elements whose attributes are places and sizes."""

Wanted = tuple[str, bool, re.Pattern[str]]


def _wanted(line: str, prefix: str) -> tuple[Wanted, ...]:
    found = []
    for one in line.split():
        name, _, kind = one.partition(":")
        pattern = KINDS.get(kind) or re.compile(kind)
        found.append((f"{prefix}{name.rstrip('!')}", name.endswith("!"), pattern))
    return tuple(found)


VALUES: Final[Mapping[str, tuple[Wanted, ...]]] = {
    **{long(name): _wanted(line, long("")) for name, line in _WORD.items()},
    **{long(name): _wanted(line, "") for name, line in _OTHER.items()},
}
"""The attributes of every element that the lint looks at."""
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    tag: tuple(name for name, _, _ in wanted) for tag, wanted in VALUES.items()
}
"""The names of those attributes, in the order in which `findings` takes their values."""

Finding = tuple[Rule, str]


@lru_cache(maxsize=4096)
def findings(tag: str, given: tuple[str | None, ...]) -> tuple[Finding, ...]:
    """What is wrong with the attributes of an element; `given` in the order of NAMES."""
    return tuple(_findings(tag, given))


def _findings(tag: str, given: tuple[str | None, ...]) -> Iterator[Finding]:
    for (name, needed, pattern), value in zip(VALUES.get(tag, ()), given, strict=True):
        if value is None:
            if needed:
                yield Rule.VALUE_MISSING, f"{short(tag)} lacks {short(name)}"
        elif not pattern.fullmatch(value.strip()):
            rule = Rule.DRAWING_SIZE if tag in SIZES else Rule.VALUE
            yield rule, f"{short(tag)} has {short(name)}='{value[:40]}'"
