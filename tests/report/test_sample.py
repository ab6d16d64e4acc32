"""The sample report that is kept beside the code is the one that the code makes."""

from scripts.sample_report import FOLDER, PRINT, REPORT, fingerprint, members, sample


def test_the_sample_is_what_the_program_makes_now() -> None:
    kept, made = members(REPORT.read_bytes()), members(sample())

    assert sorted(kept) == sorted(made)
    differing = [name for name in made if kept[name] != made[name]]
    assert not differing, "run: python -m scripts.sample_report"


def test_the_pictures_are_of_this_very_sample() -> None:
    pages = sorted(path.name for path in FOLDER.glob("pagina-*.png"))

    assert PRINT.read_text(encoding="utf-8").strip() == fingerprint(REPORT.read_bytes())
    assert pages == [f"pagina-{number:02}.png" for number in range(1, len(pages) + 1)]
    assert len(pages) >= 10


def test_two_reports_in_a_row_are_the_same_bytes() -> None:
    assert sample() == sample()
