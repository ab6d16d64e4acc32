"""What trying out numbers does to each figure, as plain data: before, after, the difference and the sum itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from workshop.domain.economics import Economics
from workshop.domain.figure import ONE_OFF, Figure
from workshop.domain.what_if import Knob
from workshop.report.sums import CONDITIONS, SPECS, Spec, figure_of, filled_sum, value_words
from workshop.report.voice import Voice
from workshop.web.route.progress import Link
from workshop.web.what_if.form import Trial, place_of

SHOWN: Final = (
    *("clv5", "acquisition_cost", "clv5_to_cac", "margin_per_year", "payback_orders", "payback_months"),
    "retention_effect",
)
"""The figures that trying out numbers is about, the most telling first; what must be true comes after them."""
HEADLINE: Final = ("clv5", "acquisition_cost")
_DECIMALS: Final = {"money": 2, "percent": 3, "orders": 1, "months": 1}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure before and after; `direction` is up, down or "" and says nothing about good or bad.

    `sums` are the arithmetic before and after ("" where there is none); `missing` the questions to answer first.
    """

    id: str
    name: str
    before: str
    after: str
    difference: str
    direction: str
    formula: str
    sums: tuple[str, str]
    note: str
    assumed: bool
    missing: tuple[Link, ...]


def outcomes(trial: Trial) -> tuple[Outcome, ...]:
    """Return the figures that say something about this business."""
    cash = trial.sums.then.acquisition_cost.value is None and trial.sums.then.acquisition_cash.value is not None
    names = ("acquisition_cash" if cash and name == "acquisition_cost" else name for name in SHOWN)
    return _drawn(trial, (spec_of(name) for name in names))


def conditions(trial: Trial) -> tuple[Outcome, ...]:
    """Return what must be true for a customer to pay."""
    return _drawn(trial, CONDITIONS)


def shortly(trial: Trial) -> str:
    """Say in two sentences at most what changed in value and cost, for whoever hears the page."""
    words, voice = trial.visit.words, _voice(trial)
    if not trial.sums.tried:
        return unread(trial) or words("web.what_if.same")
    told = []
    for spec in map(spec_of, HEADLINE):
        before, after = (_value(spec, figure, voice) for figure in _figures(trial, spec))
        if before != after:
            name = words(f"report.figure.{spec.name}.name")
            told.append(words("web.what_if.becomes", name=name, before=before, after=after))
    return " ".join(told) or words("web.what_if.no_change")


def unread(trial: Trial) -> str:
    """Say which numbers could not be read and do not count, "" when all could."""
    names = trial.visit.words.join([trial.label(one) for one in trial.wrong])
    return trial.visit.words("web.what_if.not_read", names=names) if names else ""


def spec_of(name: str) -> Spec:
    """Return how a figure is shown."""
    return next(one for one in SPECS if one.name == name)


def margin_then(trial: Trial) -> str:
    """Return the share that is left at the new price, "" when the price did not take it along."""
    now, then = (one.order_margin.inputs.get("margin") for one in (trial.sums.now, trial.sums.then))
    if now is None or then is None or trial.sums.tried.get(Knob.MARGIN, now) == then:
        return ""
    return _voice(trial).percent(then)


def _drawn(trial: Trial, specs: Iterable[Spec]) -> tuple[Outcome, ...]:
    return tuple(_outcome(trial, spec) for spec in specs if _figures(trial, spec) != (ONE_OFF, ONE_OFF))


def _figures(trial: Trial, spec: Spec) -> tuple[Figure, Figure]:
    return figure_of(trial.sums.now, spec.name), figure_of(trial.sums.then, spec.name)


def _outcome(trial: Trial, spec: Spec) -> Outcome:
    words, voice = trial.visit.words, _voice(trial)
    now, then = _figures(trial, spec)
    difference, direction = _difference(trial, spec, now, then)
    note = f"report.note.{then.note}"
    known = then.value is not None
    return Outcome(
        id=spec.name,
        name=words(f"report.figure.{spec.name}.name"),
        before=_value(spec, now, voice),
        after=_value(spec, then, voice),
        difference=difference,
        direction=direction,
        formula=words(f"report.figure.{spec.name}.formula"),
        sums=(filled_sum(spec, now, voice), filled_sum(spec, then, voice) if trial.sums.tried else ""),
        note=words(note) if then.note and words.has(note) else "",
        assumed=known and now.value is None and bool(trial.sums.assumed),
        missing=() if known else _missing(trial, then),
    )


def _value(spec: Spec, figure: Figure, voice: Voice) -> str:
    return voice.words("web.what_if.not_known") if figure.value is None else value_words(spec, figure, voice)


def _difference(trial: Trial, spec: Spec, now: Figure, then: Figure) -> tuple[str, str]:
    """Return the difference of the numbers as they are shown, so that a reader can check it."""
    if now.value is None or then.value is None or not trial.sums.tried:
        return "", ""
    words, voice = trial.visit.words, _voice(trial)
    by = _rounded(then.value, spec) - _rounded(now.value, spec)
    if not by:
        return words("web.what_if.no_difference"), ""
    if spec.kind == "percent":
        said = words("web.what_if.points", by=voice.number(abs(by) * 100, 1))
    else:
        said = value_words(spec, Figure(abs(by)), voice)
    return f"{'+' if by > 0 else '−'}{said}", "up" if by > 0 else "down"


def _rounded(value: Decimal, spec: Spec) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-_DECIMALS[spec.kind]), rounding=ROUND_HALF_UP)


def _missing(trial: Trial, figure: Figure) -> tuple[Link, ...]:
    found = (place_of(trial.visit, (code,)) for code in figure.missing)
    return tuple(one for one in found if one is not None)


def _voice(trial: Trial) -> Voice:
    visit = trial.visit
    return Voice(visit.words, visit.questionnaire, visit.model)


def figures_known(sums: Economics) -> bool:
    """Tell whether any of the figures shown is known."""
    return any(figure_of(sums, name).value is not None for name in SHOWN)
