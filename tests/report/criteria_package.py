"""Criteria on the file as a whole: language, properties, contents, parts, fields to fill in, and its name."""

import re
from collections.abc import Iterator
from typing import Final

from tests.report.opened import BODY, CONTENTS, CORE, Opened, said
from tests.report.word_reader import find, text, value
from workshop.report.word.template import FIXED_TIME
from workshop.report.word.xml import W

MOST_BYTES: Final = 200_000
LANGUAGES: Final = ("nl-NL", "en-GB")
FILE_NAME: Final = re.compile(r"(klantreis-adviesrapport|customer-journey-report)(-[a-z0-9]+)+-\d{4}-\d{2}-\d{2}\.docx")
_TOOLS: Final = (b"python-docx", b"/home/", b"/tmp/", b"/" + b"root/", b"C:\\Users", b"templates/word", b"lxml")
_PROPERTIES: Final = ("title", "creator", "subject", "keywords", "language")


def one_language_everywhere(opened: Opened) -> Iterator[str]:
    """13: defaults, theme fonts and charts have the language of the document, and no text has another."""
    found = {
        "the properties": {opened.language},
        "the styles": {value(one) for one in opened.tree("word/styles.xml").iter(f"{W}lang")},
        "the theme fonts": {value(one) for one in opened.tree("word/settings.xml").iter(f"{W}themeFontLang")}
        or {opened.language},
        "the text": {value(one) for one in opened.tree(BODY).iter(f"{W}lang")} or {opened.language},
        **{name: _chart_languages(opened, name) for name in opened.named(r"word/charts/chart\d+\.xml")},
    }
    for place, languages in found.items():
        if languages != {opened.language} or opened.language not in LANGUAGES:
            yield f"{place}: {', '.join(sorted(languages)) or 'none'}"


def _chart_languages(opened: Opened, name: str) -> set[str]:
    tree = opened.tree(name)
    langs = {one.get("val", "") for one in tree.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}lang")}
    return langs | {one.get("lang", "") for one in tree.iter("{*}defRPr", "{*}rPr", "{*}endParaRPr") if one.get("lang")}


def the_properties_are_filled_and_discreet(opened: Opened) -> Iterator[str]:
    """14: title, author, subject, keywords and language; no word of a tool or of a machine."""
    core = opened.tree(CORE)
    for name in _PROPERTIES:
        if not (core.findtext(f"{{*}}{name}") or "").strip():
            yield f"no {name}"
    for part, content in opened.parts.items():
        yield from (f"{part} holds {one.decode()}" for one in _TOOLS if one in content)


def the_contents_name_every_chapter(opened: Opened) -> Iterator[str]:
    """18: the list of contents holds the headings in order, its links lead somewhere, nothing asks to update."""
    entries = [one for one in opened.paragraphs if CONTENTS.fullmatch(opened.style_name(one))]
    code = "".join(one.text or "" for one in opened.body.iter(f"{W}instrText"))
    depth = re.search(r'TOC \\o "1-(\d)"', code)
    most = int(depth[1]) if depth else 0
    listed = [said(one).strip().split("\t")[1 if "\t" in said(one).strip() else 0] for one in entries]
    wanted = [said(one) for one in opened.paragraphs if 0 < opened.outline(one) <= most]
    if not listed or listed != wanted:
        yield f"{len(listed)} entries for {len(wanted)} headings, or in another order"
    names = {one.get(f"{W}name") for one in opened.body.iter(f"{W}bookmarkStart")}
    anchors = (one.get(f"{W}anchor") for one in opened.body.iter(f"{W}hyperlink"))
    yield from (f"a link leads to {one}, which is not there" for one in anchors if one and one not in names)
    if find(opened.tree("word/settings.xml"), "//w:updateFields"):
        yield "the file asks to update its fields"


def nothing_reaches_outside(opened: Opened) -> Iterator[str]:
    """22: no macros or objects; relations to outside are links that a person sees in the text."""
    for name in opened.parts:
        if re.search(r"vbaProject|activeX|\.bin$|altChunk", name, re.IGNORECASE):
            yield name
    for name in opened.named(r".*\.rels"):
        source = name.replace("_rels/", "").removesuffix(".rels")
        for id_, (kind, target, outside) in opened.related(source).items() if source else ():
            if outside and (kind != "hyperlink" or not re.match(r"(https?://|mailto:|tel:)", target)):
                yield f"{source}: {kind} to {target}"
            elif outside and f'r:id="{id_}"'.encode() not in opened.parts[source]:
                yield f"{source}: nobody sees the link to {target}"


def the_file_is_light(opened: Opened) -> Iterator[str]:
    """23: it can be mailed: less than 200 kB without photos."""
    size = len(opened.file) - sum(one.compress_size for one in opened.entries if "/media/" in one.filename)
    if size >= MOST_BYTES:
        yield f"{size} bytes"


def the_lint_finds_nothing(opened: Opened) -> Iterator[str]:
    """24: the product's own lint of the package has nothing to say; outside judges have a test of their own."""
    from workshop.report.lint.check import check

    return (f"{one.part}: {one.what} ({one.rule})" for one in check(opened.file))


def nothing_in_the_file_tells_the_time(opened: Opened) -> Iterator[str]:
    """27: same answers, same bytes: fixed dates in the zip, sorted members, no ids of a moment."""
    if any(one.date_time != FIXED_TIME for one in opened.entries):
        yield "a member of the zip has a date of its own"
    names = [one.filename for one in opened.entries]
    if names != sorted(names, key=lambda one: (one != "[Content_Types].xml", one != "_rels/.rels", one)):
        yield "the members are not in order"
    if b"w:rsid" in opened.parts[BODY]:
        yield "the text holds ids of an editing session"
    dates = {one.text for one in opened.tree(CORE).iter("{http://purl.org/dc/terms/}*")}
    if any(not (one or "").endswith("T00:00:00Z") for one in dates):
        yield "the properties hold a time of day"


def fields_to_fill_in_have_a_name(opened: Opened) -> Iterator[str]:
    """28: each content control says what it is for, and has an id of its own."""
    for one in opened.body.iter(f"{W}sdt"):
        properties = find(one, "w:sdtPr")
        contents = "w:docPartObj/w:docPartGallery[@w:val='Table of Contents']"
        named = properties and find(properties[0], f"w:alias[@w:val!=''] | {contents}")
        if not named:
            yield f"a nameless field “{text(one)[:30]}”"
    ids = [value(one) for one in find(opened.body, ".//w:sdt/w:sdtPr/w:id")]
    if len(ids) != len(set(ids)):
        yield "two fields have the same id"


def the_name_of_the_file_says_what_it_is(name: str) -> Iterator[str]:
    """29: what it is, for whom and of which day, in letters that every system takes."""
    if not FILE_NAME.fullmatch(name):
        yield name
