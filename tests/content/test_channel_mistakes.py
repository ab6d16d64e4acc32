"""Each kind of mistake in channels.csv stands on its own line."""

from pathlib import Path

import pytest

from tests.questionnaires import TINY, spoken, tiny_copy, words
from workshop.content.lint import check
from workshop.content.mistake import render
from workshop.language.tongue import Language

TEXT = (TINY / "channels.csv").read_text("utf-8-sig")
CASES = {
    "a fit letter that does not exist": (";O;002;S", ";Q;002;S", 2, "wrong_fit"),
    "an id that stands twice": ("word_of_mouth;", "website;", 3, "duplicate_code"),
    "no id": ("word_of_mouth;", ";", 3, "missing_code"),
    "an id that is not snake_case": ("word_of_mouth;", "Word-of-mouth;", 3, "malformed_code.snake"),
    "a column that is not there": ("medium;", "media;", 1, "missing_column ~ media"),
    "a column too many": ("reason\n", "reason;reasons\n", 1, "unknown_column ~ reason"),
    "a column that stands twice": ("reden;reason\n", "reden;reason;reason\n", 1, "column_twice"),
    "a cell too many": ("Nearly everyone", "Nearly;everyone", 2, "cell_count"),
    "an unknown medium": (";offline;", ";ofline;", 3, "unknown_cell ~ offline"),
    "a fit without a source": (";O;002;S", ";O;;S", 2, "empty_cell"),
    "an empty name": (";Word of mouth;", ";;", 3, "empty_cell"),
}


def near(name: str, found: list[tuple[str, int, str]]) -> list[tuple[int, str]]:
    return [(line, key) for file, line, key in found if file == name]


@pytest.mark.parametrize(("old", "new", "line", "key"), CASES.values(), ids=CASES.keys())
def test_a_mistake_in_the_catalogue_is_named_on_its_line(
    old: str, new: str, line: int, key: str, tmp_path: Path
) -> None:
    folder = tiny_copy(tmp_path)
    text = TEXT.replace("\r\n", "\n").replace(old, new, 1)
    (folder / "channels.csv").write_text(text, "utf-8")

    assert (line, key) in near("channels.csv", spoken(check(folder)))


def test_a_catalogue_that_excel_saved_in_the_old_way_is_named_with_its_line(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "channels.csv").write_bytes(TEXT.replace("Een tip", "Eén tip").encode("cp1252"))

    assert spoken(check(folder)) == [("channels.csv", 3, "not_utf8")]


def test_quotation_marks_keep_a_semicolon_inside_a_cell(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    text = TEXT.replace("Een tip geeft vertrouwen.", '"Een tip; dat helpt."')
    (folder / "channels.csv").write_text(text, "utf-8", newline="")

    assert check(folder) == ()


def test_a_cell_without_end_is_named(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "channels.csv").write_text(TEXT + '"' + "x" * 200_000, "utf-8")

    mistakes = check(folder)

    assert ("channels.csv", 4, "csv_broken") in spoken(mistakes)
    assert all(render(mistake, words(Language.NL)) for mistake in mistakes)


def test_a_catalogue_with_a_line_end_inside_a_cell_keeps_its_line_numbers(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    text = TEXT.replace("Bijna iedereen kijkt even.", '"Bijna iedereen\nkijkt even."').replace(
        ";S;000;Een", ";Q;000;Een"
    )
    (folder / "channels.csv").write_text(text, "utf-8", newline="")

    assert spoken(check(folder)) == [("channels.csv", 4, "wrong_fit")]
