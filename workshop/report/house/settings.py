"""Settings that a report can live with: today's Word, no locks, no questions at the start, nothing of earlier days."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from workshop.report.house.package import OFFICE, Package
from workshop.report.word.xml import NAMESPACES, W

_SPACE: Final = "http://schemas.microsoft.com/office/word"
_MODE: Final = "15"
_GONE: Final = {
    "updateFields": "fields",
    "documentProtection": "protection",
    "writeProtection": "protection",
    "trackRevisions": "tracking",
    "mailMerge": "mail_merge",
    "attachedTemplate": "",
    "attachedSchema": "",
    "saveThroughXslt": "",
    "docVars": "",
    "rsids": "",
    "proofState": "",
}
"""Settings that go, with the code of what is said about it."""
_BEFORE_COMPAT: Final = frozenset(
    (
        *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
        *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts"),
        *("saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader"),
        *("bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors"),
        *("activeWritingStyle", "proofState", "formsDesign", "linkStyles", "stylePaneFormatFilter"),
        *("stylePaneSortMethod", "documentType", "revisionView", "doNotTrackMoves", "doNotTrackFormatting"),
        *("autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation"),
        *("consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope", "summaryLength"),
        *("clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders", "bookFoldRevPrinting"),
        *("bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing"),
        *("drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery"),
        *("doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin"),
        *("doNotShadeFormData", "noPunctuationKerning", "characterSpacingControl", "printTwoOnOne"),
        *("strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore", "savePreviewPicture"),
        *("doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent", "alwaysShowPlaceholderText"),
        *("doNotDemarcateInvalidXml", "saveXmlDataOnly", "useXSLTWhenSaving", "showXMLTags"),
        *("alwaysMergeEmptyNamespace", "hdrShapeDefaults", "footnotePr", "endnotePr"),
    )
)
"""What stands before the compatibility settings, in the order of the standard."""
_EMPTY: Final = f'<w:settings xmlns:w="{NAMESPACES["w"]}"/>'


def sane_settings(package: Package) -> Iterator[str]:
    """Mend the settings of a package and give the codes of what to say about it."""
    part = _settings_part(package)
    root = package.tree(part)
    for one in list(root):
        if isinstance(one.tag, str) and (code := _GONE.get(etree.QName(one).localname)) is not None:
            root.remove(one)
            if code and one.get(f"{W}val", "1") not in ("0", "false"):
                yield code
    if _todays_mode(root):
        yield "old_mode"
    for zoom in root.iter(f"{W}zoom"):
        zoom.set(f"{W}percent", zoom.get(f"{W}percent", "100"))
    package.put(part, root)


def _settings_part(package: Package) -> str:
    found = package.related(package.main, "settings")
    if found:
        return found[0]
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
    package.add(package.main, f"{OFFICE}/settings", "word/settings.xml", kind, _EMPTY.encode())
    return "word/settings.xml"


def _todays_mode(root: etree._Element) -> bool:
    """Set compatibility mode 15; True when the file was in an older one."""
    compat = root.find(f"{W}compat")
    if compat is None:
        compat = etree.Element(f"{W}compat")
        before = [at for at, one in enumerate(root) if isinstance(one.tag, str) and _is_before(one)]
        root.insert(before[-1] + 1 if before else 0, compat)
    modes = [one for one in compat.iter(f"{W}compatSetting") if one.get(f"{W}name") == "compatibilityMode"]
    old = [one.get(f"{W}val", "") for one in modes] != [_MODE]
    for one in modes:
        compat.remove(one)
    values = {f"{W}name": "compatibilityMode", f"{W}uri": _SPACE, f"{W}val": _MODE}
    compat.append(compat.makeelement(f"{W}compatSetting", values))
    return old


def _is_before(one: etree._Element) -> bool:
    return etree.QName(one).localname in _BEFORE_COMPAT
