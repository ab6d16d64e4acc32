"""Questionnaires ready for use: one folder in one language, read once and read anew when a file changes."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workshop.content.conditions import condition_mistakes
from workshop.content.formally import retold_questionnaire, retold_rules
from workshop.content.mistake import ContentError, Mistake
from workshop.content.reading import read_folder
from workshop.content.roots import root_causes
from workshop.content.sources import CHANNELS, QUESTIONNAIRE, read_sources, text_files
from workshop.domain.finding import Rules
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.run_sheet import NO_GUIDE, Guide, retold
from workshop.language.formal import formal
from workshop.language.tongue import Address, Language

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A questionnaire, its rules and its guide for a session, in one language."""

    questionnaire: Questionnaire
    rules: Rules
    guide: Guide = NO_GUIDE


def load(folder: Path, language: str, address: Address = Address.JE) -> Bundle:
    """Read a folder in a language; raises ContentError with every mistake that makes it unfit for use.

    `address` says how Dutch texts speak to the reader; other languages have one form.
    """
    place = folder.resolve()
    if address is Address.U and language == Language.NL:
        return _formal(place, _stamp(place))
    return _load(place, language, _stamp(place))


def languages(folder: Path) -> tuple[str, ...]:
    """Return the languages a folder can be read in, its own first."""
    return _languages(folder.resolve(), _stamp(folder.resolve()))


@lru_cache(maxsize=64)
def _load(folder: Path, language: str, _stamp: Stamp) -> Bundle:
    sources = read_sources(folder)
    reading = read_folder(sources, language)
    mistakes = root_causes((*reading.mistakes, *condition_mistakes(reading)))
    if not mistakes and language not in sources.languages:
        known = ", ".join(sources.languages)
        file = sources.file(QUESTIONNAIRE)
        mistakes = (Mistake(file, 1, "unknown_language", {"name": language, "known": known}),)
    if mistakes:
        raise ContentError(mistakes)
    return Bundle(reading.questionnaire, reading.rules, reading.guide)


@lru_cache(maxsize=64)
def _formal(folder: Path, stamp: Stamp) -> Bundle:
    plain = _load(folder, Language.NL, stamp)
    guide = retold(plain.guide, formal)
    return Bundle(retold_questionnaire(plain.questionnaire, formal), retold_rules(plain.rules, formal), guide)


@lru_cache(maxsize=64)
def _languages(folder: Path, _stamp: Stamp) -> tuple[str, ...]:
    return read_sources(folder).languages


def _stamp(folder: Path) -> Stamp:
    """Tell the files of a folder apart from what they were: name, time of change and size."""
    files = [file for file, _, _ in text_files(folder)] + [folder / CHANNELS]
    seen = ((file, file.stat()) for file in files if file.is_file())
    return tuple((file.name, stat.st_mtime_ns, stat.st_size) for file, stat in seen)
