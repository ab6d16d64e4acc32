"""Tiny questionnaires for tests: one folder that is right in every way, and folders made of marked texts.

A marked text names the mistakes it must give on the lines that give them: `type: choise  <<< unknown_word ~ choice`
(after `~` what "did you mean" must suggest). Several mistakes on one line are divided by `|`.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from shutil import copytree

from workshop import resources
from workshop.content.lint import check
from workshop.content.mistake import Mistake, render
from workshop.language.messages import Words
from workshop.language.tongue import Language

TINY = Path(__file__).parent / "tiny"
MARK = "<<<"
HEAD = "---\nid: tiny\ntitle: Klein\nversion: 1\nlanguage: nl\n---\n"
QUESTION_HEAD = HEAD.replace("language: nl\n", "language: nl\ndefault model: one\n")
HOURS = "## Hoeveel uur? {hours}\ntype: number\nbetween: 0 and 100\n"
MODELS = HEAD + "# Model {one}\nsource: 000.txt\n\nUitleg.\n\n## Fase {whole}\nblocks: b1 b5\nstages: awareness\n"
Found = tuple[str, int, str]


def tiny_copy(folder: Path) -> Path:
    """Copy the questionnaire that has no mistakes, to change something in it."""
    return copytree(TINY, folder / "tiny")


def folder_of(place: Path, **files: str) -> Path:
    """Write a folder named `tiny`; file names are given as `rules`, `rules_en`, `models` or `channels`."""
    folder = place / "tiny"
    folder.mkdir(exist_ok=True)
    for name, text in {"questionnaire": questions(HOURS), "models": MODELS, **files}.items():
        (folder / file_name(name)).write_text(unmarked(text), encoding="utf-8")
    return folder


def file_name(name: str) -> str:
    """Return the file that a short name stands for."""
    base, _, language = name.partition("_")
    base = {"models": "phase-models"}.get(base, base)
    return "channels.csv" if base == "channels" else ".".join(part for part in (base, language, "md") if part)


def unmarked(text: str) -> str:
    """Return a text without its marks."""
    return "\n".join(line.split(MARK)[0].rstrip() if MARK in line else line for line in text.split("\n"))


def marked(text: str, file: str) -> list[Found]:
    """Return the mistakes that a text says it gives."""
    return [
        (file, number, " ".join(mark.split()))
        for number, line in enumerate(text.split("\n"), start=1)
        if MARK in line
        for mark in line.split(MARK)[1].split("|")
    ]


def spoken(mistakes: Iterable[Mistake]) -> list[Found]:
    """Write mistakes the way marked texts name them."""
    return [(one.file.name, one.line, " ~ ".join((one.key, *_near(one)))) for one in mistakes]


def _near(mistake: Mistake) -> tuple[str, ...]:
    return (mistake.values["near"],) if "near" in mistake.values else ()


def outcome(place: Path, **files: str) -> tuple[list[Found], list[Found]]:
    """Check a folder of marked texts: the mistakes found and those marked; each has words in both languages."""
    folder = folder_of(place, **files)
    expected = [found for name, text in files.items() for found in marked(text, file_name(name))]
    mistakes = check(folder)
    for language in Language:
        for mistake in mistakes:
            render(mistake, words(language), folder)
    return sorted(spoken(mistakes)), sorted(expected)


def questions(text: str) -> str:
    """Put questions in a questionnaire with one section."""
    return f"{QUESTION_HEAD}# Deel {{part}}\n\n{text}"


def gap(text: str, keys: str = "source: 000.txt") -> str:
    """Put the keys of one gap rule in a rules file where nothing else is wrong."""
    rest = "Uitleg.\n\n### Advies\nDoe iets.\n\n### Eerste stap\nBegin.\n"
    return f"{HEAD}# Gaten {{gaps}}\n\n## Gat {{G01}}\n{text}\n{keys}\n\n{rest}"


@cache
def words(language: Language) -> Words:
    """Return the words of the program."""
    return Words.from_tables(language, resources.word_tables(language))
