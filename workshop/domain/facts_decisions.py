"""Facts about decision moments: where the customer says yes or no (source 001)."""

from decimal import Decimal

from workshop.domain.facts_channels import of
from workshop.domain.facts_map import MAP, counted, lived_through, points_of
from workshop.domain.journey_map import Touchpoint
from workshop.domain.outcome import Missing, Outcome
from workshop.domain.reading import Reading


def _decisions(reading: Reading, *, lived: bool = False) -> tuple[Touchpoint, ...] | Outcome:
    missing = lived_through(reading) if lived else points_of(reading)
    if isinstance(missing, Outcome):
        return missing
    return tuple(one for one in reading.journey.touchpoints if one.is_decision and not (lived and one.to_design))


def decision_moments(reading: Reading) -> Outcome:
    """How many touchpoints are decision moments (source 001)."""
    found = _decisions(reading)
    return found if isinstance(found, Outcome) else counted(reading, found)


def is_open(point: Touchpoint, *, designing: bool = False) -> bool:
    """Tell whether a decision moment has no channel, nobody who owns it, or still has to be designed.

    While the whole journey is being designed, that last one says nothing.
    """
    return not point.channel or not point.owner or (point.to_design and not designing)


def decisions_open(reading: Reading) -> Outcome:
    """How many decision moments have no channel, no owner, or are still to be designed."""
    found = _decisions(reading)
    return (
        found
        if isinstance(found, Outcome)
        else counted(reading, (one for one in found if is_open(one, designing=reading.journey.designing)))
    )


def decisions_unmeasured(reading: Reading) -> Outcome:
    """How many decision moments are not measured."""
    found = _decisions(reading, lived=True)
    if isinstance(found, Outcome):
        return found
    return counted(reading, (one for one in found if one.measured(reading.on) is False))


def decisions_owned_share(reading: Reading) -> Outcome:
    """Share 0–1 of decision moments that have an owner; does not apply without decision moments."""
    found = _decisions(reading)
    if isinstance(found, Outcome):
        return found
    if not found:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({MAP}))
    return of(Decimal(sum(bool(one.owner) for one in found)) / len(found), MAP)


def drop_offs_known(reading: Reading) -> Outcome:
    """How many decision moments say which part of the people drops out there."""
    found = _decisions(reading, lived=True)
    if isinstance(found, Outcome):
        return found
    return counted(reading, (one for one in found if one.share("drop_off") is not None))
