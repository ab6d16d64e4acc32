"""What Word, LibreOffice and people do to a report: changes to the parts of a file, as a test wants them."""

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from tests.report.word_reader import Element, find, part, text
from workshop.report.word.xml import DECLARATIONS, W
from workshop.report.zipped import pack

DOCUMENT = "word/document.xml"
Edit = Callable[[Element], object]


def members(file: bytes) -> dict[str, bytes]:
    """All parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(file: bytes, *edits: Edit, name: str = DOCUMENT) -> bytes:
    """The file after these edits of one part."""
    tree = part(file, name)
    for edit in edits:
        edit(tree)
    return pack({**members(file), name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8")})


def fragment(xml: str) -> list[Element]:
    """Elements out of a text."""
    return list(etree.fromstring(f"<w:body {DECLARATIONS}>{xml}</w:body>"))


def paragraph(words: str, style: str = "Normal") -> Element:
    """A new paragraph, as Word writes it."""
    return fragment(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>')[0]


def control(tree: Element, id_: str, kind: str = "k1") -> Element:
    """The first content control of a passage or field."""
    return find(tree, f"//w:sdt[starts-with(w:sdtPr/w:tag/@w:val, '{kind}:{id_}:')]")[0]


def retype(id_: str, words: str) -> Edit:
    """Put other words in the first paragraph of a passage, and take its other paragraphs away."""

    def edit(tree: Element) -> None:
        content = find(control(tree, id_), "w:sdtContent")[0]
        for old in list(content):
            content.remove(old)
        content.append(paragraph(words))

    return edit


def fill(id_: str, words: str) -> Edit:
    """Fill in a field, in all places where it stands."""

    def edit(tree: Element) -> None:
        for field in find(tree, f"//w:sdt[starts-with(w:sdtPr/w:tag/@w:val, 'f1:{id_}:')]"):
            for placeholder in find(field, "w:sdtPr/w:showingPlcHdr"):
                remove(placeholder)
            for node in find(field, "w:sdtContent//w:t"):
                node.text = words

    return edit


def drop(id_: str) -> Edit:
    """Take a passage away with its control."""
    return lambda tree: remove(control(tree, id_))


def unwrap(id_: str) -> Edit:
    """Take the control of a passage away and leave its text."""

    def edit(tree: Element) -> None:
        found = control(tree, id_)
        for one in find(found, "w:sdtContent/*"):
            found.addprevious(one)
        remove(found)

    return edit


def add_outside(words: str) -> Edit:
    """Type a paragraph at the end of the report, outside every field."""
    return lambda tree: find(tree, "w:body/w:sectPr")[0].addprevious(paragraph(words))


def change_outside(old: str, new: str) -> Edit:
    """Change a word outside the fields."""

    def edit(tree: Element) -> None:
        found = next(one for one in find(tree, "//w:t[not(ancestor::w:sdt)]") if old in (one.text or ""))
        found.text = (found.text or "").replace(old, new)

    return edit


def split_runs(tree: Element) -> None:
    """Part every text in two runs with revision marks, spelling marks and page marks between them."""
    for number, node in enumerate(find(tree, "//w:r[w:t]")):
        words = find(node, "*[not(self::w:rPr)]")
        if len(words) != 1 or len(words[0].text or "") < 2:
            continue
        whole = words[0].text or ""
        half = len(whole) // 2
        copy = etree.fromstring(etree.tostring(node))
        words[0].text, find(copy, "w:t")[0].text = whole[:half], whole[half:]
        node.set(f"{W}rsidR", f"00A{number:05d}")
        node.addnext(copy)
        noise = (
            '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="{0}" w:name="b{0}"/><w:bookmarkEnd w:id="{0}"/>'
        )
        for one in reversed(fragment(f"{noise.format(5000 + number)}<w:r><w:lastRenderedPageBreak/></w:r>")):
            node.addnext(one)


def add_noise(tree: Element) -> None:
    """Put properties on runs and paragraphs that change nothing a reader sees."""
    for node in find(tree, "//w:p[w:pPr]"):
        node.set(f"{W}rsidR", "00AB12CD")
        node[0].append(etree.SubElement(node[0], f"{W}rPr"))
    for node in find(tree, "//w:r[w:t]"):
        looks = node.find(f"{W}rPr")
        if looks is None:
            looks = etree.Element(f"{W}rPr")
            node.insert(0, looks)
        for xml in ('<w:rFonts w:hint="eastAsia"/>', '<w:lang w:val="nl-NL"/>', "<w:noProof/>"):
            looks.append(fragment(xml)[0])
    for node in find(tree, "//w:sdtPr"):
        node.append(fragment('<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder>')[0])


def track(id_: str, out: str, into: str) -> Edit:
    """Change a passage while changes are tracked: its text deleted, other text inserted."""

    def edit(tree: Element) -> None:
        content = find(control(tree, id_), "w:sdtContent")[0]
        first = find(content, ".//w:p")[0]
        about = 'w:id="9001" w:author="Iemand" w:date="2026-11-22T10:00:00Z"'
        for run in find(content, ".//w:r[w:t]"):
            for node in find(run, "w:t"):
                assert out in text(content)
                node.tag = f"{W}delText"
            deleted = fragment(f"<w:del {about}/>")[0]
            run.addprevious(deleted)
            deleted.append(run)
        first.append(fragment(f"<w:ins {about}><w:r><w:t>{into}</w:t></w:r></w:ins>")[0])

    return edit


def remove(element: Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
