"""Kanalen en fasen: where each channel is used and fits, what it costs and brings, and what to change."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from workshop.domain.answer import Item
from workshop.domain.facts_words import side_share
from workshop.domain.questionnaire import Question
from workshop.report.chapters.funnel import buying
from workshop.report.chapters.moves import moves
from workshop.report.chapters.parts import cell, note, paragraph
from workshop.report.chapters.said import told
from workshop.report.document import Block, Cell, Column, ColumnKind, Heading, Table, Tone
from workshop.report.material import Material

_TONES: Final = {"strong": Tone.STRONG, "fair": Tone.GOOD, "weak": Tone.BUILDING, "none": Tone.FRAGILE}
FITS: Final = "strong"
_WORDS: Final = ("jobs", "owner")
_NUMBERS: Final = ("per_month", "new", "counted", "per_customer")
COUNTED: Final = "counted_for_channel"
ENOUGH: Final = Decimal(10)
"""From so many counted customers on we say what one channel brings, unless the rules set another number."""


def channels(material: Material) -> tuple[Block, ...]:
    """The heat map, what each channel does, costs and brings, the way to the purchase, and what to change."""
    parts = (
        *_balance(material),
        *(() if material.short else _heat_map(material)),
        *(() if material.short else _costs(material)),
        *buying(material),
        *moves(material),
    )
    if not parts:
        return ()
    return (Heading(1, material.words("chapter.channels.title"), "channels"), *parts)


def _heat_map(material: Material) -> tuple[Block, ...]:
    words, voice, reading = material.words, material.voice, material.assessment.reading
    matrix, phases = reading.matrix, material.assessment.model.phases
    used = [
        one for one in (matrix.levels if matrix else ()) if any(matrix and matrix.level(one, p.blocks) for p in phases)
    ]
    if matrix is None or not used:
        return ()
    rows = []
    for channel in used:
        cells = [_heat(material, matrix.level(channel, phase.blocks), reading.fit(channel, phase)) for phase in phases]
        rows.append((cell(voice.channel(channel)), *cells))
    columns = (
        Column(words("report.column.channel"), width=4),
        *(Column(phase.name, ColumnKind.WORDS, 3) for phase in phases),
    )
    idle = [voice.channel(one) for one in matrix.levels if one not in used]
    return (
        paragraph(words("chapter.channels.introduction")),
        Table(columns, tuple(rows), words("chapter.channels.heat.caption"), words("chapter.channels.heat.summary")),
        *((note(words("chapter.channels.heat.idle", channels=words.join(idle))),) if idle else ()),
    )


def _heat(material: Material, level: int | None, fit: str) -> Cell:
    """How heavily a channel is used here, and how it fits unless it fits well; a dash where it is not used."""
    words = material.words
    if level is None:
        return cell(words("report.level.unknown"))
    if level == 0:
        return cell("–")
    said = words(f"report.level.l{level}")
    return cell(said if fit == FITS else f"{said}\n{words(f'chapter.fit.{fit}')}", _TONES.get(fit, Tone.NONE))


def _balance(material: Material) -> tuple[Block, ...]:
    """Which side, online or offline, gets most of the use, and how many channels there are on each side."""
    words, reading = material.words, material.assessment.reading
    media = {one.id: one.medium for one in material.questionnaire.channels}
    count = {side: sum(media.get(one) == side for one in reading.channel_ids) for side in ("online", "offline", "both")}
    if not any(count.values()):
        return ()
    said = words.join([words.plural(f"chapter.channels.side.{side}", n) for side, n in count.items() if n])
    sentence = words("chapter.channels.side.count", sides=said)
    share, side = side_share(reading).value, _busiest(material, media)
    if isinstance(share, Decimal) and side:
        sentence += " " + words(f"chapter.channels.side.mostly_{side}", share=material.voice.percent(share, 0))
    return (paragraph(sentence),)


def _busiest(material: Material, media: Mapping[str, str]) -> str:
    """The side, online or offline, that is used most; "" when both are used as much."""
    matrix, phases = material.assessment.reading.matrix, material.assessment.model.phases
    used = {"online": 0, "offline": 0}
    for channel in matrix.levels if matrix else ():
        if matrix and media.get(channel) in used:
            used[media[channel]] += sum(matrix.level(channel, phase.blocks) or 0 for phase in phases)
    return "" if used["online"] == used["offline"] else max(used, key=used.__getitem__)


def _costs(material: Material) -> tuple[Block, ...]:
    """What a channel is for, what it costs a month and how many of the last customers came that way."""
    words, question = material.words, material.questionnaire.question("channels")
    items = material.assessment.reading.items("channels") or ()
    counts = material.assessment.reading.counts
    if question is None or not (items or (counts and counts.total)):
        return ()
    rows = [_cost(material, question, item) for item in items]
    known = {str(item.get("channel").value) for item in items if item.get("channel")}  # type: ignore[union-attr]
    rows += [
        _only_counted(material, one) for one, n in (counts.counts if counts else {}).items() if n and one not in known
    ]
    keys = (*_WORDS, *_NUMBERS)
    left_out = () if material.whole else ("owner",)
    shown = [at for at, key in enumerate(keys, 1) if key not in left_out and any(row[at] for row in rows)]
    if not shown:
        return ()
    columns = (
        Column(words("report.column.channel"), width=5),
        *(_column(material, keys[at - 1]) for at in shown),
    )
    cells = tuple((cell(row[0]), *(cell(row[at]) for at in shown)) for row in rows)
    title = Heading(2, words("chapter.channels.costs.title"), "channels-costs")
    caption, summary = words("chapter.channels.costs.caption"), words("chapter.channels.costs.summary")
    remark = (note(words("chapter.channels.costs.note")),) if len(keys) in shown else ()
    return (title, Table(columns, cells, caption, summary), *remark)


def _column(material: Material, key: str) -> Column:
    title = material.words(f"chapter.column.{key}")
    wide = 4 if key in ("jobs", "owner", "per_month") else 3
    return Column(title, ColumnKind.TEXT if key in _WORDS else ColumnKind.NUMBER, wide)


def _cost(material: Material, question: Question, item: Item) -> tuple[str, ...]:
    name, voice = item.get("channel"), material.voice
    channel = str(name.value) if name else ""
    eur, hours, new = (_number(item, code) for code in ("eur_per_month", "hours_per_month", "new_contacts_per_month"))
    return (
        voice.channel(channel),
        *(told(material, question, item, code) for code in _WORDS),
        _amounts(material, eur, hours),
        "" if new is None else voice.number(new),
        _counted(material, channel),
        _per_customer(material, channel, eur, hours),
    )


def _amounts(material: Material, eur: Decimal | None, hours: Decimal | None) -> str:
    """Money and hours, in one line where that is short."""
    parts = [] if eur is None else [material.voice.money(eur)]
    parts += [] if hours is None else [material.voice.quantity(hours, "hours")]
    return " + ".join(parts)


def _only_counted(material: Material, channel: str) -> tuple[str, ...]:
    return material.voice.channel(channel), "", "", "", "", _counted(material, channel), ""


def _counted(material: Material, channel: str) -> str:
    """How many of the counted customers came this way, as "4 van de 10"."""
    counts = material.assessment.reading.counts
    if counts is None or not counts.total:
        return ""
    return material.words("chapter.channels.costs.of", n=str(counts.counts.get(channel, 0)), whole=str(counts.total))


def _per_customer(material: Material, channel: str, eur: Decimal | None, hours: Decimal | None) -> str:
    """A month's cost for each counted customer; only where enough customers were counted and some came this way."""
    counts = material.assessment.reading.counts
    came = counts.counts.get(channel, 0) if counts else 0
    if counts is None or not came or counts.total < material.rules.values.get(COUNTED, ENOUGH):
        return ""
    return _amounts(material, None if eur is None else eur / came, None if hours is None else hours / came)


def _number(item: Item, code: str) -> Decimal | None:
    answer = item.get(code)
    return answer.value if answer is not None and isinstance(answer.value, Decimal) else None
