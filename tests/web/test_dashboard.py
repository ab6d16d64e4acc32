"""The dashboard of the result: the numbers of the assessment, nothing made up, and gaps that lead to their answers."""

from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.klantreis import FOLDER, bundle
from tests.proof.site import Site, make_site
from tests.web.browser import Visitor, X, find_id, links, parse, text_of
from workshop.domain.answer import Answer, Status
from workshop.domain.assessment import Assessment
from workshop.domain.hand import Deed
from workshop.domain.response import Response
from workshop.language.numbers import format_number
from workshop.language.tongue import Language
from workshop.services.editing import Edit

SVG = "{http://www.w3.org/2000/svg}"
SILENT = "gat-G01-retention"
"""The gap of the salon that it does nothing after the sale; it rests on how often it gets in touch."""
MODELS = [one.id for one in bundle().questionnaire.models]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path)


@pytest.fixture
def salon(site: Site) -> Visitor:
    """Someone with the quick scan of the hair salon."""
    return site.visitor(site.keep("kapsalon-snel"))


def beginner(site: Site) -> Visitor:
    """Return someone who is only starting: of two of the five phases too little is known."""
    response = site.shop.read_answers((FOLDER / "examples" / "starter.json").read_text(encoding="utf-8"))
    assert isinstance(response, Response), response
    return site.visitor(site.keep_response(response))


def nobody_yet(site: Site) -> Visitor:
    """Return someone without any answers."""
    return site.visitor(site.keep("starter"))


@pytest.fixture
def full(site: Site) -> Visitor:
    """Someone with the full session of the hair salon, whose silence rests on one answer."""
    return site.visitor(site.keep("kapsalon"))


def result(visitor: Visitor) -> Element:
    return visitor.open(f"{visitor.here}resultaat")


def assessed(site: Site, visitor: Visitor) -> Assessment:
    number = visitor.here.strip("/").rpartition("/")[2]
    return site.shop.assess(next(one.response for one in site.shop.kept() if one.id == number))


def drawn(panel: Element, look: str) -> int:
    """Count the shapes of a look in the pictures of a panel."""
    return sum(look in (one.get("class") or "").split() for one in panel.iter() if one.tag.startswith(SVG))


def whole(value: Decimal) -> str:
    return format_number(Decimal(round(value)), Language.NL)


def reason_link(page: Element, question: str) -> str:
    return next(one for one in links(find_id(page, SILENT)) if one.endswith(f"#{question}-vraag"))


def test_the_phases_have_the_scores_of_the_assessment(site: Site, salon: Visitor) -> None:
    panel = find_id(result(salon), "beeld-phases")

    texts = [text_of(one) for one in panel.iter(f"{SVG}text")]
    for at, (phase, scored) in enumerate(
        zip(assessed(site, salon).model.phases, assessed(site, salon).phases, strict=True), start=1
    ):
        score = scored.score
        assert score.value is not None
        assert f"{at} {phase.name}" in texts
        assert f"{whole(score.value)} ({whole(score.low)}–{whole(score.high)})" in [
            one.replace("\u00a0", " ") for one in texts
        ]


def test_the_total_and_its_certainty_stand_above_the_panels(site: Site, salon: Visitor) -> None:
    total = assessed(site, salon).total
    assert total.value is not None

    page = text_of(result(salon)).replace("\u00a0", " ")

    assert f"Totaalscore: sterk (voorlopig) {whole(total.value)} ({whole(total.low)}–{whole(total.high)})" in page
    assert f"Zekerheid {whole(total.certainty)} %" in page


def test_what_is_not_known_has_no_bar_and_no_point(site: Site) -> None:
    visitor = beginner(site)
    known = [one for one in assessed(site, visitor).phases if one.score.value is not None]

    page = result(visitor)

    assert 2 <= len(known) < 5
    assert drawn(find_id(page, "beeld-phases"), "map-bar-range") == len(known)
    assert drawn(find_id(page, "beeld-radar"), "map-point-main") == len(known)
    assert "4 ?" in [text_of(one) for one in find_id(page, "beeld-radar").iter(f"{SVG}text")]


def test_the_lines_of_the_radar_stop_at_a_gap(site: Site) -> None:
    visitor = beginner(site)

    page = result(visitor)

    assert drawn(find_id(page, "beeld-radar"), "map-line-main") == 2


def test_without_answers_nothing_is_drawn_and_each_panel_says_where_to_begin(site: Site) -> None:
    page = result(nobody_yet(site))

    asks = {one: links(find_id(page, f"beeld-{one}")) for one in ("phases", "radar", "balance", "attention", "heat")}
    dash = next(one for one in page.iter(f"{X}div") if one.get("class") == "dash")
    assert list(dash) == []
    assert all("terug=resultaat" in there[0] and f"gat=beeld-{name}" in there[0] for name, there in asks.items())
    assert "We weten nog te weinig om iets te kiezen." in text_of(page)


def test_a_picture_that_only_a_full_session_can_fill_says_so(salon: Visitor) -> None:
    assert links(find_id(result(salon), "beeld-experience")) == [salon.here]


def test_an_answer_of_a_panel_leads_back_to_that_panel(site: Site) -> None:
    visitor = nobody_yet(site)
    ask = links(find_id(result(visitor), "beeld-attention"))[0]

    answer = visitor.send(visitor.open(ask.partition("#")[0]), {"hours_per_phase-status": "-unknown"})

    assert answer.headers["Location"].endswith("/resultaat?gat=beeld-attention&deed=bewaard#beeld-attention")


def test_the_first_things_to_do_are_the_priorities(site: Site, salon: Visitor) -> None:
    page = result(salon)

    cards = next(one for one in page.iter(f"{X}ol") if one.get("class") == "first")
    marks = [one.get("id") for one in cards if one.tag == f"{X}li"]
    assert marks == ["-".join(filter(None, ("gat", one.id, one.phase))) for one in assessed(site, salon).top]


def test_every_gap_tells_the_answers_it_rests_on(site: Site, salon: Visitor) -> None:
    page = result(salon)

    for finding in assessed(site, salon).findings:
        if finding.status == "fired":
            told = text_of(find_id(page, "-".join(filter(None, ("gat", finding.id, finding.phase)))))
            for code in finding.evidence:
                question = bundle().questionnaire.question(code)
                assert question is not None
                assert question.title in told, (finding.id, code)


def test_a_reason_leads_to_its_question_and_a_closed_gap_is_told_once(full: Visitor) -> None:
    link = reason_link(result(full), "contacts_between")
    answer = full.send(full.open(link.partition("#")[0]), {"contacts_between": "12"})

    back = answer.headers["Location"]
    told = full.open(back.partition("#")[0])

    assert link == f"{full.here}vraag/contact_after_sale?terug=resultaat&gat={SILENT}#contacts_between-vraag"
    assert back == f"{full.here}resultaat?gat={SILENT}&deed=bewaard#{SILENT}"
    assert text_of(find_id(told, SILENT)).startswith("Dit gat is dicht: Na de verkoop wordt het stil.")
    assert "Dit gat is dicht" not in text_of(result(full))


def test_a_gap_that_stays_after_a_change_is_unfolded_and_says_so(salon: Visitor) -> None:
    link = reason_link(result(salon), "contacts_between")
    answer = salon.send(salon.open(link.partition("#")[0]), {"contacts_between": "12"})

    page = salon.open(answer.headers["Location"].partition("#")[0])

    gap = find_id(page, SILENT)
    assert next(gap.iter(f"{X}details")).get("open") is not None
    assert "Dit gat is er nog." in text_of(gap)


def test_a_gap_whose_answer_was_taken_away_can_no_longer_be_judged(full: Visitor) -> None:
    link = reason_link(result(full), "contacts_between")
    unknown = {"contacts_between": "", "contacts_between-status": "-unknown"}
    answer = full.send(full.open(link.partition("#")[0]), unknown)

    page = full.open(answer.headers["Location"].partition("#")[0])

    assert "Dit gat is dicht" not in text_of(page)


@pytest.mark.parametrize("name", ["x", "gat-G99", "gat-%3Cscript%3E", "gat-G01-nergens"])
def test_a_gap_that_never_was_is_not_called_closed_without_a_rule(salon: Visitor, name: str) -> None:
    page = salon.get(f"{salon.here}resultaat?gat={name}&deed=bewaard")

    parse(page)
    assert "<script>" not in page.text
    assert ("Dit gat is dicht" in page.text) == name.startswith("gat-G01")


def test_what_stands_after_the_way_back_is_a_name_and_nothing_else(salon: Visitor) -> None:
    answer = salon.fill("contact_after_sale", {}, query="?terug=resultaat&gat=%22%3E%3Cb%3E")

    assert answer.headers["Location"] == f"{salon.here}resultaat?deed=bewaard"


def test_one_unknown_side_of_the_balance_is_called_unknown(site: Site) -> None:
    response = assessed(site, site.visitor(site.keep("kapsalon-snel"))).response
    visitor = site.visitor(site.keep_response(response.with_answers({"margin": Answer(Status.UNKNOWN)})))

    panel = find_id(result(visitor), "beeld-balance")

    assert "Wat hij oplevert, weten we nog niet." in text_of(panel)
    assert drawn(panel, "map-bar-range") == 1


def test_all_pictures_have_a_name_and_a_description_and_no_id_stands_twice(site: Site) -> None:
    page = result(site.visitor(site.keep("kapsalon")))

    pictures = [one for one in page.iter(f"{SVG}svg") if one.get("role") == "img"]
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(pictures) >= 10
    assert all(text_of(next(one.iter(f"{SVG}title"))) for one in pictures)
    assert all(text_of(next(one.iter(f"{SVG}desc"))) for one in pictures)
    assert len(ids) == len(set(ids))


def test_a_gap_that_the_consultant_left_out_is_not_on_the_dashboard(site: Site) -> None:
    kept = site.keep("kapsalon-snel")
    hidden = Edit(Deed.HIDE, "gap-G01-retention", reason="Daar praten we apart over")
    site.shop.editing.edit(kept.id, kept.token, "Anna de Vries", (hidden,))

    page = result(site.visitor(kept))

    assert SILENT not in {one.get("id") for one in page.iter()}


def test_what_cannot_be_judged_yet_leads_to_the_answer_it_misses(site: Site) -> None:
    visitor = nobody_yet(site)

    page = result(visitor)

    reasons = [one for one in page.iter(f"{X}ul") if one.get("class") == "reasons"]
    assert len(reasons) > 10
    assert all("terug=resultaat" in link for one in reasons for link in links(one) if "/vraag/" in link)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", ["kapsalon", "webshop", "keukens"])
def test_the_dashboard_is_sound_in_every_model_and_language(site: Site, name: str, model: str) -> None:
    for language in Language:
        visitor = site.visitor(site.keep(name, model=model, language=language.value))
        assert result(visitor).get("lang") == language.value
