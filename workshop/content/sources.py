"""The files of a questionnaire folder, read once and scanned."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from workshop.content.mistake import Mistake, nearest
from workshop.content.scanner import Scan, scan

QUESTIONNAIRE, RULES, MODELS, SESSION = "questionnaire", "rules", "phase-models", "session"
TEXTS = (QUESTIONNAIRE, RULES, MODELS, SESSION)
CHANNELS = "channels.csv"
COVERAGE = "coverage.csv"
SOURCE_NAME = re.compile(r"\w[\w.-]*\.(?:txt|md|pdf|docx|html|csv|xlsx)", re.IGNORECASE)
"""What the name of a source text looks like."""
_TEXT_NAME = re.compile(r"(?P<name>[^.]+)(?:\.(?P<language>[a-z]{2}))?\.md")


@dataclass(frozen=True, slots=True)
class Sources:
    """The scanned text files by name and language ("" for the base) and the catalogue as text.

    `catalogue` is None when it is not there or cannot be read; `has_catalogue` tells which.
    """

    path: Path
    scans: Mapping[tuple[str, str], Scan]
    catalogue: str | None
    has_catalogue: bool
    mistakes: tuple[Mistake, ...]

    def file(self, name: str, language: str = "") -> Path:
        """Return the path of a text file, or of its translation."""
        return self.path / (f"{name}.{language}.md" if language else f"{name}.md")

    def scan(self, name: str, language: str = "") -> Scan | None:
        """Return a scanned text file or translation; None when it is not there."""
        return self.scans.get((name, language))

    @property
    def base_language(self) -> str:
        """The language of questionnaire.md."""
        base = self.scan(QUESTIONNAIRE)
        entry = base.head.entry("language") if base else None
        return entry.value if entry else ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The base language first, then the languages of the translations."""
        translated = sorted(language for name, language in self.scans if name == QUESTIONNAIRE and language)
        return (self.base_language, *(one for one in translated if one != self.base_language))


def read_sources(path: Path) -> Sources:
    """Read every file of a folder; a file that cannot be read or is not known becomes a mistake."""
    mistakes: list[Mistake] = []
    scans: dict[tuple[str, str], Scan] = {}
    for file, name, language in text_files(path):
        text = _text(file, mistakes)
        if text is not None:
            scans[name, language] = scan(text)
    mistakes.extend(_missing_files(path))
    mistakes.extend(_unknown_files(path))
    file = path / CHANNELS
    catalogue = _text(file, mistakes) if file.is_file() else None
    return Sources(path, scans, catalogue, file.is_file(), tuple(mistakes))


def text_files(path: Path) -> Iterator[tuple[Path, str, str]]:
    """Give the text files of a folder with their name and language, in a stable order."""
    for file in sorted(path.glob("*.md")):
        match = _TEXT_NAME.fullmatch(file.name)
        if match and match["name"] in TEXTS:
            yield file, match["name"], match["language"] or ""


def decoded(content: bytes) -> str:
    """Read bytes as UTF-8; raises UnicodeDecodeError, also for UTF-16 that happens to look like it."""
    if b"\0" in content[:4]:
        raise UnicodeDecodeError("utf-8", content, 0, 1, "this is UTF-16 or UTF-32")
    return content.decode("utf-8-sig")


def _text(file: Path, mistakes: list[Mistake]) -> str | None:
    try:
        return decoded(file.read_bytes())
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        mistakes.append(Mistake(file, line, "not_utf8"))
    except OSError as error:
        mistakes.append(Mistake(file, 1, "unreadable", {"cause": error.strerror or ""}))
    return None


def _missing_files(path: Path) -> Iterator[Mistake]:
    for name in (QUESTIONNAIRE, MODELS):
        if not (path / f"{name}.md").is_file():
            yield Mistake(path / f"{name}.md", 1, "missing_file")


def _unknown_files(path: Path) -> Iterator[Mistake]:
    """Report files that look like part of the questionnaire but would never be read."""
    known = {file for file, _, _ in text_files(path)} | {path / CHANNELS, path / COVERAGE}
    expected = (*(f"{name}.md" for name in TEXTS), *(f"{name}.en.md" for name in TEXTS), CHANNELS, COVERAGE)
    for file in sorted((*path.glob("*.md"), *path.glob("*.csv"))):
        if file not in known and not file.name.startswith("README"):
            yield Mistake(file, 1, "unknown_file", {"name": file.name, **nearest(file.name, expected)})
