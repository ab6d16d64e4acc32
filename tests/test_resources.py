"""What ships with the program: words of one section may stand in several files, a topic of it in one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from workshop import resources


def shipped(folder: Path, monkeypatch: pytest.MonkeyPatch, **files: str) -> Mapping[str, object]:
    """Read these words files as those of Dutch."""
    words = folder / "shipped" / "templates" / "words" / "nl"
    words.mkdir(parents=True)
    for name, text in files.items():
        (words / f"{name}.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(resources, "PACKAGE", folder)
    return resources.word_tables("nl")


def test_topics_of_a_section_come_from_several_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = shipped(tmp_path, monkeypatch, a='[web]\nback = "Terug"\n[web.one]\nx = "1"', b='[web.two]\nx = "2"')

    assert tables == {"web": {"back": "Terug", "one": {"x": "1"}, "two": {"x": "2"}}}


@pytest.mark.parametrize("second", ['[web.one]\ny = "2"', '[web]\none = "2"'])
def test_a_topic_that_stands_in_two_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, second: str
) -> None:
    with pytest.raises(resources.MissingResource, match=r"b.toml: \[web.one\] stands in two files"):
        shipped(tmp_path, monkeypatch, a='[web.one]\nx = "1"', b=second)
