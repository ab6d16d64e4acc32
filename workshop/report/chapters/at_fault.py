"""What is at fault in an answer with many parts: the texts, phases and touchpoints that a gap rests on, by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from workshop.domain.answer import Evidence, Item
from workshop.domain.facts_customers import REASONS
from workshop.domain.facts_decisions import is_open
from workshop.domain.facts_map import phases_left_cold
from workshop.domain.facts_words import NOTHING, customer_channels
from workshop.domain.journey import BEFORE, Block
from workshop.domain.journey_map import Cycle, Touchpoint, steps_with
from workshop.domain.phased import cards
from workshop.domain.questionnaire import Question
from workshop.domain.reading import ASPECTS, Reading
from workshop.report.answers import answer_words, item_title
from workshop.report.map.table import scored
from workshop.report.material import Gap

MOST: Final = 3
Teller = Callable[[Gap, Question], str]


def at_fault(gap: Gap, question: Question) -> str:
    """Name the parts of an answer that made the rule fire, such as the text that missed; "" when all of it did."""
    tellers = (_TELLERS.get((question.code, fact)) for fact in sorted(gap.rule.when.facts))
    return "; ".join(filter(None, (tell(gap, question) for tell in tellers if tell is not None)))


def _reading(gap: Gap) -> Reading:
    return gap.material.assessment.reading


def _t(gap: Gap, key: str, /, **values: str) -> str:
    return gap.material.words(f"report.fault.{key}", **values)


def _few(gap: Gap, names: Iterable[str]) -> str:
    """Join the first names; how many more there are is said, not left out."""
    every = list(dict.fromkeys(names))
    rest = len(every) - MOST
    more = [gap.material.words.plural("report.fault.more", rest)] if rest > 0 else []
    return gap.material.words.join([*every[:MOST], *more])


def _named(gap: Gap, key: str, names: Iterable[str]) -> str:
    """Say a sentence about these names; "" without any."""
    said = _few(gap, names)
    return _t(gap, key, names=said) if said else ""


def _texts(gap: Gap, question: Question, code: str) -> Iterator[tuple[str, Item, tuple[Block, ...]]]:
    """Give each text with its phase, such as "Aankoop: ‘Bestel nu’", and the blocks it stands in."""
    phased, voice = _reading(gap).phased(code), gap.material.voice
    for card in cards(voice.model, phased):
        if card.item is not None:
            told = item_title(question, card.item, voice)
            yield _t(gap, "text", phase=voice.phase(card.phase), text=told), card.item, card.blocks


def _without_need(gap: Gap, question: Question) -> str:
    found = _texts(gap, question, "messages")
    misses = (told for told, item, blocks in found if _value(item, "need") == NOTHING and set(blocks) & set(BEFORE))
    return _named(gap, "no_need", misses)


def _unclear(gap: Gap, question: Question) -> str:
    weak = gap.material.rules.values["weak_five_seconds"]
    found = []
    for told, item, _ in _texts(gap, question, "messages"):
        score = _value(item, "five_seconds")
        if isinstance(score, Decimal) and score <= weak:
            found.append(_t(gap, "five_seconds", text=told, n=gap.material.voice.number(score, 0)))
    return _few(gap, found)


def _plays_on(gap: Gap, question: Question) -> str:
    need = question.field("need")
    if need is None:
        return ""
    found = ((told, item.get("need")) for told, item, _ in _texts(gap, question, "messages"))
    voice = gap.material.voice
    return _few(gap, (f"{told} ({answer_words(need, said, voice)})" for told, said in found if said and said.known))


def _by_chance(gap: Gap, question: Question) -> str:
    voice, phased = gap.material.voice, _reading(gap).phased("phase_checks")
    left = (one for one in cards(voice.model, phased) if one.item and _value(one.item, "transition") == "chance")
    return _named(gap, "by_chance", (voice.phase(one.phase) for one in left))


def _elsewhere(gap: Gap, question: Question) -> str:
    voice = gap.material.voice
    wanted = {phase for _, phase in gap.finding.foci}
    found = []
    for phase in voice.model.phases:
        used = customer_channels(_reading(gap), phase.blocks)
        if used and (phase.id in wanted or phase.id == gap.finding.phase):
            channels = gap.material.words.join([voice.channel(one) for one in used])
            found.append(_t(gap, "elsewhere", phase=phase.name, channels=channels))
    return "; ".join(found)


def _points(gap: Gap, key: str, at_fault: Callable[[Touchpoint], bool]) -> str:
    journey = _reading(gap).journey
    points = (one for one in journey.existing(tuple(Block)) if at_fault(one))
    return _named(gap, key, (one.name or gap.material.words("map.nameless") for one in points))


def _unmeasured(gap: Gap, question: Question) -> str:
    return _points(gap, "unmeasured", lambda one: one.measured(_reading(gap).on) is False)


def _no_receiver(gap: Gap, question: Question) -> str:
    return _points(gap, "no_receiver", lambda one: one.hands_over and not one.receiver)


def _undecided(gap: Gap, question: Question) -> str:
    journey = _reading(gap).journey
    if not any(one.is_decision for one in journey.touchpoints):
        return _t(gap, "no_decision")
    still = (one for one in journey.touchpoints if one.is_decision and is_open(one, designing=journey.designing))
    return _named(gap, "decision_open", (one.name or gap.material.words("map.nameless") for one in still))


def _falls_short(gap: Gap, question: Question) -> str:
    """The delivery that stays behind; a gap about single touchpoints names those itself."""
    if gap.finding.touchpoints:
        return ""
    points = _reading(gap).journey.existing((Block.DELIVERY,))
    return _few(gap, (scored(gap.material.words, one) for one in points if max(one.shortfalls, default=0) > 0))


def _repeat(gap: Gap, question: Question) -> str:
    points = _reading(gap).journey.existing(tuple(Block))
    steps = len(list(steps_with(one for one in points if one.cycle is Cycle.REPEAT)))
    return _t(gap, "repeat", n=str(steps))


def _cold(gap: Gap, question: Question) -> str:
    return _named(gap, "cold", (one.name for one in phases_left_cold(_reading(gap))))


def _surprise(gap: Gap, question: Question) -> str:
    points = [one for one in _reading(gap).journey.existing(tuple(Block)) if one.says("surprise")]
    return _named(gap, "surprise", (one.name for one in points)) or _t(gap, "no_surprise")


def _assumed(gap: Gap, question: Question) -> str:
    items = _reading(gap).items("personas") or ()
    said = [one for item in items for code in (*ASPECTS, *REASONS) if (one := item.get(code)) and one.known]
    own = sum((one.evidence or Evidence.NONE) <= Evidence.ESTIMATE for one in said)
    return _t(gap, "assumed", n=str(own), of=str(len(said))) if own else ""


def _invisible(gap: Gap, question: Question) -> str:
    items = _reading(gap).items("channels") or ()
    hidden = (one for one in items if _value(one, "brand_visible") is False)
    return _named(gap, "invisible", (item_title(question, one, gap.material.voice) for one in hidden))


def _on_one_map(gap: Gap, question: Question) -> str:
    full = (one for one in _reading(gap).journey.maps if len(one.personas) > 1)
    return "; ".join(f"{one.name}: {gap.material.words.join(one.personas)}" for one in full)


def _value(item: Item, code: str) -> object:
    said = item.get(code)
    return said.value if said is not None and said.known else None


_TELLERS: Final[Mapping[tuple[str, str], Teller]] = {
    ("messages", "messages_without_need"): _without_need,
    ("messages", "lowest_five_seconds"): _unclear,
    ("messages", "messages_on"): _plays_on,
    ("phase_checks", "chance_handovers"): _by_chance,
    ("phase_checks", "missed_channels"): _elsewhere,
    ("touchpoints", "measured_share"): _unmeasured,
    ("touchpoints", "handoffs_open"): _no_receiver,
    ("touchpoints", "decisions_open"): _undecided,
    ("touchpoints", "mean_shortfall"): _falls_short,
    ("touchpoints", "repeat_steps"): _repeat,
    ("touchpoints", "cold_phases"): _cold,
    ("touchpoints", "surprises"): _surprise,
    ("personas", "assumed_share"): _assumed,
    ("channels", "brand_share"): _invisible,
    ("maps", "most_personas_on_map"): _on_one_map,
}
"""By question and fact: how what is at fault is told."""
