"""Values for sentences: what a finding may quote, with the kind that tells how to show it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from workshop.domain.answer import Answer, Counts
from workshop.domain.expression import Expression
from workshop.domain.facts import FIGURES, AnswerFacts
from workshop.domain.facts_channels import better_phase, strong_channels, top_channel
from workshop.domain.facts_words import customer_channels
from workshop.domain.finding import TRUTH, Rules, Shown
from workshop.domain.journey import Division
from workshop.domain.outcome import Missing, Operand
from workshop.domain.questionnaire import Question, QuestionType
from workshop.domain.reading import Reading

_KINDS: Mapping[QuestionType, str] = {
    QuestionType.AMOUNT: "money",
    QuestionType.PERCENT: "percent",
    QuestionType.NUMBER: "number",
    QuestionType.SCALE: "number",
    QuestionType.DATE: "date",
}


def show_expression(kind: str, expression: Expression, world: AnswerFacts) -> Shown:
    """Show an extra placeholder of a rule (`show NAME as KIND: …`)."""
    return _shown(expression(world).value, kind)


def _shown(value: Operand, kind: str, unit: str = "") -> Shown:
    match value:
        case bool():
            return Shown("" if value and kind == TRUTH else None, kind, unit)
        case Decimal() | str():
            return Shown(value, kind, unit)
        case _:
            return Shown(None, kind, unit)


def show_focus(world: AnswerFacts, foci: Sequence[Mapping[str, str]], place: str) -> Mapping[str, Shown]:
    """Show what a rule was looking at, the other places where it fired, and what would fit better."""
    reading = world.reading
    phase_id, channel = world.focus.get("phase", place), world.focus.get("channel", "")
    phase = reading.model.phase(phase_id)
    shown = {"phase": Shown(phase_id or None, "phase"), "channel": Shown(channel or None, "channel")}
    if phase is not None:
        shown["strong_channels"] = Shown(strong_channels(reading, phase), "channels")
        shown["customer_channels"] = Shown(customer_channels(reading, phase.blocks), "channels")
    if "touchpoint" in world.focus:
        return {**shown, **_show_touchpoints(reading, world.focus["touchpoint"], foci)}
    if channel:
        shown["better_phase"] = Shown(better_phase(reading, channel), "phase")
    if (top := top_channel(reading)) is not None:
        shown["top_channel"] = Shown(top, "channel")
    key = "channel" if channel else "phase"
    others = tuple(dict.fromkeys(one[key] for one in foci if one.get(key) and one[key] != world.focus.get(key)))
    shown["also"] = Shown(others, f"{key}s")
    return shown


def _show_touchpoints(reading: Reading, code: str, foci: Sequence[Mapping[str, str]]) -> Mapping[str, Shown]:
    point = reading.journey.touchpoint(code)
    others = [reading.journey.touchpoint(one["touchpoint"]) for one in foci if one["touchpoint"] != code]
    names = tuple(dict.fromkeys(f"“{one.name}”" for one in others if one))
    return {"touchpoint": Shown(point.name if point else None, "text"), "also": Shown(names, "texts")}


def show_answers(reading: Reading) -> Mapping[str, Shown]:
    """Show every answered question whose value fits in a sentence: code → value and kind."""
    return {
        question.code: shown
        for question in reading.questionnaire.questions
        if question.code in reading.response.answers
        if (shown := _show_answer(question, reading.answer(question.code))) is not None
    }


def _show_answer(question: Question, answer: Answer | None) -> Shown | None:
    if answer is None or not answer.known:
        return None
    unit = question.unit.value if question.unit else ""
    match answer.value:
        case bool():
            return None
        case Decimal() as number:
            return Shown(number, _KINDS.get(question.type, "number"), unit)
        case int() as point:
            return Shown(Decimal(point), "number", unit)
        case Division() as division:
            return Shown(division.total, "number", unit)
        case Counts() as counts:
            return Shown(Decimal(counts.total), "number", unit)
        case str() as code:
            choice = question.choice(code)
            return Shown(choice.text if choice else code, "text")
        case _:
            return None


def show_figures(world: AnswerFacts) -> Mapping[str, Shown]:
    """Show every figure that is known: name → value and kind."""
    values = {name: world.name(name).value for name in FIGURES}
    return {
        name: Shown(value, FIGURES[name])
        for name, value in values.items()
        if isinstance(value, Decimal) and not isinstance(value, Missing)
    }


def show_thresholds(rules: Rules) -> Mapping[str, Shown]:
    """Show the numbers that rules compare with: code → value and kind."""
    return {one.code: Shown(one.value, one.kind) for one in rules.thresholds}
