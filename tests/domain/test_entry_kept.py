"""What a form does not ask is not lost by saving it: the evidence of a file, and a group that is known to be empty."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.strategies import EVERY_TYPE, FIELDS, FIVE
from workshop.domain.answer import Answer, Counts, Evidence, Item, Problem, Status, Value
from workshop.domain.entry import Entry, parse_entry, show_entry
from workshop.domain.questionnaire import Question, QuestionType
from workshop.language.tongue import Language

NL = Language.NL
KIND = next(field for field in FIELDS if field.code == "kind")
EUROS = next(field for field in FIELDS if field.code == "euros")
CHANNELS = Question("channels", "Kanalen", QuestionType.GROUP, fields=(KIND, EUROS), at_most=3)


def parse(question: Question, entry: Entry, before: Answer | None) -> Answer | None | tuple[Problem, ...]:
    return parse_entry(question, entry, EVERY_TYPE, FIVE, NL, before)


def ask(code: str) -> Question:
    question = EVERY_TYPE.question(code)
    assert question is not None
    return question


def known(value: Value, evidence: Evidence | None = None) -> Answer:
    return Answer(value=value, evidence=evidence)


def channel(kind: str, euros: Answer) -> Item:
    return Item({"kind": known(kind), "euros": euros})


def row(kind: str, euros: str) -> Mapping[str, Entry]:
    return {"kind": Entry(chosen=(kind,) if kind else ()), "euros": Entry(text=euros)}


def test_evidence_that_is_not_asked_stays_with_an_unchanged_value() -> None:
    before = known(Decimal(12), Evidence.MEASURED)

    assert parse(ask("hours"), Entry(text="12"), before) == before


def test_evidence_that_is_not_asked_goes_with_a_changed_value() -> None:
    assert parse(ask("hours"), Entry(text="13"), known(Decimal(12), Evidence.MEASURED)) == known(Decimal(13))


def test_evidence_that_is_asked_is_what_the_form_says() -> None:
    assert parse(ask("care"), Entry(chosen=("1",)), known(1, Evidence.MEASURED)) == known(1)


def test_evidence_does_not_come_along_when_a_status_is_ticked() -> None:
    before = known(Decimal(12), Evidence.MEASURED)

    assert parse(ask("hours"), Entry(status=Status.UNKNOWN), before) == Answer(Status.UNKNOWN)


def test_a_count_of_which_blank_rows_became_zero_is_unchanged() -> None:
    question = replace(ask("last_ten"), asks_evidence=False)
    before = known(Counts({"website": 4}), Evidence.HEARD)

    read = parse(question, Entry(cells={"website": "4", "flyer": ""}), before)

    assert read == known(Counts({"website": 4, "flyer": 0}), Evidence.HEARD)


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ((row("never", "1"), row("always", "2")), [Evidence.HEARD, Evidence.MEASURED]),
        ((row("always", "2"), row("never", "1")), [Evidence.MEASURED, Evidence.HEARD]),
        ((row("always", "2"),), [Evidence.MEASURED]),
        ((row("", ""), row("always", "2")), [Evidence.MEASURED]),
        ((row("sometimes", "1"), row("always", "3")), [Evidence.HEARD, None]),
        ((row("sometimes", "1"),), [None]),
    ],
)
def test_evidence_in_a_row_follows_the_row(rows: tuple[Mapping[str, Entry], ...], kept: list[Evidence | None]) -> None:
    items = (
        channel("never", known(Decimal(1), Evidence.HEARD)),
        channel("always", known(Decimal(2), Evidence.MEASURED)),
    )

    read = parse(CHANNELS, Entry(items=rows), known(items))

    assert isinstance(read, Answer)
    assert isinstance(read.value, tuple)
    euros = [item.get("euros") for item in read.value if isinstance(item, Item)]
    assert [one.evidence for one in euros if one] == kept


def test_a_group_that_is_known_to_be_empty_stays_so() -> None:
    before = known((), Evidence.HEARD)
    shown = show_entry(CHANNELS, before, EVERY_TYPE, FIVE, NL)

    assert parse(CHANNELS, shown, before) == before


@pytest.mark.parametrize("before", [None, known((channel("never", known(Decimal(1))),)), Answer(Status.UNKNOWN)])
def test_a_group_left_blank_in_the_form_is_not_answered(before: Answer | None) -> None:
    assert parse(CHANNELS, Entry(items=(row("", ""),)), before) is None


def test_a_row_without_its_choice_is_refused_and_says_which_row() -> None:
    read = parse(CHANNELS, Entry(items=(row("never", ""), row("", ""), row("", "40"))), None)

    assert read == (Problem("channels.3.kind", "answer.row_without", {"row": "3", "field": "Soort"}),)


def test_the_same_choice_twice_is_refused_and_says_which_rows() -> None:
    read = parse(CHANNELS, Entry(items=(row("never", ""), row("", ""), row("never", "40"))), None)

    assert read == (Problem("channels.3.kind", "answer.row_twice", {"row": "3", "first": "1", "given": "Nooit"}),)


def test_a_row_with_a_choice_that_does_not_exist_is_not_also_called_empty() -> None:
    read = parse(CHANNELS, Entry(items=(row("nevr", "40"),)), None)

    assert isinstance(read, tuple)
    assert [problem.key for problem in read] == ["answer.unknown_meant"]
