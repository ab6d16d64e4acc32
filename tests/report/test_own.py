"""What a consultant adds: a foreword, own findings, own actions, and owners and days for what is there."""

import pytest

from tests.hands import change, handed, hidden, rewrite
from tests.report.builders import TEMPLATE, material
from workshop.domain.hand import Change, Deed
from workshop.report.document import Card, FormFields, Heading, Table
from workshop.report.hand import with_hand
from workshop.report.material import Material
from workshop.report.outline import outline
from workshop.report.plain import to_markdown
from workshop.report.word.writer import to_docx

FINDING = change(
    Deed.FINDING,
    "f1",
    {"title": "De telefoon", "see": "Niemand nam op.", "advice": "Kies een belmoment.", "first_step": "Zet hem aan."},
)
ACTION = change(Deed.ACTION, "a1", {"text": "Proefmaand online", "owner": "Fatma", "on": "2026-12-15", "within": "60"})
FOREWORD = change(Deed.FOREWORD, "", {"text": "Beste **Anja**,\n\nDank je wel."})


def made(*changes: Change, name: str = "kapsalon", language: str = "nl") -> Material:
    return with_hand(material(name, language), handed(*changes))


def told(*changes: Change, name: str = "kapsalon", language: str = "nl") -> str:
    return to_markdown(outline(made(*changes, name=name, language=language)))


def plan_rows(*changes: Change, name: str = "kapsalon") -> list[list[str]]:
    blocks = outline(made(*changes, name=name)).blocks
    at = next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.id == "plan")
    table = next(one for one in blocks[at:] if isinstance(one, Table))
    return [["".join(span.text for span in cell.spans) for cell in row] for row in table.rows]


@pytest.mark.parametrize(("language", "heading"), [("nl", "Voorwoord"), ("en", "Foreword")])
def test_a_foreword_stands_on_its_own_page_before_the_advice(language: str, heading: str) -> None:
    shown = told(FOREWORD, language=language)

    at = shown.index(f"**{heading}**\n\nBeste **Anja**,\n\nDank je wel.\n\n---\n\n# 1 ")
    assert at < 3_000


@pytest.mark.parametrize("text", ["", " \n ", "\u200b"])
def test_without_words_there_is_no_foreword(text: str) -> None:
    shown = told(change(Deed.FOREWORD, "", {"text": text.strip()}))

    assert ("Voorwoord" in shown) == bool(text.strip())


def test_an_own_finding_follows_the_gaps_of_the_rules_and_is_marked_as_ones_own() -> None:
    blocks = outline(made(FINDING)).blocks
    headings = [one.id for one in blocks if isinstance(one, Heading)]

    shown = told(FINDING)
    assert headings.index("own-f1") == headings.index("priorities") - 1
    assert "De telefoon\n\nEigen bevinding van de adviseur\n\nNiemand nam op.\n\n**Advies:** Kies een b" in shown
    assert "**Eerste stap:** Zet hem aan." in shown


def test_an_own_finding_is_told_when_no_rule_found_a_gap() -> None:
    shown = told(FINDING, name="none")

    assert "Gaten\n\n## " in shown
    assert "De telefoon" in shown


def test_an_own_advice_read_back_from_word_does_not_get_its_label_twice() -> None:
    shown = told(FINDING, rewrite("own-f1.advice", "**Advies:** Kies een dag."))

    assert "**Advies:** Kies een dag." in shown
    assert "Advies:** **Advies" not in shown


def test_a_finding_with_only_a_title_has_no_empty_parts() -> None:
    shown = told(change(Deed.FINDING, "f1", {"title": "De etalage"}))

    assert "De etalage\n\nEigen bevinding van de adviseur\n\n# " in shown


def test_an_own_action_stands_in_the_plan_with_owner_and_day() -> None:
    rows = plan_rows(ACTION)

    own = next(row for row in rows if row[1] == "Proefmaand online")
    assert own[0].startswith("Binnen 60 dagen")
    assert own[2:] == ["Fatma", "15 december 2026", "–"]
    assert [row[0][:6] for row in rows] == sorted((row[0][:6] for row in rows), key="VandaaBinnen".index)


def test_an_own_action_makes_a_plan_where_there_was_none() -> None:
    assert [row[1] for row in plan_rows(ACTION, name="none")] == ["Proefmaand online"]


def test_own_actions_take_the_room_of_less_urgent_ones_and_never_of_a_priority() -> None:
    many = tuple(change(Deed.ACTION, f"a{n}", {"text": f"Actie {n}"}) for n in range(1, 9))

    rows = plan_rows(*many)

    assert len(rows) == 1 + 8 + 3


def test_an_owner_and_a_day_stand_on_the_first_page_and_in_the_plan() -> None:
    assign = change(Deed.ASSIGN, "gap-G01-retention", {"owner": "Ans", "on": "2026-12-01"})

    cards = [one for one in outline(made(assign)).blocks if isinstance(one, Card)]
    fields = [each for block in cards[0].blocks if isinstance(block, FormFields) for each in block.fields]
    rows = [row for row in plan_rows(assign) if row[2] == "Ans"]
    assert [one.value for one in fields] == ["Ans", "1 december 2026"]
    assert [row[3] for row in rows] == ["", "1 december 2026"]


def test_without_an_owner_there_is_a_place_to_fill_in() -> None:
    assert {row[2] for row in plan_rows()} == {""}
    assert "Eigenaar: \\_" in told()


def test_fields_to_fill_in_have_names_that_no_other_has() -> None:
    blocks = outline(made(FINDING, ACTION)).blocks
    cells = [cell.id for one in blocks if isinstance(one, Table) for row in one.rows for cell in row if cell.id]
    cards = [block for one in blocks if isinstance(one, Card) for block in one.blocks if isinstance(block, FormFields)]
    ids = [*cells, *(each.id for block in cards for each in block.fields if each.id)]

    assert len(set(ids)) == len(ids) > 10


def test_the_same_changes_give_the_same_bytes() -> None:
    changes = (FINDING, ACTION, FOREWORD, hidden("gap-G41"))

    one, other = (to_docx(outline(made(*changes), work=True), TEMPLATE) for _ in range(2))

    assert one == other
