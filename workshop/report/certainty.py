"""Why a score is no more certain than it is: what this questionnaire does not ask, and which answers are missing."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from workshop.domain.scoring import Indicator
from workshop.report.material import Material

FED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "coverage": ("channel_use",),
    "fit": ("channel_use",),
    "attention": ("hours_per_phase", "eur_per_phase"),
    "ownership": ("channels",),
    "experience": ("touchpoints",),
    "message": ("messages",),
    "measuring": ("touchpoints",),
    "response_time": ("reply_hours",),
    "consistency": ("consistency",),
}
"""Which answers a part of a score is read from; some of them only a full session asks for."""


def not_asked(material: Material, parts: Iterable[Indicator]) -> tuple[str, ...]:
    """The ids of the parts that are unknown wherever they apply and that no question of this questionnaire feeds."""
    applying = [part for part in parts if part.applies]
    known = {part.id for part in applying if part.value is not None}
    return tuple(dict.fromkeys(part.id for part in applying if part.id not in known and not _fed(material, part.id)))


def never_asked(material: Material) -> tuple[str, ...]:
    """The ids of the indicators of the phases that this questionnaire does not ask for."""
    return not_asked(material, _indicators(material))


def most(material: Material) -> Decimal:
    """The highest certainty, 0–1, that the total score can reach with this questionnaire."""
    left_out = never_asked(material)
    shares = []
    for phase in material.assessment.phases:
        applying = [one for one in phase.indicators if one.applies]
        weight = sum((one.weight for one in applying), Decimal(0))
        asked = sum((one.weight for one in applying if one.id not in left_out), Decimal(0))
        shares.append(asked / weight if weight else Decimal(0))
    return sum(shares, Decimal(0)) / len(shares) if shares else Decimal(0)


def explained(material: Material) -> str:
    """Why the certainty is what it is, in a sentence or three; "" when everything is known."""
    words, voice = material.words, material.voice
    left_out, missing = never_asked(material), _missing(material)
    said = []
    if left_out:
        topics = voice.join(words(f"report.indicator.{one}") for one in left_out)
        said.append(words("report.certainty.not_asked", topics=topics, most=voice.percent(most(material), 0)))
    if missing:
        key = "report.certainty.below" if left_out else "report.certainty.missing"
        said.append(words(key, certainty=voice.certainty(material.assessment.total), topics=voice.join(missing)))
    return " ".join(said)


def _missing(material: Material) -> tuple[str, ...]:
    """The topics that are asked for but not known in every phase, each once."""
    left_out = never_asked(material)
    ids = [one.id for one in _indicators(material) if one.applies and one.value is None and one.id not in left_out]
    return tuple(dict.fromkeys(material.words(f"report.indicator.{id_}") for id_ in ids))


def _fed(material: Material, part: str) -> bool:
    return any(code in material.assessment.visible for code in FED_BY.get(part, (part,)))


def _indicators(material: Material) -> Iterator[Indicator]:
    for phase in material.assessment.phases:
        yield from phase.indicators
