"""The placeholders of a Word template: a closed set of names, found over the borders of runs and filled as text."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from lxml import etree

from workshop.language.dates import format_date
from workshop.language.tongue import Language
from workshop.report.document import Document
from workshop.report.spans import clean
from workshop.report.word.xml import W

NAMES: Final[Mapping[str, str]] = {
    "klant": "client",
    "client": "client",
    "titel": "title",
    "title": "title",
    "onderwerp": "subject",
    "subject": "subject",
    "datum": "date",
    "date": "date",
    "jaar": "year",
    "year": "year",
    "adviseur": "adviser",
    "adviser": "adviser",
    "bureau": "office",
    "office": "office",
    "vragenlijst": "questionnaire",
    "questionnaire": "questionnaire",
    "model": "model",
    "versie": "version",
    "version": "version",
    "pagina": "page",
    "page": "page",
    "van": "of",
    "of": "of",
}
"""What stands between braces → which value is filled in."""
ANCHORS: Final[Mapping[str, str]] = {
    "rapport": "report",
    "report": "report",
    "inhoud": "contents",
    "contents": "contents",
    "samenvatting": "glance",
    "summary": "glance",
    "scores": "attention",
    "klantreiskaart": "journey-map",
    "journey_map": "journey-map",
    "knelpunten": "gaps",
    "gaps": "gaps",
    "actieplan": "plan",
    "action_plan": "plan",
}
"""What stands between braces → what comes in its place: the report, the contents, or the chapter with this id."""
_TOKEN: Final = re.compile(r"\{\{\s*([^{}]{0,60}?)\s*\}\}")
_BLANK: Final = "………………"
"""What is filled in for something that is not known: room to write it."""


def values_of(document: Document) -> dict[str, str]:
    """Give the value of each placeholder; what is not known is room to fill in."""
    known = {
        "client": document.client,
        "title": document.title,
        "subject": document.subject,
        "date": format_date(document.made_on, Language(document.language)),
        "year": str(document.made_on.year),
        "page": document.labels.page,
        "of": document.labels.of,
        **dict(document.details),
    }
    return {key: known.get(key) or _BLANK for key in NAMES.values()}


def fill(root: etree._Element, values: Mapping[str, str]) -> None:
    """Fill in all placeholders of a part; names that we do not know stay, anchors disappear."""

    def filled(match: re.Match[str]) -> str:
        name = match[1].lower()
        if name in ANCHORS:
            return ""
        return " ".join(clean(values[NAMES[name]]).split()) if name in NAMES else match[0]

    for paragraph in braced(root):
        nodes = texts(paragraph)
        whole = "".join(node.text or "" for node in nodes)
        _replace(nodes, [(match.span(), filled(match)) for match in _TOKEN.finditer(whole)])


def braced(root: etree._Element) -> list[etree._Element]:
    """The paragraphs in which a brace stands, in order: only those can hold a placeholder."""
    nodes = (node for node in root.iter(f"{W}t") if "{" in (node.text or ""))
    found = (next(node.iterancestors(f"{W}p"), None) for node in nodes)
    return list(dict.fromkeys(one for one in found if one is not None))


def texts(paragraph: etree._Element) -> list[etree._Element]:
    """The text nodes of a paragraph itself, without those of a text box that hangs on it."""
    return [node for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}p"), None) is paragraph]


def asked(paragraph: etree._Element) -> Iterator[str]:
    """The names between braces in a paragraph, in lower case."""
    whole = "".join(node.text or "" for node in texts(paragraph))
    yield from (match[1].lower() for match in _TOKEN.finditer(whole))


def anchor(paragraph: etree._Element) -> str:
    """What comes in the place of this paragraph: "report", "contents", the id of a chapter, or ""."""
    return next((ANCHORS[name] for name in asked(paragraph) if name in ANCHORS), "")


def is_anchor(words: str) -> bool:
    """Tell whether this is an anchor and nothing else."""
    match = _TOKEN.fullmatch(words.strip())
    return match is not None and match[1].lower() in ANCHORS


def unknown_names(root: etree._Element) -> Iterator[str]:
    """The placeholders that we do not have, each once."""
    seen: set[str] = set()
    for paragraph in braced(root):
        for name in asked(paragraph):
            if name not in NAMES and name not in ANCHORS and name not in seen:
                seen.add(name)
                yield name


def meant(name: str) -> str:
    """The placeholder that is most like this name, "" when none is."""
    return next(iter(get_close_matches(name, [*NAMES, *ANCHORS], 1, 0.6)), "")


def _replace(nodes: list[etree._Element], changes: list[tuple[tuple[int, int], str]]) -> None:
    """Write each new text where the old one began, and take the rest of the old one away; one walk over both."""
    at, first = 0, 0
    for node in nodes:
        old = node.text or ""
        end = at + len(old)
        while first < len(changes) and changes[first][0][1] <= at:
            first += 1
        pieces, here = [], at
        for (start, stop), words in _until(changes, first, end):
            pieces += [old[here - at : max(start, at) - at], words if start >= at else ""]
            here = min(stop, end)
        if pieces:
            node.text = "".join((*pieces, old[here - at :]))
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at = end


def _until(changes: list[tuple[tuple[int, int], str]], first: int, end: int) -> Iterator[tuple[tuple[int, int], str]]:
    while first < len(changes) and changes[first][0][0] < end:
        yield changes[first]
        first += 1
