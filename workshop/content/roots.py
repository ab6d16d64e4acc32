"""Root causes first: the order in which mistakes are told, and which of them only follow from others."""

from collections.abc import Iterable, Mapping

from workshop.content.mistake import Mistake
from workshop.content.sources import CHANNELS, MODELS, QUESTIONNAIRE, RULES

_QUESTIONS, _MODELS, _RULES = (f"{name}.md" for name in (QUESTIONNAIRE, MODELS, RULES))
_THRESHOLDS = "thresholds"
"""Stands for the section of rules.md whose codes conditions name, beside the names of files."""
_BASE = (_QUESTIONS, _MODELS, CHANNELS, _RULES)
_LOSING = (
    frozenset({"missing_file", "not_utf8", "unreadable", "csv_broken", "missing_column", "cell_count"})
    | {
        "unknown_rules_section",
        "field_as_question",
    }
    | {f"outside_{place}" for place in ("section", "question", "model", "rules")}
)
"""Mistakes by which names are lost: what other places then do not know, may well be there."""
_CODED = frozenset({"section", "question", "field", "model", "phase", "channel", "rule"})
_QUESTION_NAMES = ("condition.unknown_name", "condition.unknown_argument.question", "unknown_placeholder")
_NAMED: Mapping[str, str] = {
    **dict.fromkeys((*_QUESTION_NAMES, "unknown_row_source"), _QUESTIONS),
    **dict.fromkeys(("condition.unknown_argument.group", "unknown_model"), _MODELS),
    **dict.fromkeys(("condition.unknown_argument.channel", "unknown_row"), CHANNELS),
    "unknown_rule": _RULES,
    **dict.fromkeys(("session.unknown_section", "session.unknown_question"), _QUESTIONS),
}
"""Mistakes about a name that does not exist → the file where it may have been renamed."""
_FOLLOWS: Mapping[str, frozenset[str]] = {
    **{key: frozenset({name}) for key, name in _NAMED.items()},
    **dict.fromkeys(("condition.unknown_name", "unknown_placeholder"), frozenset({_QUESTIONS, _THRESHOLDS})),
    "condition.choice_without_quotes": frozenset({_QUESTIONS}),
    "session.section_missing": frozenset({_QUESTIONS}),
    "condition.unknown_choice": frozenset({CHANNELS, _MODELS}),
    **dict.fromkeys(("unreachable", "check_never_true", "never_fires", "never_holds"), frozenset(_BASE) - {_RULES}),
}
"""Mistakes that may follow from names that were lost in these files."""
_OF_THE_FILE = frozenset({"not_utf8", "unreadable", "unknown_file", "translation_unused"})
"""Mistakes that no other file can be the cause of."""


def in_order(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """Sort base files first, then translations, then examples, each by line; leave out doubles."""
    unique = {(one.file, one.line, one.key, tuple(sorted(one.values.items()))): one for one in mistakes}
    return tuple(sorted(unique.values(), key=_place))


def root_causes(mistakes: Iterable[Mistake], faulty: frozenset[str] = frozenset()) -> tuple[Mistake, ...]:
    """Put mistakes in order without those that only follow from others.

    The translation of a file in `faulty` (names of base files) is not compared with it.
    """
    found = in_order(mistakes)
    lost = frozenset(place for one in found for place in _lost(one))
    named = [one for one in found if one.key in _NAMED and not base_of(one)]
    faulty |= frozenset(_NAMED[one.key] for one in named)
    unknown = frozenset(one.values["name"] for one in named)
    wrong_ids = frozenset(one.values["id"] for one in found if one.key == "id_is_not_folder")
    return tuple(
        one
        for one in found
        if not _FOLLOWS.get(one.key, frozenset()) & lost
        and not (one.key == "head_differs" and one.values["key"] == "id" and one.values["there"] in wrong_ids)
        and not _waits(one, faulty, unknown)
    )


def needs_names(mistake: Mistake) -> bool:
    """Tell whether a mistake is about a name that does not exist, as when it was changed elsewhere."""
    return mistake.key in _NAMED or mistake.key == "stale_translation.heading"


def base_of(mistake: Mistake) -> str:
    """Return the name of the file that a mistake's file translates; "" for a file that is no translation."""
    name, *language, suffix = mistake.file.name.split(".")
    return f"{name}.{suffix}" if language and suffix == "md" else ""


def _lost(mistake: Mistake) -> tuple[str, ...]:
    """Return the file (or section) whose names a mistake makes unknown elsewhere."""
    if mistake.key in ("missing_code", "duplicate_code"):
        what = mistake.values["what"]
        return (_THRESHOLDS,) if what == "threshold" else (mistake.file.name,) if what in _CODED else ()
    if mistake.key in _LOSING:
        return (mistake.file.name, *([_THRESHOLDS] if mistake.file.name == _RULES else []))
    return ()


def _waits(mistake: Mistake, faulty: frozenset[str], unknown: frozenset[str]) -> bool:
    """Tell whether a mistake in a translation waits for its base, or is that of the base once more."""
    base = base_of(mistake)
    if not base or mistake.key in _OF_THE_FILE:
        return False
    return base in faulty or (mistake.key == "unknown_placeholder" and mistake.values["name"] in unknown)


def _place(mistake: Mistake) -> tuple[int, int, str, int, str]:
    name, base = mistake.file.name, base_of(mistake)
    kind = 2 if mistake.file.suffix == ".json" else 1 if base in _BASE else 0
    known = base or name
    rank = _BASE.index(known) if known in _BASE else len(_BASE)
    return kind, rank, str(mistake.file), mistake.line, mistake.key
