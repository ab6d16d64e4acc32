"""House styles are kept as files of their owner, under names that no one can climb out with."""

import stat
from pathlib import Path

import pytest

from workshop.storage.houses import MOST_STYLES, HouseError, HouseStyles


@pytest.fixture
def styles(tmp_path: Path) -> HouseStyles:
    return HouseStyles(tmp_path / "data" / "huisstijl")


def test_what_is_kept_can_be_read_listed_and_removed(styles: HouseStyles) -> None:
    name = styles.add("Groen Advies!", b"een")

    assert (name, styles.names(), styles.read(name)) == ("groen-advies", ("groen-advies",), b"een")
    assert styles.read("Groen Advies!") == b"een"
    styles.remove(name)
    assert styles.names() == ()


def test_only_the_owner_can_read_it_and_no_draft_stays_behind(styles: HouseStyles) -> None:
    styles.add("groen", b"een")

    files = list(styles.folder.iterdir())
    assert [one.name for one in files] == ["groen.docx"]
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600
    assert stat.S_IMODE(styles.folder.stat().st_mode) == 0o700


def test_a_second_one_of_the_same_name_takes_its_place(styles: HouseStyles) -> None:
    styles.add("groen", b"een")
    styles.add("Groen", b"twee")

    assert (styles.names(), styles.read("groen")) == (("groen",), b"twee")


@pytest.mark.parametrize("name", ["../secret", "..", "", "groen.docx", "/etc/passwd", "a\0b"])
def test_only_a_name_from_the_list_is_ever_read(styles: HouseStyles, name: str) -> None:
    styles.add("groen", b"een")
    (styles.folder.parent / "secret.docx").write_bytes(b"geheim")

    with pytest.raises(HouseError) as trouble:
        styles.read(name)
    with pytest.raises(HouseError):
        styles.remove(name)
    assert (trouble.value.key, trouble.value.values["known"]) == ("unknown", "groen")


def test_a_name_without_letters_is_refused(styles: HouseStyles) -> None:
    with pytest.raises(HouseError) as trouble:
        styles.add("!!!", b"een")

    assert trouble.value.key == "name"


def test_there_is_an_end_to_how_many_are_kept(styles: HouseStyles) -> None:
    for at in range(MOST_STYLES):
        styles.add(f"stijl-{at}", b"een")

    with pytest.raises(HouseError) as trouble:
        styles.add("nog een", b"een")
    assert trouble.value.key == "many"
    assert styles.add("stijl-0", b"twee") == "stijl-0"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("dit is geen map", encoding="utf-8")

    with pytest.raises(HouseError) as trouble:
        HouseStyles(tmp_path / "vol" / "huisstijl").add("groen", b"een")
    assert trouble.value.key == "not_kept"
