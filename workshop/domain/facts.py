"""Named facts: what conditions may ask beyond plain answers and figures, each documented and testable.

A fact that rests on a missing answer is unknown and says which answer is missing; a fact about something that the
chosen phase model does not show does not apply.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from workshop.domain import facts_channels, facts_customers, facts_decisions, facts_map, facts_words
from workshop.domain.answer import Answer, Counts, Item, Phased, Status
from workshop.domain.economics import FIGURE_NAMES, Economics
from workshop.domain.expression import Argument, Name
from workshop.domain.facts_channels import of
from workshop.domain.journey import BLOCK_GROUPS, Block, Division, Matrix
from workshop.domain.outcome import Missing, Operand, Outcome
from workshop.domain.reading import Reading

Result = Literal["number", "truth", "text"]
Kind = Literal["group", "phase", "channel", "touchpoint", "aspect", "code", "number", "codes"]


@dataclass(frozen=True, slots=True)
class FactSignature:
    """What a fact takes and gives; a variadic fact takes its last kind any number of times."""

    name: str
    arguments: tuple[Kind, ...]
    result: Result
    variadic: bool = False
    reckon: Callable[..., Outcome] | None = None
    """Works it out from a reading and the arguments; None for a fact about the judging itself."""


def _fact(
    reckon: Callable[..., Outcome], arguments: tuple[Kind, ...], result: Result, *, variadic: bool = False
) -> FactSignature:
    """Name a fact after its function."""
    return FactSignature(reckon.__name__, arguments, result, variadic, reckon)


FACTS: Mapping[str, FactSignature] = {
    one.name: one
    for one in (
        _fact(facts_channels.hours_share, ("group",), "number"),
        _fact(facts_channels.euros_share, ("group",), "number"),
        _fact(facts_channels.target_share, ("group",), "number"),
        _fact(facts_channels.highest_use, ("group",), "number"),
        _fact(facts_channels.covers, ("group", "group"), "truth"),
        _fact(facts_channels.use, ("channel", "phase"), "number"),
        _fact(facts_channels.fit, ("channel", "phase"), "text"),
        _fact(facts_channels.channel_cost, ("channel",), "number"),
        _fact(facts_channels.channel_has_cost, ("channel",), "truth"),
        _fact(facts_channels.channel_keeps, ("channel",), "truth"),
        _fact(facts_channels.channel_attracts, ("channel",), "truth"),
        _fact(facts_channels.customers_from, ("channel",), "number"),
        _fact(facts_channels.customers_counted, (), "number"),
        _fact(facts_channels.top_channel_share, (), "number"),
        _fact(facts_customers.answered, ("code",), "truth"),
        _fact(facts_customers.said_unknown, ("code",), "truth"),
        _fact(facts_customers.dont_know_at_least, ("number", "codes"), "truth", variadic=True),
        _fact(facts_customers.items, ("code",), "number"),
        _fact(facts_customers.aspects_filled, (), "number"),
        _fact(facts_customers.aspects_total, (), "number"),
        _fact(facts_customers.aspects_measured_share, (), "number"),
        _fact(facts_customers.assumed_share, (), "number"),
        _fact(facts_words.buys_once, (), "truth"),
        _fact(facts_words.starting, (), "truth"),
        _fact(facts_words.months_since, ("code",), "number"),
        _fact(facts_words.evidence_of, ("code",), "number"),
        _fact(facts_map.present, ("group",), "truth"),
        _fact(facts_map.present_online, ("group",), "truth"),
        _fact(facts_map.touchpoints, ("group",), "number"),
        _fact(facts_map.repeat_steps, (), "number"),
        _fact(facts_map.measured_share, (), "number"),
        _fact(facts_decisions.decision_moments, (), "number"),
        _fact(facts_decisions.decisions_open, (), "number"),
        _fact(facts_decisions.decisions_unmeasured, (), "number"),
        _fact(facts_decisions.decisions_owned_share, (), "number"),
        _fact(facts_decisions.drop_offs_known, (), "number"),
        _fact(facts_map.shortfall, ("touchpoint",), "number"),
        _fact(facts_map.known_shortfall, ("touchpoint",), "number"),
        _fact(facts_map.mean_shortfall, ("group",), "number"),
        _fact(facts_map.experienced_emotional, ("touchpoint",), "number"),
        _fact(facts_map.helped, ("touchpoint",), "truth"),
        _fact(facts_map.is_decision, ("touchpoint",), "truth"),
        _fact(facts_map.lies_in, ("touchpoint", "group"), "truth"),
        _fact(facts_map.handoffs_open, (), "number"),
        _fact(facts_map.chance_handovers, (), "number"),
        _fact(facts_map.cold_phases, (), "number"),
        _fact(facts_map.surprises, (), "number"),
        _fact(facts_map.newest_surprise_months, (), "number"),
        _fact(facts_map.most_personas_on_map, (), "number"),
        _fact(facts_words.side_share, (), "number"),
        _fact(facts_words.customers_on_other_side, (), "truth"),
        _fact(facts_words.missed_channels, ("phase",), "number"),
        _fact(facts_words.messages_without_need, ("group",), "number"),
        _fact(facts_words.messages_on, ("aspect",), "number"),
        _fact(facts_words.lowest_five_seconds, (), "number"),
        _fact(facts_words.dreams_filled, (), "number"),
        _fact(facts_words.roles_unserved, (), "number"),
        _fact(facts_words.brand_share, (), "number"),
        FactSignature("plan_levels", (), "number"),
        FactSignature("best_phase_score", (), "number"),
    )
}
"""All facts by name: the list against which conditions are checked."""

FIGURES: Mapping[str, str] = {
    **dict.fromkeys(FIGURE_NAMES, "money"),
    "retention": "percent",
    "break_even_retention": "percent",
    "retention_for_extra_hour": "percent",
    "payback_orders": "number",
    "payback_months": "number",
    "clv5_to_cac": "number",
    "balance": "number",
}
"""Figures that conditions and texts may name → how they are shown."""


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """Answers, figures and facts of one response; `focus` binds `phase` and `channel` while a rule walks over them."""

    reading: Reading
    economics: Economics | None = None
    balance: Decimal | None = None
    focus: Mapping[str, str] = field(default_factory=dict)
    thresholds: Mapping[str, Decimal] = field(default_factory=dict)
    plan: frozenset[str] | None = None
    """Levels (chain, moment) of the actions in the plan; None while the plan is not made yet."""
    best: Decimal | None = None
    """Score of the strongest phase; None while no score is shown."""
    known: dict[object, Outcome] = field(default_factory=dict, compare=False, repr=False)
    """Names and facts that were worked out before, for whatever rule: they hang on the answers only."""

    def at(self, **focus: str) -> "AnswerFacts":
        """Return the same world seen from one phase, channel or touchpoint."""
        shared = (self.thresholds, self.plan, self.best, self.known)
        return AnswerFacts(self.reading, self.economics, self.balance, focus, *shared)

    def name(self, code: str) -> Outcome:
        """Return a focus, figure or answer; a missing one is unknown and names what is missing."""
        if code in self.focus:
            return Outcome(self.focus[code])
        found = self.known.get(code)
        if found is None:
            found = self.known[code] = self._named(code)
        return found

    def _named(self, code: str) -> Outcome:
        if code in self.thresholds:
            return Outcome(self.thresholds[code])
        if code == "balance":
            return of(self.balance, "hours_per_phase")
        figure = self.economics.figure(code) if self.economics else None
        if figure is not None:
            if figure.value is None:
                absent = Missing.NOT_APPLICABLE if figure.note not in UNKNOWN_NOTES else Missing.UNKNOWN
                return Outcome(absent, frozenset(figure.codes), frozenset(figure.missing))
            return Outcome(figure.value, frozenset(figure.codes))
        return self._answer(code)

    def _answer(self, code: str) -> Outcome:
        answer, status = self.reading.answer(code), self.reading.status(code)
        seen = frozenset({code})
        if status is Status.NOT_APPLICABLE:
            return Outcome(Missing.NOT_APPLICABLE, seen)
        if answer is None or status is Status.UNKNOWN:
            return Outcome(Missing.UNKNOWN, seen, seen)
        return Outcome(operand(answer), seen)

    def call(self, fact: str, arguments: tuple[Argument, ...]) -> Outcome:
        """Return a named fact; an unknown name or wrong arguments give unknown (`workshop check` reports those)."""
        if fact in ("plan_levels", "best_phase_score"):
            return self._plan_levels() if fact == "plan_levels" else self._best_phase_score()
        places = [(one.id, self.focus.get(one.id)) if isinstance(one, Name) else one for one in arguments]
        key = (fact, *places)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._reckoned(fact, arguments)
        return found

    def _reckoned(self, fact: str, arguments: tuple[Argument, ...]) -> Outcome:
        signature = FACTS.get(fact)
        if signature is None or signature.reckon is None:
            return Outcome(Missing.UNKNOWN)
        kinds = signature.arguments
        if signature.variadic:
            kinds = (*kinds[:-1], *[kinds[-1]] * (len(arguments) - len(kinds) + 1))
        if len(kinds) != len(arguments):
            return Outcome(Missing.UNKNOWN)
        return signature.reckon(self.reading, *map(self._bind, kinds, arguments))

    def _best_phase_score(self) -> Outcome:
        """Return the highest score 0–100 that a phase has for certain enough to be shown."""
        return of(self.best, "channel_use")

    def _plan_levels(self) -> Outcome:
        """Return how many levels the plan works on; a plan of fewer than two actions has no balance to judge."""
        return Outcome(Missing.NOT_APPLICABLE) if self.plan is None else Outcome(Decimal(len(self.plan)))

    def _bind(self, kind: Kind, argument: Argument) -> object:
        """Turn a written argument into what the fact works with."""
        if kind in ("group", "phase"):
            return self._blocks(argument)
        if kind == "codes":
            return argument
        if kind == "number" and isinstance(argument, Name):
            return self.thresholds.get(argument.id, Decimal(0))
        if isinstance(argument, Name):
            return self.focus.get(argument.id, argument.id)
        return argument

    def _blocks(self, argument: Argument) -> tuple[Block, ...]:
        """Return the blocks of a group, a single block, or the phase that a rule is looking at."""
        word = argument.id if isinstance(argument, Name) else str(argument)
        if (group := _GROUPS.get(word)) is not None:
            return group
        phase = self.reading.model.phase(self.focus.get(word, word))
        if phase is not None:
            return phase.blocks
        return ()


_GROUPS: Mapping[str, tuple[Block, ...]] = {**{str(block): (block,) for block in Block}, **BLOCK_GROUPS}
"""What a condition may call a part of the journey, beside the phases of a model."""
UNKNOWN_NOTES = frozenset({"", "missing", "hours_not_counted", "starter"})
"""Notes of figures that are merely unknown; any other note means that the figure does not apply."""


def operand(answer: Answer) -> Operand:
    """Turn an answer's value into what a condition can compare."""
    match answer.value:
        case bool() | str() | Decimal() as value:
            return value
        case int() as value:
            return Decimal(value)
        case Division() as division:
            return division.total
        case Counts() as counts:
            return Decimal(counts.total)
        case tuple() as values:
            items = [one for one in values if isinstance(one, Item)]
            return Decimal(len(items)) if items or not values else tuple(str(one) for one in values)
        case Matrix() | Phased() | None:
            return Missing.UNKNOWN
        case day:
            return Decimal(day.toordinal())


def meaning(fact: str) -> str:
    """Return what a fact means: the first paragraph of what stands with its function."""
    function = FACTS[fact].reckon or getattr(AnswerFacts, f"_{fact}")
    return " ".join((function.__doc__ or "").split("\n\n")[0].split())
