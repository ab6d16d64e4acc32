"""coverage.csv: every item of the source texts has a place that exists, and each slip in it is told on its line."""

import csv
import re
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from tests.klantreis import FOLDER
from tests.questionnaires import Found, spoken, tiny_copy, words
from workshop.bootstrap import build
from workshop.cli import main
from workshop.content.coverage import ITEMS, Coverage, coverage
from workshop.content.mistake import render
from workshop.language.tongue import Language
from workshop.services.pages import ENDPOINTS, Feature
from workshop.settings import Settings
from workshop.web.app import create_app

ELSEWHERE = {"lane": ("decision", "channel"), "chapter": ("plan",), "page": ("result",)}
SOURCE = "003_1877dee3bc8d7bf6.txt"
PLACES = "question:market field:channels.cost rule:G01 strength:S01 figure:clv5 model:two-phase selftest:1"
MORE = "phase:two-phase.before_sale channel:website lane:decision chapter:plan page:result"
WITHOUT_INPUT = {"25", "26", "35", "93", "106"}
"""Items that ask nothing of the user: what the report says about them is the same for everybody, or counted from it."""


def rows(changes: dict[int, str] | None = None) -> str:
    """Write a coverage.csv that is right but for the rows in `changes`; an empty row is left out."""
    lines = {number: f"{number};{SOURCE};Iets;question:hours" for number in range(1, ITEMS + 1)}
    lines |= {1: f"1;{SOURCE};Alles;{PLACES} {MORE}"} | (changes or {})
    return "\n".join(["nr;bron;onderdeel;plaatsen", *(line for line in lines.values() if line)]) + "\n"


def found_in(place: Path, text: str) -> Coverage:
    folder = tiny_copy(place)
    (folder / "coverage.csv").write_text(text, "utf-8-sig")
    found = coverage(folder, ELSEWHERE)
    assert found is not None
    for language in Language:
        for mistake in found.mistakes:
            render(mistake, words(language))
    return found


def test_a_file_in_which_every_item_has_a_place_is_good(tmp_path: Path) -> None:
    found = found_in(tmp_path, rows())

    assert found.mistakes == ()
    assert found.per_source() == {SOURCE: (ITEMS, ITEMS + 11)}


def test_a_folder_without_the_file_has_no_coverage(tmp_path: Path) -> None:
    assert coverage(tiny_copy(tmp_path), ELSEWHERE) is None


def coverage_lines(*lines: tuple[int, str]) -> list[Found]:
    return [("coverage.csv", line, key) for line, key in lines]


SLIPS: dict[str, tuple[dict[int, str], list[Found]]] = {
    "a row that is missing": ({7: ""}, coverage_lines((8, "coverage.missing_number"))),
    "the last row missing": ({ITEMS: ""}, coverage_lines((ITEMS, "coverage.missing_number"))),
    "a number twice": (
        {8: f"7;{SOURCE};Iets;question:hours"},
        coverage_lines((9, "coverage.number_twice"), (10, "coverage.missing_number")),
    ),
    "a number that is none": ({3: f"drie;{SOURCE};Iets;question:hours"}, coverage_lines((4, "coverage.bad_number"))),
    "a number too high": (
        {ITEMS: f"{ITEMS + 1};{SOURCE};Iets;question:hours"},
        coverage_lines((ITEMS + 1, "coverage.bad_number")),
    ),
    "a row without a place": ({3: f"3;{SOURCE};Iets;"}, coverage_lines((4, "coverage.no_place"))),
    "no source": ({3: "3;;Iets;question:hours"}, coverage_lines((4, "empty_cell"))),
    "a source that is no file": ({3: "3;bron 000;Iets;question:hours"}, coverage_lines((4, "bad_source"))),
    "no words": ({3: f"3;{SOURCE};;question:hours"}, coverage_lines((4, "empty_cell"))),
    "a cell too few": ({3: f"3;{SOURCE};question:hours"}, coverage_lines((4, "cell_count"))),
    "an unknown kind": (
        {3: f"3;{SOURCE};Iets;vraag:hours"},
        coverage_lines((4, "coverage.unknown_kind")),
    ),
    "a misspelt kind": (
        {3: f"3;{SOURCE};Iets;chapters:plan"},
        coverage_lines((4, "coverage.unknown_kind ~ chapter")),
    ),
    "a place without a kind": ({3: f"3;{SOURCE};Iets;hours"}, coverage_lines((4, "coverage.unknown_kind"))),
    "a misspelt question": (
        {3: f"3;{SOURCE};Iets;question:hour"},
        coverage_lines((4, "coverage.unknown_place ~ question:hours")),
    ),
    "a misspelt lane": (
        {3: f"3;{SOURCE};Iets;lane:decisions"},
        coverage_lines((4, "coverage.unknown_place ~ lane:decision")),
    ),
    "a rule that does not exist": (
        {3: f"3;{SOURCE};Iets;question:hours rule:H99"},
        coverage_lines((4, "coverage.unknown_place")),
    ),
    "a field of another group": (
        {3: f"3;{SOURCE};Iets;field:channel_use.cost"},
        coverage_lines((4, "coverage.unknown_place ~ field:channels.cost")),
    ),
}


@pytest.mark.parametrize(("changes", "expected"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_on_its_line(changes: dict[int, str], expected: list[Found], tmp_path: Path) -> None:
    assert spoken(found_in(tmp_path, rows(changes)).mistakes) == expected


def test_a_misspelt_column_is_told_once(tmp_path: Path) -> None:
    text = rows().replace("plaatsen", "plaats", 1)

    assert spoken(found_in(tmp_path, text).mistakes) == coverage_lines((1, "missing_column ~ plaats"))


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "coverage.csv").write_bytes(rows({2: f"2;{SOURCE};Één;question:hours"}).encode("cp1252"))

    found = coverage(folder, ELSEWHERE)

    assert found is not None
    assert spoken(found.mistakes) == coverage_lines((3, "not_utf8"))


def test_places_are_not_looked_up_in_a_questionnaire_that_cannot_be_read_whole(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "coverage.csv").write_text(rows(), "utf-8")
    file = folder / "questionnaire.md"
    file.write_text(file.read_text("utf-8").replace(" {hours}", ""), "utf-8")

    found = coverage(folder, ELSEWHERE)

    assert found is not None
    assert found.mistakes == ()


def klantreis_rows() -> list[dict[str, str]]:
    text = (FOLDER / "coverage.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(text.decode("utf-8-sig").splitlines(), delimiter=";"))


def test_every_item_of_the_five_texts_has_a_place_in_the_scan_that_ships() -> None:
    shop = build(Settings(Path(), Path()))

    found = shop.coverage(FOLDER)

    assert found is not None
    assert [render(one, words(Language.NL), FOLDER) for one in found.mistakes] == []
    assert [item.number for item in found.items if not item.places] == []
    assert [item.number for item in found.items] == list(range(1, ITEMS + 1))
    assert {source: items for source, (items, _) in found.per_source().items()} == {
        "000_e363516f0297d825.txt": 25,
        "001_70db36d7445bc873.txt": 17,
        "002_d2e0b8b6d661ff55.txt": 31,
        "003_1877dee3bc8d7bf6.txt": 21,
        "004_87dc973dc036688f.txt": 12,
    }


def test_an_item_that_asks_something_of_the_user_has_a_question_a_model_or_a_phase() -> None:
    asks = re.compile(r"(question|field|model|phase):")

    bare = [row["nr"] for row in klantreis_rows() if not asks.search(row["plaatsen"])]

    assert set(bare) - WITHOUT_INPUT == set()


def test_every_feature_of_the_wizard_stands_where_the_registry_says(tmp_path: Path) -> None:
    app = create_app(build(Settings(tmp_path, tmp_path, secret_key=b"a secret of thirty-two characters")))

    there = {rule.endpoint for rule in app.url_map.iter_rules()}

    assert set(ENDPOINTS) == set(Feature)
    assert set(ENDPOINTS.values()) - there == set()


def test_check_coverage_counts_per_source_and_ends_well(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    text = rows({1: ""}).replace("plaatsen\n", f"plaatsen\n1;{SOURCE};Iets;question:market figure:clv5\n")
    (folder / "coverage.csv").write_text(text, "utf-8-sig")

    result = CliRunner().invoke(main, ["check", "--coverage", str(folder)])

    assert result.exit_code == 0, result.output
    assert f"{SOURCE}: {ITEMS} onderdelen, {ITEMS + 1} plaatsen" in result.output


def test_check_coverage_fails_on_a_place_that_does_not_exist(tmp_path: Path) -> None:
    folder = copytree(tiny_copy(tmp_path), tmp_path / "again" / "tiny")
    (folder / "coverage.csv").write_text(
        rows({1: f"1;{SOURCE};Iets;question:hours", 2: f"2;{SOURCE};X;chapter:plann"}), "utf-8"
    )

    result = CliRunner().invoke(main, ["check", "--coverage", str(folder)])

    assert result.exit_code == 1
    assert re.search(r"coverage\.csv:3: .*Bedoel je 'chapter:plan'\?", result.output)


def test_check_coverage_without_any_coverage_is_wrong_use(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["check", "--coverage", str(tiny_copy(tmp_path))]).exit_code == 2


def test_a_plain_check_leaves_the_file_alone(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "coverage.csv").write_text("nog niet af", "utf-8")

    assert CliRunner().invoke(main, ["check", str(folder)]).exit_code == 0
