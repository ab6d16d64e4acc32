"""Wat een klant kost en oplevert: what the chapter says for one business and another."""

from collections.abc import Mapping

import pytest

from tests.klantreis import HAIRDRESSER
from tests.report.builders import MADE_ON, words
from tests.sums import ADVISER, HIGH_END, KITCHENS, UNKNOWN, questionnaire, response, survival
from workshop.domain.assessment import assess
from workshop.domain.finding import Rules
from workshop.report.chapters.customer_value import falling_churn
from workshop.report.chapters.economics import LEADING, economics, unprinted
from workshop.report.document import Block, BulletList, Calculations, Heading, Paragraph, ParagraphStyle, Table
from workshop.report.material import Material

ALL_CODES = (*HAIRDRESSER, "repeat_rate", "hours_care", "purchase_rhythm", "business_age", "survival")
MORE_CODES = ("largest_customer_share", "season_month", "contract_months", "notice_months")


def material(base: Mapping[str, object] = HAIRDRESSER, /, *, language: str = "nl", **changes: object) -> Material:
    asked = questionnaire(codes=(*ALL_CODES, *MORE_CODES))
    found = assess(asked, Rules(()), response(base, **changes))
    return Material(found, asked, Rules(()), words(language), "Jansen", MADE_ON, strict=True)


def chapter(base: Mapping[str, object] = HAIRDRESSER, /, **changes: object) -> tuple[Block, ...]:
    return economics(material({**base, **changes}))


def headings(blocks: tuple[Block, ...]) -> list[str]:
    return [one.id.removeprefix("economics-") for one in blocks if isinstance(one, Heading)]


def is_label(block: Block) -> bool:
    """Tell whether a block is a small heading."""
    return isinstance(block, Paragraph) and block.style is ParagraphStyle.LABEL


def under(blocks: tuple[Block, ...], id_: str) -> tuple[Block, ...]:
    """The blocks under a heading, or under a small heading such as "cautions"."""
    cautions = words("en")("report.customer_value.cautions")
    labels = {"cautions": "Let op bij deze cijfers", "conditions": "Wat moet er waar zijn", "cautions en": cautions}
    label = labels.get(id_, "")
    start = next(
        n
        for n, one in enumerate(blocks)
        if (isinstance(one, Heading) and one.id == f"economics-{id_}") or (is_label(one) and said((one,)) == [label])
    )
    rest = blocks[start + 1 :]
    ends = (n for n, one in enumerate(rest) if isinstance(one, Heading | Calculations) or is_label(one))
    return rest[: next(ends, len(rest))]


def sums(blocks: tuple[Block, ...]) -> list[str]:
    """The lines of the figures to steer by."""
    return said(tuple(one for one in blocks if isinstance(one, Calculations)))


def said(blocks: tuple[Block, ...]) -> list[str]:
    """Paragraphs, list items and rows of tables as plain text."""
    lines: list[str] = []
    for one in blocks:
        match one:
            case Paragraph():
                lines.append("".join(span.text for span in one.spans))
            case BulletList():
                lines += ["".join(span.text for span in item.spans) for item in one.items]
            case Table():
                lines += [" | ".join("".join(span.text for span in cell.spans) for cell in row) for row in one.rows]
            case Calculations():
                lines += [" | ".join((item.name, item.value, *item.notes)) for item in one.items]
    return [line.replace("\u00a0", " ") for line in lines]


def test_the_value_of_five_years_leads() -> None:
    blocks = chapter()

    assert said(blocks[1:2]) == ["Een klant levert je in vijf jaar € 371 op. Een nieuwe klant kost je € 35."]
    assert any(line.startswith("Klantwaarde over vijf jaar (met eerste marge) | € 371,42") for line in sums(blocks))


def test_an_ordinary_business_sees_no_part_that_is_not_about_it() -> None:
    assert headings(chapter()) == ["economics", "years", "sensitivity"]
    assert not any("grootste klant" in line or "steeds minder" in line for line in said(chapter()))
    printed = {spec.name for spec in unprinted(material())}
    steps = {"order_margin", "first_margin", "revenue_per_year", "clv_excl", "clv_incl"}
    assert steps | {"care_cost", "margin_after_care"} <= printed
    assert printed.isdisjoint(LEADING)


def test_what_must_be_true_is_said_in_sentences() -> None:
    assert said(under(chapter(acquisition_spend=24_000), "conditions"))[:3] == [
        "Een nieuwe klant mag hooguit € 124 kosten. Dan levert elke euro werving er drie op. Nu kost hij € 215.",
        "Elk jaar moet minstens 39,1 % van je klanten blijven. "
        "Dan verdien je de kosten van een nieuwe klant net terug. Nu blijft 75 %.",
        "Geef je elke klant een uur per jaar extra? "
        "Dan moet 80,5 % blijven om er evenveel aan over te houden. Nu blijft 75 %.",
    ]


def test_a_first_year_that_pays_needs_nobody_to_stay() -> None:
    assert said(under(chapter(), "conditions"))[1] == (
        "De kosten van een nieuwe klant verdien je al in het eerste jaar terug. Ook als niemand blijft."
    )


def test_the_sensitivity_stands_beside_today() -> None:
    assert said(under(chapter(), "sensitivity"))[1:-1] == [
        "alles blijft zoals nu | € 371,42 | € 35,00 | € 10,61",
        "van elke 100 klanten blijven er 5 meer | € 404,80 (+€ 33,38) | € 35,00 | € 11,57 (+€ 0,95)",
        "van elke 100 klanten blijven er 5 minder | € 341,37 (−€ 30,04) | € 35,00 | € 9,75 (−€ 0,86)",
        "je prijs gaat 5 % omhoog, je kosten blijven gelijk | € 405,18 (+€ 33,77) | € 35,00 | € 11,58 (+€ 0,96)",
        "je prijs gaat 5 % omlaag, je kosten blijven gelijk | € 337,65 (−€ 33,77) | € 35,00 | € 9,65 (−€ 0,96)",
        "een nieuwe klant kost je 15 minuten minder | € 371,42 | € 27,50 (−€ 7,50) | € 13,51 (+€ 2,89)",
        "een nieuwe klant kost je 15 minuten meer | € 371,42 | € 42,50 (+€ 7,50) | € 8,74 (−€ 1,87)",
    ]


def test_the_sensitivity_has_only_the_columns_that_are_known() -> None:
    (table,) = (one for one in under(chapter(margin=UNKNOWN), "sensitivity") if isinstance(one, Table))

    assert [column.title for column in table.columns] == ["Stel dat", "Kosten per nieuwe klant"]


def test_falling_churn_stands_beside_constant_churn() -> None:
    changes: dict[str, object] = {"survival": survival(*HIGH_END)}

    assert said(falling_churn(material({**HAIRDRESSER, **changes})))[1:] == [
        *("1 | 75 | 85", "2 | 56 | 75", "3 | 42 | 67", "4 | 32 | 61", "5 | 24 | 56"),
        "Gerekend met het model van Fader en Hardie (2007), met alfa 0,668 en bèta 3,806.",
    ]
    assert any(line.startswith("Klantwaarde over vijf jaar, als") for line in sums(chapter({**HAIRDRESSER, **changes})))


def test_falling_churn_stands_alone_when_nobody_knows_who_stayed() -> None:
    made = material({**HAIRDRESSER, "survival": survival(*HIGH_END), "customers_start": None})

    assert said(falling_churn(made))[1] == "1 | 85"


def test_years_that_make_no_curve_are_said_to_be_wrong() -> None:
    unknown = said(under(chapter(survival=survival(80, 85)), "unknown"))

    assert any("De aantallen per jaar kloppen niet" in line for line in unknown)


def test_a_large_customer_is_warned_for_and_left_out() -> None:
    blocks = chapter(ADVISER, largest_customer_share=40)

    assert said(under(blocks, "cautions")) == [
        "Je grootste klant is goed voor 40 % van je omzet. Een gemiddelde zegt dan weinig. "
        "Daarom staat er ook een som zonder die klant."
    ]
    assert any(line.startswith("Marge per klant per jaar, zonder je grootste") for line in sums(blocks))


def test_season_and_contract_are_said_beside_the_figures() -> None:
    blocks = chapter(season_month="december", contract_months=12, notice_months=1)

    assert said(under(blocks, "cautions")) == [
        "Je verkoopt het meest in december. "
        "Tel daarom altijd twaalf hele maanden, anders kleurt het seizoen je cijfers.",
        "Je klanten zitten 12 maanden vast aan een contract. Opzeggen kan met een termijn van 1 maand. "
        "Wie vastzit, blijft niet altijd omdat hij tevreden is.",
    ]


@pytest.mark.parametrize(
    "changes", [{"season_month": "sometimes"}, {"contract_months": 0}, {"largest_customer_share": 30}]
)
def test_what_needs_no_warning_gets_none(changes: Mapping[str, object]) -> None:
    assert "Let op bij deze cijfers" not in said(chapter({**HAIRDRESSER, **changes}))


def test_who_sells_once_sees_one_purchase_and_no_figures_on_coming_back() -> None:
    blocks = chapter(KITCHENS)

    assert said(under(blocks, "cautions"))[0].startswith("Je klanten kopen meestal één keer.")
    assert [line.split(" | ")[0] for line in said(under(blocks, "sensitivity"))[1:]] == [
        "alles blijft zoals nu",
        *(f"je prijs gaat 5 % {way}, je kosten blijven gelijk" for way in ("omhoog", "omlaag")),
        *(f"een nieuwe klant kost je 15 minuten {way}" for way in ("minder", "meer")),
    ]
    reasons = [line for line in said(under(blocks, "unknown")) if "meestal één keer" in line]
    assert len(reasons) == 1
    assert "Klanten die blijven" in reasons[0]


def test_a_few_customers_are_counted_too() -> None:
    blocks = chapter(customers_start=8, customers_end=7, customers_new=2)

    retention = next(line for line in sums(blocks) if line.startswith("Klanten die blijven"))
    assert retention.startswith("Klanten die blijven | 63 %")
    assert "Dat zijn 5 van de 8 klanten. Met zo weinig klanten zegt een percentage weinig." in retention


def test_fewer_points_than_five_are_explained() -> None:
    line = next(one for one in sums(chapter(customers_end=512)) if one.startswith("Extra marge"))

    assert "Er vertrekken minder dan vijf van de honderd klanten." in line


def test_a_starter_gets_examples() -> None:
    blocks = chapter(customers_start=None, business_age="starting")

    assert "scenarios" in headings(blocks)
    assert any("Je had een jaar geleden nog geen klanten" in line for line in said(under(blocks, "unknown")))


def test_the_whole_chapter_is_there_in_english() -> None:
    base = {**ADVISER, "survival": survival(*HIGH_END), "largest_customer_share": 50, "season_month": "may"}

    blocks = economics(material(base, language="en"))

    assert "You sell most in May." in said(under(blocks, "cautions en"))[1]
    assert headings(blocks) == ["economics", "years", "sensitivity"]


def test_nothing_answered_makes_no_chapter() -> None:
    assert chapter({}) == ()
