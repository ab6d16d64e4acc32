"""Two windows on one dossier: different answers are both kept, and nobody overwrites another unseen."""

from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from tests.web.browser import Visitor, X, fields, find_id, parse, text_of
from workshop.bootstrap import Workshop
from workshop.domain.answer import Answer
from workshop.domain.response import Response
from workshop.domain.route import items_of


def stored(workshop: Workshop, visitor: Visitor) -> Response:
    dossier = workshop.intake.resume(visitor.token())
    assert dossier is not None
    return dossier.response


def test_different_answers_on_one_page_are_both_kept(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("count_page", {"now": "10", "new": "2"})
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)

    visitor.send(theirs, {"now": "12"})
    answer = visitor.send(mine, {"new": "3"})

    assert answer.status_code == 303
    kept = stored(workshop, visitor)
    assert (kept.get("now"), kept.get("new")) == (Answer(value=Decimal(12)), Answer(value=Decimal(3)))


def test_the_same_answer_changed_twice_shows_both_and_saves_nothing(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("count_page", {"now": "10", "new": "2"})
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)

    visitor.send(theirs, {"now": "12"})
    answer = visitor.send(mine, {"now": "15", "new": "4"})

    shown = parse(answer)
    assert answer.status_code == 409
    assert "Daar staat nu: 12" in text_of(shown).replace("\u00a0", " ")
    assert find_id(shown, "now").get("value") == "15"
    kept = stored(workshop, visitor)
    assert (kept.get("now"), kept.get("new")) == (Answer(value=Decimal(12)), Answer(value=Decimal(2)))


def test_going_on_decides_no_clash_in_silence(visitor: Visitor, workshop: Workshop) -> None:
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"now": "12"})
    clash = visitor.send(mine, {"now": "15"})

    again = visitor.send(parse(clash), {"now": "16"})

    shown = parse(again)
    assert again.status_code == 409
    assert "Daar staat nu: 12" in text_of(shown).replace("\u00a0", " ")
    assert find_id(shown, "now").get("value") == "16"
    assert stored(workshop, visitor).get("now") == Answer(value=Decimal(12))
    assert visitor.send(shown, {}, action="mijn-now").status_code == 303
    assert stored(workshop, visitor).get("now") == Answer(value=Decimal(16))


def test_of_two_clashes_each_is_decided_by_its_own_button(visitor: Visitor, workshop: Workshop) -> None:
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"now": "12", "hour_cost": "30"})
    clash = visitor.send(mine, {"now": "15", "hour_cost": "40"})

    one_left = visitor.send(parse(clash), {}, action="mijn-now")
    answer = visitor.send(parse(one_left), {}, action="hun-hour_cost")

    assert (one_left.status_code, answer.status_code) == (409, 303)
    assert 'value="mijn-now"' not in one_left.text
    kept = stored(workshop, visitor)
    assert (kept.get("now"), kept.get("hour_cost")) == (Answer(value=Decimal(15)), Answer(value=Decimal(30)))


def test_an_answer_typed_as_the_other_window_has_it_is_no_clash_any_more(visitor: Visitor) -> None:
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"now": "12"})

    clash = visitor.send(mine, {"now": "15"})

    assert visitor.send(parse(clash), {"now": "12"}).status_code == 303


def test_a_third_change_after_both_were_shown_is_shown_again(visitor: Visitor, workshop: Workshop) -> None:
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"now": "12"})
    clash = visitor.send(mine, {"now": "15"})
    visitor.fill("count_page", {"now": "14"})

    answer = visitor.send(parse(clash), {}, action="mijn-now")

    assert answer.status_code == 409
    assert "Daar staat nu: 14" in text_of(parse(answer)).replace("\u00a0", " ")


def test_a_mistake_in_between_does_not_hide_the_clash(visitor: Visitor, workshop: Workshop) -> None:
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"now": "12"})

    refused = visitor.send(mine, {"now": "vijftien"})
    answer = visitor.send(parse(refused), {"now": "15"})

    assert (refused.status_code, answer.status_code) == (422, 409)


def test_the_same_change_in_both_windows_is_no_clash(visitor: Visitor, workshop: Workshop) -> None:
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)

    visitor.send(theirs, {"now": "12"})

    assert visitor.send(mine, {"now": "12"}).status_code == 303


def test_sending_a_form_twice_is_no_clash(visitor: Visitor, workshop: Workshop) -> None:
    mine = visitor.open(f"{visitor.here}vraag/count_page")

    first, second = (visitor.send(mine, {"now": "12"}) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 303)


def test_saving_again_does_not_pass_over_what_the_other_window_changed_beside_it(
    visitor: Visitor, workshop: Workshop
) -> None:
    page = f"{visitor.here}vraag/count_page"
    mine, theirs, later = visitor.open(page), visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"now": "12"})

    clash = visitor.send(mine, {"now": "15"})
    visitor.send(later, {"new": "5"})
    answer = visitor.send(parse(clash), {"new": "4"}, action="mijn-now")

    assert answer.status_code == 409
    assert stored(workshop, visitor).get("new") == Answer(value=Decimal(5))


def test_an_untouched_answer_of_before_a_clash_does_not_come_back(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("count_page", {"now": "10", "new": "3"})
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"now": "12", "new": "0"})

    clash = visitor.send(mine, {"now": "11"})

    assert clash.status_code == 409
    assert find_id(visitor.open(page), "new").get("value") == "0"
    assert stored(workshop, visitor).get("new") == Answer(value=Decimal(0))


def with_groups(visitor: Visitor) -> str:
    """Fill in two groups; return the address of their page."""
    visitor.fill("groups_page", {"groups-1-name": "Ouders"})
    visitor.fill("groups_page", {"groups-2-name": "Opa's"}, query="?nog=groups")
    return f"{visitor.here}vraag/groups_page"


def names(root: Element) -> list[str | None]:
    return [find_id(root, f"groups-{number}-name").get("value") for number in (1, 2)]


def test_two_windows_that_change_two_groups_are_both_kept(visitor: Visitor) -> None:
    page = with_groups(visitor)
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"groups-1-name": "Papa's"})

    answer = visitor.send(mine, {"groups-2-name": "Oma's"})

    assert answer.status_code == 303
    assert names(visitor.open(page)) == ["Papa's", "Oma's"]


def test_a_clash_in_a_group_lists_only_what_differs(visitor: Visitor) -> None:
    page = with_groups(visitor)
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"groups-1-name": "Papa's", "groups-2-name": "Buren"})

    clash = parse(visitor.send(mine, {"groups-2-name": "Oma's"}))

    lines = [text_of(one) for part in clash.iter(f"{X}ul") if part.get("class") == "differs" for one in part]
    assert lines == ["Onderdeel 2 · Naam: Oma's (hier) – Buren (ander venster)"]


@pytest.mark.parametrize(("choice", "second"), [("mijn", "Oma's"), ("hun", "Buren")])
def test_choosing_one_side_of_a_clash_in_a_group_keeps_all_else_of_both(
    visitor: Visitor, choice: str, second: str
) -> None:
    page = with_groups(visitor)
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"groups-1-name": "Papa's", "groups-2-name": "Buren"})
    clash = parse(visitor.send(mine, {"groups-2-name": "Oma's", "groups-1-fear": "Te duur"}))

    answer = visitor.send(clash, {}, action=f"{choice}-groups")

    kept = visitor.open(page)
    assert answer.status_code == 303
    assert (names(kept), find_id(kept, "groups-1-fear").get("value")) == (["Papa's", second], None)
    assert text_of(find_id(kept, "groups-1-fear")) == "Te duur"


def test_a_part_of_a_group_that_another_window_changed_stays_after_saving_twice(visitor: Visitor) -> None:
    page = with_groups(visitor)
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"groups-1-name": "Papa's"})
    form = find_id(mine, "answers")
    typed = fields(form)
    typed["groups-2-name"] = "Oma's"
    told: Any = visitor.client.post(form.get("data-save", ""), data=typed).json

    typed["stand-groups"], typed["groups-2-fear"] = told["stamps"]["groups"], "Te duur"
    again = visitor.client.post(form.get("data-save", ""), data=typed)

    assert again.status_code == 200
    assert names(visitor.open(page)) == ["Papa's", "Oma's"]


def test_typing_and_taking_it_back_does_not_take_back_what_the_other_window_changed(visitor: Visitor) -> None:
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"now": "12"})
    form = find_id(mine, "answers")
    typed = fields(form)
    told: Any = visitor.client.post(form.get("data-save", ""), data=typed).json

    typed["stand-now"] = told["stamps"]["now"]
    visitor.client.post(form.get("action", ""), data={**typed, "actie": "verder"})

    assert find_id(visitor.open(page), "now").get("value") == "12"


def test_a_button_of_a_card_does_not_take_back_what_the_other_window_changed(
    visitor: Visitor, workshop: Workshop
) -> None:
    page = with_groups(visitor)
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"groups-1-name": "Papa's"})

    answer = visitor.send(mine, {"groups-2-name": "Oma's"}, action="omhoog-groups-2")

    assert answer.status_code == 409
    kept = [item.answers["name"].value for item in items_of(stored(workshop, visitor).get("groups"))]
    assert kept == ["Papa's", "Oma's"]
