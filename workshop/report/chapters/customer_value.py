"""What surrounds the sums: the headline, what to mind, customers who leave ever less, and what must be true."""

from typing import Final

from workshop.domain.customer_value import LARGE_SHARE
from workshop.domain.figure import ONE_OFF
from workshop.domain.formulas import YEARS
from workshop.language.dates import MONTHS
from workshop.language.tongue import Language
from workshop.report.chapters.parts import bullets, cell, label, note, paragraph
from workshop.report.document import Block, Cell, Column, ColumnKind, Paragraph, ParagraphStyle, Table
from workshop.report.material import Material
from workshop.report.spans import text
from workshop.report.sums import EARNED

_MONTH_CODES: Final = tuple(month.lower() for month in MONTHS[Language.EN])


def headline(material: Material) -> tuple[Paragraph, ...]:
    """What a customer brings in over five years and costs to win, in one line; nothing without a value."""
    sums, words, voice = material.assessment.economics, material.words, material.voice
    if sums.clv5.value is None or sums.clv5.value <= 0:
        return ()
    line = words("report.customer_value.brings", clv5=voice.money(sums.clv5.value, 0))
    if sums.acquisition_cost.value is not None:
        line += " " + words("report.customer_value.costs", cost=voice.money(sums.acquisition_cost.value, 0))
    return (Paragraph(text(line), ParagraphStyle.LEAD),)


def cautions(material: Material) -> tuple[Block, ...]:
    """What makes these figures say less, or something else, for this business."""
    lines = (*_large_customer(material), *_one_off(material), *_season(material), *_contract(material))
    if not lines:
        return ()
    return (label(material.words("report.customer_value.cautions")), bullets(text(line) for line in lines))


def _large_customer(material: Material) -> tuple[str, ...]:
    share = material.assessment.reading.number("largest_customer_share")
    if share is None or share <= LARGE_SHARE:
        return ()
    line = material.words("report.customer_value.large", share=material.voice.percent(share, 0))
    if material.assessment.economics.margin_without_largest.value is None:
        return (line,)
    return (f"{line} {material.words('report.customer_value.without')}",)


def _one_off(material: Material) -> tuple[str, ...]:
    once = material.assessment.economics.clv5_falling_churn == ONE_OFF
    return (material.words("report.customer_value.once"),) if once else ()


def _season(material: Material) -> tuple[str, ...]:
    code = material.assessment.reading.text("season_month")
    if code not in _MONTH_CODES:
        return ()
    month = MONTHS[material.words.language][_MONTH_CODES.index(code)]
    return (material.words("report.customer_value.season", month=month),)


def _contract(material: Material) -> tuple[str, ...]:
    """How long customers are bound; "nothing is bound" (0 months) needs no sentence."""
    reading, words, voice = material.assessment.reading, material.words, material.voice
    months, notice = reading.number("contract_months"), reading.number("notice_months")
    if not months:
        return ()
    line = words("report.customer_value.contract", contract=voice.quantity(months, "months"))
    if notice is not None:
        line += " " + words("report.customer_value.notice", notice=voice.quantity(notice, "months"))
    return (f"{line} {words('report.customer_value.bound')}",)


def falling_churn(material: Material) -> tuple[Block, ...]:
    """How many of a hundred are left after each year, beside the same with a fixed share that leaves."""
    sums, words, voice = material.assessment.economics, material.words, material.voice
    model, r = sums.falling_churn, sums.retention.value
    if model is None:
        return ()
    rows: list[tuple[Cell, ...]] = []
    for year in range(1, YEARS + 1):
        shares = (*(() if r is None else (r**year,)), model.survival(year))
        rows.append((cell(str(year)), *(cell(voice.number(share * 100, 0)) for share in shares)))
    names = ("year", *(() if r is None else ("constant",)), "falling")
    columns = tuple(Column(words(f"report.churn.{one}"), ColumnKind.NUMBER) for one in names)
    fitted = words("report.churn.model", alpha=voice.number(model.alpha, 3), beta=voice.number(model.beta, 3))
    return (
        paragraph(words("report.churn.introduction")),
        Table(columns, tuple(rows), words("report.churn.caption"), words("report.churn.summary"), narrow=True),
        note(fitted),
    )


def conditions(material: Material) -> tuple[Block, ...]:
    """What must be true for a customer to pay, as sentences beside how it is now."""
    lines = (*_allowed_cost(material), *_needed_retention(material), *_extra_hour(material))
    return (bullets(text(line) for line in lines),) if lines else ()


def _allowed_cost(material: Material) -> tuple[str, ...]:
    sums, words, voice = material.assessment.economics, material.words, material.voice
    allowed, cost = sums.allowable_acquisition_cost.value, sums.acquisition_cost.value
    if allowed is None:
        return ()
    line = words("report.conditions.cost", allowed=voice.money(allowed, 0))
    return (line if cost is None else f"{line} {words('report.conditions.cost_now', cost=voice.money(cost, 0))}",)


def _needed_retention(material: Material) -> tuple[str, ...]:
    figure, words = material.assessment.economics.break_even_retention, material.words
    if figure.value is None:
        return ()
    if figure.note == EARNED:
        return (words("report.conditions.earned"),)
    return (f"{words('report.conditions.stay', needed=material.voice.percent(figure.value))}{_now(material)}",)


def _extra_hour(material: Material) -> tuple[str, ...]:
    figure, words = material.assessment.economics.retention_for_extra_hour, material.words
    if figure.value is None:
        return ()
    return (f"{words('report.conditions.hour', needed=material.voice.percent(figure.value))}{_now(material)}",)


def _now(material: Material) -> str:
    r = material.assessment.economics.retention.value
    return "" if r is None else " " + material.words("report.conditions.stay_now", now=material.voice.percent(r))
