"""The chapters on a full session: there with answers, gone without, and nothing but what was answered or found."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from tests.report.builders import TEMPLATE, material, report
from tests.report.session import PERSONA, session, session_report
from tests.report.test_hostile import HOSTILE
from tests.report.word_reader import find, part, text
from workshop.domain.finding import FindingStatus
from workshop.language.text import clean_text
from workshop.report.chapters.after_purchase import after_purchase
from workshop.report.chapters.annex_answers import all_answers
from workshop.report.chapters.channels import channels
from workshop.report.chapters.closing import closing
from workshop.report.chapters.customers import customers, main_group
from workshop.report.chapters.do_dont import do_dont
from workshop.report.chapters.funnel import STRAIGHT, funnel
from workshop.report.chapters.gaps import gaps
from workshop.report.chapters.journey_map import map_tables
from workshop.report.chapters.measuring import measuring_plan
from workshop.report.chapters.moves import moves
from workshop.report.chapters.rules_annex import rules_annex
from workshop.report.chapters.scope import scope
from workshop.report.chapters.words import messages
from workshop.report.document import Block, BulletList, Document, Heading, Table
from workshop.report.html import to_html
from workshop.report.material import MOST_TOLD, Material
from workshop.report.outline import chapter_names, outline
from workshop.report.plain import to_markdown
from workshop.report.word.writer import to_docx

NBSP = "\u00a0"
Chapter = Callable[[Material], tuple[Block, ...]]
ALL: tuple[Chapter, ...] = (
    *(customers, messages, channels, after_purchase, measuring_plan, closing),
    *(do_dont, rules_annex, scope, map_tables),
)
MODELS = ("four-phase", "five-phase", "aida-plus", "bonsing-mann", "gilev")


def printed(*blocks: Block) -> str:
    """Blocks as Markdown with plain blanks."""
    whole = report("none")
    made = Document(whole.title, "nl", "", "", whole.made_on, "", whole.labels, blocks)
    return to_markdown(made).replace(NBSP, " ")


def said(chapter: Chapter, **changes: object) -> str:
    """What a chapter prints of a full session, with other answers."""
    return printed(*chapter(session(changes)))


def headings(blocks: tuple[Block, ...]) -> list[str]:
    """The ids of the headings."""
    return [block.id for block in blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("chapter", ALL, ids=lambda one: one.__name__)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_chapter_is_there_with_answers_and_gone_without(chapter: Chapter, language: str) -> None:
    assert chapter(session(None, language))
    assert chapter(material("none", language)) == ()


@pytest.mark.parametrize("chapter", ALL, ids=lambda one: one.__name__)
def test_each_chapter_has_a_stable_name(chapter: Chapter) -> None:
    assert chapter.__name__ in chapter_names()


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_model_makes_a_sound_report(model: str, language: str) -> None:
    made = session_report(language, model)

    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert all(table.rows for table in tables)
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)
    ids = [block.id for block in made.blocks if isinstance(block, Heading)]
    assert len(ids) == len(set(ids))
    links = {link.split(")")[0] for link in to_markdown(made).split("](#")[1:]}
    assert links <= set(ids)


def test_a_customer_group_shows_dots_and_words_and_names_what_is_missing() -> None:
    shown = said(customers)

    assert "●●○ van klanten gehoord, ●●● gemeten of geteld" in shown
    assert "| Verlangen | Er elke dag verzorgd uitzien ●●○ | – |" in shown
    assert "| Angst of zorg | Dat niemand luistert ●●● | – |" in shown
    assert "| Nog niet bekend | wens, behoefte, hobby’s en interesses en wat hem tegenhoudt |" in shown
    assert "| Deel van je omzet | 60 % | – |" in shown


def test_roles_without_an_explanation_of_their_own_are_named() -> None:
    shown = said(customers)

    assert "| Praten mee over de koop | wie het gebruikt, wie betaalt en de directie |" in shown
    assert "| Nog zonder eigen uitleg | wie betaalt en de directie |" in shown
    assert "| Van eerste contact tot ja | 6 weken |" in shown


def test_consumers_are_not_asked_who_decides() -> None:
    shown = said(customers, market="b2c")

    assert "Praten mee" not in shown
    assert "| Droom | Samen netjes op de foto ●○○ |" in shown


def test_the_main_group_has_the_largest_share_of_revenue() -> None:
    groups = [{**PERSONA, "name": "Klein", "revenue_share": 20}, {**PERSONA, "name": "Groot", "revenue_share": 70}]

    found = main_group(session({"personas": groups}))

    name = found.get("name") if found else None
    assert name is not None
    assert name.value == "Groot"


def test_a_message_stands_beside_what_the_main_group_feels() -> None:
    shown = said(messages)

    assert "| Bewustwording | Mooi de deur uit | **Verlangen:** Er elke dag verzorgd uitzien (Drukke ouders) |" in shown
    assert "4 van de 5 snapt het in vijf tellen<br>De volgende stap staat erbij" in shown
    assert "| Aankoop | Boek je afspraak | niets uit je klantbeeld | Aangepast: nog nooit |" in shown
    assert "Nog geen boodschap in: Overweging, Behoud en Aanbeveling." in shown


def test_the_three_lines_say_where_they_can_be_seen() -> None:
    shown = said(messages)

    assert "**Waar je voor staat:** Eerlijk advies" in shown
    assert "Dit zie je terug op: Google Bedrijfsprofiel of Maps. Nog niet op: Folder of flyer." in shown


def test_the_highest_rung_of_the_ladder_is_in_the_clients_own_words() -> None:
    assert "Dit blijft bij jouw klant: **Elke dag zonder moeite goed haar**." in said(messages)
    assert "blijvende verandering" not in said(messages, lasting_change=None)


def test_the_heat_map_says_use_and_fit_in_words() -> None:
    shown = said(channels)

    assert "| Folder of flyer | zwaar<br>past redelijk | open | gewoon<br>past matig | open | open |" in shown
    assert "Je gebruikt 1 kanaal online en 1 kanaal offline." in shown


def test_costs_per_counted_customer_need_ten_counted_customers() -> None:
    ten = said(channels)
    nine = said(channels, last_ten={"value": {"google_profile": 4, "word_of_mouth": 5}, "evidence": 3})

    assert "| Google Bedrijfsprofiel of Maps | – | € 20 + 2 uur | 4 van de 10 | € 5 + 0,5 uur |" in ten
    assert "| Folder of flyer | Opvallen | € 60 + 4 uur | 0 van de 10 | – |" in ten
    assert "| Mond-tot-mond | – | – | 6 van de 10 | – |" in ten
    assert "| Google Bedrijfsprofiel of Maps | – | € 20 + 2 uur | 4 van de 9 |" in nine
    assert "Per getelde klant" not in nine


def test_the_customers_own_channels_say_where_you_are_not() -> None:
    absent = "Reviews op Google of een reviewsite ●●○<br>Daar ben je nog niet |"
    used = {"reviews": {"awareness": 1}}

    assert absent in said(customers)
    assert "Daar ben je nog niet" not in said(customers, channel_use=used)


def test_the_funnel_counts_and_gives_a_percentage_only_of_twenty_or_more() -> None:
    shown = said(channels, sales_forms=["advice"])

    assert "| Bezoekers | 600 | 588 van de 600 per maand (98 %) |" in shown
    assert "| Aanvragen | 12 | 84 van de 144 per jaar |" in shown
    assert "| Offertes | 5 | 36 van de 60 per jaar (60 %) |" in shown
    assert "| Opdrachten | 2 | – |" in shown


@pytest.mark.parametrize("form", sorted(STRAIGHT))
def test_nobody_stops_between_a_visit_and_a_purchase_that_needs_no_request(form: str) -> None:
    shown = said(channels, sales_forms=[form])

    assert "| Bezoekers | 600 | – |" in shown
    assert "niet elke bezoeker eerst iets te vragen" in shown


def test_a_funnel_has_only_the_steps_that_are_known() -> None:
    made = session({"requests_per_month": None, "visitors_per_month": {"status": "unknown"}})

    shown = printed(*funnel(made))
    assert "Bezoekers" not in shown
    assert "Aanvragen" not in shown
    assert "| Offertes | 5 |" in shown
    assert funnel(session({"requests_per_month": None, "visitors_per_month": None, "quotes_won": None})) == ()


def test_more_requests_than_visitors_is_no_drop_off() -> None:
    assert "| Bezoekers | 10 | – |" in said(channels, visitors_per_month=10)


def test_stop_and_start_lines_come_from_findings_and_lead_to_them() -> None:
    made = session()
    fired = {gap.anchor for gap in made.detailed} | {"gaps-others"}

    shown = printed(*moves(made))
    links = {link.split(")")[0] for link in shown.split("](#")[1:]}
    assert "**Stop of verplaats:** Folder of flyer." in shown
    assert "**Start:** Reviews op Google of een reviewsite in Bewustwording." in shown
    assert links
    assert links <= fired


def test_without_findings_there_is_no_stop_or_start() -> None:
    assert moves(material("none")) == ()


def test_what_was_promised_stands_beside_its_limit() -> None:
    shown = said(after_purchase)

    assert "| Levertijd in het echt | 3 dagen | niet langer dan beloofd: 2 dagen |" in shown
    assert "| Op tijd geleverd | 85 % | minstens 90 % |" in shown
    assert "| Antwoord op een klacht na | 30 uur | hooguit 24 werkuren |" in shown
    assert (
        "| Langste stilte | 120 dagen | hooguit 90 dagen: 1,5 keer je gewone tijd tussen twee aankopen (60 dagen) |"
        in shown
    )


def test_a_limit_in_the_report_is_explained_in_the_annex() -> None:
    shown = printed(*rules_annex(session()))

    assert "| Te lange stilte | 1,5 |" in shown
    assert "| Op tijd geleverd | 90 % |" in shown


def test_a_tip_stands_with_its_phase_and_what_the_model_leaves_out_is_named() -> None:
    made = session(None, "nl", "bonsing-mann")
    model = made.assessment.model

    shown = printed(*do_dont(made))
    assert all(tip.split(":")[0] in shown for phase in model.phases for tip in phase.do)
    assert "Niet in dit model: aanbevelen." in shown
    assert "Niet in dit model" not in said(do_dont)


def test_a_measuring_plan_has_one_row_per_phase_with_a_number() -> None:
    shown = said(measuring_plan)

    assert "| Bewustwording | Nieuwe bellers | 6 per week | 1 november 2026 | Lijstje bij de telefoon |" in shown
    assert "Nog geen getal gekozen voor: Overweging, Aankoop, Behoud en Aanbeveling." in shown


def test_eight_gaps_are_told_in_full_and_the_others_say_what_to_do_first() -> None:
    made = session()
    blocks = gaps(made)
    told = [block.id for block in blocks if isinstance(block, Heading) and block.level == 2]
    (others,) = (block for block in blocks if isinstance(block, BulletList))
    briefly = {item.spans[0].text.rstrip(". ") for item in others.items}

    assert len(made.fired) > MOST_TOLD
    assert told == [*(gap.anchor for gap in made.detailed), "gaps-others"]
    assert len(made.detailed) == MOST_TOLD
    assert {gap.key for gap in made.top} <= {gap.key for gap in made.detailed}
    for gap in made.fired:
        assert (gap.title.rstrip(".") in briefly) is (gap.link == "gaps-others")


def test_a_gap_under_a_greater_one_stands_in_the_annex_once() -> None:
    made = material("kapsalon")
    shown = printed(*rules_annex(made))

    covered = {gap.key: gap for gap in made.with_status(FindingStatus.ABSORBED)}
    assert covered
    assert all(shown.count(f"- {gap.finding.id} {gap.title}: valt onder") == 1 for gap in covered.values())


def test_the_last_chapter_says_when_to_look_again_and_who_made_the_report() -> None:
    assert "Je koos 8 maart 2027 om opnieuw te kijken." in said(closing)
    assert "Vul op 20 februari 2027 dezelfde vragen" in said(closing, review_on=None)
    assert "gemaakt door" not in said(closing)
    assert "Dit rapport is gemaakt door Els." in printed(*closing(replace(session(), author="Els")))


def test_the_scope_box_holds_only_what_is_known() -> None:
    shown = said(scope)

    assert "**Doel voor twaalf maanden:** 80 % van je klanten behouden en € 112.000 omzet" in shown
    assert "**Bron van de cijfers:** de kassa en mijn eigen schatting" in shown
    assert "**Zelf de reis gemaakt:** op 14 maart 2026" in shown
    assert "Zelf de reis" not in said(scope, walked=False, walked_on=None)
    assert scope(material("quick")) == ()


def test_the_goal_in_own_words_leads_the_advice() -> None:
    shown = to_markdown(outline(session({"goal": "other", "goal_other": "Wie komt er op dinsdag?"})))

    assert "Jouw doel: Wie komt er op dinsdag?\n" in shown


def test_the_annex_refers_to_the_chapter_that_prints_an_answer_in_full() -> None:
    annex = printed(*all_answers(session()))

    assert "| Wat laat je in elke fase zien of lezen? | zie [Wat je vertelt](#messages) |" in annex
    assert "| Welke klantgroepen heb je? | zie [Jouw klant](#customers) |" in annex
    assert "1 contactmoment, zie [De kaart als tabel](#map-tables)" in annex
    assert "Bellen" not in annex
    assert "Er elke dag verzorgd uitzien" not in annex


def test_what_says_the_same_in_several_phases_stands_there_once() -> None:
    shown = printed(*measuring_plan(session(None, "nl", "bonsing-mann")))

    assert shown.count("Nieuwe bellers") == 1


def test_shares_of_attention_are_percentages() -> None:
    annex = printed(*all_answers(session()))

    assert "Bewustwording 15 %" in annex
    assert "Samen: 100 %" in annex


@pytest.mark.parametrize(
    "code",
    ["brand_who", "lasting_change", "competitors", "lost_reasons", "leave_reasons", "planned_tools", "participants"],
)
def test_words_of_the_client_vanish_with_his_answer(code: str) -> None:
    typed = "Vlinderslag in de regen"
    value: object = {"value": typed, "evidence": 1} if code.endswith("reasons") else typed

    assert typed in to_markdown(outline(session({code: value})))
    assert typed not in to_markdown(outline(session({code: None})))


@pytest.mark.parametrize("typed", HOSTILE[:6], ids=range(6))
def test_hostile_words_stand_in_every_writer_as_typed(typed: str) -> None:
    persona = {**PERSONA, "name": typed, "dream": {"value": typed, "evidence": 1}, "search_behaviour": typed}
    checks = {"awareness": {"kpi": typed, "kpi_source": typed, "information_need": typed}}
    texts = {"awareness": {"message": typed, "need": "desires"}}
    changes = dict.fromkeys(("brand_who", "lasting_change", "competitors", "planned_tools", "participants"), typed)
    made = outline(session({**changes, "personas": [persona], "phase_checks": checks, "messages": texts}))

    words = "\n".join(text(one) for one in find(part(to_docx(made, TEMPLATE)), "//w:p"))
    tree = etree.fromstring(to_html(made).replace("<br>", "\n"))
    kept = clean_text(typed)
    assert words.count(kept) > 6
    assert "".join(str(piece) for piece in tree.itertext()).count(kept) > 6
    assert to_markdown(made)
