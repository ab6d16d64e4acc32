"""Reads a whole questionnaire folder in one language: questionnaire, models, channels and rules together."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.content.channels_reader import read_channels
from workshop.content.mistake import Mistake
from workshop.content.models_reader import read_models
from workshop.content.notebook import Notebook, Placed
from workshop.content.overlay import Overlay
from workshop.content.questions_reader import CATALOGUE
from workshop.content.reader import Surroundings, read_questionnaire
from workshop.content.roots import in_order
from workshop.content.rules_reader import read_rules
from workshop.content.scanner import Piece, Scan
from workshop.content.session_reader import read_guide
from workshop.content.sources import CHANNELS, MODELS, QUESTIONNAIRE, RULES, SESSION, TEXTS, Sources
from workshop.domain.finding import Rules
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.run_sheet import NO_GUIDE, Guide

_NOTHING = Scan(Piece(0, "", None, 1), ())
"""Stands in for a file that is not there."""


@dataclass(frozen=True, slots=True)
class FolderReading:
    """A folder read as far as it goes: values, mistakes of reading, and where each expression stands.

    `unsure` are codes of questions that could not be read whole.
    """

    questionnaire: Questionnaire
    rules: Rules
    mistakes: tuple[Mistake, ...]
    placed: tuple[Placed, ...]
    unsure: frozenset[str]
    guide: Guide = NO_GUIDE


def read_folder(sources: Sources, language: str) -> FolderReading:
    """Read a folder in one of its languages; the mistakes are those of the base files."""
    notebooks = {name: Notebook(sources.file(name)) for name in TEXTS}
    catalogue = Notebook(sources.path / CHANNELS)
    scans = {name: in_language(sources, name, language) for name in TEXTS}
    channels = () if sources.catalogue is None else read_channels(sources.catalogue, language, catalogue)
    models = () if (found := scans[MODELS]) is None else read_models(found, notebooks[MODELS])
    around = Surroundings(language, models, channels)
    asked = scans[QUESTIONNAIRE]
    notebook = notebooks[QUESTIONNAIRE] if asked else Notebook(sources.path)
    questionnaire = read_questionnaire(asked or _NOTHING, around, notebook)
    rules = Rules(()) if (found := scans[RULES]) is None else read_rules(found, notebooks[RULES])
    guide = NO_GUIDE if (found := scans[SESSION]) is None else read_guide(found, questionnaire, notebooks[SESSION])
    _check_ids(sources, notebooks)
    if not sources.has_catalogue:
        _check_catalogue_needed(scans[QUESTIONNAIRE], notebooks[QUESTIONNAIRE])
    written = (*notebooks.values(), catalogue)
    return FolderReading(
        questionnaire,
        rules,
        in_order((*sources.mistakes, *(mistake for one in written for mistake in one.mistakes))),
        tuple(placed for one in written for placed in one.placed),
        frozenset(code for one in written for code in one.unsure),
        guide,
    )


def in_language(sources: Sources, name: str, language: str) -> Scan | None:
    """Return a text file with its translation laid over it; without one, the file itself."""
    base, translation = sources.scan(name), sources.scan(name, language)
    if base is None or translation is None or language == sources.base_language:
        return base
    return _overlay(sources, name, language).lay(base, translation)


def translation_mistakes(sources: Sources) -> Iterator[Mistake]:
    """Give what is missing, stale or wrong in the translations."""
    for language in sources.languages[1:]:
        for name in TEXTS:
            base, translation = sources.scan(name), sources.scan(name, language)
            if base is not None and translation is None and not sources.file(name, language).exists():
                yield Mistake(sources.file(name, language), 1, "missing_translation.file", {"base": f"{name}.md"})
            elif base is not None and translation is not None:
                overlay = _overlay(sources, name, language)
                overlay.lay(base, translation)
                yield from overlay.notebook.mistakes
    for name, language in sources.scans:
        file = sources.file(QUESTIONNAIRE, language)
        if language and language not in sources.languages[1:] and not file.exists():
            yield Mistake(sources.file(name, language), 1, "translation_unused", {"file": file.name})


def _overlay(sources: Sources, name: str, language: str) -> Overlay:
    return Overlay(language, f"{name}.md", Notebook(sources.file(name, language)))


def _check_ids(sources: Sources, notebooks: dict[str, Notebook]) -> None:
    """Report a file whose id or language is not that of questionnaire.md."""
    base = sources.scan(QUESTIONNAIRE)
    if base is None:
        return
    for name in (RULES, MODELS, SESSION):
        beside = sources.scan(name)
        for key in ("id", "language") if beside else ():
            here, there = beside.head.entry(key) if beside else None, base.head.entry(key)
            if here and there and here.value != there.value:
                values = {"here": here.value, "there": there.value, "base": f"{QUESTIONNAIRE}.md"}
                notebooks[name].note(here.line, "head_differs", key=key, **values)


def _check_catalogue_needed(scan: Scan | None, notebook: Notebook) -> None:
    """Report the first question that needs a catalogue that is not there."""
    pieces = [piece for section in (scan.pieces if scan else ()) for piece in section.children]
    uses = (
        entry.line
        for piece in (one for question in pieces for one in (question, *question.children))
        for entry in piece.entries
        if entry.key in ("rows", "choices") and entry.value == CATALOGUE
    )
    line = next(uses, None)
    if line is not None:
        notebook.note(line, "catalogue_missing", file=CHANNELS)
