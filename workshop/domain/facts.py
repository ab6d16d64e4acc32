"""Named facts: what conditions may ask beyond plain answers and figures, each documented and testable.

A fact that rests on a missing answer is unknown and says which answer is missing; a fact about something that the
chosen phase model does not show does not apply.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from workshop.domain import facts_channels, facts_customers
from workshop.domain.answer import Answer, Counts, Item, Status
from workshop.domain.economics import FIGURE_NAMES, Economics
from workshop.domain.expression import Argument, Missing, Name, Operand, Outcome
from workshop.domain.facts_channels import of
from workshop.domain.journey import BLOCK_GROUPS, Block, Division, Matrix
from workshop.domain.reading import Reading

Kind = Literal["group", "phase", "channel", "code", "number", "codes"]


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
    )
}
"""All facts by name: the list against which conditions are checked."""

FIGURES: Mapping[str, str] = {
    **dict.fromkeys(FIGURE_NAMES, "money"),
    "retention": "percent",
    "break_even_retention": "percent",
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

    def name(self, code: str) -> Outcome:
        """Return a focus, figure or answer; a missing one is unknown and names what is missing."""
        if code in self.focus:
            return Outcome(self.focus[code])
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
        answer = self.reading.answer(code)
        seen = frozenset({code})
        if answer is None or answer.status is Status.UNKNOWN:
            return Outcome(Missing.UNKNOWN, seen, seen)
        if answer.status is Status.NOT_APPLICABLE:
            return Outcome(Missing.NOT_APPLICABLE, seen)
        return Outcome(operand(answer), seen)

    def call(self, fact: str, arguments: tuple[Argument, ...]) -> Outcome:
        """Return a named fact; an unknown name or wrong arguments give unknown (`workshop check` reports those)."""
        signature, reckon = FACTS.get(fact), _RECKON.get(fact)
        if signature is None or reckon is None:
            return Outcome(Missing.UNKNOWN)
        kinds = signature.arguments
        if signature.variadic:
            kinds = (*kinds[:-1], *[kinds[-1]] * (len(arguments) - len(kinds) + 1))
        if len(kinds) != len(arguments):
            return Outcome(Missing.UNKNOWN)
        return reckon(self.reading, *(self._bind(kind, one) for kind, one in zip(kinds, arguments, strict=True)))

    def _bind(self, kind: Kind, argument: Argument) -> object:
        """Turn a written argument into what the fact works with."""
        if kind in ("group", "phase"):
            return self._blocks(argument)
        if kind == "codes":
            return argument
        if isinstance(argument, Name):
            return self.focus.get(argument.id, argument.id)
        return argument

    def _blocks(self, argument: Argument) -> tuple[Block, ...]:
        """Return the blocks of a group, a single block, or the phase that a rule is looking at."""
        word = argument.id if isinstance(argument, Name) else str(argument)
        if word in BLOCK_GROUPS:
            return BLOCK_GROUPS[word]
        phase = self.reading.model.phase(self.focus.get(word, word))
        if phase is not None:
            return phase.blocks
        return (Block(word),) if word in set(Block) else ()


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
        case Matrix() | None:
            return Missing.UNKNOWN
        case day:
            return day.isoformat()


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
}
