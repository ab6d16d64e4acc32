"""The picture of a journey map: legible, whole, and the same each time."""

import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from lxml import etree

from tests.report.builders import words
from tests.report.maps import MODELS, a_map, finding, findings, items, model, point, view
from workshop.domain.journey_map import JourneyMap, MapKind, read_journey
from workshop.report.map import svg as map_svg
from workshop.report.map.blank import PAPERS, blank_picture
from workshop.report.map.columns import strips
from workshop.report.map.picture import MOST_TOLD, pictures
from workshop.report.map.view import LANES, MapView
from workshop.report.picture.lettering import width_of, wrapped
from workshop.report.picture.shapes import Area, Box, Form, Lettering, Line, Mark, Picture, Stroke, frame_of
from workshop.report.picture.svg import svg

COUNTS = (0, 5, 12, 40)
SLACK = 0.6
drawings = pytest.mark.parametrize(("count", "name"), [(count, name) for count in COUNTS for name in MODELS])


def shown(drawn: tuple[Picture, ...]) -> list[str]:
    """Every text of the pictures, its lines joined."""
    return [" ".join(text.lines) for picture in drawn for text in picture.texts]


def marks(drawn: tuple[Picture, ...]) -> list[Form]:
    """The forms of all marks."""
    return [shape.form for picture in drawn for shape in picture.shapes if isinstance(shape, Mark)]


def mapped(**more: object) -> MapView:
    """A map of one touchpoint."""
    known = read_journey(items(a_map()), items(point(1, "b2") | more), frozenset({"niemand"}))  # type: ignore[arg-type]
    return replace(view(5), map=known.maps[0], findings=())


@drawings
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_texts_overlap(count: int, name: str, language: str) -> None:
    for picture in pictures(view(count, name, language), prompts=True):
        frames = [(frame_of(text), text.lines) for text in picture.texts if text.lines]
        for (one, words_of_one), (other, words_of_other) in combinations(frames, 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert across <= SLACK or down <= SLACK, (words_of_one, words_of_other)


@drawings
def test_everything_stands_inside_the_picture(count: int, name: str) -> None:
    for picture in pictures(view(count, name)):
        for shape in picture.shapes:
            left, top, right, bottom = frame_of(shape)
            assert left >= -SLACK, shape
            assert top >= -SLACK, shape
            assert right <= picture.width + SLACK, shape
            assert bottom <= picture.height + SLACK, shape


@drawings
def test_each_touchpoint_stands_on_the_map_once_and_letters_stay_large(count: int, name: str) -> None:
    whole = view(count, name)
    places = [one for strip in strips(whole) for one in strip.points]
    boxes = [shape for picture in pictures(whole) for shape in picture.shapes if isinstance(shape, Box)]

    assert sorted(one.code for one in places) == sorted(one.code for one in whole.map.touchpoints)
    assert sum(one.area in (Area.TOUCHPOINT, Area.TO_DESIGN) for one in boxes) == count
    assert all(column.width >= 100 for strip in strips(whole) for column in strip.columns)
    assert all(picture.width == 1120 and picture.height <= 700 for picture in pictures(whole))


@pytest.mark.parametrize("name", MODELS)
def test_the_map_names_every_lane_and_phase_and_band(name: str) -> None:
    said = shown(pictures(view(12, name)))
    whole = " ".join(said)

    assert {words()(f"map.lane.{lane}") for lane in LANES} <= set(said)
    assert all(phase.name in whole for phase in model(name).phases if phase.kind != "cycle")
    assert any(one.startswith("Vóór de aankoop: ") for one in said)


def test_a_block_outside_the_model_stands_apart_and_is_never_dropped() -> None:
    drawn = pictures(view(12, "bonsing-mann"))
    kept = read_journey(items(a_map()), items(point(1, "b10")), frozenset()).maps[0]
    alone = pictures(replace(view(5, "bonsing-mann"), map=kept))

    assert "Niet in dit model: aanbevelen" in shown(drawn)
    assert "Niet in dit model" in shown(alone)
    assert Area.OUTSIDE in {shape.area for picture in alone for shape in picture.shapes if isinstance(shape, Box)}


def test_care_lies_under_all_columns_and_has_its_own_columns() -> None:
    drawn = pictures(view(12, "bonsing-mann"))
    care = [shape for shape in drawn[0].shapes if isinstance(shape, Box) and shape.area is Area.CARE]

    assert [one.width for one in care] == [1120]
    assert any(one.startswith("loopt onder alle fasen door: Stelt een vraag") for one in shown(drawn))
    assert "Klantenservice (in alle fasen)" in shown(drawn)


def test_the_second_cycle_is_a_row_of_its_own() -> None:
    drawn = pictures(view(12))

    assert "Herhaalreis: 2 van 6 stappen" in shown(drawn)
    assert "Selectie: klaar" in shown(drawn)
    assert "Oriëntatie: nog leeg" in shown(drawn)
    assert "Deel 2 van 2: Behoud, Aanbeveling. Herhaalreis: Overweging, Behoud" in shown(drawn)


def test_a_repeat_step_still_to_be_designed_counts_only_on_a_map_of_later() -> None:
    later = mapped(cycle="repeat", status="to_design")

    assert "Herhaalreis: 0 van 6 stappen" in shown(pictures(later))
    planned = replace(later, map=replace(later.map, kind=MapKind.DESIGN))
    assert "Herhaalreis: 1 van 6 stappen" in shown(pictures(planned))


@pytest.mark.parametrize(("name", "arrows"), [("five-phase", 1), ("gilev", 1), ("bonsing-mann", 0)])
def test_the_way_back_needs_both_ends(name: str, arrows: int) -> None:
    lines = [shape for picture in pictures(view(5, name)) for shape in picture.shapes if isinstance(shape, Line)]

    assert sum(one.stroke is Stroke.RETURN and one.arrow for one in lines) == arrows


def test_what_is_known_of_a_touchpoint_has_a_mark_and_words() -> None:
    drawn = pictures(mapped(measured=True, measure="Bezoeken", measured_value="12", owner="niemand", surprise=True))

    assert {Form.DIAMOND, Form.CHECK, Form.CROSS, Form.STAR, Form.SQUARE} <= set(marks(drawn))
    assert {"Een vrije plek op zaterdagochtend", "Bezoeken: 12", "niemand", "sinds 1 maart 2026"} <= set(shown(drawn))


def test_expected_is_open_and_dashed_and_experienced_is_full() -> None:
    drawn = pictures(mapped(expected_functional=5, experienced_functional=2))
    figures = [(text.lettering, text.lines) for picture in drawn for text in picture.texts]

    assert (Lettering.COUNT, ("5",)) in figures
    assert (Lettering.COUNT_FULL, ("2",)) in figures


def test_a_line_stops_where_a_value_is_missing() -> None:
    known = (point(1, "b1"), {**point(2, "b2"), "experienced_functional": ""}, point(3, "b3"))
    whole = replace(view(5), map=read_journey(items(a_map()), items(*known), frozenset()).maps[0])
    strokes = [shape.stroke for shape in pictures(whole)[0].shapes if isinstance(shape, Line)]

    assert strokes.count(Stroke.EXPECTED) == 4
    assert strokes.count(Stroke.EXPERIENCED) == 2


def test_gaps_stand_at_their_touchpoint_and_phase_only_when_they_are_there() -> None:
    said = shown(pictures(view(5)))

    assert {"G17", "G28", "G36", "G44", "hele fase: G22"} <= set(said)
    assert not any("G99" in one for one in said)


def test_many_gaps_at_one_touchpoint_take_more_rows() -> None:
    many = tuple(finding(f"G{number}", "t1") for number in range(10, 30))
    tags = [
        shape
        for picture in pictures(replace(mapped(), findings=many))
        for shape in picture.shapes
        if isinstance(shape, Box) and shape.area is Area.TAG
    ]

    assert len(tags) == 20
    assert len({one.top for one in tags}) > 1
    assert all(after.left >= before.left + before.width for before, after in pairwise(tags) if before.top == after.top)


def test_prompts_show_only_while_the_map_is_empty() -> None:
    prompts = {words()(f"map.prompt.{lane}") for lane in LANES}

    assert prompts <= set(shown(pictures(view(0), prompts=True)))
    assert not prompts & set(shown(pictures(view(0))))
    assert not prompts & set(shown(pictures(view(5), prompts=True)))
    assert "nog geen contactmoment" in shown(pictures(view(0)))


@drawings
def test_the_same_map_gives_the_same_sound_svg(count: int, name: str) -> None:
    whole = view(count, name)
    args = (whole.map, whole.model, whole.questionnaire, whole.words, whole.findings)
    made = map_svg.draw(*args)

    tree = etree.fromstring(made)
    assert made == map_svg.draw(*args)
    assert not re.search(r"style=|<style|<script|\son\w+=|javascript", made)
    for one in tree.iter("{http://www.w3.org/2000/svg}svg"):
        assert one.get("role") == "img"
        title, description = one[0].text or "", one[1].text or ""
        assert title
        assert 10 < len(description) <= MOST_TOLD


def test_hostile_words_stay_words() -> None:
    typed = "<script>alert('&')</script>"
    hostile = mapped(name=typed, want="x" * 10_000, pain="\u202egnirts \x00👩‍👩‍👧 " * 50, owner=typed)
    made = map_svg.draw(
        replace(hostile.map, name=typed), hostile.model, hostile.questionnaire, hostile.words, hostile.findings
    )

    assert "<script" not in made
    etree.fromstring(made)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", MODELS)
def test_a_blank_map_has_every_phase_lane_and_question(paper: str, name: str) -> None:
    picture = blank_picture(model(name), words(), PAPERS[paper])
    said = shown((picture,))
    frames = [frame_of(text) for text in picture.texts]

    assert {phase.name for phase in model(name).phases if phase.kind != "cycle"} <= set(said)
    assert {words()(f"map.lane.{lane}") for lane in LANES} <= set(said)
    assert {words()(f"map.prompt.{lane}") for lane in LANES} <= set(said)
    assert {"Bedrijf:", "Klantgroep:", "Datum:"} <= set(said)
    assert (picture.width, picture.height) == PAPERS[paper]
    for one, other in combinations(frames, 2):
        assert (
            min(one[2], other[2]) - max(one[0], other[0]) <= SLACK
            or min(one[3], other[3]) - max(one[1], other[1]) <= SLACK
        )
    etree.fromstring(map_svg.blank(model(name), words(), paper))


def test_long_text_is_cut_with_an_ellipsis_and_fits() -> None:
    lines = wrapped("Weten of er zaterdag nog plek is " * 10, 11, 100, 3)

    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(width_of(line, 11) <= 100 for line in (*lines, *wrapped("w" * 500, 11, 100, 4)))
    assert wrapped("kort", 11, 100, 3) == ("kort",)
    assert wrapped("", 11, 100, 3) == ()


def test_a_map_without_a_name_is_called_by_its_customers() -> None:
    nameless = JourneyMap("m1", "", MapKind.EXISTING, ("Ouders", "Studenten"), ())

    assert replace(view(0), map=nameless).name == "Ouders en Studenten"
    assert replace(view(0), map=replace(nameless, personas=())).name == "zonder naam"


def test_a_picture_writes_no_text_without_lines() -> None:
    assert "<text" not in svg(Picture("t", "d", 10, 10, ()))
    assert findings()
