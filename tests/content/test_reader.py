"""Reading the tiny questionnaire: every key of every kind of question becomes a value."""

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.questionnaires import TINY, folder_of, questions
from workshop.content.catalog import load
from workshop.content.lint import check
from workshop.content.reading import read_folder
from workshop.content.sources import read_sources
from workshop.domain.finding import Conditional, Focus, RootCause
from workshop.domain.journey import Block, PhaseKind, Stage
from workshop.domain.questionnaire import Choice, Fit, Question, QuestionType, SelfTest, Unit

BOOK = load(TINY, "nl").questionnaire
RULES = load(TINY, "nl").rules


def question(code: str) -> Question:
    found = BOOK.question(code)
    assert found is not None
    return found


def test_the_head_gives_what_holds_for_the_whole_questionnaire() -> None:
    assert (BOOK.id, BOOK.version, BOOK.language, BOOK.title) == ("tiny", "1", "nl", "Een kleine vragenlijst")
    assert BOOK.introduction == "Van elk soort vraag één."
    assert BOOK.needs == ("Een kladblaadje", "Je agenda")
    assert BOOK.settings == {"discount_rate": Decimal("0.10")}
    assert BOOK.default_model == "two-phase"
    assert BOOK.selftests == (
        SelfTest("1", "Ken jij je klanten door en door?", "knowledge", "003_1877dee3bc8d7bf6.txt"),
    )


def test_pages_start_at_a_page_key_and_the_first_is_called_after_its_section() -> None:
    pages = [(page.code, page.title, [one.code for one in page.questions]) for page in BOOK.pages]

    assert pages == [
        ("business", "Je bedrijf", ["market", "sales_forms"]),
        ("reviews", "Reviews", ["asks", "hours", "spent"]),
        ("figures", "Cijfers", ["margin", "has_website"]),
        ("journey", "Je reis", ["difference", "since"]),
        ("your_channels", "Kanalen", ["channels", "last_ten"]),
        ("spread", "Verdeling", ["channel_use", "hours_per_phase"]),
    ]


def test_a_choice_question_has_its_choices_and_ways_out() -> None:
    market = question("market")

    assert market.choices[0] == Choice("b2b", "Aan bedrijven", None)
    assert (market.takes_unknown, market.takes_not_applicable) == (False, False)
    assert (market.help, market.why) == ("Kies wat het meest lijkt.", "Dan past het advies beter.")


def test_a_scale_has_scores() -> None:
    assert [(one.code, one.score) for one in question("asks").choices] == [("0", 0), ("1", 50), ("2", 100)]


def test_a_number_has_bounds_a_unit_evidence_and_where_to_find_it() -> None:
    hours = question("hours")

    assert (hours.low, hours.high) == (Decimal(0), Decimal(100))
    assert (hours.unit, hours.asks_evidence) == (Unit.HOURS, True)
    assert (hours.find, hours.minutes, hours.whole) == ("Kijk in je agenda.", 10, False)


def test_a_question_can_have_a_condition_and_checks() -> None:
    margin = question("margin")

    assert margin.ask_when is not None
    assert margin.ask_when.text == 'market in ["b2b", "both"]'
    assert [(one.condition.text, one.message) for one in margin.checks] == [("margin <= 0.95", "Dat is wel erg veel.")]


def test_a_text_knows_who_is_nobody_in_small_letters() -> None:
    assert question("difference").nobody == ("niemand", "geen idee")


def test_a_group_has_fields_and_a_catalogue_gives_choices() -> None:
    channels = question("channels")

    assert [(field.code, field.type) for field in channels.fields] == [
        ("channel", QuestionType.CHOICE),
        ("cost", QuestionType.AMOUNT),
    ]
    assert [choice.code for choice in channels.fields[0].choices] == ["website", "word_of_mouth"]


def test_counts_and_tables_have_rows() -> None:
    last_ten = question("last_ten")

    assert (last_ten.rows, last_ten.rows_from) == ("channels", "channels.channel")
    assert (last_ten.always, last_ten.at_most) == (("website",), 10)


def test_models_are_views_on_the_blocks() -> None:
    model = BOOK.models[1]

    assert (model.id, model.name, model.source) == ("three-phase", "Drie fasen", "001_70db36d7445bc873.txt")
    assert [phase.kind for phase in model.phases] == [PhaseKind.COLUMN, PhaseKind.COLUMN, PhaseKind.LANE]
    assert model.phases[1].blocks == (Block.DELIVERY, Block.USE, Block.BETWEEN_PURCHASES, Block.BUYING_AGAIN)
    assert BOOK.models[0].phases[1].stages == (Stage.DELIVERY, Stage.KEEPING)


def test_a_gap_rule_has_all_its_keys() -> None:
    rule = RULES.gaps[0]

    assert (rule.id, rule.severity, rule.ease, rule.root_cause) == ("G01", 3, 4, RootCause.ACQUISITION)
    assert [one.value for one in rule.severity_when] == ["2"]
    assert [one.value for one in rule.root_cause_when] == ["figures"]
    assert rule.absorbs == (Conditional("G02", rule.absorbs[0].when),)
    assert rule.absorbs[0].when is not None
    assert rule.absorbs[0].when.text == "asks >= 1"
    assert rule.defers == (Conditional("G02", None),)
    assert (rule.numeric, rule.phase, rule.focus) == (True, "keeping", Focus.BUSINESS)
    assert [(name, kind, one.text) for name, kind, one in rule.show] == [("part", "percent", "hours / 100")]
    assert rule.effect is not None
    assert (rule.advice, rule.first_step, rule.measure) == ("Doe het sneller.", "Begin vandaag.", "Tel de uren.")


def test_a_rule_can_walk_over_phases_and_a_strong_point_is_short() -> None:
    assert RULES.gaps[1].focus is Focus.PHASE
    assert (RULES.strengths[0].id, RULES.strengths[0].text) == ("S01", "Goed zo: {asks}.")


def test_channels_have_fits_with_their_source() -> None:
    website = BOOK.channels[0]

    assert (website.name, website.medium, website.kind) == ("Website", "online", "own")
    assert website.fits[Stage.CONSIDERATION] == Fit("strong", "002")
    assert website.fits[Stage.ADVOCACY] == Fit("none", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [";", ","])
def test_a_catalogue_may_come_from_excel(encoding: str, delimiter: str, tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "tiny")
    text = (TINY / "channels.csv").read_text("utf-8-sig").replace(";", delimiter)
    (folder / "channels.csv").write_text(text, encoding)

    assert load(folder, "nl").questionnaire.channels == BOOK.channels


@pytest.mark.parametrize("name", ["questionnaire.md", "rules.md", "phase-models.md", "channels.csv"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(data=st.data())
def test_no_damage_to_a_file_makes_reading_raise(name: str, data: st.DataObject, tmp_path: Path) -> None:
    text = (TINY / name).read_bytes()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    folder = tmp_path / "tiny"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TINY, folder)
    (folder / name).write_bytes(text[:start] + data.draw(st.binary(max_size=20)) + text[end:])

    assert isinstance(check(folder), tuple)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text())
def test_no_text_below_a_heading_makes_reading_raise(text: str, tmp_path: Path) -> None:
    body = questions(f"## Vraag {{q}}\ntype: number\nask when: {text}\n{text}\n\n{text}\n")
    folder = folder_of(tmp_path, questionnaire=body.replace("<<<", ""))

    reading = read_folder(read_sources(folder), "nl")

    assert reading.questionnaire.question("q") is not None
    assert isinstance(check(folder), tuple)


def test_the_example_of_the_tiny_questionnaire_is_json() -> None:
    assert json.loads((TINY / "examples" / "bakery.json").read_text("utf-8"))["questionnaire"] == "tiny"
