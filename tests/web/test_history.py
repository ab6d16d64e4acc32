"""The history page: who changed what in words, and putting it back without ever losing anything unseen."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.web.browser import Visitor, X, find_id, links, text_of
from tests.web.filled import filled
from tests.web.pressing import buttons, follow, press, shown
from workshop.bootstrap import Workshop
from workshop.domain.answer import UNKNOWN_ANSWER, Answer
from workshop.domain.edit import Edit
from workshop.domain.hand import Deed
from workshop.services.editing import Edit as ReportEdit
from workshop.web.history.days import runs
from workshop.web.history.page import A_PAGE

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
UNDO, LAST = "Ongedaan maken", "Laatste wijziging ongedaan maken"


def history(visitor: Visitor, query: str = "") -> Element:
    return visitor.open(f"{visitor.here}geschiedenis{query}")


def saved(root: Element) -> list[str]:
    """Return the text of every entry, the newest first."""
    lists = [one for one in root.iter(f"{X}ol") if one.get("class") == "history"]
    return [text_of(entry).replace("\u00a0", " ") for one in lists for entry in one.findall(f"{X}li")]


def kept(workshop: Workshop, visitor: Visitor) -> dict[str, object]:
    dossier = workshop.intake.resume(visitor.token())
    assert dossier is not None
    return {code: one.value for code, one in dossier.response.answers.items()}


def test_an_untouched_dossier_has_an_empty_history(visitor: Visitor) -> None:
    page = history(visitor)

    assert "Er is nog niets veranderd" in text_of(page)
    assert buttons(page) == ["English"]


def test_each_save_says_what_it_was_and_what_it_became(visitor: Visitor) -> None:
    visitor.fill("count_page", {"now": "10"})
    visitor.fill("people", {"staff": "yes"})

    people, counting = saved(history(visitor))

    assert "Je mensen" in people
    assert "Heb je personeel? was nog niet beantwoord → werd ja" in people
    assert "Klanten tellen" in counting
    assert "was nog niet beantwoord → werd 10" in counting


def test_whoever_typed_is_named_and_nobody_else_is(visitor: Visitor) -> None:
    visitor.fill("count_page", {"now": "10"})
    press(visitor, visitor.open(f"{visitor.here}delen"), "Naam bewaren", {"wie": " Sanne\nde Vries "})
    visitor.fill("people", {"staff": "yes"})

    people, counting = saved(history(visitor))

    assert "· Sanne de Vries" in people
    assert "· iemand zonder naam" in counting


def test_saves_of_one_page_are_one_line_that_unfolds(visitor: Visitor) -> None:
    for number in ("10", "11", "12"):
        visitor.fill("count_page", {"now": number})

    page = history(visitor)

    entry = saved(page)[0]
    assert len(saved(page)) == 1
    assert "3 keer opgeslagen" in entry
    assert "was nog niet beantwoord → werd 12" in entry
    assert "was 11 klanten → werd 12 klanten" in entry
    assert len([one for one in buttons(page) if one.startswith(UNDO)]) == 3


def test_undo_puts_back_says_so_and_can_be_undone(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("count_page", {"now": "10"})

    page = follow(visitor, press(visitor, history(visitor), UNDO))
    assert kept(workshop, visitor) == {}
    assert "was 10 klanten → werd nog niet beantwoord" in text_of(find_id(page, "gedaan"))

    page = follow(visitor, press(visitor, page, "Toch weer terugzetten"))
    assert kept(workshop, visitor) == {"now": Decimal(10)}
    assert len(saved(page)) == 3


def test_a_group_of_saves_is_undone_at_once(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("people", {"staff": "yes"})
    visitor.fill("count_page", {"now": "10"})
    visitor.fill("count_page", {"now": "12", "new": "3"})

    follow(visitor, press(visitor, history(visitor), "Alles hiervan ongedaan maken"))

    assert kept(workshop, visitor) == {"staff": True}


def test_an_undo_that_others_changed_since_shows_both_and_asks(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("count_page", {"now": "10", "new": "1"})
    visitor.fill("people", {"staff": "yes"})
    visitor.fill("count_page", {"now": "12"})

    page = shown(press(visitor, history(visitor), f"{UNDO}: Klanten tellen", nth=1), 409)

    said = text_of(page)
    assert re.search(
        r"Hoeveel klanten heb je\? Later opnieuw veranderd: .+ om \d\d:\d\d, door iemand zonder naam", said
    )
    assert "Nu staat er 12 klanten Dan wordt het nog niet beantwoord" in said
    assert "Hoeveel daarvan zijn nieuw? Nu staat er 1 klant Dan wordt het nog niet beantwoord" in said
    assert kept(workshop, visitor) == {"now": Decimal(12), "new": Decimal(1), "staff": True}
    assert f"{visitor.here}geschiedenis" in links(page)

    follow(visitor, press(visitor, page, "Toch terugzetten"))
    assert kept(workshop, visitor) == {"staff": True}


def test_what_changed_while_the_question_stood_there_is_asked_again(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("count_page", {"now": "10"})
    visitor.fill("people", {"staff": "yes"})
    visitor.fill("count_page", {"now": "12"})
    page = shown(press(visitor, history(visitor), f"{UNDO}: Klanten tellen", nth=1), 409)

    visitor.fill("count_page", {"now": "15"})
    again = shown(press(visitor, page, "Toch terugzetten"), 409)

    assert "Nu staat er 15" in text_of(again)
    assert kept(workshop, visitor)["now"] == Decimal(15)


def test_what_stands_as_before_has_no_button(visitor: Visitor) -> None:
    visitor.fill("count_page", {"now": "10"})
    visitor.fill("people", {"staff": "yes"})
    page = follow(visitor, press(visitor, history(visitor), f"{UNDO}: Klanten tellen"))

    assert "Dit staat weer zoals ervoor." in saved(page)[-1]
    assert not [one for one in buttons(page) if one.startswith(f"{UNDO}: Klanten tellen")]


@pytest.mark.parametrize("place", ["", "geschiedenis"])
def test_the_last_change_is_undone_step_by_step_with_one_button(
    visitor: Visitor, workshop: Workshop, place: str
) -> None:
    visitor.fill("people", {"staff": "yes"})
    visitor.fill("count_page", {"now": "10"})

    for left in ({"staff": True}, {}):
        follow(visitor, press(visitor, visitor.open(visitor.here + place), LAST))
        assert kept(workshop, visitor) == left

    assert LAST not in buttons(visitor.open(visitor.here + place))


def test_pressing_undo_twice_changes_nothing_more(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("people", {"staff": "yes"})
    visitor.fill("count_page", {"now": "10"})
    page = history(visitor)

    press(visitor, page, LAST)
    second = follow(visitor, press(visitor, page, LAST))

    assert kept(workshop, visitor) == {"staff": True}
    assert "Er viel niets meer terug te zetten" in text_of(second)


def test_older_changes_stand_on_a_next_page(visitor: Visitor, workshop: Workshop) -> None:
    token, number = visitor.token(), visitor.here.split("/")[2]
    many = A_PAGE + 10
    for value in range(many):
        page = ("count_page", "people")[value % 2]
        workshop.intake.save(number, token, {"now": Answer(value=Decimal(value))}, page)

    first = history(visitor)
    older = visitor.open(next(one for one in links(first) if "voor=" in one))

    found = [*saved(first), *saved(older)]
    assert len(found) == many
    assert f"werd {many - 1}" in found[0]
    assert "werd 0" in found[-1]
    assert f"{visitor.here}geschiedenis" in links(older)


@pytest.mark.parametrize("sent", [{}, {"tot": "x"}, {"tot": "-1"}, {"tot": "9" * 40}, {"tot": "²"}])
def test_a_number_that_cannot_be_is_refused(visitor: Visitor, sent: dict[str, str]) -> None:
    visitor.fill("people", {"staff": "yes"})
    token = next(one.get("value", "") for one in history(visitor).iter() if one.get("name") == "csrf_token")

    answer = visitor.client.post(f"{visitor.here}geschiedenis", data={"csrf_token": token, **sent})

    assert answer.status_code == 422


def test_an_edit_that_is_not_there_is_no_page(visitor: Visitor) -> None:
    visitor.fill("people", {"staff": "yes"})
    token = next(one.get("value", "") for one in history(visitor).iter() if one.get("name") == "csrf_token")

    answer = visitor.client.post(f"{visitor.here}geschiedenis", data={"csrf_token": token, "tot": "99"})

    assert answer.status_code == 404
    assert visitor.get(f"{visitor.here}geschiedenis?voor=x&gedaan=99").status_code == 200


def test_another_visitor_sees_and_undoes_nothing(visitor: Visitor, newcomer: Callable[[], Visitor]) -> None:
    visitor.fill("people", {"staff": "yes"})
    other = newcomer()
    other.start()
    token = next(one.get("value", "") for one in history(other).iter() if one.get("name") == "csrf_token")

    answers = [
        other.get(f"{visitor.here}geschiedenis"),
        other.client.post(f"{visitor.here}geschiedenis", data={"csrf_token": token, "tot": "1"}),
    ]

    assert [one.status_code for one in answers] == [404, 404]


def test_what_changed_in_the_report_stands_in_the_report_room(visitor: Visitor, workshop: Workshop) -> None:
    there = f"{visitor.here}rapport"
    before = links(history(visitor))
    foreword = ReportEdit(Deed.FOREWORD, value={"text": "Beste Anja"})
    workshop.editing.edit(visitor.here.split("/")[2], visitor.token(), "Sanne", (foreword,))

    assert (there in before, there in links(history(visitor))) == (False, True)


def test_the_history_is_complete_in_english(newcomer: Callable[[], Visitor]) -> None:
    visitor = newcomer()
    visitor.start(language="en")
    visitor.fill("people", {"staff": "yes"})

    page = history(visitor)

    assert "was not answered yet → became yes" in saved(page)[0]
    assert "Undo the last change" in buttons(page)


def test_the_history_of_a_whole_example_is_strict_html(tmp_path: Path) -> None:
    salon = filled(tmp_path)
    number, token = salon.here.split("/")[2], salon.visitor.token()
    for code in salon.response.answers:
        salon.shop.intake.save(number, token, {code: None}, "")

    page = history(salon.visitor)

    assert "Andere antwoorden" in text_of(page)
    assert "Weggehaald:" in text_of(page)


def edit(number: int, minute: float, page: str = "page", who: str = "", undoes: int = 0) -> Edit:
    return Edit(number, NOON + timedelta(minutes=minute), who, page, {"a": None}, {"a": UNKNOWN_ANSWER}, undoes)


@pytest.mark.parametrize(
    ("newer", "older", "together"),
    [
        (edit(2, 10), edit(1, 0), True),
        (edit(2, 10.1), edit(1, 0), False),
        (edit(2, 1), edit(1, 0, page="other"), False),
        (edit(2, 1, who="Sanne"), edit(1, 0), False),
        (edit(2, 1, undoes=1), edit(1, 0), False),
        (edit(3, 1), edit(2, 0, undoes=1), False),
        (edit(2, 11 * 60 + 1), edit(1, 11 * 60 - 1), False),
    ],
)
def test_saves_belong_together_by_page_person_time_and_day(newer: Edit, older: Edit, together: bool) -> None:
    assert len(runs((newer, older))) == (1 if together else 2)


def test_a_group_never_grows_beyond_ten_minutes() -> None:
    every_six_minutes = tuple(edit(number, number * 6) for number in range(6, 0, -1))

    assert [len(one) for one in runs(every_six_minutes)] == [2, 2, 2]
