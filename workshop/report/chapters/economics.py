"""Wat een klant kost en oplevert: each figure as a sentence, a formula and the client's own sum."""

from decimal import Decimal
from typing import Final

from workshop.domain.economics import Figure
from workshop.report.chapters.parts import bullets, cell, note, paragraph
from workshop.report.chapters.scenarios import scenarios
from workshop.report.document import Block, Calculations, Column, Heading, Table
from workshop.report.material import Material
from workshop.report.spans import Spans, bold, text
from workshop.report.sums import BALANCE, COSTS, SPECS, VALUES, Spec, calculation, figure_of
from workshop.report.voice import FEW_CUSTOMERS

_PARTS: Final = (("cost", COSTS), ("value", VALUES), ("balance", BALANCE))
_PLAIN_NOTES: Final = frozenset({"", "missing"})
"""Notes that say no more than the list of missing answers does."""
MOST_NAMED: Final = 3
_ANNEX_ONLY: Final = frozenset({"clv_excl", "clv_incl"})


def economics(material: Material) -> tuple[Block, ...]:
    """All figures; nothing when not one is known and none says why."""
    figures = [figure_of(material.assessment.economics, spec.name) for spec in SPECS]
    if not any(figure.value is not None or figure.note not in _PLAIN_NOTES for figure in figures):
        return ()
    words = material.words
    return (
        Heading(1, words("report.economics.title"), "economics"),
        paragraph(words("report.economics.introduction")),
        *(block for key, specs in _PARTS for block in _part(material, key, specs)),
        *scenarios(material),
        *_not_known(material),
        *_assumptions(material),
    )


def _part(material: Material, key: str, specs: tuple[Spec, ...]) -> tuple[Block, ...]:
    known = [spec for spec in specs if spec.name not in _ANNEX_ONLY and _shown(material, spec)]
    if not known:
        return ()
    figures = material.assessment.economics
    items = tuple(
        calculation(spec, figure_of(figures, spec.name), material.voice, _notes(material, spec)) for spec in known
    )
    words = material.words
    title = words(f"report.economics.{key}")
    titles = (words("report.column.figure"), words("report.column.formula"), words("report.column.value"))
    summary = words("report.economics.summary", title=title)
    return (Heading(2, title, f"economics-{key}"), Calculations(titles, items, title, summary))


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
        if spec.name in _ANNEX_ONLY or not (_shown(material, spec) or spec.name == "acquisition_cash")
    )


def _notes(material: Material, spec: Spec) -> tuple[str, ...]:
    words, figure = material.words, figure_of(material.assessment.economics, spec.name)
    notes = [words(f"report.note.{figure.note}")] if _has_note(material, figure.note) else []
    if spec.name == "acquisition_cash":
        notes.append(words("report.economics.cash_only"))
    if spec.name == "retention":
        notes += _few_customers(material)
    extra = f"report.figure.{spec.name}.note"
    return (*notes, words(extra)) if words.has(extra) else tuple(notes)


def _few_customers(material: Material) -> list[str]:
    inputs = material.assessment.economics.retention.inputs
    start = inputs.get("customers_start", Decimal(0))
    if not 0 < start < FEW_CUSTOMERS:
        return []
    stayed = inputs["customers_end"] - inputs["customers_new"]
    voice = material.voice
    return [
        material.words("report.economics.few_customers", count=voice.number(stayed, 0), whole=voice.number(start, 0))
    ]


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


def _unknown(material: Material) -> list[tuple[str, Figure]]:
    """Figures that are not known, by name, without those that only stand in the annex."""
    named = [(spec, figure_of(material.assessment.economics, spec.name)) for spec in SPECS]
    return [
        (material.words(f"report.figure.{spec.name}.name"), figure)
        for spec, figure in named
        if figure.value is None and spec.name not in _ANNEX_ONLY
    ]


def _reasons(material: Material) -> list[Spans]:
    """Each reason of its own once, with the figures it keeps from us."""
    names: dict[str, list[str]] = {}
    for name, figure in _unknown(material):
        if figure.note not in _PLAIN_NOTES and _has_note(material, figure.note):
            names.setdefault(figure.note, []).append(name)
    return [
        (*bold(f"{'; '.join(named)}: "), *text(material.words(f"report.note.{note_}")))
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
        names = [name for name, figure in _unknown(material) if question.code in figure.missing]
        if names:
            needs[question.title] = names
    return needs


def _assumptions(material: Material) -> tuple[Block, ...]:
    words, voice, figures = material.words, material.voice, material.assessment.economics
    lines = [
        words("report.economics.discount", rate=voice.percent(figures.discount_rate)),
        words("report.economics.years"),
    ]
    if figures.retention.value is not None:
        how = "repeat" if "repeat_rate" in figures.retention.inputs else "counted"
        lines.append(words(f"report.economics.retention_{how}"))
    lines.append(words("report.economics.rounding"))
    title = Heading(2, words("report.economics.assumptions"), "economics-assumptions")
    return (title, bullets(text(line) for line in lines), note(words("report.economics.own_numbers")))


def effect_words(material: Material, effect: Decimal | None) -> str:
    """What a gap is worth per year on the client's own numbers, or "" when that is not known."""
    return "" if effect is None else material.words("report.sum.per_year", money=material.voice.money(effect, 0))
