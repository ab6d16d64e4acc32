"""Unpacking an uploaded file within limits: its directory is not believed, only what really comes out is counted."""

import io
import re
import struct
import zipfile
import zlib
from typing import Final

from workshop.report.house.verdict import Refused

MEGABYTE: Final = 1024 * 1024
MOST_FILE: Final = 10 * MEGABYTE
MOST_MEMBERS: Final = 500
MOST_MEMBER: Final = 20 * MEGABYTE
MOST_UNPACKED: Final = 30 * MEGABYTE
"""Half of what others allow: a judgement takes less than a second and 200 MB, whatever is sent."""
MOST_RATIO: Final = 200
"""How many times a member may grow; only counted above `_RATIO_FROM`, for a blank little picture shrinks well."""
_RATIO_FROM: Final = MEGABYTE // 4
_MOST_DIRECTORY: Final = MEGABYTE // 4
_CHUNK: Final = MEGABYTE // 4
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END: Final = struct.Struct("<4s4H2LH")
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BAD_NAME: Final = re.compile(r"[\\:\x00-\x1f]|^/|(?:^|/)\.{1,2}(?:/|$)|//")
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    *(OSError, ValueError, KeyError, struct.error, UnicodeError),
)


def unpack(data: bytes) -> dict[str, bytes]:
    """Give all members by name; raises Refused for what is no safe zip file."""
    if len(data) > MOST_FILE:
        raise Refused("too_big", most=_megabytes(MOST_FILE))
    if data.startswith(_OLE):
        raise Refused("encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "old_word")
    _look_at_directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _members(archive)
    except _BROKEN as error:
        raise Refused("damaged") from error


def _look_at_directory(data: bytes) -> None:
    """Refuse a directory that is too long to read, before anything reads it."""
    at = data.rfind(b"PK\x05\x06")
    if not data.startswith(b"PK") or at < 0:
        raise Refused("not_zip")
    if len(data) - at < _END.size:
        raise Refused("damaged")
    count, size = _END.unpack_from(data, at)[4:6]
    if count > MOST_MEMBERS or size > _MOST_DIRECTORY or b"PK\x06\x07" in data[max(at - 20, 0) : at]:
        raise Refused("too_many_parts", most=str(MOST_MEMBERS))


def _members(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [one for one in archive.infolist() if not one.filename.endswith("/")]
    if len(archive.infolist()) > MOST_MEMBERS:
        raise Refused("too_many_parts", most=str(MOST_MEMBERS))
    for one in archive.infolist():
        _look_at_entry(one)
    if len({one.filename.lower() for one in entries}) < len(entries):
        raise Refused("twice")
    room, members = MOST_UNPACKED, {}
    for one in entries:
        members[one.filename] = _read(archive, one, min(room, MOST_MEMBER))
        room -= len(members[one.filename])
    return members


def _look_at_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 0x41:  # encrypted, or strongly so
        raise Refused("encrypted")
    if _BAD_NAME.search(entry.orig_filename):
        raise Refused("bad_name")
    if entry.compress_type not in _METHODS:
        raise Refused("damaged")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """Read one member, and stop as soon as it turns out to be a bomb."""
    pieces, size = [], 0
    allowed = min(most, max(_RATIO_FROM, MOST_RATIO * entry.compress_size))
    with archive.open(entry) as source:
        while piece := source.read(_CHUNK):
            size += len(piece)
            if size > allowed:
                raise Refused("bomb", most=_megabytes(MOST_UNPACKED))
            pieces.append(piece)
    return b"".join(pieces)


def _megabytes(size: int) -> str:
    return str(size // MEGABYTE)
