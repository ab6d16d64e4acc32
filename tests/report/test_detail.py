"""How much a report tells: the quick scan shortly, a full session as advice, and everything with all annexes."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from tests import klantreis
from tests.report.builders import material, material_of, quick
from workshop.domain.response import Length
from workshop.report.charts.chart import Chart
from workshop.report.document import (
    Block,
    BulletList,
    Callout,
    Card,
    Document,
    Heading,
    ListItem,
    NumberedList,
    Paragraph,
    Passage,
    Simple,
    Table,
)
from workshop.report.material import MOST_TOLD, TOLD_IN_SHORT, Material
from workshop.report.outline import outline
from workshop.report.pages import PageTurn

EXAMPLES = ("kapsalon", "adviseur", "webshop", "starter", "restaurant", "abonnement", "keukens", "installateur")


def full(name: str) -> Material:
    """A worked example as a full session."""
    model = json.loads((klantreis.FOLDER / "examples" / f"{name}.json").read_text(encoding="utf-8"))["model"]
    return material_of(replace(klantreis.response(klantreis.example(name, model), model), length=Length.FULL))


def scan() -> Material:
    """The quick scan of the hairdresser."""
    return material_of(replace(klantreis.response(quick()), length=Length.QUICK))


def chapters(made: Document) -> list[str]:
    return [block.id for block in made.blocks if isinstance(block, Heading) and block.level == 1]


def simples(blocks: tuple[Block, ...]) -> Iterator[Simple]:
    for block in blocks:
        if isinstance(block, Passage):
            yield block
        elif isinstance(block, Card | Callout):
            yield from block.blocks


def test_a_quick_scan_is_told_in_nine_chapters_without_annexes() -> None:
    made = outline(scan(), annexes=False)

    assert chapters(made) == [
        *("glance", "six-questions", "attention", "channels", "economics", "gaps", "plan", "not-known", "closing")
    ]
    told = [block for block in made.blocks if isinstance(block, Heading) and block.id.startswith("gap-")]
    assert len(told) == TOLD_IN_SHORT


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_full_session_is_told_without_what_only_a_consultant_looks_up(name: str) -> None:
    made = outline(full(name), annexes=False)

    found = chapters(made)
    assert found[0] == "glance"
    assert found[-1] == "closing"
    assert {"answers", "rules", "concepts", "sources", "map-tables", "blank-map", "interview"}.isdisjoint(found)
    told = [block for block in made.blocks if isinstance(block, Heading) and block.id.startswith("gap-")]
    assert len(told) <= MOST_TOLD


def test_everything_is_told_with_all_annexes() -> None:
    short, whole = outline(full("kapsalon"), annexes=False), outline(full("kapsalon"))

    assert set(chapters(short)) < set(chapters(whole))
    assert chapters(whole)[-8:] == [
        *("map-tables", "do-dont", "interview", "blank-map", "answers", "rules", "concepts", "sources")
    ]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("annexes", [False, True], ids=["advice", "whole"])
def test_a_chart_stands_before_the_table_with_its_numbers(name: str, annexes: bool) -> None:
    made = outline(full(name), annexes=annexes)

    kinds = [type(block) for block in made.blocks]
    assert Chart in kinds
    assert {after for one, after in pairwise(kinds) if one is Chart} <= {Table, Chart}
    assert all(15 <= len(block.conclusion) <= 250 for block in made.blocks if isinstance(block, Chart))


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_lying_page_ends_and_the_journey_starts_on_one(name: str) -> None:
    made = outline(full(name), annexes=False)

    turns = [block.wide for block in made.blocks if isinstance(block, PageTurn)]
    assert turns in ([], [True, False])


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("annexes", [False, True], ids=["advice", "whole"])
def test_every_passage_has_a_name_of_its_own_that_fits_in_word(name: str, annexes: bool) -> None:
    made = outline(full(name), annexes=annexes)

    names = [one.id for one in simples(made.blocks) if isinstance(one, Passage)]
    assert len(names) > 20
    assert len(set(names)) == len(names)
    assert all(len(one) <= 40 for one in names)


def test_running_text_outside_named_passages_can_be_rewritten_too() -> None:
    made = outline(full("kapsalon"), annexes=False)

    names = {one.id for one in simples(made.blocks) if isinstance(one, Passage)}
    assert {"attention.1", "economics.1", "plan.1", "closing.1"} <= names


def test_without_answers_each_detail_makes_a_report() -> None:
    for annexes in (False, True):
        made = outline(material("none"), annexes=annexes)
        assert chapters(made)[0] == "glance"
        assert all(block.rows for block in made.blocks if isinstance(block, Table))


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_passage_is_about_the_same_in_each_length(name: str) -> None:
    short, whole = (
        {one.id: one.blocks for one in simples(outline(full(name), annexes=annexes).blocks) if isinstance(one, Passage)}
        for annexes in (False, True)
    )

    for id_ in short.keys() & whole.keys():
        assert isinstance(short[id_][0], type(whole[id_][0])), id_
        assert opening(short[id_][0]) == opening(whole[id_][0]), id_


def opening(block: Simple) -> str:
    """The first words of a paragraph or of a list."""
    first = block.items[0] if isinstance(block, BulletList | NumberedList) else block
    spans = first.spans if isinstance(first, Paragraph | ListItem) else ()
    return "".join(span.text for span in spans)[:20]
