"""Full sessions in which only what a rule needs was answered, and what that rule then says.

`DAY` is the day of judging. The answers are plain, as in an answers file; whatever is not named was left open.
"""

import json
from collections.abc import Mapping
from typing import Final

from tests.klantreis import bundle
from workshop.content import answers_file
from workshop.domain.assessment import Assessment, assess
from workshop.domain.finding import Finding, FindingStatus
from workshop.domain.response import Response

Plain = Mapping[str, object]
DAY: Final = "2026-11-22"
UNKNOWN: Final = {"status": "unknown"}
DROPPED: Final = {"status": "not_applicable"}
PHASES: Final = ("awareness", "consideration", "purchase", "retention", "advocacy")
KNOWN_CUSTOMER: Final = {"personas": [{"name": "Ouders", "wishes": {"value": "Een vrije zaterdag", "evidence": 3}}]}
"""A customer group of which something is known, so that "no customer picture" covers nothing."""


def session(**answers: object) -> Response:
    """Read a session with these answers; `model`, `length` and `on` say how it is read, as in an answers file.

    A mistake in the answers fails the test.
    """
    frame = {"model": "five-phase", "length": "full", "on": DAY}
    said = {code: answer for code, answer in answers.items() if code not in frame}
    frame |= {key: str(value) for key, value in answers.items() if key in frame}
    text = json.dumps({"questionnaire": "klantreis", **frame, "answers": said})
    found = answers_file.read(text, lambda _, language: bundle(language))
    assert isinstance(found, Response), found
    return found


def judged(**answers: object) -> Assessment:
    """Assess a session with these answers."""
    return assess(bundle().questionnaire, bundle().rules, session(**answers))


def findings(rule: str, **answers: object) -> list[Finding]:
    """What a rule found: several findings for a rule that walks over phases."""
    return [one for one in judged(**answers).findings if one.id == rule]


def fires(rule: str, **answers: object) -> bool:
    """Tell whether a rule finds its gap."""
    return FindingStatus.FIRED in {one.status for one in findings(rule, **answers)}


def silent(rule: str, **answers: object) -> bool:
    """Tell whether a rule has nothing to say: its gap is not there, or it does not apply."""
    return findings(rule, **answers) == []


def waits_for(rule: str, **answers: object) -> set[str]:
    """The answers for which a rule waits ("nog te toetsen"); none when it does not wait."""
    found = findings(rule, **answers)
    return {code for one in found if one.status is FindingStatus.TO_CHECK for code in one.evidence}


def severity(rule: str, **answers: object) -> int:
    """How grave the gap is that a rule finds; it must have fired."""
    (found,) = findings(rule, **answers)
    assert found.status is FindingStatus.FIRED
    return found.severity


def covered_by(rule: str, **answers: object) -> str:
    """The graver rule that covers every gap of this one; "" when it stands on its own."""
    (found,) = {one.absorbed_by for one in findings(rule, **answers) if one.status is not FindingStatus.TO_CHECK}
    return found


def put_off_by(rule: str, **answers: object) -> str:
    """The rule on unknown figures that turns this one into "nog te toetsen"; "" when none does."""
    (found,) = (one for one in findings(rule, **answers) if one.status is FindingStatus.TO_CHECK)
    return found.absorbed_by


def praises(strength: str, **answers: object) -> bool:
    """Tell whether a strong point is named."""
    return strength in {one.id for one in judged(**answers).strengths}


def five(*parts: object) -> dict[str, object]:
    """Give each of the five phases its part, in order: awareness, consideration, purchase, retention, advocacy."""
    return dict(zip(PHASES, parts, strict=True))


def use(**levels: tuple[int, ...]) -> Plain:
    """How heavily each channel is used, 0–3 in each of the five phases."""
    return {"channel_use": {channel: five(*row) for channel, row in levels.items()}}


def moment(block: str = "b1", **said: object) -> Plain:
    """A contact moment in a building block, with what was said of it."""
    return {"block": block, **said}


def mapped(*moments: Plain, **of_map: object) -> Plain:
    """One map of how it goes now, with these contact moments: t1, t2, …"""
    points = [{"code": f"t{n}", "map": "m1", "name": f"Moment {n}", **one} for n, one in enumerate(moments, start=1)]
    return {"maps": [{"code": "m1", "name": "Nu", "kind": "existing", **of_map}], "touchpoints": points}


def person(*levels: int | None, **said: object) -> Plain:
    """A customer group with as many aspects filled in as there are evidence levels."""
    aspects = ("desires", "fears", "wishes", "needs", "interests", "barriers")
    filled = {
        aspect: "tekst" if level is None else {"value": "tekst", "evidence": level}
        for aspect, level in zip(aspects, levels, strict=False)
    }
    return {"personas": [{"name": "Ouders", **filled, **said}]}


def worth(clv5: float, cost: float) -> Plain:
    """Figures by which a customer is worth `clv5` in five years (and at once) and costs `cost` to win."""
    figures = {"first_order": clv5, "margin": 100, "acquisition_spend": cost, "customers_new": 1, "hours_to_win": 0}
    return {"purchase_rhythm": "once", **figures}
