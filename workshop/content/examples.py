"""Runs the worked examples of a questionnaire and compares them with what they are expected to give."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from workshop.content import answers_file
from workshop.content.catalog import Bundle
from workshop.content.mistake import Mistake, nearest
from workshop.content.sources import decoded
from workshop.domain.answer import Problem
from workshop.domain.assessment import Assessment
from workshop.domain.facts import FIGURES
from workshop.domain.response import Response

Assess = Callable[[Bundle, Response], Assessment]
HALF_A_CENT = Decimal("0.005")
STATUSES = ("fired", "absorbed", "to_check", "not_fired")
"""What an example may expect of a rule; "not_fired" is also good when the rule waits or is covered."""
EXPECT_KEYS = ("findings", "economics", "note")


@dataclass(frozen=True, slots=True)
class Example:
    """One worked example: its file and its text."""

    file: Path
    text: str

    def mistake(self, key: str, path: tuple[str, ...], **values: str) -> Mistake:
        """Make a mistake on the line where this part of the file stands."""
        return Mistake(self.file, line_of(self.text, path), f"example.{key}", values)


def example_mistakes(
    folder: Path, bundle_for: Callable[[str, str], Bundle], assess: Assess | None
) -> Iterator[Mistake]:
    """Give every example that cannot be read, or that gives something else than it expects."""
    for file in sorted((folder / "examples").glob("*.json")):
        try:
            example = Example(file, decoded(file.read_bytes()))
        except UnicodeDecodeError:
            yield Mistake(file, 1, "not_utf8")
            continue
        yield from _mistakes(example, bundle_for, assess)


def expects_findings(folder: Path) -> Path | None:
    """Return the first example that expects something of the rules."""
    for file in sorted((folder / "examples").glob("*.json")):
        try:
            findings = json.loads(decoded(file.read_bytes()))["expect"]["findings"]
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            continue
        if isinstance(findings, dict) and any(findings.values()):
            return file
    return None


def _mistakes(example: Example, bundle_for: Callable[[str, str], Bundle], assess: Assess | None) -> Iterator[Mistake]:
    response = answers_file.read(example.text, bundle_for)
    if not isinstance(response, Response):
        yield from (_problem(example, problem) for problem in response)
        return
    expect = json.loads(example.text.removeprefix("\ufeff"), parse_float=Decimal).get("expect")
    if not isinstance(expect, dict):
        yield example.mistake("no_expectation", ())
        return
    for key in expect:
        if key not in EXPECT_KEYS:
            yield example.mistake("unknown_key", ("expect", key), name=key, **nearest(key, EXPECT_KEYS))
    if assess is not None:
        bundle = bundle_for(response.questionnaire, response.language)
        assessment = assess(bundle, response)
        yield from _findings(example, expect.get("findings", {}), bundle, assessment)
        yield from _economics(example, expect.get("economics", {}), assessment)


def _problem(example: Example, problem: Problem) -> Mistake:
    """Make a mistake of a problem with an answer; a broken file knows its own line."""
    line = problem.values.get("line")
    place = int(line) if line else line_of(example.text, tuple(problem.where.split(".")))
    values = {**problem.values, "where": problem.where or example.file.name, "reason": problem.key}
    return Mistake(example.file, place, "example.answer", values)


def _findings(example: Example, expected: object, bundle: Bundle, assessment: Assessment) -> Iterator[Mistake]:
    if not isinstance(expected, dict):
        yield example.mistake("wrong_form", ("expect", "findings"), name="findings")
        return
    outcomes: dict[str, set[str]] = {rule.id: set() for rule in bundle.rules.gaps}
    for finding in assessment.findings:
        outcomes[finding.id].add(finding.status.value)
    for status, ids in expected.items():
        path = ("expect", "findings", status)
        if status not in STATUSES:
            yield example.mistake("unknown_key", path, name=status, **nearest(status, STATUSES))
        elif not isinstance(ids, list):
            yield example.mistake("wrong_form", path, name=status)
        else:
            yield from (m for one in map(str, ids) if (m := _finding(example, (*path, one), outcomes)))


def _finding(example: Example, path: tuple[str, ...], outcomes: Mapping[str, set[str]]) -> Mistake | None:
    """Compare one rule with what is expected of it; a rule that walks over phases can have several outcomes."""
    *_, expected, rule = path
    if rule not in outcomes:
        return example.mistake("unknown_rule", path, name=rule, **nearest(rule, outcomes))
    found = next((status for status in STATUSES if status in outcomes[rule]), "not_fired")
    if expected in outcomes[rule] or (expected == "not_fired" and found != "fired"):
        return None
    return example.mistake("finding", path, code=rule, expected_status=expected, found_status=found)


def _economics(example: Example, expected: object, assessment: Assessment) -> Iterator[Mistake]:
    if not isinstance(expected, dict):
        yield example.mistake("wrong_form", ("expect", "economics"), name="economics")
        return
    for name, number in expected.items():
        path = ("expect", "economics", name)
        if name not in FIGURES:
            yield example.mistake("unknown_figure", path, name=name, **nearest(name, FIGURES))
        elif number is not None and not _is_number(number):
            yield example.mistake("wrong_form", path, name=name)
        else:
            found = _figure(name, assessment)
            if not _agree(found, None if number is None else Decimal(str(number))):
                values = {"expected": _written(number), "found": _written(found)}
                yield example.mistake("figure", path, name=name, **values)


def _figure(name: str, assessment: Assessment) -> Decimal | None:
    if name == "balance":
        return assessment.attention.balance
    figure = assessment.economics.figure(name)
    return figure.value if figure else None


def _agree(found: Decimal | None, expected: Decimal | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return abs(found - expected) <= HALF_A_CENT


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _written(value: object) -> str:
    match value:
        case None:
            return "null"
        case Decimal() as number:
            return f"{round(number, 4):f}"
        case _:
            return str(value)


def line_of(text: str, path: tuple[str, ...]) -> int:
    """Return the line of a part of a JSON text: each key of the path is looked for after the one before it."""
    place = 0
    for key in path:
        quoted = re.escape(json.dumps(key, ensure_ascii=False))
        found = re.compile(rf"{quoted}\s*:").search(text, place) or re.compile(quoted).search(text, place)
        if found is not None:
            place = found.start()
    return text.count("\n", 0, place) + 1
