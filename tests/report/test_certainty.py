"""Why a score is as certain as it is, and what a high score must not hide."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache

from tests import klantreis
from tests.report.builders import material, material_of, quick, report
from workshop.domain.finding import Finding, FindingStatus, RootCause, Rules
from workshop.domain.phase_scores import WEIGHTS
from workshop.report.certainty import FED_BY, explained, most, never_asked
from workshop.report.chapters.annexes import concepts
from workshop.report.chapters.gaps import gap_in_full, gaps
from workshop.report.chapters.glance import glance
from workshop.report.chapters.plan import plan
from workshop.report.chapters.six_questions import six_questions
from workshop.report.chapters.unknowns import not_known
from workshop.report.document import Block, BulletList, Calculations, Heading, Paragraph, Passage, Table
from workshop.report.html import to_html
from workshop.report.material import Gap, Material
from workshop.report.outline import result
from workshop.report.plain import to_markdown

NBSP = "\u00a0"


def said(block: object) -> str:
    """The text of a paragraph."""
    return "".join(span.text for span in block.spans) if isinstance(block, Paragraph) else ""


@cache
def in_two_phases() -> Material:
    """The hairdresser with a rule that fired in two phases, both among the priorities."""
    made = material("quick")
    rules = tuple(replace(rule, title="Even stil") if rule.id == "G03" else rule for rule in made.rules.gaps)
    twins = tuple(
        Finding("G03", FindingStatus.FIRED, 3, 5, 15, cause, phase, ("channel_use",), "", foci=(("", phase),))
        for phase, cause in (("retention", RootCause.RETENTION), ("consideration", RootCause.ACQUISITION))
    )
    return replace(
        made, assessment=replace(made.assessment, findings=twins, top=twins), rules=Rules(rules), strict=False
    )


def test_each_indicator_of_a_phase_has_a_line_in_the_table() -> None:
    assert set(WEIGHTS) <= set(FED_BY)


def test_the_highest_certainty_follows_from_the_weights() -> None:
    made = material("quick")

    assert never_asked(made) == ("experience", "message", "measuring")
    assert most(made) == Decimal("0.6")
    assert explained(made) == (
        f"Deze vragenlijst vraagt niet naar beleving, boodschap en meten. Daarom is de zekerheid hooguit 60{NBSP}%."
    )


def test_answers_that_are_missing_are_told_apart_from_what_is_not_asked() -> None:
    answers = {key: value for key, value in quick().items() if key != "hours_per_phase"}

    made = explained(material_of(klantreis.response(answers)))

    assert f"hooguit 60{NBSP}%" in made
    assert made.endswith(f"Nu is ze 45{NBSP}%, want er ontbreken antwoorden over uren en euro’s per fase.")


def test_what_the_scan_does_not_ask_is_what_the_full_session_adds() -> None:
    blocks = not_known(material("quick"))

    lines = [item.spans[0].text for block in blocks if isinstance(block, BulletList) for item in block.items]
    assert lines == ["Beleving: ", "Boodschap: ", "Meten: "]


def phases(blocks: Iterable[Block]) -> Table:
    """The table of the phase scores."""
    return next(block for block in blocks if isinstance(block, Table) and block.caption.startswith("Score, stand"))


def test_a_phase_with_gaps_says_how_many_and_names_the_gravest() -> None:
    made = material("quick")
    counts = {
        phase.name: sum(gap.finding.phase == phase.id for gap in made.fired) for phase in made.assessment.model.phases
    }

    shown = {row[0].spans[0].text: row[3].spans[0].text for row in phases(glance(made)).rows}
    assert shown == {name: str(n) if n else "–" for name, n in counts.items()}
    assert counts["Behoud"] > 0
    sentences = [said(block) for block in glance(made)]
    assert any(one.startswith("Het zwaarste gat zit in Behoud: Na de verkoop wordt het stil.") for one in sentences)


def test_every_writer_shows_the_gaps_beside_the_score() -> None:
    made = result(material("quick"))
    score, verdict, gaps = next(row[1:] for row in phases(made.blocks).rows if row[0].spans[0].text == "Behoud")
    shown, word, count = (one.spans[0].text for one in (score, verdict, gaps))

    assert f"| Behoud | {shown} | {word} | {count} |" in to_markdown(made)
    assert f'>{word}</td><td class="report-words report-tone-{gaps.tone}">{count}</td>' in to_html(made)


def test_a_rule_that_fires_in_two_phases_gives_two_gaps_with_anchors_and_titles_of_their_own() -> None:
    made = in_two_phases()
    headings = [block for block in gaps(made) if isinstance(block, Heading) and block.level == 2]

    assert [gap.key for gap in made.top] == [("G03", "retention"), ("G03", "consideration")]
    assert [one.id for one in headings] == ["gap-G03-retention", "gap-G03-consideration"]
    assert [one.text for one in headings] == ["Even stil (Behoud)", "Even stil (Overweging)"]
    (table,) = (block for block in plan(made) if isinstance(block, Table))
    links = [cells[1].spans[-1].link for cells in table.rows[1:]]
    assert links == ["#gap-G03-retention", "#gap-G03-consideration"]


def test_the_other_places_of_a_gap_are_named() -> None:
    gap = material("quick").fired[0]
    foci = (("linkedin", "purchase"), ("flyer", "purchase"), ("linkedin", "consideration"))
    spread = replace(gap, finding=replace(gap.finding, foci=foci))
    voice = gap.material.voice

    def sentences(one: Gap) -> list[str]:
        seen = next(block for block in gap_in_full(one) if isinstance(block, Passage))
        return [said(block) for block in seen.blocks]

    other = f"{voice.channel('flyer')} in Aankoop, {voice.channel('linkedin')} in Overweging"
    assert f"Dit speelt ook bij: {other}." in sentences(spread)
    assert not any("speelt ook" in one for one in sentences(gap))


def test_the_six_questions_are_one_table_that_leads_to_the_chapters_that_are_there() -> None:
    made = material("quick")
    (table,) = (block for block in six_questions(made) if isinstance(block, Table))
    links = [span.link for row in table.rows for span in row[2].spans if span.link]
    told = ["".join(span.text for span in row[2].spans) for row in table.rows]

    assert ["".join(span.text for span in row[0].spans) for row in table.rows] == [
        one.text for one in made.questionnaire.selftests
    ]
    assert links == ["#customers", "#channels", "#attention", "#economics", "#channels"]
    assert any("vraagt hier niet naar" in one for one in told)
    assert "Om een klant te winnen: " in told[3]


def test_the_annex_prints_only_formulas_that_the_chapter_does_not() -> None:
    blocks = report("quick").blocks
    chapter = {item.name for block in blocks if isinstance(block, Calculations) for item in block.items}
    lists = [block for block in concepts(material("quick")) if isinstance(block, BulletList)]
    annex = {item.spans[0].text for item in lists[-1].items}

    assert {"Kosten per nieuwe klant", "Klanten die blijven"} <= chapter
    assert {"Marge per aankoop", "Klantwaarde zonder einddatum, met de eerste marge"} <= annex
    assert chapter.isdisjoint(annex)
