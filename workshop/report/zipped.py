"""Files made of zipped members, with the same bytes for the same content."""

import io
import zipfile
from typing import Final

FIXED_TIME: Final = (2026, 1, 1, 0, 0, 0)


def pack(members: dict[str, bytes], level: int = 6) -> bytes:
    """Zip members so that the same content always gives the same bytes; the content types come first.

    `level` is how hard it is packed, 1 (quick) to 9 (small).
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name in sorted(members, key=lambda one: (one != "[Content_Types].xml", one != "_rels/.rels", one)):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, members[name])
    return buffer.getvalue()
