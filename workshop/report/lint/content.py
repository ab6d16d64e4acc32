"""What may stand in an element: one line for each parent that the lint knows, read by `order`.

A line is the children in order, in slots: `a|b` are alternatives, a bare name is there at most once, `!` means exactly
once, `*` any number, `+` at least once. Names without a prefix have that of their parent.
"""

from collections.abc import Mapping
from typing import Final

_RANGE: Final = (
    "bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|"
    "moveToRangeEnd|customXmlInsRangeStart|customXmlInsRangeEnd|customXmlDelRangeStart|customXmlDelRangeEnd|"
    "customXmlMoveFromRangeStart|customXmlMoveFromRangeEnd|customXmlMoveToRangeStart|customXmlMoveToRangeEnd|proofErr|"
    "permStart|permEnd|ins|del|moveFrom|moveTo|contentPart"
)
_BLOCKS: Final = f"p|tbl|sdt|customXml|altChunk|{_RANGE}"
_RUNS: Final = f"r|hyperlink|fldSimple|sdt|customXml|smartTag|bdo|dir|subDoc|{_RANGE}"
_IN_RUN: Final = (
    "t|tab|br|cr|drawing|pict|object|fldChar|instrText|delText|delInstrText|noBreakHyphen|softHyphen|sym|ptab|pgNum|"
    "dayShort|monthShort|yearShort|dayLong|monthLong|yearLong|annotationRef|footnoteRef|endnoteRef|separator|"
    "continuationSeparator|ruby|footnoteReference|endnoteReference|commentReference|lastRenderedPageBreak"
)
_FONT: Final = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange"
)
_AROUND: Final = "top left|start bottom right|end insideH insideV tl2br tr2bl"
_LEVEL: Final = "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
_SETTINGS: Final = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle* proofState "
    "formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
    "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
    "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent "
    "alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
    "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids "
    "uiCompat97To2003 attachedSchema* themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown shapeDefaults doNotEmbedSmartTags "
    "decimalSymbol listSeparator"
)
WORD: Final[Mapping[str, str]] = {
    "document": "background body!",
    "body": f"{_BLOCKS}* sectPr",
    **dict.fromkeys(("hdr", "ftr", "txbxContent", "footnote", "endnote"), f"{_BLOCKS}+"),
    "comment": f"{_BLOCKS}*",
    "comments": "comment*",
    "p": f"pPr {_RUNS}*",
    "r": f"rPr {_IN_RUN}*",
    "hyperlink": f"{_RUNS}*",
    "fldSimple": f"fldData {_RUNS}*",
    "sdt": "sdtPr sdtEndPr sdtContent!",
    "sdtContent": f"{_BLOCKS}|{_RUNS}|tr|tc*",
    "sdtPr": (
        "rPr|alias|lock|placeholder|showingPlcHdr|dataBinding|temporary|id|tag|label|tabIndex|equation|comboBox|date|"
        "docPartObj|docPartList|dropDownList|picture|richText|text|citation|group|bibliography*"
    ),
    "docPartObj": "docPartGallery|docPartCategory|docPartUnique*",
    "date": "dateFormat|lid|storeMappedDataAs|calendar*",
    "tbl": f"{_RANGE}* tblPr! tblGrid! tr|sdt|customXml|{_RANGE}+",
    "tblGrid": "gridCol* tblGridChange",
    "tr": f"tblPrEx trPr tc|sdt|customXml|{_RANGE}+",
    "tc": f"tcPr {_BLOCKS}+",
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": f"ins del moveFrom moveTo {_FONT}",
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "tabs": "tab+",
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange",
    "trPr": (
        "cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader|tblCellSpacing|jc|hidden* "
        "ins del trPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
        "headers cellIns|cellDel|cellMerge tcPrChange"
    ),
    "tblBorders": _AROUND,
    "tcBorders": _AROUND,
    "tblCellMar": "top left|start bottom right|end",
    "tcMar": "top left|start bottom right|end",
    "sectPr": (
        "headerReference|footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    "settings": _SETTINGS,
    "styles": "docDefaults latentStyles style*",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*"
    ),
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "docDefaults": "rPrDefault pPrDefault",
    "numbering": "numPicBullet* abstractNum* num* numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl*",
    "num": "abstractNumId! lvlOverride*",
    "lvl": _LEVEL,
    "lvlOverride": "startOverride lvl",
}
_SHAPE: Final = (
    "a:xfrm a:custGeom|a:prstGeom a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill a:ln "
    "a:effectLst|a:effectDag a:scene3d a:sp3d a:extLst"
)
_ACCENTS: Final = tuple(f"accent{number}" for number in range(1, 7))
_SCHEME: Final = ("dk1", "lt1", "dk2", "lt2", *_ACCENTS, "hlink", "folHlink")
_COLOURS: Final = "scrgbClr|srgbClr|hslClr|sysClr|schemeClr|prstClr!"
DRAWING: Final[Mapping[str, str]] = {
    "wp:inline": "extent! effectExtent docPr! cNvGraphicFramePr a:graphic!",
    "a:graphic": "graphicData!",
    "wps:wsp": "cNvPr cNvSpPr|cNvCnPr! spPr! style extLst txbx|linkedTxbx bodyPr!",
    "wps:txbx": "w:txbxContent! extLst",
    "wps:spPr": _SHAPE,
    "pic:spPr": _SHAPE,
    "c:spPr": _SHAPE,
    "pic:pic": "nvPicPr! blipFill! spPr!",
    "a:xfrm": "off ext chOff chExt",
    "a:custGeom": "avLst gdLst ahLst cxnLst rect pathLst!",
    "a:prstGeom": "avLst",
    "a:solidFill": _COLOURS,
    **{f"a:{name}": _COLOURS for name in _SCHEME},
    "a:ln": ("noFill|solidFill|gradFill|pattFill prstDash|custDash round|bevel|miter headEnd tailEnd extLst"),
    "a:moveTo": "pt!",
    "a:lnTo": "pt!",
    "a:theme": "themeElements! objectDefaults extraClrSchemeLst custClrLst extLst",
    "a:themeElements": "clrScheme! fontScheme! fmtScheme! extLst",
    "a:clrScheme": f"{'! '.join(_SCHEME)}! extLst",
    "a:fmtScheme": "fillStyleLst! lnStyleLst! effectStyleLst! bgFillStyleLst!",
    "a:effectStyleLst": "effectStyle+",
    "a:majorFont": "latin! ea! cs! font* extLst",
    "a:minorFont": "latin! ea! cs! font* extLst",
    "a:fontScheme": "majorFont! minorFont! extLst",
}
_LABELS: Final = "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize"
_AXIS: Final = (
    "axId! scaling! delete axPos! majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos "
    "spPr txPr crossAx! crosses|crossesAt"
)
_CHARTS: Final = (
    "barChart|lineChart|radarChart|scatterChart|bubbleChart|pieChart|doughnutChart|areaChart|area3DChart|line3DChart|"
    "stockChart|pie3DChart|bar3DChart|ofPieChart|surfaceChart|surface3DChart"
)
CHART: Final[Mapping[str, str]] = {
    "chartSpace": (
        "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart! spPr txPr externalData "
        "printSettings userShapes extLst"
    ),
    "chart": (
        "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs "
        "showDLblsOverMax extLst"
    ),
    "plotArea": f"layout {_CHARTS}+ valAx|catAx|dateAx|serAx* dTable spPr extLst",
    "barChart": "barDir! grouping varyColors ser* dLbls gapWidth overlap serLines* axId+ extLst",
    "lineChart": ("grouping! varyColors ser* dLbls dropLines hiLowLines upDownBars marker smooth axId+ extLst"),
    "radarChart": "radarStyle! varyColors ser* dLbls axId+ extLst",
    "scatterChart": "scatterStyle! varyColors ser* dLbls axId+ extLst",
    "bubbleChart": "varyColors ser* dLbls bubble3D bubbleScale showNegBubbles sizeRepresents axId+ extLst",
    "ser": (
        "idx! order! tx spPr invertIfNegative marker pictureOptions explosion dPt* dLbls trendline* errBars* cat|xVal "
        "val|yVal bubbleSize smooth|shape|bubble3D extLst"
    ),
    "dLbls": f"dLbl* delete {_LABELS} separator showLeaderLines leaderLines extLst",
    "dLbl": f"idx! delete layout tx {_LABELS} separator extLst",
    "errBars": "errDir errBarType! errValType! noEndCap plus minus val spPr extLst",
    "dPt": "idx! invertIfNegative marker bubble3D explosion spPr pictureOptions extLst",
    "marker": "symbol size spPr extLst",
    "title": "tx layout overlay spPr txPr extLst",
    "legend": "legendPos legendEntry* layout overlay spPr txPr extLst",
    "scaling": "logBase orientation max min extLst",
    "strRef": "f! strCache extLst",
    "numRef": "f! numCache extLst",
    "strCache": "ptCount pt* extLst",
    "numCache": "formatCode ptCount pt* extLst",
    "pt": "v!",
    "catAx": f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
    "valAx": f"{_AXIS} crossBetween majorUnit minorUnit dispUnits extLst",
    "dateAx": (f"{_AXIS} auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit extLst"),
}
