"""What a result names: the parts of an answer at fault, numbers that agree, and pictures that can be moved."""

from pathlib import Path

import pytest

from tests.web.browser import X, find_id, text_of
from tests.web.filled import Filled, filled
from workshop.report.chapters.gaps import given


@pytest.fixture(scope="module")
def salon(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    return filled(tmp_path_factory.mktemp("salon"))


def test_the_reason_for_a_weak_text_names_its_phase_and_the_text(salon: Filled) -> None:
    material = salon.shop.material(salon.response)
    gap = next(one for one in material.gaps if one.finding.id == "G25")
    (question,) = [one for one in material.questions(gap.finding.evidence) if one.code == "messages"]

    assert given(gap, question).startswith("raakt geen wens, behoefte, angst of verlangen: Overweging: ‘Op de website")


def test_no_reason_of_a_worked_example_only_counts(tmp_path: Path) -> None:
    for number, example in enumerate(("kapsalon", "abonnement", "installateur", "restaurant")):
        client = filled(tmp_path / str(number), example)
        material = client.shop.material(client.response)
        told = [given(gap, one) for gap in material.fired for one in material.questions(gap.finding.evidence)]

        assert not [one for one in told if one.endswith(" contactmomenten") or one.startswith("ingevuld voor")]


def test_the_map_can_be_moved_by_keyboard_and_has_a_name(salon: Filled) -> None:
    panel = find_id(salon.visitor.open(f"{salon.here}resultaat"), "beeld-map")

    (region,) = [one for one in panel.iter(f"{X}div") if one.get("class") == "pictures sideways"]
    assert (region.get("tabindex"), region.get("role")) == ("0", "region")
    assert region.get("aria-label") == "Je klantreiskaart: schuif opzij om alles te zien"


def test_the_list_of_gaps_has_the_numbers_that_the_map_shows(salon: Filled) -> None:
    page = salon.visitor.open(f"{salon.here}resultaat")

    assert "G17 · Overweging" in text_of(find_id(page, "gat-G17-consideration"))


def test_a_section_page_calls_homework_only_what_is_there(tmp_path: Path) -> None:
    blank = filled(tmp_path, blank=True)

    homework = text_of(blank.visitor.open(f"{blank.here}huiswerk"))

    page = blank.visitor.open(f"{blank.here}tussenstand/business")
    lists = [[text_of(one[0]) for one in some if len(one)] for some in page.iter(f"{X}ul")]
    named, others = [one for one in lists if one]

    assert all(title in homework for title in named)
    assert not any(title in homework for title in others)


def test_an_interim_page_tells_of_no_gap_that_disappears(salon: Filled) -> None:
    for section in ("business", "customers", "attention"):
        assert "verdwijn" not in text_of(salon.visitor.open(f"{salon.here}tussenstand/{section}"))
