"""An assessment for other programs (JSON) and for a terminal (text)."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from workshop.domain.assessment import Assessment
from workshop.domain.finding import Finding, FindingStatus, Rules
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.scoring import Score
from workshop.language.messages import Words
from workshop.language.numbers import format_money, format_number, format_percent

CENTS, TENTHS, FINE = Decimal("0.01"), Decimal("0.1"), Decimal("0.0001")
ECONOMICS: Mapping[str, tuple[str, Decimal]] = {
    "retention": ("percent", FINE),
    "margin_per_year": ("money", CENTS),
    "first_margin": ("money", CENTS),
    "acquisition_cost": ("money", CENTS),
    "payback_orders": ("number", FINE),
    "clv_excl": ("money", CENTS),
    "clv_incl": ("money", CENTS),
    "clv5": ("money", CENTS),
    "clv5_to_cac": ("number", FINE),
    "break_even_retention": ("percent", FINE),
}
"""The figures that are printed, how a person reads them, and how finely they are rounded."""


def rounded(value: Decimal | None, unit: Decimal) -> float | None:
    """Round half up for JSON; an unknown figure stays null."""
    return None if value is None else float(value.quantize(unit, rounding=ROUND_HALF_UP))


def as_json(assessment: Assessment, questionnaire: Questionnaire) -> Mapping[str, object]:
    """Return the assessment as plain data: scores 0–100 to a tenth, euros to the cent, rates 0–1."""
    figures = {name: getattr(assessment.economics, name).value for name in ECONOMICS}
    return {
        "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
        "model": assessment.model.id,
        "phases": [
            {"id": one.phase, "name": phase.name, **_score(one.score)}
            for one, phase in zip(assessment.phases, assessment.model.phases, strict=True)
        ],
        "total": _score(assessment.total),
        "balance": rounded(assessment.attention.balance, CENTS),
        "economics": {name: rounded(figures[name], unit) for name, (_, unit) in ECONOMICS.items()},
        "findings": [_finding(one) for one in assessment.findings],
        "priorities": list(assessment.priorities),
    }


def _score(score: Score) -> Mapping[str, float | None]:
    values = {"score": score.value, "low": score.low, "high": score.high, "certainty": score.certainty}
    return {name: rounded(value, TENTHS) for name, value in values.items()}


def _finding(finding: Finding) -> Mapping[str, object]:
    return {
        "id": finding.id,
        "status": finding.status.value,
        "severity": finding.severity,
        "ease": finding.ease,
        "priority": finding.priority,
        "phase": finding.phase or None,
        "evidence": list(finding.evidence),
    }


def as_text(assessment: Assessment, rules: Rules, words: Words) -> str:
    """Return the assessment as lines for a terminal."""
    lines = [words("cli.assess.phases")]
    for one, phase in zip(assessment.phases, assessment.model.phases, strict=True):
        lines.append(f"  {phase.name:<24}{_score_text(one.score, words)}")
    lines += [f"  {words('cli.assess.total'):<24}{_score_text(assessment.total, words)}", ""]
    lines.append(words("cli.assess.economics"))
    for name, (kind, _) in ECONOMICS.items():
        value = getattr(assessment.economics, name).value
        lines.append(f"  {words(f'cli.figure.{name}'):<44}{_figure_text(value, kind, words)}")
    lines += ["", words("cli.assess.findings")]
    lines += [f"  {_finding_text(one, assessment, rules, words)}" for one in assessment.findings] or [
        f"  {words('cli.assess.no_findings')}"
    ]
    return "\n".join(lines)


def _score_text(score: Score, words: Words) -> str:
    numbers = {
        "low": format_number(score.low, words.language, 0),
        "high": format_number(score.high, words.language, 0),
        "certainty": format_number(score.certainty, words.language, 0),
    }
    if score.value is None:
        return words("cli.assess.not_shown", **numbers)
    return words("cli.assess.score", score=format_number(score.value, words.language, 0), **numbers)


def _figure_text(value: Decimal | None, kind: str, words: Words) -> str:
    if value is None:
        return words("cli.assess.unknown")
    if kind == "money":
        return format_money(value, words.language)
    if kind == "percent":
        return format_percent(value, words.language, 1)
    return format_number(value, words.language, 2)


def _finding_text(finding: Finding, assessment: Assessment, rules: Rules, words: Words) -> str:
    rule = rules.gap(finding.id)
    title = rule.title if rule else ""
    phase = assessment.model.phase(finding.phase)
    title = title.replace("{phase}", phase.name if phase else "")
    status = words(f"cli.assess.status.{finding.status.value}")
    first = " *" if finding.status is FindingStatus.FIRED and finding in assessment.top else ""
    priority = "" if finding.priority is None else f" ({finding.priority})"
    return f"{finding.id}  {status}{priority}{first}  {title}"
