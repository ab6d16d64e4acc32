"""The numbers to try out: fields filled with the client's own answers, and what was typed in them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from flask import url_for
from werkzeug.datastructures import MultiDict

from workshop.domain.answer import Answer, Problem
from workshop.domain.assessment import Assessment
from workshop.domain.entry import Entry, parse_entry, show_entry
from workshop.domain.questionnaire import Question, QuestionType
from workshop.domain.sensitivity import HOURS_STEP, PRICE_STEP, RETENTION_STEP, Change
from workshop.domain.what_if import Knob, WhatIf, knobs, price_knob, standing, try_out
from workshop.language.numbers import format_number
from workshop.language.text import clean_text
from workshop.language.tongue import Language
from workshop.report.answers import answer_words
from workshop.report.voice import Voice
from workshop.web.drawing.bare import bare_of
from workshop.web.drawing.views import Box
from workshop.web.route.progress import Link
from workshop.web.visit import Visit

COSTS: Final = "kosten"
ALONG: Final = "mee"
"""What the choice under the price sends when the costs go up and down with it."""
GROUPS: Final[Mapping[str, tuple[Knob, ...]]] = {
    "customers": (Knob.RETENTION, Knob.ORDERS_PER_YEAR),
    "price": (Knob.ORDER_VALUE, Knob.FIRST_ORDER, Knob.MARGIN),
    "winning": (Knob.HOURS_TO_WIN, Knob.HOUR_COST, Knob.ACQUISITION_SPEND, Knob.CUSTOMERS_NEW),
}
_RETENTION: Final = Question(Knob.RETENTION, "", QuestionType.PERCENT, low=Decimal(0), high=Decimal(100))
_ASKED_WITH: Final[Mapping[Knob, tuple[str, ...]]] = {Knob.RETENTION: ("customers_start", "repeat_rate")}
"""The questions that a knob without a question of its own is answered with."""
_PRICE_IDEA: Final = (Change.PRICE, PRICE_STEP, "more", 100)
_IDEAS: Final[Mapping[Knob, tuple[Change, Decimal, str, int]]] = {
    Knob.RETENTION: (Change.RETENTION, RETENTION_STEP, "more", 100),
    Knob.ORDER_VALUE: _PRICE_IDEA,
    Knob.FIRST_ORDER: _PRICE_IDEA,
    Knob.HOURS_TO_WIN: (Change.HOURS, -HOURS_STEP, "less", 60),
}
"""Steps to try first, with what a step counts in when it is told: a hundred customers, per cents, minutes."""
_LEAST_PRICE: Final = Decimal("0.01")
_SHOWN_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Field:
    """A number to try out; `now` is what it is in words, "" while nobody knows, and `asked` where to answer it."""

    label: str
    now: str
    box: Box
    asked: Link | None


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together, under one heading."""

    title: str
    fields: tuple[Field, ...]
    prices: bool = False


@dataclass(frozen=True)
class Trial:
    """What was asked of this page: the numbers as typed, and the sums with those that could be read."""

    visit: Visit
    assessment: Assessment
    sent: MultiDict[str, str]
    wrong: Mapping[Knob, tuple[Problem, ...]]
    sums: WhatIf

    def typed(self, knob: Knob) -> str:
        """Return what was typed for a knob, as a page can show it again."""
        return clean_text(self.sent.get(knob.value, ""))

    @property
    def along(self) -> bool:
        """Tell whether the costs of a purchase go along with its price."""
        return self.sent.get(COSTS) == ALONG

    def label(self, knob: Knob) -> str:
        """Return what a knob is called."""
        return self.visit.words(f"web.what_if.knob.{knob}")


def read_trial(visit: Visit, sent: MultiDict[str, str]) -> Trial:
    """Read the numbers and do the sums again; a blank field stands for the number of now."""
    assessment = visit.workshop.assess(visit.response)
    reading, sums = assessment.reading, assessment.economics
    read: dict[Knob, Decimal] = {}
    wrong: dict[Knob, tuple[Problem, ...]] = {}
    for knob in knobs(reading):
        question, typed = _question(visit, knob), clean_text(sent.get(knob.value, ""))
        if typed == _shown(visit, question, standing(reading, knob, sums)):
            continue
        found = parse_entry(question, Entry(text=typed), visit.questionnaire, visit.model, visit.language)
        if isinstance(found, tuple):
            wrong[knob] = found
        elif found is not None and isinstance(found.value, Decimal):
            read[knob] = found.value
    tried = try_out(reading, sums, read, same_costs=sent.get(COSTS) != ALONG)
    return Trial(visit, assessment, sent, wrong, tried)


def in_language(trial: Trial, language: Language) -> dict[str, str]:
    """Return what was sent with its numbers written in another language; what could not be read stays as typed."""
    visit = trial.visit
    found = {COSTS: ALONG} if trial.along else {}
    for knob in knobs(trial.assessment.reading):
        question, typed = _question(visit, knob), trial.typed(knob)
        read = parse_entry(question, Entry(text=typed), visit.questionnaire, visit.model, visit.language)
        if isinstance(read, Answer) and read.known:
            typed = show_entry(question, read, visit.questionnaire, visit.model, language).text
        if typed:
            found[knob.value] = typed
    return found


def groups(trial: Trial) -> tuple[Group, ...]:
    """Return the fields of the form, by what they are about."""
    there, words = knobs(trial.assessment.reading), trial.visit.words
    priced = {price_knob(trial.assessment.reading), Knob.MARGIN} <= set(there)
    found = (
        Group(
            words(f"web.what_if.group.{name}"),
            tuple(_field(trial, knob) for knob in members if knob in there),
            prices=priced and name == "price",
        )
        for name, members in GROUPS.items()
    )
    return tuple(group for group in found if group.fields)


def ideas(trial: Trial) -> tuple[Link, ...]:
    """Return what is easy to try first: the steps by which the report varies, as far as they can be taken."""
    visit, reading = trial.visit, trial.assessment.reading
    there = knobs(reading)
    found = []
    for knob, (change, step, way, unit) in _IDEAS.items():
        stands = standing(reading, knob, trial.assessment.economics) if knob in there else None
        tried = None if stands is None else stands * (1 + step) if change is Change.PRICE else stands + step
        if tried is None or tried < 0 or (change is Change.RETENTION and tried > 1):
            continue
        typed = _shown(visit, _question(visit, knob), round(tried, 4 if change is Change.RETENTION else 2))
        address = url_for("what_if.show", dossier_id=visit.id, _anchor="effect", **{knob.value: typed})  # type: ignore[arg-type]
        by = format_number(abs(step) * unit, visit.language)
        found.append(Link(address, visit.words(f"web.what_if.idea.{change}_{way}", by=by)))
    return tuple(found)


def place_of(visit: Visit, codes: tuple[str, ...]) -> Link | None:
    """Return the first of these questions that is asked, with its title; None when none of them is."""
    pages = {one.code: page for page in visit.route.pages for one in page.questions}
    code = next((code for code in codes if code in pages), None)
    question = visit.questionnaire.question(code) if code else None
    if code is None or question is None:
        return None
    there = url_for("questions.page", dossier_id=visit.id, page=pages[code].code, terug="wat-als")
    return Link(f"{there}#{code}-vraag", question.title)


def _field(trial: Trial, knob: Knob) -> Field:
    visit, question = trial.visit, _question(trial.visit, knob)
    stands = standing(trial.assessment.reading, knob, trial.assessment.economics)
    before, after = bare_of(visit).unit(question)
    errors = tuple(visit.words(one.key, **one.values) for one in trial.wrong.get(knob, ()))
    box = Box(
        knob.value,
        knob.value,
        trial.typed(knob) or _shown(visit, question, stands),
        prefix=before,
        suffix=after,
        size="s",
        mode="decimal",
        described=" ".join(f"{knob}-{part}" for part in (errors and "fout", "nu", after and "eenheid") if part),
        errors=errors,
    )
    return Field(trial.label(knob), _said(visit, question, stands), box, place_of(visit, _codes(knob)))


def _codes(knob: Knob) -> tuple[str, ...]:
    return _ASKED_WITH.get(knob, (knob.value,))


def _question(visit: Visit, knob: Knob) -> Question:
    """Return how a number is read; a price is never nothing: then there is no margin on it."""
    question = visit.questionnaire.question(knob.value) if knob is not Knob.RETENTION else _RETENTION
    if question is None:
        raise LookupError(knob)
    if knob in (Knob.ORDER_VALUE, Knob.FIRST_ORDER):
        return replace(question, low=_LEAST_PRICE)
    return question


def _shown(visit: Visit, question: Question, stands: Decimal | None) -> str:
    """Write the number of now as it stands in its field: with at most two decimals of a percentage."""
    if stands is None:
        return ""
    answer = Answer(value=round(stands, _SHOWN_DIGITS))
    return show_entry(question, answer, visit.questionnaire, visit.model, visit.language).text


def _said(visit: Visit, question: Question, stands: Decimal | None) -> str:
    if stands is None:
        return ""
    voice = Voice(visit.words, visit.questionnaire, visit.model)
    return visit.words("web.what_if.now", value=answer_words(question, Answer(value=stands), voice))
