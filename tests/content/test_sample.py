"""The sample report of a questionnaire: named in its head, read in the language that is asked for."""

import shutil
from pathlib import Path

from tests.klantreis import FOLDER
from workshop.content.catalog import Bundle, load
from workshop.content.lint import check
from workshop.content.sample import read_sample


def sample_of(folder: Path, language: str = "nl") -> str | None:
    def bundle_for(_: str, language: str) -> Bundle:
        return load(folder, language)

    found = read_sample(folder, load(folder, language), bundle_for)
    return f"{found.client} ({found.language})" if found else None


def copy_with(tmp_path: Path, line: str) -> Path:
    folder = tmp_path / "klantreis"
    shutil.copytree(FOLDER, folder)
    file = folder / "questionnaire.md"
    file.write_text(file.read_text("utf-8").replace("sample: kapsalon\n", line), "utf-8")
    return folder


def test_the_named_example_is_read_in_both_languages() -> None:
    assert sample_of(FOLDER) == "Kapsalon Knip & Co (nl)"
    assert sample_of(FOLDER, "en") == "Kapsalon Knip & Co (en)"


def test_another_example_can_be_named(tmp_path: Path) -> None:
    assert sample_of(copy_with(tmp_path, "sample: webshop\n")) != sample_of(FOLDER)


def test_without_a_name_or_without_the_file_there_is_none(tmp_path: Path) -> None:
    assert sample_of(copy_with(tmp_path / "one", "")) is None
    assert sample_of(copy_with(tmp_path / "two", "sample: nowhere\n")) is None


def test_an_example_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    folder = copy_with(tmp_path, "sample: broken\n")
    (folder / "examples" / "broken.json").write_text("{", "utf-8")

    assert sample_of(folder) is None


def test_the_check_tells_of_a_sample_that_is_no_example(tmp_path: Path) -> None:
    (mistake,) = check(copy_with(tmp_path, "sample: kapsallon\n"))

    assert (mistake.file.name, mistake.key, mistake.values) == (
        "questionnaire.md",
        "unknown_sample",
        {"name": "kapsallon", "near": "kapsalon"},
    )
    assert check(FOLDER) == ()
