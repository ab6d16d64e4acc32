"""Laying an edited report over a fresh one: kept, in conflict, homeless and left outside, exactly as expected."""

from dataclasses import replace
from functools import cache

import pytest

from tests import klantreis
from tests.report.builders import TEMPLATE, document, material_of, words
from tests.report.keep.edits import Edit, add_outside, control, drop, edited, fill, fragment, retype
from tests.report.word_reader import Element, find
from workshop.domain.hand import NO_HAND, Deed, Horizon, OwnAction, Task
from workshop.domain.hand_plain import MOST_TEXT
from workshop.language.tongue import Language
from workshop.report.document import Card, Document, FormField, FormFields, Heading, Paragraph, Passage
from workshop.report.hand import rewritten
from workshop.report.keep.deeds import deeds
from workshop.report.keep.merge import Conflict, Homeless, Merged, form_fields, merge, passages
from workshop.report.keep.read import read
from workshop.report.keep.saying import conflicts, kept, left_behind
from workshop.report.outline import outline
from workshop.report.plain import to_markdown
from workshop.report.spans import text
from workshop.report.word.reading import Lost
from workshop.report.word.writer import to_docx


def small(first: str = "Eerste stuk.", second: str = "Tweede stuk.", *, field: str = "card-G01.owner") -> Document:
    """A report with two passages and a field; an empty text leaves its passage out."""
    pieces = (
        Passage(id_, id_.title(), (Paragraph(text(said)),)) for id_, said in (("een", first), ("twee", second)) if said
    )
    fields = FormFields((FormField("Eigenaar", "Eigenaar, eerst", id=field), FormField("Datum", "Datum", id="x.date")))
    return document(Heading(1, "Kop", "kop"), *pieces, Card("1", "Eerst", (fields,)))


def merged(*edits: Edit, fresh: Document | None = None) -> Merged:
    """The small report after edits in Word, laid over a fresh one."""
    return merge(read(edited(to_docx(small(), TEMPLATE), *edits)), fresh or small())


def test_nothing_changed_keeps_nothing_even_when_the_report_changed() -> None:
    found = merged(fresh=small("Heel iets anders."))

    assert (found.texts, found.fields, found.conflicts, found.homeless) == ({}, {}, (), ())


def test_a_changed_text_comes_along_without_a_conflict_when_ours_stayed() -> None:
    found = merged(retype("een", "Van mij."), fresh=small(second="Anders."))

    assert found.texts == {"een": "Van mij."}
    assert found.conflicts == ()


def test_a_text_that_changed_on_both_sides_stays_the_consultants_and_is_a_conflict() -> None:
    found = merged(retype("een", "Van mij."), fresh=small("Nieuw van ons."))

    assert found.texts == {"een": "Van mij."}
    assert found.conflicts == (Conflict("een", "Een", "Van mij.", "Nieuw van ons."),)


def test_the_same_change_on_both_sides_is_no_change() -> None:
    found = merged(retype("een", "Zelfde."), fresh=small("Zelfde."))

    assert (found.texts, found.conflicts) == ({}, ())


def test_a_passage_taken_away_stays_away() -> None:
    found = merged(drop("een"))

    assert found.texts == {"een": ""}
    assert found.taken_away == ("Een",)
    assert "Eerste stuk" not in to_markdown(rewritten(small(), found.texts))


def test_a_passage_taken_away_that_changed_here_is_a_conflict() -> None:
    found = merged(drop("een"), fresh=small("Nieuw van ons."))

    assert found.conflicts == (Conflict("een", "Een", "", "Nieuw van ons."),)


def test_a_passage_that_is_not_in_the_fresh_report_is_listed_with_its_text() -> None:
    found = merged(retype("een", "Van mij."), retype("twee", "Ook."), fresh=small(first="", second=""))

    assert found.texts == {}
    assert found.homeless == (Homeless("Een", "Van mij."), Homeless("Twee", "Ook."))


def test_a_field_comes_along_by_its_id_or_is_listed() -> None:
    one = merged(fill("card-G01.owner", "Els"))
    other = merged(fill("card-G01.owner", "Els"), fresh=small(field="card-G02.owner"))

    assert one.fields == {"card-G01.owner": "Els"}
    assert (other.fields, other.homeless) == ({}, (Homeless("Eigenaar, eerst", "Els"),))


def test_a_new_passage_in_the_fresh_report_is_not_taken_away() -> None:
    file = to_docx(small(second=""), TEMPLATE)

    assert merge(read(file), small()).texts == {}


def test_a_very_long_id_still_finds_its_passage() -> None:
    long = f"gap-{'x' * 60}.advice"
    report = document(Passage(long, "Lang", (Paragraph(text("Ja.")),)), Heading(1, "Kop", "kop"))
    file = to_docx(report, TEMPLATE)

    found = merge(read(edited(file, _retype_first)), report)

    assert found.texts == {long: "Nee."}


def _retype_first(tree: Element) -> None:
    find(tree, "//w:sdt//w:t")[0].text = "Nee."


def test_what_cannot_be_kept_is_named_with_its_passage() -> None:
    found = merged(
        lambda tree: find(control(tree, "een"), "w:sdtContent/w:p/w:r")[0].append(fragment("<w:drawing/>")[0])
    )

    assert found.texts == {}
    assert found.lost == ()
    both = merged(
        retype("een", "Zie:"),
        lambda tree: find(control(tree, "een"), "w:sdtContent/w:p/w:r")[0].append(fragment("<w:drawing/>")[0]),
    )
    assert both.lost == (("Een", Lost.PICTURE),)


def test_owners_and_days_become_tasks_and_what_is_no_day_is_listed() -> None:
    titles = {
        "card-G01.owner": "Eigenaar",
        "card-G01.date": "Datum",
        "plan-G01.owner": "Eigenaar 2",
        "own-a1.date": "D",
    }
    fields = {"card-G01.owner": "Els", "card-G01.date": "zo snel mogelijk", "plan-G01.owner": "Jan"}
    hand = replace(NO_HAND, actions=(OwnAction("a1", "Bellen", Task("Piet"), Horizon.TODAY),))

    found = deeds(Merged({}, {**fields, "own-a1.date": "3 december 2026"}, titles), hand, Language.NL)

    assert [(one.kind, one.target, dict(one.value)) for one in found.wanted] == [
        (Deed.ASSIGN, "gap-G01", {"owner": "Els", "on": ""}),
        (Deed.ACTION, "a1", {"text": "Bellen", "within": "today", "owner": "Piet", "on": "2026-12-03"}),
    ]
    assert found.left == (Homeless("Datum", "zo snel mogelijk"), Homeless("Eigenaar 2", "Jan"))


def test_a_text_that_is_too_long_is_listed_and_not_cut() -> None:
    long = "a" * (MOST_TEXT + 1)

    found = deeds(Merged({"een": long}, {}, {"een": "Een"}), NO_HAND, Language.NL)

    assert (found.wanted, found.left) == ((), (Homeless("Een", long),))


ANSWERS = {**klantreis.example("kapsalon")}


@cache
def report_of(hours: int) -> Document:
    """The report of the salon, with other answers."""
    return outline(material_of(klantreis.response({**ANSWERS, "hours_to_win": hours})))


def test_from_export_to_the_next_version_with_new_answers() -> None:
    before, after = report_of(6), report_of(0)
    ids = {one.id: one for one in passages(after.blocks)}
    read_now = read(to_docx(before, TEMPLATE, work=True)).passages
    stayed = next(id_ for id_ in read_now if id_.endswith(".advice") and id_ in ids)
    other = merge(read(edited(to_docx(before, TEMPLATE), *[retype(id_, "Anders.") for id_ in read_now])), after)
    both = next(one.id for one in other.conflicts)
    owner = next(id_ for id_ in _field_ids(before) if id_ in _field_ids(after) and id_.endswith(".owner"))
    file = edited(
        to_docx(before, TEMPLATE, work=True),
        *(retype(stayed, "Mijn advies."), retype(both, "Mijn tekst."), fill(owner, "Els"), add_outside("Los.")),
    )

    found = merge(read(file), after)

    assert found.texts == {stayed: "Mijn advies.", both: "Mijn tekst."}
    assert both in {one.id for one in found.conflicts}
    assert found.fields == {owner: "Els"}
    assert (found.outside, found.homeless, found.missing) == (("Los.",), (), 0)
    new = to_docx(rewritten(after, found.texts), TEMPLATE, work=True)
    assert not any(one.changed for one in read(new).passages.values())
    assert "Mijn advies." in to_markdown(rewritten(after, found.texts))


def _field_ids(report: Document) -> set[str]:
    return {one.id for one in form_fields(report.blocks)}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_is_said_in_both_languages(language: str) -> None:
    said = words(language)
    found = merged(
        *(retype("een", "Van mij."), fill("card-G01.owner", "Els"), fill("x.date", "ooit"), add_outside("Los.")),
        fresh=small("Nieuw.", second=""),
    )
    whole = replace(found, lost=(("Een", Lost.TABLE),), missing=2, moved=True, stripped=True)
    made = deeds(whole, NO_HAND, Language(language))

    told = (kept(made, said), *conflicts(whole, said), *left_behind(whole, made, said))

    assert [one.lines for one in told if one.lines] == [
        ("Een", "Eigenaar, eerst"),
        ("Een: Nieuw.",),
        ("Datum: ooit",),
        ("Los.",),
        (f"Een: {said('keep.lost.table')}",),
    ]
    assert len(told) == 8
