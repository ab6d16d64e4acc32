"""The what-if page: the client's own numbers to turn, the same sums as the report, and nothing that is kept."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from werkzeug.datastructures import MultiDict

from tests.web.browser import Visitor, X, fields, find_id, links, parse, text_of, title_of
from tests.web.filled import Filled, filled
from workshop.domain.answer import UNKNOWN_ANSWER, Answer
from workshop.report.sums import SPECS, value_words
from workshop.report.voice import Voice


def outcome(page: Element, name: str) -> str:
    return text_of(find_id(page, name))


def calculated(salon: Filled, **typed: str) -> Element:
    answer = salon.visitor.client.get(f"{salon.here}wat-als", query_string=typed)
    page = parse(answer)
    assert answer.status_code == (422 if title_of(page).startswith("Fout: ") else 200)
    return page


def numbers(page: Element) -> "MultiDict[str, str]":
    return fields(find_id(page, "proef"))


@pytest.fixture(scope="module")
def salon(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    return filled(tmp_path_factory.mktemp("salon"))


def test_the_fields_hold_the_answers_of_the_client(salon: Filled) -> None:
    page = salon.visitor.open(f"{salon.here}wat-als")

    assert numbers(page).to_dict() == {
        "retention": "75",
        "orders_per_year": "6",
        "order_value": "42",
        "margin": "55",
        "kosten": "gelijk",
        "hours_to_win": "0,5",
        "hour_cost": "30",
        "acquisition_spend": "2.400",
        "customers_new": "120",
    }
    assert "Nu: 75 %" in text_of(find_id(page, "proef"))


@pytest.mark.parametrize("example", ["kapsalon", "keukens", "starter", "restaurant", "abonnement"])
def test_what_stands_at_now_is_what_the_report_says(tmp_path: Path, example: str) -> None:
    client = filled(tmp_path, example)
    page = client.visitor.open(f"{client.here}wat-als")
    voice = Voice(client.shop.words("nl"), client.assessment.reading.questionnaire, client.assessment.model)

    shown = {one.get("id") or "": text_of(one) for one in page.iter(f"{X}li") if "outcome" in one.get("class", "")}

    assert {"clv5", "clv5_to_cac", "allowable_acquisition_cost"} <= shown.keys()
    for spec in SPECS:
        figure = client.assessment.economics.figure(spec.name)
        if spec.name in shown and figure is not None and figure.value is not None:
            assert value_words(spec, figure, voice).replace("\xa0", " ") in shown[spec.name]


def test_sending_the_form_untouched_changes_nothing(salon: Filled) -> None:
    page = salon.visitor.open(f"{salon.here}wat-als")

    again = calculated(salon, **numbers(page).to_dict())

    assert "nog niets veranderd" in outcome(again, "kort")
    assert text_of(find_id(again, "uitkomst")) == text_of(find_id(page, "uitkomst"))


def test_more_customers_who_stay_shows_before_after_and_the_sum(salon: Filled) -> None:
    page = calculated(salon, retention="80")

    value = outcome(page, "clv5")
    assert all(part in value for part in ("Nu € 371,42", "Stel dat € 404,80", "Verschil +€ 33,38", "€ 138,60 + "))
    assert "€ 371,42 wordt € 404,80" in outcome(page, "kort")
    assert "geen verschil" in outcome(page, "acquisition_cost")


def test_a_price_takes_the_margin_along_unless_the_costs_follow_it(salon: Filled) -> None:
    same, along = (calculated(salon, order_value="45", kosten=how) for how in ("gelijk", "mee"))

    assert "houd je 58 % over" in text_of(find_id(same, "uitkomst"))
    assert "€ 156,60" in outcome(same, "margin_per_year")
    assert "€ 148,50" in outcome(along, "margin_per_year")
    assert "houd je" not in text_of(find_id(along, "uitkomst"))


def test_trying_out_keeps_nothing(salon: Filled) -> None:
    before = next(salon.shop.kept())

    calculated(salon, retention="10", order_value="1", hours_to_win="9")

    assert next(salon.shop.kept()) == before


def test_a_number_that_cannot_be_read_stays_and_says_so(salon: Filled) -> None:
    page = calculated(salon, retention="tachtig", margin="60")

    form = find_id(page, "proef")
    assert title_of(page).startswith("Fout: ")
    assert numbers(page)["retention"] == "tachtig"
    assert find_id(page, "retention").get("aria-invalid") == "true"
    assert "Dit is geen getal" in text_of(form)
    assert "Niet meegerekend" in text_of(find_id(page, "uitkomst"))
    assert "Klanten die een jaar later" in text_of(find_id(page, "uitkomst"))
    assert "€ 151,20" in outcome(page, "margin_per_year")


def test_a_lone_number_that_cannot_be_read_changes_nothing(salon: Filled) -> None:
    page = calculated(salon, retention="8,")

    assert outcome(page, "kort").startswith("Niet meegerekend")
    assert "Stel dat" not in outcome(page, "clv5")


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("retention", "101", "100 of minder"),
        ("hour_cost", "501", "500 of minder"),
        ("order_value", "0", "0,01 of meer"),
    ],
)
def test_a_number_out_of_bounds_is_told(salon: Filled, name: str, typed: str, says: str) -> None:
    assert says in text_of(find_id(calculated(salon, **{name: typed}), "proef"))


def test_both_ways_to_write_a_number_are_read_alike(salon: Filled) -> None:
    pages = [calculated(salon, hours_to_win=typed) for typed in ("3.5", "3,5", "3,50 uur")]

    assert len({text_of(find_id(page, "uitkomst")) for page in pages}) == 1
    assert "€ 125,00" in outcome(pages[0], "acquisition_cost")


def test_what_is_missing_links_to_its_question(tmp_path: Path) -> None:
    salon = filled(tmp_path, changes={"margin": UNKNOWN_ANSWER})
    page = salon.visitor.open(f"{salon.here}wat-als")

    there = next(one for one in links(find_id(page, "clv5")) if "#margin-vraag" in one)
    assert "nog niet te zeggen" in outcome(page, "clv5")
    assert "terug=wat-als" in there
    assert "Wat als er iets verandert?" in text_of(salon.visitor.open(there.partition("#")[0]))


def test_a_typed_number_may_stand_in_for_a_missing_answer_and_says_so(tmp_path: Path) -> None:
    salon = filled(tmp_path, changes={"margin": UNKNOWN_ANSWER})

    page = calculated(salon, margin="55")

    assert "met jouw aanname" in outcome(page, "clv5")
    assert "€ 371,42" in outcome(page, "clv5")
    assert "gebruikt een aanname van jou: Marge" in text_of(find_id(page, "uitkomst"))


def test_without_answers_the_page_says_what_is_missing(tmp_path: Path) -> None:
    nobody = filled(tmp_path, blank=True)
    page = nobody.visitor.open(f"{nobody.here}wat-als")

    assert "nog te weinig cijfers" in text_of(find_id(page, "uitkomst"))
    assert set(numbers(page).to_dict().values()) == {"", "gelijk"}
    assert "€ 0" not in text_of(find_id(page, "uitkomst"))


def test_what_to_try_first_is_one_click_away(salon: Filled) -> None:
    page = salon.visitor.open(f"{salon.here}wat-als")

    ideas = next(one for one in page.iter(f"{X}nav") if one.get("class") == "ideas")
    tried = [salon.visitor.open(one.partition("#")[0]) for one in links(ideas)]
    assert [text_of(one) for one in ideas.iter(f"{X}a")] == [
        "van elke 100 klanten blijven er 5 meer",
        "je prijs gaat 5 % omhoog",
        "een nieuwe klant kost je 15 minuten minder",
    ]
    assert [
        numbers(one)[name] for one, name in zip(tried, ("retention", "order_value", "hours_to_win"), strict=True)
    ] == [*("80", "44,10", "0,25")]
    assert "€ 27,50" in outcome(tried[2], "acquisition_cost")


@pytest.mark.parametrize(("end", "ideas"), [(512, 2), (120, 3)])
def test_no_more_than_everyone_can_stay(tmp_path: Path, end: int, ideas: int) -> None:
    salon = filled(tmp_path, changes={"customers_end": Answer(value=Decimal(end))})

    page = salon.visitor.open(f"{salon.here}wat-als")

    assert len(links(next(one for one in page.iter(f"{X}nav") if one.get("class") == "ideas"))) == ideas


def test_the_years_are_drawn_before_and_after_with_a_table(salon: Filled) -> None:
    years = find_id(calculated(salon, retention="80"), "jaren")

    rows = [[text_of(cell) for cell in row] for row in years.iter(f"{X}tr")]
    assert rows[0][1:] == ["Nu", "Stel dat"]
    assert [row[1:] for row in (rows[1], rows[-1])] == [["−€ 35,00", "−€ 35,00"], ["€ 336,42", "€ 369,80"]]
    assert "op € 370" in text_of(years)


def test_without_a_change_one_balance_is_drawn_and_without_figures_none(salon: Filled, tmp_path: Path) -> None:
    nobody = filled(tmp_path, blank=True)

    years = find_id(salon.visitor.open(f"{salon.here}wat-als"), "jaren")

    assert [text_of(cell) for cell in next(years.iter(f"{X}tr"))][1:] == ["Nu"]
    assert "jaren" not in {one.get("id") for one in nobody.visitor.open(f"{nobody.here}wat-als").iter()}


def test_who_buys_once_is_not_asked_who_stays(tmp_path: Path) -> None:
    kitchens = filled(tmp_path, "keukens")
    page = kitchens.visitor.open(f"{kitchens.here}wat-als")

    assert "first_order" in numbers(page)
    assert not {"retention", "orders_per_year", "order_value"} & numbers(page).keys()


def test_english_is_complete(tmp_path: Path) -> None:
    salon = filled(tmp_path, language="en")

    page = calculated(salon, retention="80", order_value="45")

    assert page.get("lang") == "en"
    assert "What if" in outcome(page, "clv5")
    assert "becomes" in outcome(page, "kort")


@pytest.mark.parametrize("typed", ["<b>80</b>", '"><script>', "1e999", "sNaN", "\x00\x07", "٨٠", "9" * 400])
def test_hostile_numbers_are_escaped(salon: Filled, typed: str) -> None:
    page = calculated(salon, retention=typed)

    assert not list(find_id(page, "proef").iter(f"{X}script"))
    assert not list(find_id(page, "proef").iter(f"{X}b"))


def test_a_questionnaire_without_these_figures_has_a_page_too(visitor: Visitor) -> None:
    page = visitor.open(f"{visitor.here}wat-als")

    assert find_id(page, "hour_cost").get("value") == ""


def test_a_retention_that_is_shown_rounded_is_not_taken_for_a_change(tmp_path: Path) -> None:
    """One of three stays: the field shows 33,33 and leaves the sum alone."""
    counts: Mapping[str, Answer | None] = {
        code: Answer(value=Decimal(count)) for code, count in (("customers_start", 300), ("customers_end", 220))
    }
    salon = filled(tmp_path, changes=counts)
    page = salon.visitor.open(f"{salon.here}wat-als")

    assert numbers(page)["retention"] == "33,33"
    assert "nog niets veranderd" in outcome(calculated(salon, retention="33,33"), "kort")


def test_the_name_of_the_client_is_escaped(tmp_path: Path) -> None:
    salon = filled(tmp_path)
    named = salon.shop.intake.keep(replace(salon.response, client="<i>Knip</i>"))
    salon.visitor.client.set_cookie(f"dossier_{named.dossier.id}", named.token)

    page = salon.visitor.open(f"/d/{named.dossier.id}/wat-als")

    assert "<i>Knip</i>" in text_of(page)


def test_a_number_that_cannot_be_read_answers_as_a_mistake(salon: Filled) -> None:
    answer = salon.visitor.client.get(f"{salon.here}wat-als", query_string={"retention": "tachtig"})

    assert answer.status_code == 422


def test_the_language_switch_takes_the_typed_numbers_along(tmp_path: Path) -> None:
    client = filled(tmp_path)
    page = client.visitor.open(f"{client.here}wat-als")
    button = next(one for one in page.iter(f"{X}button") if one.get("lang") == "en")
    typed = {**numbers(page).to_dict(), "retention": "85", "hours_to_win": "0,75", "margin": "veel", "kosten": "mee"}

    assert (button.get("form"), button.get("formmethod")) == ("proef", "post")
    sent = {**typed, button.get("name", ""): button.get("value", "")}
    answer = client.visitor.client.post(button.get("formaction", ""), data=sent)
    english = parse(client.visitor.client.get(answer.headers["Location"]))

    assert answer.status_code == 303
    assert english.get("lang") == "en"
    assert numbers(english).to_dict() == {
        **typed,
        "hours_to_win": "0.75",
        "hour_cost": "30",
        "acquisition_spend": "2,400",
    }


def test_enter_in_a_field_calculates_and_does_not_change_the_language(salon: Filled) -> None:
    page = salon.visitor.open(f"{salon.here}wat-als")

    first = next(one for one in page.iter(f"{X}button") if one.get("form") == "proef")

    assert (first.get("formaction"), first.get("lang")) == (None, None)
