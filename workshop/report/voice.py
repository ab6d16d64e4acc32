"""How the report says values: money, shares, scores, phases and channels, in the language of its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from workshop.domain.answer import Evidence
from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.scoring import Score
from workshop.language import numbers
from workshop.language.messages import Words
from workshop.report.document import Tone

NBSP: Final = "\u00a0"
FEW_CUSTOMERS: Final = 20
SURE: Final = Decimal(75)
"""Certainty from which a label stands without "provisional"."""
_STEPS: Final = ((Decimal(80), Tone.STRONG), (Decimal(60), Tone.GOOD), (Decimal(40), Tone.BUILDING))
_MONEY_UNITS: Final = frozenset({"euro", "euro_per_hour", "euro_per_month"})


@dataclass(frozen=True, slots=True)
class Voice:
    """The words of one language with the names of one questionnaire and phase model."""

    words: Words
    questionnaire: Questionnaire
    model: PhaseModel

    def number(self, value: Decimal, decimals: int = 2) -> str:
        """Write a number with at most so many decimals: "1,52", "120"."""
        return numbers.format_number(_rounded(value, decimals), self.words.language)

    def money(self, value: Decimal, decimals: int | None = None) -> str:
        """Write an amount: whole euros without cents, other amounts with two decimals."""
        if decimals is None:
            decimals = 0 if _rounded(value, 2) == value.to_integral_value() else 2
        return numbers.format_money(value, self.words.language, decimals)

    def percent(self, fraction: Decimal, decimals: int = 1) -> str:
        """Write a fraction as a percentage: 0.75 is "75 %"."""
        return numbers.format_percent(_rounded(fraction, decimals + 2), self.words.language)

    def quantity(self, value: Decimal, unit: str, *, cents: bool = False) -> str:
        """Write a value with its unit: "3,5 uur", "€ 30 per uur", "75 %"; `cents` asks for cents in any amount."""
        if unit == "percent":
            return self.percent(value)
        number = self.money(value, 2 if cents else None) if unit in _MONEY_UNITS else self.number(value)
        after = self.unit(unit, value)
        return f"{number}{NBSP}{after}" if after else number

    def unit(self, unit: str, value: Decimal) -> str:
        """The words after a number of this unit, "" when the unit stands before it or is unknown."""
        key = f"report.unit.{unit}.{'one' if value == 1 else 'other'}"
        return self.words(key) if unit and self.words.has(key) else ""

    def score(self, score: Score) -> str:
        """Write a score with its range: "62 (41–81)", or "nog niet te zeggen (41–81)"."""
        low, high = self.number(score.low, 0), self.number(score.high, 0)
        if score.value is None:
            return self.words("report.score.unknown_range", low=low, high=high)
        value = self.number(score.value, 0)
        return value if low == high else f"{value}{NBSP}({low}–{high})"

    def span(self, score: Score) -> str:
        """Write a score with its range, or only the range while it is unknown: beside a word that says so."""
        if score.value is not None:
            return self.score(score)
        return f"{self.number(score.low, 0)}–{self.number(score.high, 0)}"

    def verdict(self, score: Score) -> tuple[str, Tone]:
        """Say what a score means: "op orde" with its tone, "op orde (voorlopig)" while too much is unknown."""
        tone = tone_of(score.value)
        word = self.words(f"report.verdict.{tone}")
        return self.words("report.verdict.provisional", verdict=word) if provisional(score) else word, tone

    def certainty(self, score: Score) -> str:
        """Write the certainty (0–100) as a percentage."""
        return self.percent(score.certainty / 100, 0)

    def phase(self, phase_id: str) -> str:
        """The name of a phase; the id itself when the model has no such phase."""
        phase = self.model.phase(phase_id)
        return phase.name if phase else phase_id

    def channel(self, channel_id: str) -> str:
        """The name of a channel; the id itself when the catalogue has no such channel."""
        channel = self.questionnaire.channel(channel_id)
        return channel.name if channel else channel_id

    def join(self, items: Iterable[str]) -> str:
        """Sum up as a sentence does: "a, b en c"."""
        return self.words.join(list(items))

    def evidence(self, evidence: Evidence | None) -> str:
        """Say what an answer rests on; "" when that was not asked."""
        return "" if evidence is None else self.words(f"report.evidence.{evidence.name.lower()}")


def provisional(score: Score) -> bool:
    """Tell whether a score has a number that too many unknown answers could still change."""
    return score.value is not None and score.certainty < SURE


def tone_of(value: Decimal | None) -> Tone:
    """The tone of a score: fragile below 40, building below 60, good below 80, strong from there."""
    if value is None:
        return Tone.NONE
    return next((tone for least, tone in _STEPS if value >= least), Tone.FRAGILE)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
