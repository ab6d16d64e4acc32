"""Filling in the wizard as a person would: plain answers of an answers file, typed and ticked in a browser."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Page

from workshop.domain.questionnaire import Question, QuestionType

T = QuestionType
TICKED = (T.CHOICE, T.SCALE, T.CHOICES, T.YES_NO)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def answer(page: Page, question: Question, given: Any, name: str = "") -> None:
    """Fill in one question as a person would."""
    name = name or question.code
    if isinstance(given, dict) and "status" in given:
        say_nothing(page, name, given["status"])
        return
    value = given["value"] if isinstance(given, dict) and "value" in given else given
    if question.type in TICKED:
        tick(page, name, ["yes" if value else "no"] if isinstance(value, bool) else as_list(value))
    elif question.type in (T.DIVISION, T.COUNT):
        for part, number in value.items():
            page.locator(f"[id='{name}-{part}']").fill(typed(number))
    elif question.type in IN_PARTS:
        IN_PARTS[question.type](page, question, value)
    else:
        page.locator(f"[id='{name}']").fill(typed(value))
    if isinstance(given, dict) and "evidence" in given:
        page.locator(f"[id='{name}-evidence']").select_option(str(given["evidence"]))


def tick(page: Page, name: str, codes: list[object]) -> None:
    if page.locator(f"select[id='{name}']").count():
        page.locator(f"[id='{name}']").select_option(str(codes[0]))
        return
    for code in codes:
        box = page.locator(f"input[name='{name}'][value='{code}']")
        if not box.is_visible():
            page.locator("details.fold", has=box).evaluate("fold => { fold.open = true }")
        box.check()


def tick_grid(page: Page, question: Question, rows: Mapping[str, Mapping[str, int]]) -> None:
    for row, phases in rows.items():
        for phase, level in phases.items():
            page.locator(f"input[name='{question.code}-{row}-{phase}'][value='{level}']").check()


def fill_cards(page: Page, question: Question, items: list[Mapping[str, Any]]) -> None:
    for number, item in enumerate(items, start=1):
        card = page.locator(f"[id='{question.code}-{number}']")
        if not card.count():
            page.locator(f"button[value='meer-{question.code}']").click()
            card.wait_for()
        for field in question.fields:
            if field.code in item:
                answer(page, field, item[field.code], f"{question.code}-{number}-{field.code}")


def fill_phases(page: Page, question: Question, phases: Mapping[str, Mapping[str, Any]]) -> None:
    for phase, fields in phases.items():
        page.locator(f"details[id='{question.code}-{phase}']").evaluate("card => { card.open = true }")
        for field in question.fields:
            if field.code in fields:
                answer(page, field, fields[field.code], f"{question.code}-{phase}-{field.code}")


def say_nothing(page: Page, name: str, status: str) -> None:
    """Tick "weet ik niet" or "n.v.t."; where one thing is chosen these stand among the choices."""
    value = {"unknown": "-unknown", "not_applicable": "-not_applicable"}[status]
    page.locator(f"input[value='{value}']:is([name='{name}'],[name='{name}-status'])").check()


def as_list(value: Any) -> list[object]:
    return value if isinstance(value, list) else [value]


def typed(value: object) -> str:
    """Write a number with a comma and a date with the day first, as people here type them."""
    if isinstance(value, str) and DATE.fullmatch(value):
        return "-".join(reversed(value.split("-")))
    return str(value).replace(".", ",") if isinstance(value, int | float) else str(value)


IN_PARTS: Mapping[QuestionType, Callable[[Page, Question, Any], None]] = {
    T.MATRIX: tick_grid,
    T.GROUP: fill_cards,
    T.PER_PHASE: fill_phases,
}
