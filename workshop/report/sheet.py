"""Finding what a consultant can change in a report: the gaps in order, and the texts before he touched them."""

from dataclasses import replace

from workshop.domain.hand import FOREWORD, OWN, Hand
from workshop.domain.hand_order import ranked, target_of
from workshop.domain.hand_plain import TITLE
from workshop.report.hand import passages, with_hand
from workshop.report.material import Gap, Material
from workshop.report.outline import outline
from workshop.report.room import GapLine, Original, Sheet


def sheet(material: Material, hand: Hand) -> Sheet:
    """Return what can be changed in a report; `material` is as the program makes it."""
    own = replace(hand, texts={}, findings=(), foreword="")
    before, now = with_hand(material, own), with_hand(material, hand)
    top = [gap.anchor for gap in now.top]
    found = [_gap(now, target_of(one)) for one in ranked(material.assessment, hand)]
    lines = tuple(_line(gap, place, top) for place, gap in enumerate(filter(None, found), start=1))
    titles = {gap.anchor: Original(f"{gap.anchor}{TITLE}", "", gap.original_title) for gap in before.fired}
    texts = (one for one in passages(outline(before)) if not one.id.startswith((OWN, FOREWORD)))
    return Sheet(lines, (*titles.values(), *texts))


def _gap(material: Material, target: str) -> Gap | None:
    return next((gap for gap in (*material.fired, *material.left_out) if gap.anchor == target), None)


def _line(gap: Gap, place: int, top: list[str]) -> GapLine:
    material, target = gap.material, gap.anchor
    phase = material.voice.phase(gap.finding.phase) if gap.finding.phase else ""
    priority = top.index(target) + 1 if target in top else 0
    hidden = material.hand.hidden.get(target)
    return GapLine(target, gap.finding.id, gap.title, phase, place, priority, hidden, gap.task)
