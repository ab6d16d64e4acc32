"""Na de aankoop: promise and reality beside the limit they are compared with, and what keeps customers."""

from collections.abc import Iterator
from typing import Final

from workshop.report.chapters.parts import cell, label, paragraph
from workshop.report.chapters.said import Fact, fact_line, facts, said
from workshop.report.document import Block, Column, Heading, Table
from workshop.report.material import Material

_LIMITS: Final = (
    ("on_time_share", "least_on_time"),
    ("complaint_hours", "slow_complaint_hours"),
    ("solved_first_time", "least_solved_first"),
    ("contacts_between", "good_contacts"),
)
"""Each answer with the threshold of the rules that it is compared with."""
_BOND: Final = (
    *("welcome", "retention_tools", "follow_up_offer", "follow_up_share", "winback", "leave_reasons"),
    *("referral_share", "asks_referral", "reachable_share", "money_is_in"),
)


def after_purchase(material: Material) -> tuple[Block, ...]:
    """What the client promised and does, then how he keeps in touch."""
    compared = tuple(_compared(material))
    measured = tuple(row for row in compared if row[2])
    bond = (*((what, given) for what, given, limit in compared if not limit), *facts(material, *_BOND))
    if not (measured or bond):
        return ()
    words = material.words
    return (
        Heading(1, words("chapter.after.title"), "after-purchase"),
        paragraph(words(f"chapter.after.{'introduction' if measured else 'introduction_bond'}")),
        *_table(material, measured),
        *_kept(material, bond),
    )


def limits_shown(material: Material) -> frozenset[str]:
    """The thresholds that stand in this chapter."""
    known = material.assessment.response.known
    shown = {limit for code, limit in _LIMITS if known(code)}
    return frozenset(shown | ({"silence_factor"} if known("longest_silence_days") and known("days_to_next") else set()))


def _table(material: Material, rows: tuple[tuple[str, str, str], ...]) -> tuple[Block, ...]:
    if not rows:
        return ()
    words = material.words
    widths = (("about", 4), ("answered", 4), ("limit", 5))
    columns = tuple(Column(words(f"chapter.column.{key}"), width=width) for key, width in widths)
    cells = tuple(tuple(cell(part) for part in row) for row in rows)
    return (Table(columns, cells, words("chapter.after.caption"), words("chapter.after.summary")),)


def _compared(material: Material) -> Iterator[tuple[str, str, str]]:
    yield from _delivery(material)
    for code, limit in _LIMITS:
        if given := said(material, code):
            yield material.words(f"chapter.label.{code}"), given, _limit(material, code, limit)
    yield from _silence(material)


def _limit(material: Material, code: str, threshold: str) -> str:
    """The threshold in words; "" when the rules have none under this name."""
    found = next((one for one in material.rules.thresholds if one.code == threshold), None)
    if found is None:
        return ""
    voice = material.voice
    value = voice.percent(found.value) if found.kind == "percent" else voice.number(found.value)
    return material.words(f"chapter.limit.{code}", limit=value)


def _delivery(material: Material) -> Iterator[tuple[str, str, str]]:
    """What was promised is the limit for what really happens."""
    words, promised, real = material.words, said(material, "promised_days"), said(material, "real_days")
    if real and promised:
        yield words("chapter.label.real_days"), real, words("chapter.limit.real_days", promised=promised)
    elif real or promised:
        yield words(f"chapter.label.{'real_days' if real else 'promised_days'}"), real or promised, ""


def _silence(material: Material) -> Iterator[tuple[str, str, str]]:
    """The longest silence beside the usual time between two purchases."""
    words, voice = material.words, material.voice
    silence, usual = said(material, "longest_silence_days"), material.assessment.reading.number("days_to_next")
    factor = material.rules.values.get("silence_factor")
    if silence:
        limit = ""
        if usual is not None and factor is not None:
            most, days = voice.quantity(factor * usual // 1, "days"), voice.quantity(usual, "days")
            limit = words("chapter.limit.longest_silence_days", most=most, factor=voice.number(factor), usual=days)
        yield words("chapter.label.longest_silence_days"), silence, limit
    elif usual is not None:
        yield words("chapter.label.days_to_next"), voice.quantity(usual, "days"), ""


def _kept(material: Material, bond: tuple[Fact, ...]) -> tuple[Block, ...]:
    if not bond:
        return ()
    return (label(material.words("chapter.after.bond.title")), *fact_line(bond))
