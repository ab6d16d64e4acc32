"""Leading a session: the run sheet and its clock, and the pages of a session together."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from tests.web.browser import Visitor, X, fields, find_id, heading_of, links, text_of
from tests.web.filled import Filled, filled
from tests.web.leading import dossier_of, run, sheet, started_ago
from workshop.domain.response import Length
from workshop.domain.route import plan


@pytest.fixture
def salon(tmp_path: Path) -> Filled:
    return filled(tmp_path)


@pytest.mark.parametrize(("language", "title"), [("nl", "Sessie begeleiden"), ("en", "Lead a session")])
def test_the_overview_leads_to_the_session(tmp_path: Path, language: str, title: str) -> None:
    salon = filled(tmp_path, language=language)

    assert title in text_of(salon.visitor.open(salon.here))
    assert heading_of(salon.visitor.open(f"{salon.here}sessie")) == title


@pytest.mark.parametrize("minutes", [10, 90, 120])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_section_can_be_opened_in_every_run_sheet(tmp_path: Path, minutes: int, language: str) -> None:
    salon = filled(tmp_path, language=language)
    assert run(salon, f"draaiboek-{minutes}").status_code == 303

    there = links(salon.visitor.open(f"{salon.here}sessie"))

    for section in salon.shop.bundle("klantreis", language).questionnaire.sections:
        address = f"{salon.here}spiekbriefje?deel={section.code}"
        assert address in there
        assert heading_of(salon.visitor.open(address)) == section.title


def test_without_a_clock_the_parts_tell_their_minutes_and_with_one_their_times(salon: Filled) -> None:
    run(salon, "draaiboek-10")
    still = text_of(salon.visitor.open(f"{salon.here}sessie"))
    assert "minuut 0 tot 2" in still
    assert "De klok loopt nog niet." in still

    started_ago(salon, 3)
    root = salon.visitor.open(f"{salon.here}sessie")
    current = [one for one in root.iter(f"{X}li") if one.get("aria-current") == "step"]

    assert len(current) == 1
    assert "De laatste tien klanten" in text_of(current[0])
    assert "nog 1 minuut" in text_of(root)


def test_when_the_time_is_over_nothing_is_closed_and_nothing_shouts(salon: Filled) -> None:
    run(salon, "draaiboek-10")
    started_ago(salon, 300)

    root = salon.visitor.open(f"{salon.here}sessie")

    assert "De tijd van dit draaiboek is om. Je kunt gewoon verder." in text_of(root)
    assert not [one for one in root.iter() if one.get("role") == "alert"]
    assert "De tijd van dit draaiboek is om." in text_of(find_id(sheet(salon), "klok"))


def test_the_clock_starts_and_stops_without_a_change_of_the_dossier(salon: Filled) -> None:
    before = dossier_of(salon).updated

    run(salon, "begin")
    assert dossier_of(salon).session.began is not None
    run(salon, "stop")

    assert dossier_of(salon).session.began is None
    assert dossier_of(salon).updated == before


@pytest.mark.parametrize("action", ["draaiboek-45", "draaiboek-", "draaiboek-²", f"draaiboek-{'9' * 5000}", "weg", ""])
def test_a_button_that_is_not_there_is_refused(salon: Filled, action: str) -> None:
    assert run(salon, action).status_code == 422


def test_a_quick_scan_says_which_sections_belong_to_the_full_session(tmp_path: Path) -> None:
    salon = filled(tmp_path, blank=True, length=Length.QUICK)
    questionnaire = salon.shop.bundle("klantreis", "nl").questionnaire
    asked = plan(questionnaire, dossier_of(salon).response).sections
    run(salon, "draaiboek-120")

    there = text_of(salon.visitor.open(f"{salon.here}sessie"))

    missing = [one for one in questionnaire.sections if one not in asked]
    assert missing
    assert there.count("Dit deel hoort bij de volledige sessie.") == len(missing)
    for one in missing:
        assert salon.visitor.get(f"{salon.here}spiekbriefje?deel={one.code}").status_code == 404


def test_a_questionnaire_without_a_guide_shows_its_sections(visitor: Visitor) -> None:
    root = visitor.open(f"{visitor.here}sessie")

    assert "Deze vragenlijst heeft geen draaiboek." in text_of(root)
    there = [one for one in links(root) if "spiekbriefje?deel=" in one]
    assert there
    for address in there:
        visitor.open(address)


@pytest.mark.parametrize("page", ["sessie", "scherm?deel=reach"])
def test_the_language_changes_and_the_page_stays(salon: Filled, page: str) -> None:
    root = salon.visitor.open(f"{salon.here}{page}")
    form = next(one for one in root.iter(f"{X}form") if "/taal" in one.get("action", ""))

    answer = salon.visitor.client.post(form.get("action", ""), data={**fields(form), "taal": "en"})

    assert answer.headers["Location"] == f"{salon.here}{page}"
    assert salon.visitor.open(answer.headers["Location"]).get("lang") == "en"


def test_pages_of_the_session_stay_light(salon: Filled) -> None:
    run(salon, "draaiboek-120")

    sizes = [len(salon.visitor.get(f"{salon.here}{page}").data) for page in ("sessie", "scherm?deel=business")]
    sizes += [len(salon.visitor.get(f"{salon.here}spiekbriefje?deel=business").data)]

    assert max(sizes) < 60_000


def test_a_stranger_sees_nothing(app: Flask, newcomer: Callable[[], Visitor], visitor: Visitor) -> None:
    stranger = newcomer()

    for page in ("sessie", "scherm", "scherm/stand", "spiekbriefje"):
        assert stranger.get(f"{visitor.here}{page}").status_code == 404
