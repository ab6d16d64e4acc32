"""Aandacht per fase: where time and money go, against what each phase deserves."""

from decimal import Decimal

from workshop.report.chapters.parts import cell, paragraph
from workshop.report.charts.chart import Chart, ChartKind, NumberForm, Role, Series
from workshop.report.document import Block, Callout, CalloutKind, Cell, Column, ColumnKind, Heading, Table, Tone
from workshop.report.material import Material

HALF = Decimal("0.5")
NEAR = Decimal("0.8")
FAR = Decimal("1.5")


def attention(material: Material) -> tuple[Block, ...]:
    """Shares per phase, the balance index and the forgotten phases; nothing when no share is known."""
    known = material.assessment.attention
    if not any(share is not None for share in (*known.hours.values(), *known.euros.values(), *known.shares.values())):
        return ()
    words = material.words
    return (
        Heading(1, words("report.attention.title"), "attention"),
        paragraph(_introduction(material)),
        *_chart(material),
        _table(material),
        *_balance(material),
        *_forgotten(material),
    )


def _introduction(material: Material) -> str:
    """What each phase deserves: as the client divided it, or an equal share, less what customers never do."""
    words, reading = material.words, material.assessment.reading
    if reading.response.known("target_shares"):
        return words("chapter.attention.own")
    said = words("report.attention.introduction")
    return f"{said} {words('chapter.attention.once')}" if reading.buys_once else said


def _chart(material: Material) -> tuple[Chart, ...]:
    """What each phase gets beside what it deserves; nothing while no share or no target is known."""
    words, known = material.words, material.assessment.attention
    phases = [one.id for one in material.assessment.model.phases]
    shares, targets = ([_hundredth(of.get(one)) for one in phases] for of in (known.shares, known.targets))
    if not _any(shares) or not _any(targets):
        return ()
    series = (
        Series(words("chart.attention.given"), tuple(shares)),
        Series(words("chart.attention.target"), tuple(targets), Role.OTHER),
    )
    names = tuple(material.voice.phase(one) for one in phases)
    caption = words("chart.attention.caption")
    return (Chart(ChartKind.COLUMNS, caption, _furthest(material), names, series, form=NumberForm.PERCENT),)


def _hundredth(share: Decimal | None) -> Decimal | None:
    return None if share is None else round(share * 100, 1)


def _furthest(material: Material) -> str:
    """The phase whose share is furthest from what it deserves."""
    words, voice, known = material.words, material.voice, material.assessment.attention
    pairs = [
        (abs(share - target), phase, share, target)
        for phase, share in known.shares.items()
        if share is not None and (target := known.targets.get(phase)) is not None
    ]
    off, phase, share, target = max(pairs, default=(Decimal(0), "", Decimal(0), Decimal(0)))
    if not off:
        return words("chart.attention.even")
    said = {"share": voice.percent(share, 0), "target": voice.percent(target, 0)}
    return words("chart.attention.conclusion", phase=voice.phase(phase), **said)


def _table(material: Material) -> Table:
    words, voice, known = material.words, material.voice, material.assessment.attention
    parts = [part for part in ("hours", "euros", "shares") if _any(getattr(known, part).values())]
    columns = [Column(words("report.column.phase"), width=3)]
    columns += [Column(words(f"report.attention.{part}"), ColumnKind.NUMBER, 2) for part in parts]
    columns += [Column(words("report.attention.target"), ColumnKind.NUMBER, 2)]
    columns += [Column(words("report.attention.verdict"), ColumnKind.WORDS, 3)]
    rows = []
    for phase in material.assessment.model.phases:
        shares = [getattr(known, part).get(phase.id) for part in parts]
        target = known.targets.get(phase.id)
        cells = [cell(_percent(material, share)) for share in (*shares, target)]
        rows.append((cell(voice.phase(phase.id)), *cells, _verdict(material, phase.id)))
    return Table(tuple(columns), tuple(rows), words("report.attention.caption"), words("report.attention.summary"))


def _any(shares: object) -> bool:
    return any(share is not None for share in shares)  # type: ignore[attr-defined]


def _percent(material: Material, share: Decimal | None) -> str:
    return material.words("report.unknown_value") if share is None else material.voice.percent(share, 0)


def _verdict(material: Material, phase: str) -> Cell:
    key, tone = judge(material, phase)
    return cell(material.words(f"report.attention.{key}"), tone)


def judge(material: Material, phase: str) -> tuple[str, Tone]:
    """Compare what a phase gets with what it deserves: forgotten below half, then less, about right, or more."""
    known = material.assessment.attention
    share, target = known.shares.get(phase), known.targets.get(phase)
    if share is None or not target:
        return "not_known", Tone.NONE
    if share < target * HALF:
        return "forgotten", Tone.FRAGILE
    if share < target * NEAR:
        return "less", Tone.BUILDING
    return ("more", Tone.BUILDING) if share > target * FAR else ("right", Tone.GOOD)


def _balance(material: Material) -> tuple[Block, ...]:
    balance = material.assessment.attention.balance
    if balance is None:
        return (paragraph(material.words("report.attention.no_balance")),)
    return (paragraph(material.words("report.attention.balance", balance=material.voice.number(balance, 0))),)


def _forgotten(material: Material) -> tuple[Block, ...]:
    words, voice = material.words, material.voice
    phases = [one.id for one in material.assessment.model.phases if judge(material, one.id)[0] == "forgotten"]
    if not phases:
        return ()
    names = words.join([voice.phase(phase) for phase in phases])
    said = paragraph(words.plural("report.attention.forgotten_phases", len(phases), phases=names))
    return (Callout(CalloutKind.ATTENTION, words("report.attention.forgotten_title"), (said,)),)
