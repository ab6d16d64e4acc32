"""Journey maps as tests make them: as many touchpoints as asked for, with something in every lane."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from tests import klantreis
from tests.report.builders import words
from workshop.domain.answer import Answer, Item, Value
from workshop.domain.finding import Finding, FindingStatus, RootCause
from workshop.domain.journey import Block, PhaseModel
from workshop.domain.journey_map import Journey, JourneyMap, read_journey
from workshop.domain.response import Response
from workshop.report.map.view import MapView

MODELS: Final = ("four-phase", "five-phase", "aida-plus", "bonsing-mann", "gilev")
NOBODY: Final = frozenset({"niemand"})
PERSONA: Final = "Drukke ouders"
_NAMES: Final = (
    "Ziet de gevel op weg naar school",
    "Hoort het van de buurvrouw",
    "Zoekt op de telefoon naar een kapper",
    "Leest de prijzen en de reviews",
    "Kiest een dag en een tijd",
    "Krijgt een bevestiging",
    "Wordt ontvangen in de salon",
    "Laat het haar van de kinderen knippen",
    "Rekent af",
    "Stelt een vraag over het product",
    "Krijgt een bericht dat het weer tijd is",
    "Vertelt het door op het schoolplein",
)
_BLOCKS: Final = ("b1", "b1", "b2", "b3", "b4", "b5", "b5", "b6", "b6", "b7", "b8", "b10")
_CHANNELS: Final = ("", "online", "offline", "both")
_WANTS: Final = (
    "Weten of er zaterdag nog plek is voor twee kinderen tegelijk, zonder te hoeven bellen",
    "Snel zien wat het kost",
    "Even rust",
    "",
)
_PAINS: Final = ("De telefoon is vaak in gesprek", "Het is niet duidelijk wat knippen en kleuren samen kost", "", "")
_EMOTIONS: Final = ("curious", "impatient", "reassured", "happy", "neutral")
_SCORES: Final = ((3, 2), (4, 4), (4, 2), (3, 5), (5, 3))


def items(*entries: Mapping[str, Value]) -> tuple[Item, ...]:
    """Entries of a group, only with what was answered."""
    return tuple(Item({code: Answer(value=value) for code, value in one.items() if value != ""}) for one in entries)


def a_map(code: str = "m1", kind: str = "existing", **more: str) -> dict[str, Value]:
    """The answers to a map."""
    said = {"code": code, "name": "Knippen in de salon", "personas": PERSONA, "kind": kind}
    said |= {"subject": "Knippen en kleuren", "start": "Het haar wordt te lang", "finish": "Vertelt het door"}
    return {**said, "duration": "Zes weken", **more}


def point(number: int, block: str, map_code: str = "m1", **more: Value) -> dict[str, Value]:
    """The answers to a touchpoint, different for each number."""
    expected, experienced = _SCORES[number % 5]
    measured = number % 3 == 0
    said: dict[str, Value] = {
        "code": f"t{number}",
        "map": map_code,
        "name": f"{_NAMES[number % len(_NAMES)]} ({number})",
        "block": block,
        "channel": channel(_CHANNELS[number % 4]),
        "want": _WANTS[number % 4],
        "expected_functional": expected,
        "experienced_functional": experienced,
        "expected_emotional": 6 - expected,
        "experienced_emotional": 6 - experienced,
        "emotion": _EMOTIONS[number % 5],
        "decision": number % 4 == 1,
        "decisive": "Een vrije plek op zaterdagochtend" if number % 4 == 1 else "",
        "drop_off": Decimal("0.3"),
        "pain": _PAINS[number % 4],
        "plus": "Je krijgt meteen een bevestiging" if number % 2 else "",
        "surprise": number % 6 == 2,
        "surprise_since": date(2026, 3, 1),
        "owner": ("Eigenaar", "De collega aan de balie", "niemand")[number % 3],
        "handoff_to": "De kapper" if number % 5 == 4 else "",
        "handoff_how": "met een notitie bij de afspraak" if number % 5 == 4 else "",
        "measured": measured,
        "measure": "Aantal afspraken per maand" if measured else "",
        "measured_value": "38" if measured else "",
        "measured_on": date(2026, 11, 1),
        "status": "to_design" if number % 7 == 6 else "existing",
        "basis": "heard",
        "duration": "5 minuten" if number % 3 == 1 else "",
        "ownership": "own",
        "initiator": "customer",
        "link": "Dan komt de klant met haast binnen",
        "idea": "De prijzen naast de knop zetten" if number % 3 == 2 else "",
    }
    return {**said, **more}


def channel(medium: str) -> str:
    """A channel of the catalogue with this medium."""
    return next((one.id for one in klantreis.bundle().questionnaire.channels if one.medium == medium), "")


def points(count: int) -> tuple[dict[str, Value], ...]:
    """So many touchpoints over all blocks; of more than eight, every sixth lies in the second cycle."""
    made = []
    for number in range(count):
        repeat = count > 8 and number % 6 == 5
        block = f"b{number % 9 + 1}" if repeat else _BLOCKS[number * len(_BLOCKS) // count]
        made.append(point(number, block, cycle="repeat" if repeat else "first"))
    return tuple(made)


def journey(count: int) -> Journey:
    """A journey of one map."""
    return read_journey(items(a_map()), items(*points(count)), NOBODY)


def journey_map(count: int) -> JourneyMap:
    """One map with so many touchpoints."""
    return journey(count).maps[0]


def model(name: str = "five-phase") -> PhaseModel:
    """A phase model."""
    found = klantreis.bundle().questionnaire.model(name)
    assert found is not None
    return found


def finding(rule: str, *codes: str, phase: str = "", status: FindingStatus = FindingStatus.FIRED) -> Finding:
    """A gap at touchpoints, or in a phase."""
    cause = RootCause.PURCHASE
    return Finding(rule, status, 2, 3, 6, cause, phase, (), "", touchpoints=codes)


def findings(name: str = "five-phase") -> tuple[Finding, ...]:
    """Gaps at some touchpoints, one in the last phase, and one that did not fire."""
    last = model(name).phases[-1].id
    return (
        finding("G17", "t1", "t3"),
        finding("G28", "t3"),
        finding("G36", "t3"),
        finding("G44", "t3"),
        finding("G22", phase=last),
        finding("G99", "t1", status=FindingStatus.TO_CHECK),
    )


def view(count: int, name: str = "five-phase", language: str = "nl") -> MapView:
    """A map with everything that its words need."""
    questionnaire = klantreis.bundle(language).questionnaire
    return MapView(journey_map(count), model(name), questionnaire, words(language), findings(name))


def response(count: int, name: str = "five-phase", *, design: bool = False) -> Response:
    """Answers with a map; with `design` also one of how it will be, for the same customers."""
    maps, entries = [a_map()], list(points(count))
    if design:
        maps.append(a_map("m2", "design", name="Straks"))
        entries += [point(90, "b3", "m2"), point(1, "b1", "m2", code="t91", experienced_functional=5)]
    kept = klantreis.response({"goal": "why_not_return"}, name)
    answers = {"maps": Answer(value=items(*maps)), "touchpoints": Answer(value=items(*entries))}
    return replace(kept, answers={**kept.answers, **answers})


BLOCKS: Final = tuple(Block)
