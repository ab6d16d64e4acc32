"""The outline: which chapters appear, and what they say about the client's own answers."""

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal

import pytest

from tests import klantreis
from tests.report.builders import MADE_ON, material, material_of, report
from workshop.domain.answer import Answer, Evidence
from workshop.domain.finding import FindingStatus
from workshop.domain.journey import Block, Division
from workshop.domain.response import Length
from workshop.report.chapters.annex_answers import all_answers
from workshop.report.chapters.attention import attention
from workshop.report.chapters.gaps import gap_in_full
from workshop.report.chapters.glance import glance
from workshop.report.chapters.plan import MOST_ACTIONS, plan
from workshop.report.chapters.priorities import priorities
from workshop.report.chapters.unknowns import not_known, to_check
from workshop.report.charts.chart import Chart
from workshop.report.document import (
    Calculations,
    Callout,
    Card,
    Contents,
    Cover,
    Document,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
    Passage,
    Quote,
    Table,
    Tone,
)
from workshop.report.numbering import entries
from workshop.report.outline import outline, result, result_blocks
from workshop.report.plain import to_markdown


def chapters(document: Document) -> list[str]:
    """The ids of the chapters."""
    return [block.id for block in document.blocks if isinstance(block, Heading) and block.level == 1]


def tables(blocks: tuple[object, ...]) -> list[Table]:
    """The tables among blocks."""
    return [block for block in blocks if isinstance(block, Table)]


def words_of(cells: tuple[object, ...]) -> list[str]:
    """The text of each cell of a row."""
    return ["".join(span.text for span in getattr(one, "spans", ())) for one in cells]


def test_a_full_session_has_every_chapter_that_has_something_to_say() -> None:
    unsure = {"not-known"}
    answers = klantreis.response(klantreis.example("kapsalon"))
    made = outline(material_of(replace(answers, length=Length.FULL)))

    assert [one for one in chapters(made) if one not in unsure] == [
        *("glance", "journey-map", "customers", "six-questions", "messages", "attention", "channels"),
        *("after-purchase", "economics", "gaps", "priorities", "plan", "measuring-plan", "closing"),
        *("map-tables", "do-dont", "interview", "blank-map", "answers", "rules", "concepts", "sources"),
    ]


def test_a_quick_scan_has_no_chapter_about_what_only_the_full_session_asks() -> None:
    left_out = {"journey-map", "messages", "measuring-plan", "do-dont"}

    assert left_out.isdisjoint(chapters(report("quick")))
    assert left_out - {"do-dont"} < set(chapters(report("kapsalon")))


def test_no_answers_at_all_still_make_a_report() -> None:
    assert chapters(report("none")) == ["glance", "six-questions", "not-known", "concepts", "sources"]


@pytest.mark.parametrize("name", ["kapsalon", "adviseur", "starter", "few", "none"])
@pytest.mark.parametrize("model", ["five-phase", "four-phase"])
def test_no_table_is_empty_and_each_row_fits(name: str, model: str) -> None:
    made = report(name, "nl", model)

    for table in tables(made.blocks):
        assert table.rows
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert all(one.spans or one.fill_in for row in table.rows for one in row), table.caption


@pytest.mark.parametrize("name", ["kapsalon", "adviseur", "starter", "few", "none"])
def test_heading_ids_are_unique_and_links_lead_to_them(name: str) -> None:
    made = report(name)
    ids = [block.id for block in made.blocks if isinstance(block, Heading)]
    links = {link for link in to_markdown(made).split("](#")[1:]}

    assert len(ids) == len(set(ids))
    assert {link.split(")")[0] for link in links} <= set(ids)


def test_the_cover_counts_the_answers_and_what_was_measured() -> None:
    cover = next(block for block in report("quick").blocks if isinstance(block, Cover))
    facts = dict(cover.facts)

    measured = [one for one in material("quick").answered if one.evidence is Evidence.MEASURED]
    answers = len(material("quick").answered)
    assert facts["Gebaseerd op"] == f"{answers} antwoorden, waarvan {len(measured)} gemeten of geteld"
    assert facts["Gemaakt op"] == "22 november 2026"


def test_at_a_glance_fits_one_page_and_shows_three_priorities_with_room_to_fill_in() -> None:
    blocks = glance(material("quick"))
    cards = [block for block in blocks if isinstance(block, Card)]
    titles = [gap.title for gap in material("quick").top]

    assert [card.title for card in cards] == titles
    assert len(cards) == 3
    assert all(isinstance(card.blocks[-1], FormFields) for card in cards)
    assert sum(len("".join(map(str, card.blocks))) for card in cards) < 4000
    assert not any(isinstance(block, PageBreak) for block in blocks)


@pytest.mark.parametrize("name", ["kapsalon", "adviseur", "starter", "few", "none"])
def test_the_advice_is_page_two_right_after_the_cover_with_the_contents(name: str) -> None:
    made = report(name)

    assert [type(block) for block in made.blocks[:4]] == [Cover, Contents, PageBreak, Heading]
    assert chapters(made)[0] == "glance"
    pages = to_markdown(made).split("\n---\n")
    assert pages[1].lstrip().startswith("# 1 In één oogopslag")
    assert pages[2].lstrip().startswith("**Zo lees je dit rapport**")


def test_a_report_that_is_read_from_front_to_back_says_in_front_how_to_read_it() -> None:
    front, advice, *_ = to_markdown(outline(material("quick"), annexes=False)).split("\n---\n")

    assert "**Zo lees je dit rapport**" in front
    assert "Zo lees je dit rapport**" not in advice


def test_the_contents_are_the_chapters_only() -> None:
    made = report("quick")
    contents = next(block for block in made.blocks if isinstance(block, Contents))

    assert [heading.id for heading, _ in entries(made, contents)] == chapters(made)


def test_a_why_holds_the_clients_own_figure() -> None:
    third = material("quick").top[2]

    said = "".join(span.text for span in third.why).replace("\u00a0", " ")
    assert said == "Een nieuwe klant kost je € 35,00. Aan zijn eerste aankoop houd je € 23,10 over."


def test_phase_scores_give_number_range_and_word_and_the_chart_names_the_lowest_phase() -> None:
    blocks = glance(material("quick"))
    chart = next(block for block in blocks if isinstance(block, Chart))
    (table,) = tables(blocks)

    names = ["Bewustwording", "Overweging", "Aankoop", "Behoud", "Aanbeveling"]
    assert list(chart.categories) == [words_of(row)[0] for row in table.rows] == names
    last = table.rows[-1]
    assert words_of(last)[1:3] == ["65\u00a0(39–79)", "op orde (voorlopig)"]
    assert last[2].tone is Tone.GOOD
    score, low, high = (of[-1] for of in (chart.series[0].values, chart.series[0].low, chart.series[0].high))
    assert [round(one or 0) for one in (score, low, high)] == [65, 39, 79]
    assert "Aanbeveling het laagst" in chart.conclusion


def test_a_score_that_is_not_known_shows_its_range_only() -> None:
    blocks = glance(material("none"))
    (table,) = tables(blocks)

    assert {tuple(words_of(row)[1:3]) for row in table.rows} == {("0–100", "nog niet te zeggen")}
    assert not any(isinstance(block, Chart) for block in blocks)


def test_forgotten_phases_get_a_box_and_stand_in_the_table_with_both_shares() -> None:
    box = next(block for block in attention(material("quick")) if isinstance(block, Callout))

    assert box.title == "Vergeten fases"
    said = "".join(span.text for block in box.blocks if isinstance(block, Paragraph) for span in block.spans)
    (table,) = tables(attention(material("quick")))
    last = words_of(table.rows[-1])
    assert "Aanbeveling" in said.split(".")[0]
    assert (last[0], last[3], last[4], last[5]) == ("Aanbeveling", "0\u00a0%", "20\u00a0%", "vergeten fase")


def test_each_gap_shows_ground_advice_and_the_answers_it_rests_on() -> None:
    gap = material("quick").fired[0]

    blocks = gap_in_full(gap)

    quote = next(block for block in blocks if isinstance(block, Quote))
    seen, advice = (block for block in blocks if isinstance(block, Passage))
    reasons = blocks[-1]
    assert quote.text == gap.rule.quote
    assert quote.source.startswith("Bron 0")
    assert seen.blocks[0] == gap.prose(gap.rule.explanation)[0]
    assert all(f"Regel {gap.finding.id}" in one.source for one in (seen, advice))
    assert {"Eerste stap:", "Meten:"} <= {
        str(span.text).strip() for one in advice.blocks if isinstance(one, Paragraph) for span in one.spans
    }
    assert isinstance(reasons, Paragraph)
    questions = material("quick").questions(gap.finding.evidence)
    asked = [span.text.strip(" ·") for span in reasons.spans if not span.bold]
    assert asked == [question.title for question in questions]
    assert sum(span.bold for span in reasons.spans) == len(questions) + 1


def test_all_fired_gaps_stand_in_the_table_most_urgent_first() -> None:
    made = material("quick")
    (table,) = tables(priorities(made))
    square = next(block for block in priorities(made) if isinstance(block, Chart))

    weights, ease, numbers = ([int(words_of(row)[at]) for row in table.rows] for at in (2, 3, 4))
    assert len(table.rows) == len(square.spots) == len(made.fired)
    assert numbers == sorted(numbers, reverse=True)
    assert numbers == [weight * easy for weight, easy in zip(weights, ease, strict=True)]
    assert [(int(one.up), int(one.across)) for one in square.spots] == list(zip(weights, ease, strict=True))


def test_the_plan_has_at_most_nine_actions_with_fields_and_starts_today() -> None:
    made = plan(material("quick"))
    (table,) = tables(made)
    when = [words_of(row)[0] for row in table.rows]

    assert len(table.rows) <= MOST_ACTIONS + 1
    assert all(row[2].fill_in and row[3].fill_in for row in table.rows)
    assert [one for one in dict.fromkeys(when) if "uiterlijk" in one or one == "Vandaag"] == [
        "Vandaag",
        "Binnen 30 dagen (uiterlijk 22 december 2026)",
        "Binnen 60 dagen (uiterlijk 21 januari 2027)",
    ]


def test_what_is_not_known_says_where_to_find_it_and_how_long_that_takes() -> None:
    made = material("starter")
    unknown = tables(not_known(made))[0]

    assert len(unknown.rows) == len(made.assessment.unknown)
    question = made.questions(made.assessment.unknown)[0]
    assert words_of(unknown.rows[0]) == [question.title, question.find, str(question.minutes)]


def test_rules_that_wait_name_the_questions_they_wait_for() -> None:
    made = material("few")
    table = tables(to_check(made))[0]

    waiting = made.with_status(FindingStatus.TO_CHECK)
    assert len(table.rows) == len(waiting)
    first = made.questions(waiting[0].finding.evidence)
    assert words_of(table.rows[0])[1].split("\n") == [question.title for question in first]


def test_every_visible_question_stands_in_the_annex_or_among_what_is_not_known_and_never_twice() -> None:
    made = material("starter")
    annex, open_ = all_answers(made), not_known(made)
    rows = [words_of(row)[0] for table in (*tables(annex), *tables(open_)[:2]) for row in table.rows]
    outside = [block.spans[0].text for block in annex if isinstance(block, Paragraph)]

    for question in made.questions(made.assessment.visible):
        noted = sum(question.title in one.split(": ", 1)[-1].split(" · ") for one in outside)
        assert rows.count(question.title) + noted == 1, question.title


def test_an_evenly_split_amount_is_marked() -> None:
    parts = {
        Block("b2"): Decimal(3),
        Block("b3"): Decimal(3),
        **{Block(f"b{n}"): Decimal(1) for n in (1, *range(4, 11))},
    }
    division = Division(parts, frozenset({Block("b2"), Block("b3")}))
    response = klantreis.response({}).with_answers({"hours_per_phase": Answer(value=division)})

    blocks = all_answers(material_of(response))

    given = {words_of(row)[0]: words_of(row)[1] for table in tables(blocks) for row in table.rows}
    amounts = next(said for title, said in given.items() if title.startswith("Hoeveel uur per week"))
    assert "Overweging 6\u00a0uur per week\u00a0*, Aankoop 1\u00a0uur per week, " in amounts
    assert "Samen: 14\u00a0uur per week" in amounts
    assert any(isinstance(block, Paragraph) and block.spans[0].text.startswith("*") for block in blocks)


def test_few_customers_are_counted_beside_the_percentage() -> None:
    answers = {**klantreis.HAIRDRESSER, "customers_start": 8, "customers_end": 5, "customers_new": 2}

    blocks = result_blocks(material_of(klantreis.response(answers)))

    notes = [note for block in blocks if isinstance(block, Calculations) for one in block.items for note in one.notes]
    assert "Dat zijn 3 van de 8 klanten. Met zo weinig klanten zegt een percentage weinig." in notes


def test_cost_without_hours_is_shown_and_said() -> None:
    answers = {key: value for key, value in klantreis.HAIRDRESSER.items() if key != "hour_cost"}

    blocks = result_blocks(material_of(klantreis.response(answers)))

    items = [one for block in blocks if isinstance(block, Calculations) for one in block.items]
    cash = next(one for one in items if "zonder je uren" in one.name)
    assert cash.value == "€\u00a020,00"
    assert any("uren zijn niet meegeteld" in note for note in cash.notes)
    assert not any(one.name == "Kosten per nieuwe klant" for one in items)


def test_the_screen_shows_the_very_blocks_of_the_report() -> None:
    shown = list(result(material("quick")).blocks)
    whole = [block for block in report("quick").blocks if not isinstance(block, PageBreak)]

    start = next(at for at, block in enumerate(whole) if block == shown[0])
    assert whole[start : start + len(shown)] == shown
    assert not result(material("quick")).numbered


def test_a_slip_in_a_rule_costs_no_client_his_report() -> None:
    made = material("quick")
    broken = tuple(replace(rule, title="Dit is {nonsense}") for rule in made.rules.gaps)
    slipped = replace(made, rules=replace(made.rules, gaps=broken), strict=False)

    shown = to_markdown(result(slipped))
    assert "nonsense" not in shown
    assert "onbekend" not in shown
    assert "## Dit is …" in shown


def test_importing_the_outline_is_light() -> None:
    heavy = ("docx", "markdown", "nh3", "lxml")
    code = f"import sys, workshop.report.outline; print([name for name in {heavy} if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_the_report_is_dated_by_what_it_is_given() -> None:
    assert report("quick").made_on == MADE_ON
