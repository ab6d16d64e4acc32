"""Two windows on one dossier: different answers are both kept, and nobody overwrites another unseen."""

from decimal import Decimal

from tests.web.browser import Visitor, find_id, parse, text_of
from workshop.bootstrap import Workshop
from workshop.domain.answer import Answer
from workshop.domain.response import Response


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


def test_saving_again_after_seeing_both_keeps_the_own_answer(visitor: Visitor, workshop: Workshop) -> None:
    page = f"{visitor.here}vraag/count_page"
    mine, theirs = visitor.open(page), visitor.open(page)
    visitor.send(theirs, {"now": "12"})

    clash = visitor.send(mine, {"now": "15"})
    answer = visitor.send(parse(clash), {})

    assert answer.status_code == 303
    assert stored(workshop, visitor).get("now") == Answer(value=Decimal(15))


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
    answer = visitor.send(parse(clash), {"new": "4"})

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
