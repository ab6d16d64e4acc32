"""Names of the source texts: "003_1877dee3bc8d7bf6.txt" is shown as its title."""

import re
from collections.abc import Iterable
from typing import Final

from workshop.language.messages import Words

_FILE: Final = re.compile(r"\b(\d{3})_[0-9a-f]{16}\.txt\b")


def source_name(source: str, words: Words) -> str:
    """The name of a source, or of several; a source without a name in the words is shown as it is."""
    codes = dict.fromkeys(_FILE.findall(source))
    named = [words(f"report.source.s{code}") for code in codes if words.has(f"report.source.s{code}")]
    return words.join(named) if named else source


def all_sources(sources: Iterable[str]) -> tuple[str, ...]:
    """Every source once, file names taken apart, in order of name."""
    found: set[str] = set()
    for source in sources:
        files = [match[0] for match in _FILE.finditer(source)]
        found |= set(files or ([source.strip()] if source.strip() else []))
    return tuple(sorted(found))
