"""Write docs/reference/language-keys.md out of the code: python -m scripts.language_reference [--check]."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path

from scripts.language_words import ANSWERS, FOCUS_MEANINGS, HEADINGS, KEYS, PLACEHOLDERS, Heading
from workshop import resources
from workshop.content import channels_reader, coverage, overlay, questions_reader, texts
from workshop.content.declared import fact_domain
from workshop.content.header import Keys
from workshop.content.ranges import Codes
from workshop.content.reader import SCORES, SETTINGS
from workshop.content.rules_reader import SECTIONS, SUBHEADINGS, ShownKind, ThresholdKind
from workshop.content.session_reader import CHAPTERS
from workshop.content.vocabulary import FOCUS_NAMES
from workshop.domain.facts import FACTS, FIGURES, FactSignature, meaning
from workshop.domain.finding import Focus, Level, RootCause
from workshop.domain.journey import BLOCK_GROUPS, Block, PhaseKind, Stage
from workshop.domain.questionnaire import QuestionType, Unit
from workshop.domain.response import Length
from workshop.domain.run_sheet import Place
from workshop.language.messages import Words
from workshop.language.tongue import Language

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docs" / "reference" / "language-keys.md"
TOP = """# Keys, facts and words of the questionnaire language

This page is written by `python -m scripts.language_reference` from the program itself; a test compares the two.
[The questionnaire language](questionnaire-language.md) explains how everything hangs together.
"""


def main(arguments: Sequence[str]) -> int:
    """Write the page, or with --check tell whether it is as the code is."""
    text = page()
    if "--check" not in arguments:
        FILE.write_text(text, encoding="utf-8", newline="\n")
        return 0
    if FILE.read_text(encoding="utf-8") == text:
        return 0
    print("language-keys.md is not what the code says: run python -m scripts.language_reference", file=sys.stderr)
    return 1


def page() -> str:
    """Return the whole page."""
    parts = (TOP, *_keys(), _types(), _words(), _groups(), _facts(), _figures(), _placeholders(), _answers())
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = tuple(titles)
    lines = [titles, tuple("---" for _ in titles), *(tuple(row) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _code(words: Iterable[object]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _keys() -> Iterator[str]:
    yield "## Keys per heading\n\nA key marked × may stand more than once; capitals stand for a name of your own.\n"
    for heading in HEADINGS:
        yield f"### {heading.title}\n\n{_table(('key', 'value', 'meaning'), _key_rows(heading))}\n"
    yield f"### In a translation\n\nOnly texts: {_code(sorted(overlay.TEXT_KEYS.all))}.\n"


def _key_rows(heading: Heading) -> Iterator[tuple[str, str, str]]:
    for key in sorted(heading.keys.all):
        value, said = KEYS[heading.own.get(key, key)]
        yield f"`{key}:`{_many(heading.keys, key)}", _value(heading.own.get(key, key), value), said


def _many(keys: Keys, key: str) -> str:
    return " ×" if key in keys.repeatable else ""


_ALLOWED: dict[str, Iterable[object]] = {
    "type": QuestionType,
    "unit": Unit,
    "length": Length,
    "editor": questions_reader.Editor,
    "choices": (questions_reader.CATALOGUE,),
    "rows": (questions_reader.CATALOGUE,),
    "stages": Stage,
    "kind of phase": PhaseKind,
    "kind": ThresholdKind,
    "root cause": RootCause,
    "level": Level,
    "for each": [one for one in Focus if one is not Focus.BUSINESS],
    "phase": (*BLOCK_GROUPS, "b1", "…", "b10"),
    "blocks": ("b1", "…", "b10"),
    "blocks of a section": ("b1", "…", "b10"),
    "look at": Place,
    "selftest N score": SCORES,
    "setting NAME": [f"{name} (from {low} to below {high})" for name, (low, high) in SETTINGS.items()],
}
"""Keys that take a word of a fixed list → the list."""


def _value(key: str, value: str) -> str:
    if key == "unit":
        return "one of the units below"
    words = _ALLOWED.get(key)
    if words is None:
        return value
    listed = _code(words)
    return f"{value}: {listed}" if value else listed


def _types() -> str:
    only = questions_reader.ONLY_FOR
    rows = []
    for kind in QuestionType:
        own = sorted(key for key, kinds in only.items() if kind in kinds)
        below = "choices" if kind in questions_reader.WITH_CHOICES else ""
        below = "fields with `###`" if kind in questions_reader.WITH_FIELDS else below
        inside = "no" if kind in questions_reader.NOT_IN_GROUP else "yes"
        rows.append((f"`{kind}`", _code(own) or "–", below or "–", inside))
    titles = ("type", "keys of its own", "below the heading", "may be a field")
    rest = sorted(questions_reader.QUESTION_KEYS.all - only.keys())
    return f"## Question types\n\nEvery type takes {_code(rest)}.\n\n{_table(titles, rows)}\n"


def _words() -> str:
    lists: tuple[tuple[str, Iterable[object]], ...] = (
        ("Units", Unit),
        ("Stages of the catalogue", Stage),
        ("Kinds of a phase", PhaseKind),
        ("Root causes", RootCause),
        ("Levels of an advice", Level),
        ("Kinds of a threshold", ThresholdKind),
        ("Kinds of an extra placeholder (`show`)", ShownKind),
        ("Lengths", Length),
        ("Scores of a self-test", SCORES),
        ("Sections of rules.md", SECTIONS),
        ("Chapters of session.md", CHAPTERS),
        ("Subheadings of a gap rule", (name.capitalize() for name in SUBHEADINGS)),
        ("Columns of channels.csv", channels_reader.COLUMNS),
        ("Fit in channels.csv", [f"{letter} = {fit}" for letter, fit in channels_reader.FITS.items() if letter != "–"]),
        ("Medium in channels.csv", channels_reader.MEDIA),
        ("Soort in channels.csv", channels_reader.KINDS),
        ("Columns of coverage.csv", coverage.COLUMNS),
    )
    rows = [(name, _code(_plain(words))) for name, words in lists]
    limits = (
        f"A page has at most {texts.MOST_QUESTIONS} questions, an introduction at most {texts.MOST_INTRO_WORDS} words."
    )
    return f"## Fixed words\n\n{_table(('list', 'words'), rows)}\n\n{limits}\n"


def _plain(words: Iterable[object]) -> list[str]:
    return [str(word.value) if isinstance(word, Enum) else str(word) for word in words]


def _groups() -> str:
    rows = [(f"`{name}`", f"{blocks[0]}–{blocks[-1]}" if len(blocks) > 1 else blocks[0]) for name, blocks in _ranges()]
    blocks = [(f"`{block}`", block.name.lower().replace("_", " ")) for block in Block]
    return (
        f"## Groups of building blocks\n\n{_table(('group', 'blocks'), rows)}\n\n"
        f"{_table(('block', 'what happens there'), blocks)}\n\n## What a rule walks over\n\n{_foci()}\n"
    )


def _ranges() -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, blocks in BLOCK_GROUPS.items():
        yield name, tuple(str(block) for block in blocks)


def _foci() -> str:
    named = {focus: sorted(FOCUS_NAMES[focus]) for focus in Focus}
    rows = [(f"`{focus}`", _code(named[focus]) or "–", FOCUS_MEANINGS[focus]) for focus in Focus]
    return _table(("for each", "names in its conditions", "how often it is looked at"), rows)


def _facts() -> str:
    rows = [(_signature(one), _result(one), meaning(one.name)) for one in FACTS.values()]
    said = "A name that may be left out or repeated ends in …; `group` takes a group, a block or a phase."
    return f"## Facts\n\n{said}\n\n{_table(('fact', 'gives', 'meaning'), rows)}\n"


def _signature(fact: FactSignature) -> str:
    names = [*fact.arguments, *(["…"] if fact.variadic else [])]
    return f"`{fact.name}({', '.join(names)})`"


def _result(fact: FactSignature) -> str:
    domain = fact_domain(fact.name)
    return _code(sorted(domain.among)) if isinstance(domain, Codes) and domain.among else fact.result


def _figures() -> str:
    english = Words.from_tables(Language.EN, resources.word_tables(Language.EN))
    rows = []
    for name in sorted(FIGURES):
        known = (f"report.figure.{name}.{part}" for part in ("name", "formula"))
        rows.append((f"`{name}`", FIGURES[name], *(english.texts.get(key, "–") for key in known)))
    return f"## Figures\n\n{_table(('figure', 'shown as', 'in words', 'how it is reckoned'), rows)}\n"


def _placeholders() -> str:
    rows = []
    for name, said in PLACEHOLDERS.items():
        where = [str(focus) for focus in Focus if name in texts.placeholders(focus)]
        placed = name in texts.placeholders(Focus.BUSINESS, True) and Focus.BUSINESS not in where
        also = " and wherever a rule has `phase:`" if placed else ""
        rows.append((f"`{{{name}}}`", f"{_code(where)}{also}", said))
    every = "Every question code, figure, threshold and `show` name is a placeholder by itself. In gap rules also:"
    return f"## Placeholders\n\n{every}\n\n{_table(('placeholder', 'for each', 'what it becomes'), rows)}\n"


def _answers() -> str:
    rows = [(f"`{kind}`", ANSWERS[kind].schema, f"`{ANSWERS[kind].example}`") for kind in QuestionType]
    return (
        '## Answers file, per question type\n\nEach value may also be `{"value": VALUE, "evidence": 0–3}`, or '
        '`{"status": "unknown"}`, or `{"status": "not_applicable"}`.\n\n' + _table(("type", "VALUE", "example"), rows)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
