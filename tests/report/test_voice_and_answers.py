"""How values and answers are said."""

from datetime import date
from decimal import Decimal

import pytest

from tests import klantreis
from tests.report.builders import voice
from workshop.domain.answer import NOT_APPLICABLE_ANSWER, UNKNOWN_ANSWER, Answer, Counts, Evidence, Item
from workshop.domain.journey import Block, Division, Matrix
from workshop.domain.questionnaire import Question, QuestionType
from workshop.domain.scoring import Score
from workshop.report.answers import answer_words
from workshop.report.document import Tone
from workshop.report.sources import all_sources, source_name
from workshop.report.voice import tone_of

NBSP = "\u00a0"


def score(value: int | None, low: int = 41, high: int = 81) -> Score:
    """A score with a range."""
    return Score(None if value is None else Decimal(value), Decimal(low), Decimal(high), Decimal(80))


@pytest.mark.parametrize(
    ("value", "tone", "word"),
    [
        (0, Tone.FRAGILE, "kwetsbaar"),
        (39, Tone.FRAGILE, "kwetsbaar"),
        (40, Tone.BUILDING, "in opbouw"),
        (59, Tone.BUILDING, "in opbouw"),
        (60, Tone.GOOD, "op orde"),
        (79, Tone.GOOD, "op orde"),
        (80, Tone.STRONG, "sterk"),
        (None, Tone.NONE, "nog niet te zeggen"),
    ],
)
def test_a_score_has_a_tone_and_a_word(value: int | None, tone: Tone, word: str) -> None:
    assert tone_of(None if value is None else Decimal(value)) is tone
    assert voice().verdict(score(value)) == (word, tone)


def test_a_label_is_provisional_below_three_quarters_certainty() -> None:
    def label(value: int | None, certainty: str) -> str:
        known = None if value is None else Decimal(value)
        return voice().verdict(Score(known, Decimal(40), Decimal(90), Decimal(certainty)))[0]

    assert label(87, "74.9") == "sterk (voorlopig)"
    assert label(87, "75") == "sterk"
    assert label(None, "30") == "nog niet te zeggen"


def test_a_score_is_said_with_its_range() -> None:
    assert voice().score(score(62)) == f"62{NBSP}(41–81)"
    assert voice().score(score(62, 62, 62)) == "62"
    assert voice().score(score(None, 12, 78)) == "nog niet te zeggen (12–78)"


def test_money_has_cents_only_when_it_needs_them() -> None:
    said = voice().money

    assert (said(Decimal("35.000")), said(Decimal("1647.5")), said(Decimal("-3"))) == (
        f"€{NBSP}35",
        f"€{NBSP}1.647,50",
        f"−€{NBSP}3",
    )


def question(code: str) -> Question:
    """A question of the klantreis scan."""
    found = klantreis.bundle().questionnaire.question(code)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("code", "answer", "said"),
    [
        ("hours_to_win", None, "nog niet beantwoord"),
        ("hours_to_win", UNKNOWN_ANSWER, "weet ik niet"),
        ("hours_to_win", NOT_APPLICABLE_ANSWER, "n.v.t."),
        ("hours_to_win", Answer(value=Decimal("0.5")), f"0,5{NBSP}uur"),
        ("margin", Answer(value=Decimal("0.55")), f"55{NBSP}%"),
        ("hour_cost", Answer(value=Decimal("30")), f"€{NBSP}30{NBSP}per uur"),
        ("first_order", Answer(value=Decimal("42.5")), f"€{NBSP}42,50"),
        ("market", Answer(value="b2c"), "Aan consumenten"),
        ("sales_forms", Answer(value=("shop", "webshop")), "In een winkel, salon of praktijk, in een webshop"),
        ("channels", Answer(value=()), "–"),
        (
            "channels",
            Answer(value=(Item({"channel": Answer(value="website")}), Item({}))),
            "Website met je aanbod, zonder naam",
        ),
        (
            "last_ten",
            Answer(value=Counts({"website": 3, "word_of_mouth": 7})),
            "Website met je aanbod: 3, Mond-tot-mond: 7",
        ),
        ("channel_use", Answer(value=Matrix({"website": {Block("b1"): 2}})), "1 kanaal ingevuld"),
    ],
)
def test_each_answer_is_said_in_words(code: str, answer: Answer | None, said: str) -> None:
    assert answer_words(question(code), answer, voice()) == said


def test_a_division_names_each_phase_and_what_is_open() -> None:
    said = answer_words(question("hours_per_phase"), Answer(value=Division({Block("b1"): Decimal("2.5")})), voice())

    assert said.startswith(f"Bewustwording 2,5{NBSP}uur per week, Overweging nog niet beantwoord")


@pytest.mark.parametrize(
    ("type_", "value", "said"),
    [
        (QuestionType.YES_NO, True, "ja"),
        (QuestionType.YES_NO, False, "nee"),
        (QuestionType.DATE, date(2026, 11, 2), "2 november 2026"),
        (QuestionType.TEXT, "zoals\ngetypt", "zoals\ngetypt"),
        (QuestionType.SCALE, 3, "3"),
        (QuestionType.AMOUNT, Decimal(12), f"€{NBSP}12"),
    ],
)
def test_types_that_the_scan_does_not_use_are_said_too(
    type_: QuestionType, value: bool | date | str, said: str
) -> None:
    assert answer_words(Question("q", "Q?", type_), Answer(value=value), voice()) == said


def test_amounts_of_one_division_all_have_cents_or_none() -> None:
    blocks = {Block(f"b{n}"): Decimal(10) for n in range(1, 11)}
    whole = answer_words(question("eur_per_phase"), Answer(value=Division(blocks)), voice())
    mixed = Answer(value=Division({**blocks, Block("b1"): Decimal("12.5")}))

    assert ",00" not in whole
    assert f"€{NBSP}12,50" in answer_words(question("eur_per_phase"), mixed, voice())
    assert f"€{NBSP}10,00" in answer_words(question("eur_per_phase"), mixed, voice())


def test_evidence_is_said_in_words_and_not_asked_is_silent() -> None:
    assert [voice().evidence(level) for level in (None, *Evidence)] == [
        *("", "weet ik niet", "eigen inschatting", "van klanten gehoord", "gemeten of geteld"),
    ]


def test_sources_have_names_and_unknown_ones_stay_as_they_are() -> None:
    words = voice().words
    two = "000_e363516f0297d825.txt, 003_1877dee3bc8d7bf6.txt"

    assert source_name(two, words).startswith("Bron 000: een customer journey in kaart brengen en Bron 003:")
    assert source_name("Eigen boek, p. 3", words) == "Eigen boek, p. 3"
    assert all_sources([two, "Eigen boek", "", two]) == (*two.split(", "), "Eigen boek")
