"""The reference of the file of a dossier names every key, and its example is read."""

import re
from pathlib import Path

from tests import klantreis
from workshop.content import answers_file
from workshop.content.answers_file import Whole

REFERENCE = (Path(__file__).parents[2] / "docs" / "reference" / "dossier-file.md").read_text(encoding="utf-8")


def example() -> str:
    found = re.search(r"```json\n(.*?)```", REFERENCE, re.DOTALL)
    assert found is not None
    return found[1].replace("VERSION", klantreis.bundle("nl").questionnaire.version)


def test_the_example_is_read_with_all_that_stands_in_it() -> None:
    found = answers_file.read_whole(example(), lambda _, language: klantreis.bundle(language))

    assert isinstance(found, Whole), found
    assert (len(found.notes), len(found.trail.drafts), found.trail.session.minutes) == (1, 1, 90)
    assert [(one.number, one.who, len(one.codes)) for one in found.trail.edits] == [(3, "Sanne", 1), (4, "", 2)]


def test_every_key_of_a_file_has_a_row_in_the_table() -> None:
    rows = " ".join(line.split("|")[1] for line in REFERENCE.splitlines() if line.startswith("| `"))

    assert set(re.findall(r"`([a-z]+)`", rows)) == set(answers_file._KEYS)
