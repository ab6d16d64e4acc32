"""Checks a whole questionnaire folder: everything that `workshop check` prints."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workshop.content.catalog import Bundle, languages, load
from workshop.content.conditions import UNFOCUSED, condition_mistakes
from workshop.content.examples import Assess, example_mistakes, expects_findings
from workshop.content.mistake import Mistake, nearest
from workshop.content.notebook import shorten
from workshop.content.reach import never_mistakes
from workshop.content.reading import FolderReading, read_folder, translation_mistakes
from workshop.content.references import reference_mistakes
from workshop.content.roots import needs_names, root_causes
from workshop.content.sources import QUESTIONNAIRE, RULES, Sources, read_sources
from workshop.content.texts import text_mistakes


def check(folder: Path, assess: Assess | None = None) -> tuple[Mistake, ...]:
    """Give every mistake in a folder, root causes first; worked examples are run when `assess` is given.

    What follows from a graver mistake is left out: a condition with an unknown name is not also said to be
    impossible, and examples wait until the questionnaire can be used.
    """
    sources = read_sources(folder)
    reading = read_folder(sources, sources.base_language)
    conditions = tuple(condition_mistakes(reading))
    unfocused = frozenset(one.values["code"] for one in conditions if one.key == UNFOCUSED)
    reading = replace(reading, unsure=reading.unsure | unfocused)
    grave = [*reading.mistakes, *conditions, *_wrong_folder(sources, folder), *_no_rules(sources)]
    grave += _no_sample(sources, folder)
    faulty = frozenset((one.file.name, one.line) for one in grave)
    found = [*grave, *never_mistakes(reading, faulty), *reference_mistakes(sources, reading)]
    found += [*text_mistakes(sources, reading), *translation_mistakes(sources)]
    if not grave and not any(map(needs_names, found)):
        found += _examples(folder, reading, assess)
    unread = frozenset(one.file.name for one in reading.mistakes if not one.key.startswith("expression."))
    return root_causes(found, unread)


def _no_rules(sources: Sources) -> Iterator[Mistake]:
    """Report rules.md as missing when another file counts on it; a misspelt name has been reported already."""
    rules = sources.file(RULES)
    if rules.exists() or any(one.values.get("near") == rules.name for one in sources.mistakes):
        return
    translations = (sources.file(name, language) for name, language in sources.scans if name == RULES)
    needing = next(translations, None) or expects_findings(sources.path)
    if needing is not None:
        yield Mistake(rules, 1, "missing_rules", {"file": needing.name})


def _wrong_folder(sources: Sources, folder: Path) -> Iterator[Mistake]:
    """Report a questionnaire whose id is not the name of its folder, by which it is found."""
    scan = sources.scan(QUESTIONNAIRE)
    entry = scan.head.entry("id") if scan else None
    name = folder.resolve().name
    if entry is not None and entry.value != name:
        values = {"id": entry.value, "folder": name}
        yield Mistake(sources.file(QUESTIONNAIRE), entry.line, "id_is_not_folder", values)


def _no_sample(sources: Sources, folder: Path) -> Iterator[Mistake]:
    """Report a sample that is not one of the examples: people would see none."""
    scan = sources.scan(QUESTIONNAIRE)
    entry = scan.head.entry("sample") if scan else None
    known = [file.stem for file in sorted((folder / "examples").glob("*.json"))]
    if entry is not None and entry.value and entry.value not in known:
        values = {"name": shorten(entry.value), **nearest(entry.value, known)}
        yield Mistake(sources.file(QUESTIONNAIRE), entry.line, "unknown_sample", values)


def _examples(folder: Path, reading: FolderReading, assess: Assess | None) -> Iterator[Mistake]:
    def bundle_for(questionnaire: str, language: str) -> Bundle:
        if questionnaire != reading.questionnaire.id or language not in languages(folder):
            raise LookupError(questionnaire)
        return load(folder, language)

    yield from example_mistakes(folder, bundle_for, assess)
