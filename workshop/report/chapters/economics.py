"""Wat een klant kost en oplevert: each figure as a sentence, a formula and the client's own sum."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from workshop.domain.figure import ONE_OFF, Figure
from workshop.report.chapters.cost_return import cost_return
from workshop.report.chapters.customer_value import cautions, conditions, headline
from workshop.report.chapters.parts import bullets, cell, label, note, paragraph
from workshop.report.chapters.scenarios import scenarios, variations
from workshop.report.document import Block, Calculation, Calculations, Column, Heading, Table
from workshop.report.material import Material
from workshop.report.spans import Spans, bold, text
from workshop.report.sums import (
    CONDITIONS,
    SPECS,
    Spec,
    calculation,
    few_customers,
    figure_of,
)

_PLAIN_NOTES: Final = frozenset({"", "missing", "not_applicable"})
"""Notes that say no more than the list of missing answers does."""
MOST_NAMED: Final = 3
_CONDITIONS: Final = tuple(spec.name for spec in CONDITIONS)
LEADING: Final = frozenset(
    (
        *("acquisition_cost", "acquisition_cash", "payback_orders", "payback_months", "clv5", "clv5_falling_churn"),
        *("retention", "margin_per_year", "margin_without_largest", "clv5_without_largest"),
        *("clv5_to_cac", "retention_effect"),
    )
)
"""The figures to steer by."""
ADVISED: Final = LEADING - {"payback_months", "clv5_falling_churn"}
"""Those in a report that is read from front to back."""
SHORTLY: Final = ADVISED - {"clv5_to_cac", "margin_per_year", "margin_without_largest", "clv5_without_largest"}
"""Those of a quick scan."""
_NOT_ASKED: Final = frozenset({"no_survival", "no_large_customer"})
"""Notes of figures that only exist once someone gave the answers for them."""
_FIVE_POINTS: Final = Decimal("0.05")


def economics(material: Material) -> tuple[Block, ...]:
    """All figures; nothing when not one is known and none says why."""
    figures = [figure_of(material.assessment.economics, spec.name) for spec in SPECS]
    if not any(figure.value is not None or figure.note not in _PLAIN_NOTES | _NOT_ASKED for figure in figures):
        return ()
    words = material.words
    return (
        Heading(1, words("report.economics.title"), "economics"),
        *headline(material),
        paragraph(_introduction(material)),
        *cautions(material),
        *_sums(material),
        *(() if material.short else (*_conditions(material), *cost_return(material), *variations(material))),
        *scenarios(material),
        *(() if material.short else _not_known(material)),
        *_assumptions(material),
    )


def _introduction(material: Material) -> str:
    words, said = material.words, material.words("report.economics.introduction")
    return f"{said} {words('report.economics.steps')}" if material.whole else said


def _sums(material: Material) -> tuple[Block, ...]:
    """The figures to steer by; the sums that lead to them stand in the annex."""
    leading = LEADING if material.whole else SHORTLY if material.short else ADVISED
    known = [spec for spec in SPECS if spec.name in leading and _shown(material, spec)]
    if not known:
        return ()
    figures, words = material.assessment.economics, material.words
    found = (calculation(spec, figure_of(figures, spec.name), material.voice, about(material, spec)) for spec in known)
    items = tuple(_told(material, one) for one in found)
    titles = (words("report.column.figure"), words("report.column.formula"), words("report.column.value"))
    title = words("report.economics.sums")
    return (Calculations(titles, items, title, words("report.economics.summary", title=title)),)


def _told(material: Material, one: Calculation) -> Calculation:
    """A figure with as much about it as the report has room for; its sum always."""
    if material.whole:
        return one
    return replace(one, notes=one.notes[:-1], formula="" if material.short and one.sum else one.formula)


def _conditions(material: Material) -> tuple[Block, ...]:
    lines = conditions(material)
    return (label(material.words("report.economics.conditions")), *lines) if lines else ()


def _shown(material: Material, spec: Spec) -> bool:
    """A figure is shown when it is known; the cash-only line only when hours could not be counted."""
    economics = material.assessment.economics
    if spec.name == "acquisition_cash" and economics.acquisition_cost.value is not None:
        return False
    return figure_of(economics, spec.name).value is not None


def unprinted(material: Material) -> tuple[Spec, ...]:
    """The figures whose formula this chapter does not print; the cash-only line is but a stand-in."""
    return tuple(
        spec
        for spec in SPECS
        if (spec.name not in LEADING and spec.name not in ("spend", "acquisition_cash"))
        or not (_shown(material, spec) or spec.name == "acquisition_cash" or _not_asked(material, spec))
    )


def _not_asked(material: Material, spec: Spec) -> bool:
    return figure_of(material.assessment.economics, spec.name).note in _NOT_ASKED


def about(material: Material, spec: Spec) -> tuple[str, ...]:
    """What to know about a figure."""
    words, figure = material.words, figure_of(material.assessment.economics, spec.name)
    if spec.name == "retention":
        return _about_retention(material)
    notes = [words(f"report.note.{figure.note}")] if _has_note(material, figure.note) else []
    if spec.name == "acquisition_cash":
        notes.append(words("report.economics.cash_only"))
    if figure.inputs.get("points", _FIVE_POINTS) < _FIVE_POINTS:
        notes.append(words("report.economics.fewer_points"))
    extra = f"report.figure.{spec.name}.note"
    return (*notes, words(extra)) if words.has(extra) else tuple(notes)


def _about_retention(material: Material) -> tuple[str, ...]:
    """That it is about buying again when it is, and the counts themselves where there are but a few."""
    words, voice, figure = material.words, material.voice, material.assessment.economics.retention
    if "repeat_rate" in figure.inputs:
        return (words("report.economics.retention_repeat"),)
    if not few_customers(figure):
        return ()
    stayed = voice.number(figure.inputs["customers_end"] - figure.inputs["customers_new"], 0)
    whole = voice.number(figure.inputs["customers_start"], 0)
    return (words("report.economics.few_customers", count=stayed, whole=whole),)


def _has_note(material: Material, key: str) -> bool:
    return bool(key) and material.words.has(f"report.note.{key}")


def _not_known(material: Material) -> tuple[Block, ...]:
    """What cannot be calculated: figures with a reason of their own, then each missing answer with what needs it."""
    reasons, needs = _reasons(material), _needs(material)
    if not (reasons or needs):
        return ()
    words = material.words
    blocks: list[Block] = [Heading(2, words("report.economics.unknown"), "economics-unknown")]
    blocks += [bullets(reasons)] if reasons else []
    if needs:
        rows = tuple((cell(title), cell(_first_few(material, names))) for title, names in needs.items())
        columns = (Column(words("report.column.missing")), Column(words("report.column.needed_for")))
        caption, summary = words("report.economics.unknown_caption"), words("report.economics.unknown_summary")
        blocks.append(Table(columns, rows, caption, summary))
    return tuple(blocks)


def unknown_figures(material: Material) -> list[tuple[str, Figure]]:
    """Figures that are not known, by name, without those that only stand in the annex."""
    named = [(spec, figure_of(material.assessment.economics, spec.name)) for spec in SPECS]
    return [
        (material.words(f"report.figure.{spec.name}.name"), figure)
        for spec, figure in named
        if figure.value is None
        and spec.name in (*LEADING, *_CONDITIONS)
        and figure.note not in (*_NOT_ASKED, "not_applicable")
    ]


def _reasons(material: Material) -> list[Spans]:
    """Each reason of its own once, with the figures it keeps from us."""
    names: dict[str, list[str]] = {}
    for name, figure in unknown_figures(material):
        if figure.note not in _PLAIN_NOTES and _has_note(material, figure.note):
            names.setdefault(figure.note, []).append(name)
    return [
        (*bold(f"{_first_few(material, named)}: "), *text(material.words(f"report.note.{note_}")))
        for note_, named in names.items()
    ]


def _first_few(material: Material, names: list[str]) -> str:
    rest = len(names) - MOST_NAMED
    if rest <= 0:
        return "; ".join(names)
    return f"{'; '.join(names[:MOST_NAMED])} {material.words.plural('report.economics.more_figures', rest)}"


def _needs(material: Material) -> dict[str, list[str]]:
    needs: dict[str, list[str]] = {}
    for question in material.questionnaire.questions:
        names = [name for name, figure in unknown_figures(material) if question.code in figure.missing]
        if names:
            needs[question.title] = names
    return needs


def _assumptions(material: Material) -> tuple[Block, ...]:
    words, voice, figures = material.words, material.voice, material.assessment.economics
    lines = [words("report.economics.discount", rate=voice.percent(figures.discount_rate))]
    if figures.clv5.note != ONE_OFF.note:
        lines.append(words("report.economics.years"))
    if not material.short:
        lines += [words("report.economics.rounding"), words("report.economics.own_numbers")]
    return (note(" ".join(lines)),)


def effect_words(material: Material, effect: Decimal | None) -> str:
    """What a gap is worth per year on the client's own numbers, or "" when that is not known."""
    return "" if effect is None else material.words("report.sum.per_year", money=material.voice.money(effect, 0))
