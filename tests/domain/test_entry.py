"""Form fields: what people type becomes the answer they mean, and the form shows it again unchanged."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.strategies import EVERY_TYPE, FIVE, MODELS, TEN, THREE, answers, languages, models, questions
from workshop.domain.answer import Answer, Counts, Evidence, Item, Problem, Status, Value
from workshop.domain.entry import Entry, parse_entry, show_entry
from workshop.domain.journey import Block, Division, Matrix, PhaseModel
from workshop.domain.questionnaire import Question
from workshop.language.tongue import Language

NL, EN = Language.NL, Language.EN


def ask(code: str) -> Question:
    question = EVERY_TYPE.question(code)
    assert question is not None
    return question


def parse(
    code: str, entry: Entry, before: Answer | None = None, model: PhaseModel = FIVE, language: Language = NL
) -> Answer | None | tuple[Problem, ...]:
    return parse_entry(ask(code), entry, EVERY_TYPE, model, language, before)


def value(code: str, entry: Entry, before: Answer | None = None, model: PhaseModel = FIVE) -> Value | None:
    answer = parse(code, entry, before, model)
    assert isinstance(answer, Answer), answer
    return answer.value


def keys(code: str, entry: Entry, model: PhaseModel = FIVE) -> list[tuple[str, str]]:
    problems = parse(code, entry, model=model)
    assert isinstance(problems, tuple), problems
    return [(problem.where, problem.key) for problem in problems]


@given(st.data(), questions, models, languages)
def test_what_the_form_shows_is_read_back_as_the_same_answer(
    data: st.DataObject, question: Question, model: PhaseModel, language: Language
) -> None:
    answer = data.draw(answers(question, EVERY_TYPE))

    shown = show_entry(question, answer, EVERY_TYPE, model, language)

    assert parse_entry(question, shown, EVERY_TYPE, model, language, before=answer) == answer


@given(st.data(), st.sampled_from([ask("hours_per_phase"), ask("customers_per_phase"), ask("channel_use")]))
def test_saving_an_untouched_page_through_every_model_changes_nothing(data: st.DataObject, question: Question) -> None:
    answer = data.draw(answers(question, EVERY_TYPE))

    saved: Answer | None | tuple[Problem, ...] = answer
    for model in data.draw(st.permutations(MODELS)):
        assert isinstance(saved, Answer)
        shown = show_entry(question, saved, EVERY_TYPE, model, NL)
        saved = parse_entry(question, shown, EVERY_TYPE, model, NL, before=saved)

    assert saved == answer


@given(questions)
def test_an_empty_field_is_not_answered(question: Question) -> None:
    shown = show_entry(question, None, EVERY_TYPE, FIVE, NL)

    assert shown == Entry()
    assert parse_entry(question, shown, EVERY_TYPE, FIVE, NL) is None


@given(st.data(), questions, st.text(max_size=30), st.text(max_size=12))
def test_whatever_is_typed_gives_an_answer_or_problems_and_never_an_error(
    data: st.DataObject, question: Question, text: str, cell: str
) -> None:
    rows = st.sampled_from(["website", "website|awareness", "awareness", cell])
    cells = data.draw(st.dictionaries(rows, st.just(text) | st.sampled_from(["1", "", "2,5"])))
    item = {"name": Entry(text=text), "revenue_share": Entry(text=text), "kind": Entry(chosen=(text,))}

    entry = Entry(text=text, chosen=(text,), cells=cells, items=(item,), evidence=cell)

    parse_entry(question, entry, EVERY_TYPE, FIVE, NL)


@given(st.data(), questions, st.sampled_from([Status.UNKNOWN, Status.NOT_APPLICABLE]))
def test_a_value_beside_a_ticked_status_is_a_problem(data: st.DataObject, question: Question, status: Status) -> None:
    answer = data.draw(answers(question, EVERY_TYPE).filter(lambda one: one.known and one.value != ()))
    shown = show_entry(question, answer, EVERY_TYPE, TEN, NL)
    assume(shown.filled)

    problems = parse_entry(question, replace(shown, status=status), EVERY_TYPE, TEN, NL)

    assert isinstance(problems, tuple)
    assert [problem.key for problem in problems] == [f"answer.value_and_{status}"]


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("order", "€ 1.250,50", Decimal("1250.5")),
        ("hours", "3,5 uur", Decimal("3.5")),
        ("again", "55", Decimal("0.55")),
        ("again", "12,5 %", Decimal("0.125")),
        ("growth", "-3", Decimal(-3)),
        ("since", "21-11-2026", date(2026, 11, 21)),
        ("story", "  Jan\r\nPiet  ", "Jan\nPiet"),
    ],
)
def test_typed_text_is_read_as_people_mean_it(code: str, typed: str, meant: Value) -> None:
    assert value(code, Entry(text=typed)) == meant


@pytest.mark.parametrize(
    ("code", "typed", "key"),
    [
        ("hours", "169", "answer.too_high"),
        ("hours", "-1", "answer.too_low"),
        ("hours", "1,125", "answer.too_many_decimals"),
        ("order", "0,001", "answer.too_many_decimals"),
        ("customers", "2,5", "answer.not_whole"),
        ("again", "100,1", "answer.too_high"),
        ("hours", "veel", "number.not_a_number"),
        ("growth", "9" * 16, "number.too_large"),
        ("growth", "9" * 14 + ",25", "answer.too_many_digits"),
        ("since", "31-2-2026", "date.no_such_day"),
        ("story", "x" * 10_001, "answer.too_long"),
    ],
)
def test_what_cannot_be_taken_gives_one_problem_at_the_question(code: str, typed: str, key: str) -> None:
    assert keys(code, Entry(text=typed)) == [(code, key)]


def test_a_bound_is_named_in_the_language_of_the_form() -> None:
    question = replace(ask("order"), high=Decimal("1234.5"))

    problems = parse_entry(question, Entry(text="2,000"), EVERY_TYPE, FIVE, EN)

    assert problems == (Problem("order", "answer.too_high", {"high": "1234.5"}),)


@pytest.mark.parametrize(
    ("code", "chosen", "meant"),
    [
        ("market", ("always",), "always"),
        ("roles", ("always", "never", "always"), ("never", "always")),
        ("care", ("3",), 3),
        ("own_walk", ("yes",), True),
        ("own_walk", ("no",), False),
        ("market", ("", "always"), "always"),
    ],
)
def test_chosen_codes_become_values(code: str, chosen: tuple[str, ...], meant: Value) -> None:
    assert value(code, Entry(chosen=chosen)) == meant


@pytest.mark.parametrize(
    ("code", "chosen", "key"),
    [
        ("market", ("allways",), "answer.unknown_meant"),
        ("market", ("xyz",), "answer.unknown"),
        ("market", ("always", "never"), "answer.one_only"),
        ("care", ("7",), "answer.unknown"),
        ("own_walk", ("perhaps",), "answer.unknown"),
    ],
)
def test_a_code_that_is_no_choice_is_a_problem(code: str, chosen: tuple[str, ...], key: str) -> None:
    assert keys(code, Entry(chosen=chosen)) == [(code, key)]


@pytest.mark.parametrize(("ticked", "kept"), [("", None), ("0", Evidence.NONE), ("3", Evidence.MEASURED)])
def test_evidence_is_kept_where_it_is_asked(ticked: str, kept: Evidence | None) -> None:
    assert parse("care", Entry(chosen=("1",), evidence=ticked)) == Answer(value=1, evidence=kept)


def test_evidence_where_it_is_not_asked_is_ignored() -> None:
    assert parse("story", Entry(text="a", evidence="3")) == Answer(value="a")


def test_evidence_outside_the_scale_is_a_problem() -> None:
    assert keys("care", Entry(chosen=("1",), evidence="4")) == [("care", "answer.evidence")]


@pytest.mark.parametrize("status", [Status.UNKNOWN, Status.NOT_APPLICABLE])
def test_a_ticked_status_is_the_answer_where_the_question_takes_it(status: Status) -> None:
    assert parse("hours", Entry(status=status)) == Answer(status)


@pytest.mark.parametrize("status", [Status.UNKNOWN, Status.NOT_APPLICABLE])
def test_a_status_that_the_question_does_not_take_is_a_problem(status: Status) -> None:
    question = replace(ask("hours"), takes_unknown=False, takes_not_applicable=False)

    problems = parse_entry(question, Entry(status=status), EVERY_TYPE, FIVE, NL)

    assert problems == (Problem("hours", f"answer.without_{status}", {}),)


def test_a_blank_cell_of_a_division_is_unknown_and_not_zero() -> None:
    division = value("hours_per_phase", Entry(cells={"awareness": "4", "purchase": " ", "advocacy": "0"}))

    assert division == Division({Block.ATTENTION: Decimal(4), Block.RECOMMENDING: Decimal(0)})


def test_a_phase_of_several_blocks_is_split_in_cents_and_marked() -> None:
    division = value("hours_per_phase", Entry(cells={"consideration": "0,05"}))

    assert division == Division(
        {Block.INTEREST: Decimal("0.03"), Block.DESIRE: Decimal("0.02")},
        frozenset({Block.INTEREST, Block.DESIRE}),
    )


def test_whole_amounts_are_split_in_whole_parts() -> None:
    division = value("customers_per_phase", Entry(cells={"consideration": "3"}))

    assert isinstance(division, Division)
    assert list(division.parts.values()) == [Decimal(2), Decimal(1)]


def test_a_changed_phase_leaves_the_finer_parts_of_the_others() -> None:
    fine = Division({Block.INTEREST: Decimal(1), Block.DESIRE: Decimal(3), Block.BUYING: Decimal(2)})

    saved = value("hours_per_phase", Entry(cells={"consideration": "4", "purchase": "5"}), Answer(value=fine))

    assert saved == Division({**fine.parts, Block.BUYING: Decimal(5)})


def test_a_division_outside_the_shown_model_survives_a_blank_page() -> None:
    hidden = Answer(value=Division({Block.RECOMMENDING: Decimal(2)}))

    assert value("hours_per_phase", Entry(cells={"attract": ""}), hidden, THREE) == hidden.value


def test_a_known_phase_that_is_made_blank_is_unknown_again() -> None:
    before = Answer(value=Division({Block.ATTENTION: Decimal(2)}))

    assert parse("hours_per_phase", Entry(cells={"awareness": ""}), before) is None


def test_cells_of_a_model_that_was_changed_meanwhile_are_refused_and_not_lost() -> None:
    assert keys("hours_per_phase", Entry(cells={"attract": "4"})) == [("hours_per_phase", "answer.other_model")]


def test_problems_of_a_division_point_at_the_phase() -> None:
    cells = {"awareness": "-1", "purchase": "x", "advocacy": "1"}

    assert keys("hours_per_phase", Entry(cells=cells)) == [
        ("hours_per_phase.awareness", "answer.too_low"),
        ("hours_per_phase.purchase", "number.not_a_number"),
    ]


def test_a_matrix_cell_holds_for_every_block_of_its_phase() -> None:
    cells = {"website|consideration": "3", "website|purchase": "", "flyer|purchase": ""}

    assert value("channel_use", Entry(cells=cells)) == Matrix({"website": {Block.INTEREST: 3, Block.DESIRE: 3}})


@pytest.mark.parametrize(
    ("cell", "typed", "where", "key"),
    [
        ("website|purchase", "4", "channel_use.website.purchase", "answer.not_a_level"),
        ("website|purchase", "een", "channel_use.website.purchase", "answer.not_a_level"),
        ("webste|purchase", "1", "channel_use", "answer.unknown_meant"),
        ("website|sell", "1", "channel_use", "answer.other_model"),
    ],
)
def test_a_wrong_matrix_cell_is_a_problem(cell: str, typed: str, where: str, key: str) -> None:
    assert keys("channel_use", Entry(cells={cell: typed})) == [(where, key)]


@pytest.mark.parametrize(
    ("cells", "counted"),
    [
        ({"website": "7", "flyer": "", "newsletter": "3"}, {"website": 7, "flyer": 0, "newsletter": 3}),
        ({"website": "0", "flyer": " "}, {"website": 0, "flyer": 0}),
    ],
)
def test_rows_left_blank_are_zero_once_one_row_is_counted(cells: Mapping[str, str], counted: Mapping[str, int]) -> None:
    assert value("last_ten", Entry(cells=cells)) == Counts(counted)


def test_a_count_with_only_blank_rows_is_not_answered() -> None:
    assert parse("last_ten", Entry(cells={"website": "", "flyer": ""})) is None


def test_a_half_customer_cannot_be_counted() -> None:
    assert keys("last_ten", Entry(cells={"website": "1,5"})) == [("last_ten.website", "answer.not_whole")]


def test_blank_items_are_dropped_and_partly_filled_ones_stay() -> None:
    items = ({"name": Entry()}, {"name": Entry(text="Fietsers")}, {"kind": Entry(status=Status.UNKNOWN)})

    assert value("personas", Entry(items=items)) == (
        Item({"name": Answer(value="Fietsers")}),
        Item({"kind": Answer(Status.UNKNOWN)}),
    )


def test_a_problem_in_an_item_points_at_its_place_in_the_form() -> None:
    items = ({"name": Entry()}, {"revenue_share": Entry(text="101")})

    assert keys("personas", Entry(items=items)) == [("personas.2.revenue_share", "answer.too_high")]


def test_more_items_than_the_group_takes_are_a_problem() -> None:
    items = tuple({"name": Entry(text=f"Groep {number}")} for number in range(7))

    assert keys("personas", Entry(items=items)) == [("personas", "answer.too_many_items")]


def test_a_group_of_which_nothing_is_known_may_be_unknown_as_a_whole_too() -> None:
    unknown = Entry(Status.UNKNOWN)

    read = parse("personas", Entry(Status.UNKNOWN, items=({"name": unknown},)))

    assert read == Answer(Status.UNKNOWN)


def test_a_group_with_something_typed_in_it_cannot_be_unknown_as_a_whole() -> None:
    assert keys("personas", Entry(Status.UNKNOWN, items=({"name": Entry(text="Drukke ouders")},))) != []
