"""No rule without its tests: what stands in rules.md is looked up in the names of the tests beside this file."""

import ast
from pathlib import Path

import pytest

from tests.klantreis import bundle
from tests.rules.test_strengths import STRENGTHS

RULES = bundle().rules
NAMES = tuple(
    one.name
    for path in Path(__file__).parent.glob("test_*.py")
    for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(one, ast.FunctionDef)
)
NEVER_UNKNOWN = {"g35": "with fewer than two actions there is no plan to judge, so it does not apply"}


def has_test(rule: str, word: str) -> bool:
    """Tell whether a test says that this rule fires, is silent, or waits."""
    return any(name.startswith(f"test_{rule}_{word}") for name in NAMES)


@pytest.mark.parametrize("rule", [one.id.lower() for one in RULES.gaps])
def test_every_gap_is_tested_firing_silent_and_waiting(rule: str) -> None:
    assert has_test(rule, "fires")
    assert has_test(rule, "is_silent")
    assert has_test(rule, "does_not_apply" if rule in NEVER_UNKNOWN else "waits")


@pytest.mark.parametrize("rule", [one.id for one in RULES.gaps if one.severity_when])
def test_every_severity_of_a_gap_is_tested(rule: str) -> None:
    bodies = [path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")]

    assert any(f'severity("{rule}"' in body or f'findings("{rule}"' in body for body in bodies)


def test_every_strong_point_is_tested() -> None:
    assert set(STRENGTHS) == {one.id for one in RULES.strengths}


def test_all_forty_two_rules_of_the_field_are_there() -> None:
    assert {f"G{number:02}" for number in range(1, 43)} | {"E01"} == {one.id for one in RULES.gaps}
