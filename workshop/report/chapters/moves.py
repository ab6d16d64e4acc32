"""Stop, blijf, start: what the findings say about channels, in lines that lead to them; no judgement of its own."""

from collections.abc import Iterator
from typing import Final

from workshop.report.chapters.parts import bullets, paragraph
from workshop.report.chapters.said import said
from workshop.report.document import Block, Heading, Passage
from workshop.report.material import Gap, Material
from workshop.report.spans import Span, Spans, bold, text

STOP: Final = ("G41", "G15")
START: Final = ("G16", "G03", "G14")
LEANING: Final = "G30"
STAY: Final = ("S02", "S10", "S11")


def moves(material: Material) -> tuple[Block, ...]:
    """A box with a line per finding about channels; plans that have no phase yet stand below it."""
    lines = (*_stop(material), *_stay(material), *_start(material))
    plans = said(material, "planned_tools")
    if not (lines or plans):
        return ()
    words = material.words
    title = words("chapter.moves.title")
    box = (bullets(lines),) if lines else ()
    said_ = (paragraph(words("chapter.moves.planned", plans=plans)),)
    planned = (Passage("channels-plans", title, said_),) if plans else ()
    return (Heading(2, title, "channels-moves"), *box, *planned) if lines else planned


def _found(material: Material, *ids: str) -> Iterator[Gap]:
    yield from (gap for id_ in ids for gap in material.fired if gap.finding.id == id_)


def _stop(material: Material) -> Iterator[Spans]:
    yield from (_line(material, "stop", _places(gap), gap) for gap in _found(material, *STOP))


def _stay(material: Material) -> Iterator[Spans]:
    for gap in _found(material, LEANING):
        yield _line(material, "stay", _named(gap, "top_channel"), None)
    for strong in material.strengths:
        if strong.point.id in STAY:
            yield _line(material, "stay", strong.title.rstrip("."), None)


def _start(material: Material) -> Iterator[Spans]:
    words = material.words
    for gap in _found(material, *START):
        key = "customer_channels" if gap.finding.id == "G16" else "strong_channels"
        channels, phase = _named(gap, key), material.voice.phase(gap.finding.phase)
        both = words("report.gaps.place", channel=channels, phase=phase) if channels and gap.finding.phase else ""
        yield _line(material, "start", both, gap)
    for gap in _found(material, LEANING):
        yield _line(material, "start", words("chapter.moves.second"), gap)


def _places(gap: Gap) -> str:
    """Where a gap was found: "Folder in Aankoop, LinkedIn in Overweging"."""
    voice = gap.material.voice
    said_ = []
    for channel, phase in gap.finding.foci:
        name = voice.channel(channel)
        both = bool(channel and phase)
        said_.append(voice.words("report.gaps.place", channel=name, phase=voice.phase(phase)) if both else name)
    return ", ".join(dict.fromkeys(said_))


def _named(gap: Gap, key: str) -> str:
    """The channels under a placeholder of a finding, in words."""
    shown = gap.finding.shown.get(key)
    value = shown.value if shown else None
    ids = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    return gap.material.words.join([gap.material.voice.channel(one) for one in ids])


def _line(material: Material, key: str, what: str, gap: Gap | None) -> Spans:
    """One line: the verb, what it is about, and the gap it comes from."""
    opening = bold(f"{material.words(f'chapter.moves.{key}')}: ")
    if gap is None:
        return (*opening, *text(f"{what}."))
    link = Span(gap.title.rstrip("."), link=f"#{gap.link}")
    return (*opening, *text(f"{what}. " if what else ""), link, *text("."))
