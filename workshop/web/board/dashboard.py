"""The dashboard on top of the result: what to do first, the score, and each part of the journey as a panel."""

from dataclasses import dataclass

from workshop.report.material import Material
from workshop.web.board import customer, journey
from workshop.web.board.panel import Desk, Panel
from workshop.web.board.reasons import Chain, Closed, chains, closed, to_check
from workshop.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Number:
    """A figure to remember: the value large, what it is below it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything above the findings.

    `first` are the priorities, `others` the gaps after them, `unsure` those that miss an answer; `closed` is the gap
    that the last answer closed, if any. `missing` are the panels that cannot be drawn yet.
    """

    first: tuple[Chain, ...]
    others: tuple[Chain, ...]
    unsure: tuple[Chain, ...]
    closed: tuple[Closed, ...]
    numbers: tuple[Number, ...]
    panels: tuple[Panel, ...]
    missing: tuple[Panel, ...]
    nothing: str


def dashboard(visit: Visit, material: Material) -> Dashboard:
    """Make the dashboard of a dossier."""
    found, many = chains(visit, material), len(material.top)
    known = material.assessment.total.value is not None
    panels = _panels(Desk(visit, material))
    return Dashboard(
        found[:many],
        found[many:],
        to_check(visit, material),
        closed(material),
        _numbers(visit, material),
        tuple(one for one in panels if one.figures),
        tuple(one for one in panels if not one.figures),
        visit.words(f"web.dashboard.no_top_{'known' if known else 'unknown'}"),
    )


def _panels(desk: Desk) -> list[Panel]:
    found = (
        journey.phases(desk),
        journey.around(desk),
        journey.selftests(desk),
        customer.balance(desk),
        customer.years(desk),
        journey.attention(desk),
        journey.channels(desk),
        customer.experience(desk),
        customer.journey_map(desk),
    )
    return [one for one in found if one is not None]


def _numbers(visit: Visit, material: Material) -> tuple[Number, ...]:
    """The total score with what it means, and how sure it is; unknown says so."""
    words, voice, total = visit.words, material.voice, material.assessment.total
    label = words("web.dashboard.total")
    if total.value is not None:
        label = f"{label}: {voice.verdict(total)[0]}"
    value = voice.score(total) if total.value is not None else words("web.dashboard.not_known")
    return (Number(value, label), Number(voice.certainty(total), words("web.dashboard.certainty")))
