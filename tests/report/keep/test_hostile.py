"""Edited reports that are unsafe, broken or someone else's get a clear answer, quickly, and never a crash."""

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.builders import TEMPLATE, words
from tests.report.keep.edits import DOCUMENT, members
from tests.report.keep.test_read import sample
from workshop.report.keep.opened import Refused
from workshop.report.keep.read import read
from workshop.report.zipped import pack


def with_part(name: str, data: bytes) -> bytes:
    """The sample with another part."""
    return pack({**members(sample()), name: data})


def with_replaced(name: str, old: bytes, new: bytes) -> bytes:
    """The sample with other bytes in a part."""
    parts = members(sample())
    assert old in parts[name]
    return pack({**parts, name: parts[name].replace(old, new)})


def bomb() -> bytes:
    """The sample with a part that unpacks to 200 MB."""
    buffer = io.BytesIO(sample())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", bytes(200 * 1024 * 1024))
    return buffer.getvalue()


TYPES = "[Content_Types].xml"
ENTITY = b'<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document'
EMPTY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
VBA = b'<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
STRICT = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
SAMPLES = {
    "nothing": (b"", "not_zip"),
    "text": (b"zomaar tekst", "not_zip"),
    "half a file": (sample()[: len(sample()) // 2], "not_zip"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), "old_word"),
    "too big": (bytes(11 * 1024 * 1024), "too_big"),
    "zip of something else": (pack({"a.txt": b"a"}), "not_word"),
    "macros": (with_replaced(TYPES, b"wordprocessingml.document.main+xml", b"x.macroEnabled.main+xml"), "macros"),
    "macro part": (
        pack(
            {
                **members(sample()),
                "word/vbaProject.bin": b"x",
                TYPES: members(sample())[TYPES].replace(b"</Types>", VBA + b"</Types>"),
            }
        ),
        "macros",
    ),
    "entities": (with_replaced(DOCUMENT, b"<w:document", ENTITY), "entities"),
    "broken XML": (with_replaced(DOCUMENT, b"</w:body>", b""), "bad_xml"),
    "zip bomb": (bomb(), "bomb"),
    "path out": (with_part("../../x.xml", b"<a/>"), "bad_name"),
    "template of ours": (TEMPLATE.read_bytes(), "not_ours"),
    "strict": (with_replaced("_rels/.rels", OFFICE, STRICT), "strict"),
    "no body": (with_part(DOCUMENT, EMPTY), "not_word"),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_bad_file_is_refused_for_the_right_reason_within_a_second(name: str) -> None:
    file, reason = SAMPLES[name]
    start = time.process_time()

    with pytest.raises(Refused) as refused:
        read(file)

    assert refused.value.reason == reason
    assert time.process_time() - start < 1
    for language in ("nl", "en"):
        assert words(language)(f"keep.refused.{refused.value.reason}", **refused.value.values)


def verdict(file: bytes) -> str:
    """What is said about a file: why it is refused, or how many passages it has."""
    try:
        return f"{len(read(file).passages)} passages"
    except Refused as refused:
        return words()(f"keep.refused.{refused.reason}", **refused.values)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
def test_flipped_bytes_never_crash(flips: list[tuple[int, int]]) -> None:
    file = bytearray(sample())
    for at, value in flips:
        file[at % len(file)] = value

    assert verdict(bytes(file)) != ""


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, 10**6), st.text(max_size=20), st.sampled_from((DOCUMENT, "customXml/item1.xml", "word/styles.xml"))
)
def test_a_changed_part_never_crashes(at: int, junk: str, name: str) -> None:
    part = bytearray(members(sample())[name])
    place = at % len(part)
    part[place:place] = junk.encode("utf-8", "replace")

    assert verdict(with_part(name, bytes(part))) != ""
