"""From "je" to "u": each pattern, all Dutch texts of the repository, and the list that a person has read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.formal_texts import GOLDEN, dutch_texts, golden
from tests.klantreis import FOLDER
from workshop import resources
from workshop.content import catalog
from workshop.language.formal import formal
from workshop.language.messages import Words
from workshop.language.tongue import Address, Language

QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
FAMILIAR = re.compile(r"\b(?:je|jij|jou|jouwe?|jezelf|jijzelf|jullie)\b", re.IGNORECASE)
WRONG = re.compile(
    r"u (?:ben|heb|kun|wil|zal|zul|heeft|u|eigen|aandacht|omzet|bedrijf|klantreis|klantbeeld|antwoord)"
    r"|(?:ben|heb|kun|wil|zul|krijg|vind|doe|zie|ga|sta|sla|kies|gat|stat|slat|welket|alst|hoet) u"
    r"|uw (?:bent|hebt|kunt|wilt|mag|gaat|staat|doet|ziet|krijgt|weet|u|uw|de|het|een|niet|al|om|te|ook)",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("familiar", "polite"),
    [
        ("Je bent er bijna.", "U bent er bijna."),
        ("Je hebt nog geen kanalen.", "U hebt nog geen kanalen."),
        ("Weet je het niet? Dan kun je het zoeken.", "Weet u het niet? Dan kunt u het zoeken."),
        ("Wat wil je weten?", "Wat wilt u weten?"),
        ("Hoe krijg je klanten?", "Hoe krijgt u klanten?"),
        ("Zo vind je, zie je en doe je het.", "Zo vindt u, ziet u en doet u het."),
        ("Daarna ga je verder en sta je sterk.", "Daarna gaat u verder en staat u sterk."),
        ("Zou je dat willen? Mag je dat? Moet je dat?", "Zou u dat willen? Mag u dat? Moet u dat?"),
        ("Waar keek je, en wat vond je?", "Waar keek u, en wat vond u?"),
        ("Ben je duurder? Heb je tijd?", "Bent u duurder? Hebt u tijd?"),
        ("Je kan het, als je wil.", "U kan het, als u wilt."),
    ],
)
def test_the_one_who_does_becomes_u_with_its_verb(familiar: str, polite: str) -> None:
    assert formal(familiar) == polite


@pytest.mark.parametrize(
    ("familiar", "polite"),
    [
        ("Je klanten komen terug.", "Uw klanten komen terug."),
        ("Vul je naam in.", "Vul uw naam in."),
        ("Pak je eigen agenda.", "Pak uw eigen agenda."),
        ("Jouw zaak en die van jou.", "Uw zaak en die van u."),
        ("Weet je klant dat? Wil je klant dat?", "Weet uw klant dat? Wil uw klant dat?"),
        ("Wat geef je je klant?", "Wat geeft u uw klant?"),
        ("Deel van je omzet", "Deel van uw omzet"),
        ("Je {n} prioriteiten", "Uw {n} prioriteiten"),
    ],
)
def test_what_is_owned_becomes_uw(familiar: str, polite: str) -> None:
    assert formal(familiar) == polite


@pytest.mark.parametrize(
    ("familiar", "polite"),
    [
        ("Wie iets van je koopt, denkt aan je.", "Wie iets van u koopt, denkt aan u."),
        ("Mensen die je nog niet kennen.", "Mensen die u nog niet kennen."),
        ("Een nieuwe klant kost je {cost}.", "Een nieuwe klant kost u {cost}."),
        ("Hij wil je helpen met jezelf.", "Hij wil u helpen met uzelf."),
        ("Tel jezelf mee.", "Tel uzelf mee."),
    ],
)
def test_the_one_who_undergoes_becomes_u(familiar: str, polite: str) -> None:
    assert formal(familiar) == polite


@pytest.mark.parametrize(
    ("familiar", "polite"),
    [
        ("Je voelt je thuis.", "U voelt zich thuis."),
        ("Je vraagt je af wat er gebeurt.", "U vraagt zich af wat er gebeurt."),
        ("Herinner je je de eerste klant nog?", "Herinnert u zich de eerste klant nog?"),
        ("Vraag je af wat hij wil.", "Vraag u af wat hij wil."),
        ("Stel je een klant voor.", "Stel u een klant voor."),
    ],
)
def test_who_does_something_to_himself_is_told_so_and_an_order_keeps_its_verb(familiar: str, polite: str) -> None:
    assert formal(familiar) == polite


@pytest.mark.parametrize(
    ("familiar", "polite"),
    [
        ("Als je klanten verliest, kijk je waarom.", "Als u klanten verliest, kijkt u waarom."),
        ("Als je klanten komen, kijk dan goed.", "Als uw klanten komen, kijk dan goed."),
        ("Dat kost je tijd, en je tijd is duur.", "Dat kost u tijd, en uw tijd is duur."),
        ("Als je prijs stijgt, zie je dat.", "Als uw prijs stijgt, ziet u dat."),
    ],
)
def test_the_verb_at_the_end_tells_whether_the_noun_is_owned(familiar: str, polite: str) -> None:
    assert formal(familiar) == polite


@pytest.mark.parametrize(
    ("asked", "polite"),
    [
        ("Verkoop je abonnementen?", "Verkoopt u abonnementen?"),
        ("Zo houd je tijd over.", "Zo houdt u tijd over."),
        ("Dan tel je trouwe klanten te laag.", "Dan telt u trouwe klanten te laag."),
        ("Borduur je zelf?", "Borduurt u zelf?"),
    ],
)
def test_a_verb_before_je_can_make_it_the_one_who_does_before_a_noun(asked: str, polite: str) -> None:
    assert formal(asked) == polite


@pytest.mark.parametrize(
    ("familiar", "polite"),
    [
        ("Wie zijn jullie?", "Wie bent u?"),
        ("Want jullie kennen elkaar.", "Want u kent elkaar."),
        ("Hij ziet jullie.", "Hij ziet u."),
        ("Dat is jullie reis.", "Dat is uw reis."),
    ],
)
def test_jullie_becomes_u_with_a_single_verb(familiar: str, polite: str) -> None:
    assert formal(familiar) == polite


@pytest.mark.parametrize(
    "kept",
    [
        "Kies een fase en vul de uren in.",
        'Een klant zegt: "ik ken je niet".',
        "Zie {je} en `je.md`.",
        "[Lees verder](https://voorbeeld.nl/je)",
        "Een jaar, een jas en een jeugd.",
        "",
    ],
)
def test_what_is_no_word_to_the_reader_stays(kept: str) -> None:
    assert formal(kept) == kept


@given(st.text())
def test_a_text_that_is_retold_once_is_not_changed_again(text: str) -> None:
    assert formal(formal(text)) == formal(text)


@given(st.lists(st.sampled_from(["je", "Je", "jij", "jou", "jullie", "klant", "kies", "{x}", '"', "?", "\n", "dat"])))
def test_no_familiar_word_is_left_outside_quotations(words: list[str]) -> None:
    assert not FAMILIAR.search(QUOTED.sub("", formal(" ".join(words))))


def test_no_dutch_text_of_the_repository_stays_familiar() -> None:
    told = [formal(text) for text in dutch_texts()]

    assert len(told) > 2000
    assert [text for text in told if FAMILIAR.search(QUOTED.sub("", text)) and "Bron 001" not in text] == []


def test_no_dutch_text_of_the_repository_gets_a_wrong_verb_or_a_wrong_owner() -> None:
    told = [formal(text) for text in dutch_texts()]

    assert [text for text in told if WRONG.search(text)] == []


def test_no_name_of_the_program_and_no_link_is_lost() -> None:
    kept = re.compile(r"\{[^{}]*\}|\]\([^()]*\)|`[^`]*`")

    assert [text for text in dutch_texts() if kept.findall(formal(text)) != kept.findall(text)] == []


def test_every_changed_sentence_stands_in_the_list_that_a_person_has_read() -> None:
    """A new sentence: run `python -m scripts.formal_texts`, read what changed in the file, and mend what is wrong."""
    assert GOLDEN.read_text(encoding="utf-8") == golden()


def test_english_has_one_form() -> None:
    english = Words.from_tables(Language.EN, resources.word_tables(Language.EN))

    assert english.addressed(Address.U) is english
    assert Words.from_tables(Language.NL, {"a": "Je kiest {x}."}).addressed(Address.U)("a", x="je") == "U kiest je."
    assert catalog.load(FOLDER, "en", Address.U) == catalog.load(FOLDER, "en")


def test_the_words_of_others_stay_as_they_were_said() -> None:
    familiar, polite = catalog.load(FOLDER, "nl"), catalog.load(FOLDER, "nl", Address.U)

    assert polite.questionnaire.selftests == familiar.questionnaire.selftests
    assert [one.quote for one in polite.rules.gaps] == [one.quote for one in familiar.rules.gaps]
    assert [one.example for one in polite.questionnaire.questions] == [
        one.example for one in familiar.questionnaire.questions
    ]
    assert polite.questionnaire.introduction.startswith("Uw klant maakt een reis.")
