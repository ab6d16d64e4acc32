"""The report room: hide, show, move, download, and what happened is told."""

from pathlib import Path

import pytest

from tests.web.browser import find_id, links, parse, text_of
from tests.web.report_desk import NAME, Desk, desk_at, says, step_of
from workshop.domain.dossier import DossierError, Trouble
from workshop.domain.hand import Deed
from workshop.services.editing import Edit
from workshop.web.result.page import FORMATS


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_at(tmp_path)


def test_the_result_and_the_overview_lead_to_the_room(desk: Desk) -> None:
    there = f"{desk.visitor.here}rapport"

    for page in ("", "resultaat"):
        assert there in links(desk.visitor.open(desk.visitor.here + page))
    assert f"{desk.visitor.here}resultaat" in links(desk.open())


def test_a_gap_is_hidden_with_a_reason_and_shown_again(desk: Desk) -> None:
    first = desk.gaps()[0]
    title = text_of(find_id(desk.open(), first))

    answer = desk.press("bewaar", {f"{first}-reason": "Is opgelost"}, f"/verberg/{first}")
    after = desk.visitor.client.get(answer.headers["Location"])

    assert answer.status_code == 303
    assert "Dit staat niet meer in het rapport" in says(after)
    assert desk.hand.hidden[first].reason == "Is opgelost"
    assert desk.hand.hidden[first].who == NAME
    assert first not in desk.gaps()
    assert desk.hand.hidden[first].reason in text_of(find_id(desk.open(), first))

    assert desk.press(f"toon-{first}").status_code == 303
    assert desk.gaps()[0] == first
    assert title == text_of(find_id(desk.open(), first))


@pytest.mark.parametrize(
    ("reason", "who", "wrong"), [("", NAME, "waarom"), ("Opgelost", "", "naam"), (" ", " ", "naam")]
)
def test_hiding_without_a_reason_or_a_name_is_refused_and_what_was_typed_stays(
    desk: Desk, reason: str, who: str, wrong: str
) -> None:
    first = desk.gaps()[0]

    answer = desk.press("bewaar", {f"{first}-reason": reason, "wie": who}, f"/verberg/{first}")

    shown = parse(answer)
    assert answer.status_code == 422
    assert wrong in says(answer)
    assert (find_id(shown, f"{first}-reason").text or "").strip() == reason.strip()
    assert find_id(shown, "wie").get("value") == who.strip()
    assert desk.hand.hidden == {}


def test_a_gap_moves_up_and_down_and_the_report_follows(desk: Desk) -> None:
    before = desk.gaps()

    assert desk.step("op", before[1]).status_code == 303
    assert desk.gaps() == [before[1], before[0], *before[2:]]
    assert desk.step("neer", before[1]).status_code == 303

    assert desk.gaps() == before


def test_a_gap_moves_past_a_hidden_one_in_one_step(desk: Desk) -> None:
    before = desk.gaps()
    desk.press("bewaar", {f"{before[1]}-reason": "Weg"}, f"/verberg/{before[1]}")

    desk.step("op", before[2])

    assert desk.gaps()[:2] == [before[2], before[0]]


def test_after_a_move_the_focus_stands_on_the_same_button(desk: Desk) -> None:
    before = desk.gaps()

    answer = desk.step("neer", before[0])
    shown = parse(desk.visitor.client.get(answer.headers["Location"]))

    focused = [one for one in shown.iter() if one.get("autofocus") is not None]
    assert [one.get("value") for one in focused] == [f"neer-{before[0]}:3"]
    assert "Omlaag gezet" in text_of(find_id(shown, "gedaan"))


@pytest.mark.parametrize(
    "action", ["op-{first}", "neer-{last}:x", "op-gap-G99:1", "toon-gap-G99", "terug-f1", "iets", ""]
)
def test_what_no_button_sends_is_refused(desk: Desk, action: str) -> None:
    gaps = desk.gaps()

    answer = desk.press(action.format(first=gaps[0], last=gaps[-1]))

    assert answer.status_code == 422
    assert desk.gaps() == gaps


def test_a_move_without_a_name_asks_for_it(desk: Desk) -> None:
    answer = desk.step("op", desk.gaps()[1], {"wie": ""})

    shown = parse(answer)
    assert answer.status_code == 422
    assert find_id(shown, "wie").get("aria-invalid") == "true"
    assert "#wie" in links(shown)


def test_the_order_changed_in_another_window_is_shown_before_it_is_changed_again(desk: Desk) -> None:
    gaps, mine = desk.gaps(), desk.open()
    desk.step("op", gaps[2])

    answer = desk.send(mine, step_of(mine, "op", gaps[1]), {"wie": NAME})

    assert answer.status_code == 409
    assert "ander venster veranderd" in says(answer)
    assert desk.gaps() == [gaps[0], gaps[2], gaps[1], *gaps[3:]]
    assert desk.send(parse(answer), step_of(parse(answer), "op", gaps[1])).status_code == 303


def test_a_button_pressed_twice_does_it_once(desk: Desk) -> None:
    gaps, mine = desk.gaps(), desk.open()

    answers = [desk.send(mine, step_of(mine, "op", gaps[1]), {"wie": NAME}) for _ in range(2)]

    assert [one.status_code for one in answers] == [303, 303]
    assert desk.gaps() == [gaps[1], gaps[0], *gaps[2:]]


def test_a_name_is_remembered_from_the_last_change_and_from_its_own_button(desk: Desk) -> None:
    assert find_id(desk.open(), "wie").get("value") == ""

    desk.press("naam", {"wie": " Anja \n K. "})
    remembered = find_id(desk.open(), "wie").get("value")
    desk.step("op", desk.gaps()[1])

    assert remembered == "Anja K."
    assert find_id(desk.open("/eigen/actie"), "wie").get("value") == NAME


def test_the_history_tells_who_did_what_and_when(desk: Desk) -> None:
    first = desk.gaps()[0]
    desk.press("bewaar", {f"{first}-reason": "Is <b>opgelost</b>"}, f"/verberg/{first}")

    history = text_of(next(one for one in desk.open().iter() if one.get("aria-labelledby") == "geschiedenis"))

    assert NAME in history
    assert "Verborgen: " in history
    assert "Is <b>opgelost</b>" in history


def test_older_changes_unfold(desk: Desk) -> None:
    gaps = desk.gaps()
    for _ in range(4):
        desk.step("neer", gaps[0])
        desk.step("op", gaps[0])

    shown = desk.open()

    assert "Nog 3 eerdere wijzigingen" in text_of(find_id(shown, "main"))


def test_the_result_page_agrees_with_the_report(desk: Desk) -> None:
    first = desk.gaps()[0]
    title = desk.shop.sheet(desk.response, desk.hand).gaps[0].title
    desk.press("bewaar", {f"{first}-reason": "Weg"}, f"/verberg/{first}")

    result = text_of(desk.visitor.open(f"{desk.visitor.here}resultaat"))

    assert title not in result
    assert title not in desk.report()
    assert title not in desk.report("html")
    assert title in desk.report(werkversie="1")


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_form_of_the_report_is_handed_over_from_the_room(desk: Desk, format: str) -> None:
    choices = {"plaatjes": "1", "bijlagen": "1"}

    answer = desk.visitor.client.get(f"{desk.visitor.here}rapport.{format}", query_string=choices)

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, FORMATS[format])


def test_a_working_copy_has_a_name_of_its_own(desk: Desk) -> None:
    answer = desk.visitor.client.get(f"{desk.visitor.here}rapport.docx", query_string={"werkversie": "1"})

    assert 'filename="klantreis-werkversie-' in answer.headers["Content-Disposition"]


def test_all_annexes_make_the_report_longer(desk: Desk) -> None:
    assert len(desk.report(bijlagen="1")) > len(desk.report()) == len(desk.report(bijlagen="ja"))


@pytest.mark.parametrize("name", ["../../etc/passwd", "onbekend", "<b>"])
def test_a_house_style_that_is_not_there_is_no_page(desk: Desk, name: str) -> None:
    answer = desk.visitor.client.get(f"{desk.visitor.here}rapport.docx", query_string={"huisstijl": name})

    assert answer.status_code == 404


def test_changes_travel_along_with_the_answers(desk: Desk) -> None:
    first = desk.gaps()[0]
    desk.press("bewaar", {f"{first}-reason": "Weg"}, f"/verberg/{first}")

    kept = desk.visitor.client.get(f"{desk.visitor.here}dossier.json").get_json()

    assert [(one["kind"], one["target"], one["who"]) for one in kept["hand"]] == [("hide", first, NAME)]


def test_a_change_of_a_gap_that_another_model_does_not_show_is_kept_and_told(desk: Desk) -> None:
    first = desk.gaps()[0]
    desk.press("bewaar", {f"{first}-reason": "Weg"}, f"/verberg/{first}")

    desk.shop.intake.choose(desk.number, desk.token, model="gilev")
    elsewhere = text_of(find_id(desk.open(), "main"))
    desk.shop.intake.choose(desk.number, desk.token, model="five-phase")

    assert "Je veranderde 1 gat dat nu niet in het rapport staat." in elsewhere
    assert "dat nu niet in het rapport staat" not in text_of(find_id(desk.open(), "main"))
    assert first not in desk.gaps()


def test_a_full_report_says_so_and_keeps_what_it_has(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.domain.hand_plain.MOST_CHANGES", 0)
    gaps = desk.gaps()

    answers = [
        desk.step("op", gaps[1]),
        desk.press("bewaar", {f"{gaps[0]}-reason": "Weg"}, f"/verberg/{gaps[0]}"),
    ]

    assert [one.status_code for one in answers] == [422, 422]
    assert all("te veel wijzigingen" in says(one) for one in answers)


def test_a_busy_disk_is_told_and_nothing_typed_is_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gaps = desk.gaps()

    def busy(*_: object) -> None:
        raise DossierError(Trouble.BUSY, "no")

    monkeypatch.setattr("workshop.storage.sqlite.SqliteDossiers.change", busy)
    answers = [
        desk.step("op", gaps[1]),
        desk.press("bewaar", {f"{gaps[0]}-reason": "Een mooie reden"}, f"/verberg/{gaps[0]}"),
    ]

    assert [one.status_code for one in answers] == [503, 503]
    assert (find_id(parse(answers[1]), f"{gaps[0]}-reason").text or "").strip() == "Een mooie reden"


@pytest.mark.parametrize(
    "page", ["", "/verberg/{gap}", "/tekst/{gap}", "/tekst/foreword", "/eigen/bevinding", "/eigen/actie"]
)
def test_a_form_that_stood_open_too_long_is_shown_again_with_what_was_typed(desk: Desk, page: str) -> None:
    there = page.format(gap=desk.gaps()[0])
    root = desk.open(there)

    answer = desk.send(root, "bewaar", {"csrf_token": "old", "wie": NAME})

    assert answer.status_code == 400
    assert "nog niet opgeslagen" in says(answer)
    if page:
        assert find_id(parse(answer), "wie").get("value") == NAME


@pytest.mark.parametrize(
    "page", ["/verberg/gap-G99", "/tekst/gap-G99", "/tekst/x.y", "/eigen/f9", "/eigen/a9", "/eigen/x"]
)
def test_what_is_not_there_is_no_page(desk: Desk, page: str) -> None:
    assert desk.visitor.get(f"{desk.visitor.here}rapport{page}").status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_of_the_room_is_whole_in_both_languages(desk: Desk, language: str) -> None:
    gaps = desk.gaps()
    edits = (
        Edit(Deed.HIDE, gaps[0], reason="Weg"),
        Edit(Deed.REWRITE, f"{gaps[1]}.see", {"text": "Anders", "stood": "0" * 16}),
        Edit(Deed.ASSIGN, gaps[1], {"owner": "Ans", "on": "2026-12-01"}),
        Edit(Deed.FINDING, value={"title": "Lijn"}),
        Edit(Deed.ACTION, value={"text": "Bel"}),
    )
    desk.shop.editing.edit(desk.number, desk.token, NAME, edits)
    desk.shop.intake.choose(desk.number, desk.token, language=language)

    pages = ("", f"/verberg/{gaps[1]}", f"/tekst/{gaps[1]}", "/tekst/foreword", "/eigen/f1", "/eigen/a1")
    for page in pages:
        assert desk.open(page).get("lang") == language
