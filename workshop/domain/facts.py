"""Named facts: what conditions may ask beyond plain answers and figures, each documented and testable.

A fact that rests on a missing answer is unknown and says which answer is missing; a fact about something that the
chosen phase model does not show does not apply.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from workshop.domain import facts_channels, facts_customers, facts_map, facts_words
from workshop.domain.answer import Answer, Counts, Item, Phased, Status
from workshop.domain.economics import FIGURE_NAMES, Economics
from workshop.domain.expression import Argument, Name
from workshop.domain.facts_channels import of
from workshop.domain.journey import BLOCK_GROUPS, Block, Division, Matrix
from workshop.domain.outcome import Missing, Operand, Outcome
from workshop.domain.reading import Reading

Kind = Literal["group", "phase", "channel", "touchpoint", "aspect", "code", "number", "codes"]


@dataclass(frozen=True, slots=True)
class FactSignature:
    """What a fact takes and gives; a variadic fact takes its last kind any number of times."""

    name: str
    arguments: tuple[Kind, ...]
    result: Literal["number", "truth", "text"]
    variadic: bool = False


FACTS: Mapping[str, FactSignature] = {
    one.name: one
    for one in (
        FactSignature("hours_share", ("group",), "number"),
        FactSignature("euros_share", ("group",), "number"),
        FactSignature("target_share", ("group",), "number"),
        FactSignature("highest_use", ("group",), "number"),
        FactSignature("covers", ("group", "group"), "truth"),
        FactSignature("use", ("channel", "phase"), "number"),
        FactSignature("fit", ("channel", "phase"), "text"),
        FactSignature("channel_cost", ("channel",), "number"),
        FactSignature("channel_has_cost", ("channel",), "truth"),
        FactSignature("channel_keeps", ("channel",), "truth"),
        FactSignature("channel_attracts", ("channel",), "truth"),
        FactSignature("customers_from", ("channel",), "number"),
        FactSignature("customers_counted", (), "number"),
        FactSignature("top_channel_share", (), "number"),
        FactSignature("answered", ("code",), "truth"),
        FactSignature("said_unknown", ("code",), "truth"),
        FactSignature("dont_know_at_least", ("number", "codes"), "truth", variadic=True),
        FactSignature("items", ("code",), "number"),
        FactSignature("aspects_filled", (), "number"),
        FactSignature("aspects_total", (), "number"),
        FactSignature("aspects_measured_share", (), "number"),
        FactSignature("assumed_share", (), "number"),
        FactSignature("buys_once", (), "truth"),
        FactSignature("starting", (), "truth"),
        FactSignature("months_since", ("code",), "number"),
        FactSignature("evidence_of", ("code",), "number"),
        FactSignature("present", ("group",), "truth"),
        FactSignature("present_online", ("group",), "truth"),
        FactSignature("touchpoints", ("group",), "number"),
        FactSignature("repeat_steps", (), "number"),
        FactSignature("measured_share", (), "number"),
        FactSignature("decision_moments", (), "number"),
        FactSignature("decisions_open", (), "number"),
        FactSignature("decisions_unmeasured", (), "number"),
        FactSignature("decisions_owned_share", (), "number"),
        FactSignature("drop_offs_known", (), "number"),
        FactSignature("shortfall", ("touchpoint",), "number"),
        FactSignature("known_shortfall", ("touchpoint",), "number"),
        FactSignature("mean_shortfall", ("group",), "number"),
        FactSignature("experienced_emotional", ("touchpoint",), "number"),
        FactSignature("helped", ("touchpoint",), "truth"),
        FactSignature("is_decision", ("touchpoint",), "truth"),
        FactSignature("lies_in", ("touchpoint", "group"), "truth"),
        FactSignature("handoffs_open", (), "number"),
        FactSignature("chance_handovers", (), "number"),
        FactSignature("cold_phases", (), "number"),
        FactSignature("surprises", (), "number"),
        FactSignature("newest_surprise_months", (), "number"),
        FactSignature("most_personas_on_map", (), "number"),
        FactSignature("side_share", (), "number"),
        FactSignature("customers_on_other_side", (), "truth"),
        FactSignature("missed_channels", ("phase",), "number"),
        FactSignature("messages_without_need", ("group",), "number"),
        FactSignature("messages_on", ("aspect",), "number"),
        FactSignature("lowest_five_seconds", (), "number"),
        FactSignature("dreams_filled", (), "number"),
        FactSignature("roles_unserved", (), "number"),
        FactSignature("brand_share", (), "number"),
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
        signature, reckon = FACTS.get(fact), _RECKON.get(fact)
        if signature is None or reckon is None:
            return Outcome(Missing.UNKNOWN)
        kinds = signature.arguments
        if signature.variadic:
            kinds = (*kinds[:-1], *[kinds[-1]] * (len(arguments) - len(kinds) + 1))
        if len(kinds) != len(arguments):
            return Outcome(Missing.UNKNOWN)
        return reckon(self.reading, *map(self._bind, kinds, arguments))

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


_RECKON: Mapping[str, Callable[..., Outcome]] = {
    "hours_share": facts_channels.hours_share,
    "euros_share": facts_channels.euros_share,
    "target_share": facts_channels.target_share,
    "highest_use": facts_channels.highest_use,
    "covers": facts_channels.covers,
    "use": facts_channels.use,
    "fit": facts_channels.fit,
    "channel_cost": facts_channels.channel_cost,
    "channel_has_cost": facts_channels.channel_has_cost,
    "channel_keeps": facts_channels.channel_keeps,
    "channel_attracts": facts_channels.channel_attracts,
    "customers_from": facts_channels.customers_from,
    "customers_counted": facts_channels.customers_counted,
    "top_channel_share": facts_channels.top_channel_share,
    "answered": facts_customers.answered,
    "said_unknown": facts_customers.said_unknown,
    "dont_know_at_least": facts_customers.dont_know_at_least,
    "items": facts_customers.items,
    "aspects_filled": facts_customers.aspects_filled,
    "aspects_total": facts_customers.aspects_total,
    "aspects_measured_share": facts_customers.aspects_measured_share,
    "assumed_share": facts_customers.assumed_share,
    "buys_once": facts_words.buys_once,
    "starting": facts_words.starting,
    "months_since": facts_words.months_since,
    "evidence_of": facts_words.evidence_of,
    "present": facts_map.present,
    "present_online": facts_map.present_online,
    "touchpoints": facts_map.touchpoints,
    "repeat_steps": facts_map.repeat_steps,
    "measured_share": facts_map.measured_share,
    "decision_moments": facts_map.decision_moments,
    "decisions_open": facts_map.decisions_open,
    "decisions_unmeasured": facts_map.decisions_unmeasured,
    "decisions_owned_share": facts_map.decisions_owned_share,
    "drop_offs_known": facts_map.drop_offs_known,
    "shortfall": facts_map.shortfall,
    "known_shortfall": facts_map.known_shortfall,
    "mean_shortfall": facts_map.mean_shortfall,
    "experienced_emotional": facts_map.experienced_emotional,
    "helped": facts_map.helped,
    "is_decision": facts_map.is_decision,
    "lies_in": facts_map.lies_in,
    "handoffs_open": facts_map.handoffs_open,
    "chance_handovers": facts_map.chance_handovers,
    "cold_phases": facts_map.cold_phases,
    "surprises": facts_map.surprises,
    "newest_surprise_months": facts_map.newest_surprise_months,
    "most_personas_on_map": facts_map.most_personas_on_map,
    "side_share": facts_words.side_share,
    "customers_on_other_side": facts_words.customers_on_other_side,
    "missed_channels": facts_words.missed_channels,
    "messages_without_need": facts_words.messages_without_need,
    "messages_on": facts_words.messages_on,
    "lowest_five_seconds": facts_words.lowest_five_seconds,
    "dreams_filled": facts_words.dreams_filled,
    "roles_unserved": facts_words.roles_unserved,
    "brand_share": facts_words.brand_share,
}


def meaning(fact: str) -> str:
    """Return what a fact means: the first paragraph of what stands with its function."""
    function = _RECKON.get(fact) or getattr(AnswerFacts, f"_{fact}")
    return " ".join((function.__doc__ or "").split("\n\n")[0].split())
