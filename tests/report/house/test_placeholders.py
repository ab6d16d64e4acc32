"""Placeholders: found over the borders of runs, filled as text, and never anything else."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.report.builders import document
from tests.report.house.dutch import W as SPACE
from tests.report.house.dutch import paragraph
from tests.report.word_reader import Element, text
from workshop.report.word.placeholders import ANCHORS, NAMES, fill, meant, unknown_names, values_of


def body(*runs: str, inside: str = "") -> Element:
    """A body with one paragraph of these runs."""
    return etree.fromstring(f"<w:body {SPACE}>{paragraph(*runs, inside=inside)}</w:body>")


def filled(*runs: str) -> str:
    root = body(*runs)
    fill(root, {**dict.fromkeys(NAMES.values(), "-"), "client": "Bloem & Zn", "date": "1 mei"})
    return text(root)


def test_a_name_is_filled_over_the_borders_of_runs() -> None:
    assert filled("Voor {", "{kl", "ant", "}} op {{da", "tum}}.") == "Voor Bloem & Zn op 1 mei."


def test_capitals_and_blanks_do_not_matter_and_english_names_do_the_same() -> None:
    assert filled("{{ Klant }}, {{CLIENT}}") == "Bloem & Zn, Bloem & Zn"


def test_an_unknown_name_stays_as_it_is() -> None:
    assert filled("{{klnt}} {{klant") == "{{klnt}} {{klant"


def test_an_anchor_in_a_header_disappears() -> None:
    assert filled("{{rapport}}x") == "x"


def test_a_value_is_never_read_as_a_placeholder_again() -> None:
    root = body("{{klant}}")

    fill(root, {**dict.fromkeys(NAMES.values(), "-"), "client": "{{datum}}"})

    assert text(root) == "{{datum}}"


def test_a_text_box_is_filled_too_and_apart_from_the_paragraph_it_hangs_on() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('{{klant}}')}</w:txbxContent></w:pict></w:r>"
    root = body("{{kl", inside=box)

    fill(root, {**dict.fromkeys(NAMES.values(), "-"), "client": "Bloem"})

    assert text(root) == "{{klBloem"


@given(st.lists(st.integers(0, 30), max_size=6))
def test_wherever_the_runs_are_cut_the_words_are_the_same(cuts: list[int]) -> None:
    whole = "Voor {{klant}} en {{datum}}, {{x}}"
    places = [0, *sorted(cuts), len(whole)]

    runs = [whole[begin:end] for begin, end in pairwise(places)]

    assert filled(*runs) == "Voor Bloem & Zn en 1 mei, {{x}}"


def test_what_is_not_known_is_room_to_write_it() -> None:
    values = values_of(document(client=""))

    assert set(values) == set(NAMES.values())
    assert values["client"] == values["adviser"] == "………………"
    assert values["date"] == "22 november 2026"


def test_unknown_names_are_given_once_with_the_one_that_is_meant() -> None:
    assert list(unknown_names(body("{{klnt}} {{KLNT}} {{klant}}"))) == ["klnt"]
    assert (meant("klnt"), meant("xyz")) == ("klant", "")


def test_no_name_is_both_a_value_and_a_place() -> None:
    assert not NAMES.keys() & ANCHORS.keys()
