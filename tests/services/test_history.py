"""The history of a dossier: looking back, taking back, and what happens when answers changed again."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.memory import MemoryDossiers
from workshop.domain.answer import UNKNOWN_ANSWER, Answer
from workshop.domain.edit import Edit, last_to_undo, together
from workshop.domain.response import Response
from workshop.services.history import ChangedSince, History, NoSuchEdit
from workshop.services.intake import Intake
from workshop.services.ports import Dossier

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TOKEN = "t" * 43


class Shop:
    """A dossier in memory with the two services that change it."""

    def __init__(self) -> None:
        dossiers = MemoryDossiers()
        self.intake = Intake(dossiers, lambda: NOON, lambda: TOKEN, lambda: "abc")
        self.history = History(dossiers, lambda: NOON)
        self.intake.keep(Response("klantreis", "1", "five-phase"))

    def save(self, page: str = "page", /, **answers: str | None) -> int:
        """Save texts (None takes one away) and return the number of that save."""
        said = {code: None if text is None else Answer(value=text) for code, text in answers.items()}
        return kept(self.intake.save("abc", TOKEN, said, page)).revision

    @property
    def texts(self) -> Mapping[str, object]:
        return {code: one.value for code, one in kept(self.intake.open("abc", TOKEN)).response.answers.items()}


@pytest.fixture
def shop() -> Shop:
    return Shop()


def kept(dossier: Dossier | None) -> Dossier:
    assert dossier is not None
    return dossier


def test_an_undo_puts_back_what_stood_there_and_leaves_the_rest(shop: Shop) -> None:
    shop.save(a="1", b="1")
    number = shop.save("people", a="2", c="2")
    shop.save(b="3")

    dossier = kept(shop.history.undo("abc", TOKEN, number, " Sanne\n"))

    assert shop.texts == {"a": "1", "b": "3"}
    assert dossier.page == "people"
    newest = shop.history.edits("abc", TOKEN, 1)[0]
    assert (newest.number, newest.who, newest.undoes) == (dossier.revision, "Sanne", number)


def test_an_undo_can_be_undone_and_that_again(shop: Shop) -> None:
    number = shop.save(a="1")

    found = []
    for _ in range(3):
        number = kept(shop.history.undo("abc", TOKEN, number)).revision
        found.append(shop.texts)

    assert found == [{}, {"a": "1"}, {}]


def test_an_answer_that_changed_again_is_not_overwritten_unasked(shop: Shop) -> None:
    number = shop.save(a="1", b="1")
    shop.save(a="2")

    with pytest.raises(ChangedSince) as clash:
        shop.history.undo("abc", TOKEN, number)

    assert clash.value.codes == ("a",)
    assert shop.texts == {"a": "2", "b": "1"}


def test_whoever_saw_the_clash_may_put_it_back_anyway(shop: Shop) -> None:
    shop.save(a="0")
    number = shop.save(a="1")
    seen = shop.save(a="2")

    shop.history.undo("abc", TOKEN, number, shown=seen)

    assert shop.texts == {"a": "0"}


def test_a_clash_is_asked_again_when_something_was_kept_since_it_was_shown(shop: Shop) -> None:
    number = shop.save(a="1")
    seen = shop.save(a="2")
    shop.save(a="3")

    with pytest.raises(ChangedSince):
        shop.history.undo("abc", TOKEN, number, shown=seen)

    assert shop.texts == {"a": "3"}


def test_an_answer_that_already_stands_as_before_is_no_clash(shop: Shop) -> None:
    number = shop.save(a="1", b="1")
    shop.save(a=None)

    shop.history.undo("abc", TOKEN, number)

    assert shop.texts == {}


def test_several_saves_are_taken_back_at_once_to_what_stood_before_the_first(shop: Shop) -> None:
    shop.save(a="0")
    first = shop.save(a="1", b="1")
    shop.save(b="2", c="2")
    last = shop.save(a="3")

    shop.history.undo("abc", TOKEN, last, since=first)

    assert shop.texts == {"a": "0"}


def test_of_several_saves_all_or_none_is_taken_back(shop: Shop) -> None:
    first = shop.save(a="1")
    last = shop.save(b="2")
    shop.save(a="3")

    with pytest.raises(ChangedSince):
        shop.history.undo("abc", TOKEN, last, since=first)

    assert shop.texts == {"a": "3", "b": "2"}


@pytest.mark.parametrize(("number", "since"), [(99, None), (0, None), (3, None), (2, 99), (2, 0)])
def test_a_number_that_is_not_there_is_refused(shop: Shop, number: int, since: int | None) -> None:
    shop.save(a="1")
    shop.save(b="1")

    with pytest.raises(NoSuchEdit):
        shop.history.undo("abc", TOKEN, number, since=since)

    assert shop.texts == {"a": "1", "b": "1"}


def test_a_wrong_token_sees_and_undoes_nothing(shop: Shop) -> None:
    number = shop.save(a="1")

    assert shop.history.edits("abc", "x" * 43) == ()
    with pytest.raises(NoSuchEdit):
        shop.history.undo("abc", "x" * 43, number)

    assert shop.texts == {"a": "1"}


def test_an_undo_drops_what_was_half_typed_for_the_same_question_only(shop: Shop) -> None:
    number = shop.save(a="1")
    typed = {"a": (("a", "half"),), "b": (("b", "half"),)}
    shop.intake.settle("abc", TOKEN, lambda _: {}, "page", drafts=lambda *_: typed)

    dossier = kept(shop.history.undo("abc", TOKEN, number))

    assert set(dossier.drafts) == {"b"}


def test_the_last_change_is_found_behind_undos_and_undone_undos(shop: Shop) -> None:
    first, second = shop.save(a="1"), shop.save(b="1")
    found = [_last(shop)]

    undo = kept(shop.history.undo("abc", TOKEN, second)).revision
    found.append(_last(shop))
    shop.history.undo("abc", TOKEN, undo)
    found.append(_last(shop))
    shop.history.undo("abc", TOKEN, second, since=first)
    found.append(_last(shop))

    assert found == [second, first, second, None]


def _last(shop: Shop) -> int | None:
    now = kept(shop.intake.open("abc", TOKEN)).response
    found = last_to_undo(shop.history.edits("abc", TOKEN), now)
    return found.number if found else None


def test_edits_together_leave_out_what_ended_as_it_began() -> None:
    one, other = Answer(value="1"), UNKNOWN_ANSWER
    older = Edit(1, NOON, "", "page", {"a": None, "b": one}, {"a": one, "b": other})
    newer = Edit(2, NOON, "", "page", {"b": other}, {"b": one})

    assert together((newer, older)) == Edit(2, NOON, "", "page", {"a": None}, {"a": one})


saves = st.lists(
    st.dictionaries(st.sampled_from("abc"), st.sampled_from(("1", "2", None)), min_size=1), min_size=1, max_size=6
)


@given(saves, st.data())
def test_taking_back_all_from_a_save_on_gives_what_stood_before_it(
    saved: list[dict[str, str | None]], data: st.DataObject
) -> None:
    shop = Shop()
    stood = [shop.texts]
    for one in saved:
        shop.save(**one)
        stood.append(shop.texts)
    numbers = sorted(one.number for one in shop.history.edits("abc", TOKEN))
    if not numbers:
        return
    since = data.draw(st.sampled_from(numbers))

    shop.history.undo("abc", TOKEN, numbers[-1], since=since)

    assert shop.texts == stood[since - 1]
