"""Criteria on the running text of a report: paragraphs, headings, lists, references and how things are written."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tests.report.opened import BODY, CONTENTS, Opened, in_drawing, runs_of_lists, said, start
from tests.report.word_reader import Element, find, text, value
from workshop.report.word.xml import W

_RUN_LOOKS: Final = frozenset(f"{W}{name}" for name in ("rStyle", "b", "bCs", "i", "iCs", "strike"))
_OWN_LOOKS: Final = frozenset(f"{W}{name}" for name in ("spacing", "ind", "shd", "pBdr", "tabs", "rPr"))
_TYPED_NUMBER: Final = re.compile(r"\d+(\.\d+)*[.)]\s|\d+\.\d+\s|[A-Z][.)]\s|(Bijlage|Annex|Hoofdstuk|Chapter) \w+\b")
_TYPED_BULLET: Final = re.compile(r"[•·▪◦‣*-]\s|\d{1,2}[.)]\s|[a-z]\)\s")
_REFERENCE: Final = re.compile(r"\b(Tabel|Figuur|Table|Figure)[ \u00a0]\d+", re.IGNORECASE)
_EMPTY_WORDS: Final = frozenset(("hier", "klik hier", "link", "here", "click here", "lees meer", "read more", "meer"))
_LEFT_OPEN: Final = re.compile(
    r"\{\{|\}\}|\{\w+\}|\b(None(?! of these)|nan|NaN|Infinity|TODO|TBD|Decimal|lorem)\b|\bXXX", re.MULTILINE
)
_DUTCH: Final = (
    (re.compile(r"(?<![\d.])\d+\.\d{1,2}(?![\d.])"), "a decimal point"),
    (re.compile(r"€(?![\u00a0\u202f])(?!$)(?=.)"), "no hard blank after €"),
)
_ENGLISH: Final = (
    (re.compile(r"(?<![\d,])\d+,\d{1,2}(?![\d,])"), "a decimal comma"),
    (re.compile(r"€ "), "a soft blank after €"),
)
_DATES: Final = (
    (re.compile(r"\b\d{4}-\d{2}-\d{2}\b"), "a date in digits"),
    (re.compile(r"\b\d{1,2}[-/]\d{1,2}[-/]\d{4}\b"), "a date in digits"),
)
_HEADINGS: Final = ("heading 1", "heading 2", "heading 3")


def every_paragraph_has_a_style(opened: Opened) -> Iterator[str]:
    """1: no paragraph falls back on the looks of a bare document."""
    return (start(one) for one in opened.paragraphs if not opened.style_name(one))


def runs_carry_no_looks(opened: Opened) -> Iterator[str]:
    """2: fonts, sizes, colours and shading come from styles; bold, italic and struck out may stand on a run."""
    for name in ("document", "comments", *(re.findall(r"word/((?:header|footer)\d*)\.xml", "\n".join(opened.parts)))):
        if f"word/{name}.xml" not in opened.parts:
            continue
        for looks in opened.tree(f"word/{name}.xml").iter(f"{W}rPr"):
            found = [one.tag for one in looks if one.tag not in _RUN_LOOKS]
            if found and next(looks.iterancestors()).tag == f"{W}r":
                yield f"{name}: {found[0].rpartition('}')[2]}"


def paragraphs_carry_no_looks(opened: Opened) -> Iterator[str]:
    """3: spacing, indents and alignment come from styles; a number may be set right."""
    for paragraph in opened.paragraphs:
        for one in find(paragraph, "w:pPr/*"):
            aligned = one.tag == f"{W}jc" and value(one) not in {"right", "end"}
            if aligned or one.tag in _OWN_LOOKS:
                yield f"{one.tag.rpartition('}')[2]} at {start(paragraph)}"


def headings_are_real_and_skip_no_level(opened: Opened) -> Iterator[str]:
    """4: headings are Word's own heading 1 to 3, or based on one; no level is skipped; chapters to leaf through."""
    found = [(one, opened.outline(one)) for one in opened.paragraphs if opened.outline(one)]
    for one, _ in found:
        if not _is_word_heading(opened, one):
            yield f"not a heading of Word: {start(one)}"
    levels = [level for _, level in found]
    yield from (f"level {after} after {before}" for before, after in pairwise((0, *levels)) if after > before + 1)
    if levels.count(1) < opened.chapters:
        yield f"{levels.count(1)} chapters, fewer than {opened.chapters}"


def _is_word_heading(opened: Opened, paragraph: Element) -> bool:
    found = find(paragraph, "w:pPr/w:pStyle")
    names = (one.find(f"{W}name") for style in found for one in opened.chain(value(style)))
    return any(name is not None and value(name).lower() in _HEADINGS for name in names)


def headings_are_numbered_by_word(opened: Opened) -> Iterator[str]:
    """5: a list of several levels numbers the headings; no number is typed."""
    for one in opened.paragraphs:
        level = opened.outline(one)
        if level and _TYPED_NUMBER.match(said(one)):
            yield f"typed: {start(one)}"
        if level in (1, 2) and opened.look(one, "w:pPr/w:numPr/w:numId") is None:
            yield f"no number: {start(one)}"
    numbering = opened.tree("word/numbering.xml")
    for one in find(numbering, "//w:abstractNum[w:lvl/w:pStyle]"):
        kind = one.find(f"{W}multiLevelType")
        if kind is None or value(kind) == "singleLevel":
            yield "a list of headings has one level"


def nothing_is_laid_out_with_blanks(opened: Opened) -> Iterator[str]:
    """6: no empty paragraphs, no blanks in a row, no tabs where the style has no stops."""
    for one in opened.paragraphs:
        words = said(one)
        if not words.strip() and not find(one, ".//w:drawing | w:pPr/w:sectPr"):
            yield f"an empty paragraph in style “{opened.style_name(one)}”"
        if "  " in words:
            yield f"blanks in a row: {start(one)}"
        if "\t" in words and opened.look(one, "w:pPr/w:tabs") is None:
            yield f"a tab: {start(one)}"


def titles_stay_with_what_follows(opened: Opened) -> Iterator[str]:
    """7: headings, captions and header rows keep with the next; no line stands alone on a page."""
    for one in opened.paragraphs:
        if (opened.outline(one) or opened.style_name(one) == "caption") and not opened.is_on(one, "keepNext"):
            yield f"does not keep with what follows: {start(one)}"
        if not opened.is_on(one, "widowControl", otherwise=True):
            yield f"may leave one line alone: {start(one)}"
    for table in opened.data_tables:
        for one in find(table, "w:tr[1]/w:tc/w:p"):
            if not opened.is_on(one, "keepNext"):
                yield f"a header row may stand alone: {start(one)}"


def lists_are_real_and_start_at_one(opened: Opened) -> Iterator[str]:
    """8: bullets and numbers are Word's; each numbered list starts at 1 by a definition of its own."""
    for one in opened.paragraphs:
        note = "note" in opened.style_name(one)  # there a "*" refers to a "*" in a table
        if _TYPED_BULLET.match(said(one)) and not in_drawing(one) and not note:
            yield f"typed: {start(one)}"
    numbering = opened.tree("word/numbering.xml")
    used = {number for number, _ in runs_of_lists(opened)}
    kinds = {number: find(numbering, f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val/..") for number in used}
    taken = [value(kind[0]) for kind in kinds.values() if kind]
    yield from (
        f"list {number} shares its definition"
        for number, kind in kinds.items()
        if kind and taken.count(value(kind[0])) > 1
    )
    for kind in set(taken):
        first = find(numbering, f"w:abstractNum[@w:abstractNumId='{kind}']/w:lvl[@w:ilvl='0']/w:start")
        if not first or value(first[0]) != "1":
            yield f"list definition {kind} does not start at 1"


def captions_count_and_references_follow(opened: Opened) -> Iterator[str]:
    """19: a caption counts by a field, and a text that names a table or figure does so by a field."""
    for one in opened.paragraphs:
        fields = " ".join(field.get(f"{W}instr", "") for field in find(one, ".//w:fldSimple"))
        if opened.style_name(one) == "caption":
            if "SEQ " not in fields:
                yield f"no count: {start(one)}"
        elif _REFERENCE.search(_typed(one)):
            yield f"a typed reference: {start(one)}"


def _typed(paragraph: Element) -> str:
    inside = (node for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}fldSimple"), None) is None)
    return "".join(node.text or "" for node in inside)


def nothing_is_left_open(opened: Opened) -> Iterator[str]:
    """20: no placeholder, and no word of a program, is printed."""
    for name in opened.named(r"word/(document|comments|header\d*|footer\d*|charts/chart\d+)\.xml"):
        words = "\n".join(one.text or "" for one in opened.tree(name).iter(f"{W}t", "{*}v"))
        yield from (f"{name}: {found[0]}" for found in _LEFT_OPEN.finditer(words))


def numbers_and_dates_are_written_as_people_do(opened: Opened) -> Iterator[str]:
    """21: decimal comma in Dutch, decimal point in English, a hard blank after €, months in words."""
    rules = (*(_DUTCH if opened.language.startswith("nl") else _ENGLISH), *_DATES)
    for one in opened.paragraphs:
        for pattern, what in rules:
            tokens = (_token(said(one), found) for found in pattern.finditer(said(one)))
            ours = (token for token in tokens if not any(token in words for words in opened.typed))
            yield from (f"{what}: {token} in {start(one)}" for token in ours)


def _token(words: str, found: re.Match[str]) -> str:
    """What was found, with the letters around it up to the next blank."""
    return re.split(r"\s", words[: found.start()])[-1] + found[0] + re.split(r"\s", words[found.end() :])[0]


def links_are_real_and_say_where_they_lead(opened: Opened) -> Iterator[str]:
    """25: each link is a link of Word, in the style of a link, in words that say where it leads."""
    for link in find(opened.tree(BODY), "//w:hyperlink"):
        paragraph = next(link.iterancestors(f"{W}p"))
        words = text(link).strip()
        if not words or words.lower() in _EMPTY_WORDS or re.match(r"https?://", words):
            yield f"says nothing: “{words}”"
        used = [opened.styles.get(value(one)) for one in find(link, "w:r/w:rPr/w:rStyle")]
        names = {value(name).lower() for one in used if one is not None for name in find(one, "w:name")}
        if not CONTENTS.fullmatch(opened.style_name(paragraph)) and names != {"hyperlink"}:
            yield f"not in the style of a link: “{words}”"
    for one in opened.paragraphs:
        if re.search(r"\bhttps?://|\bwww\.", said(one)) and not find(one, ".//w:hyperlink"):
            yield f"an address without a link: {start(one)}"
