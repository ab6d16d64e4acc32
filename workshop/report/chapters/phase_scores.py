"""The score of each phase as a chart with its range, and the same in a table with the gaps found there."""

from collections.abc import Sequence
from decimal import Decimal

from workshop.domain.scoring import HUNDRED, PhaseScore
from workshop.report.chapters.gaps import severity_cell
from workshop.report.chapters.parts import cell
from workshop.report.charts.chart import Axis, Chart, ChartKind, Series
from workshop.report.document import Block, Cell, Column, ColumnKind, Table
from workshop.report.material import Gap, Material

NO_GAPS = "–"


def phase_scores(material: Material) -> tuple[Block, ...]:
    """A chart while at least one score is known, and always the table."""
    return (*_chart(material), _table(material))


def gravest(found: Sequence[Gap]) -> Gap:
    """The gravest of these gaps; the most urgent of equals."""
    return max(found, key=lambda gap: gap.finding.severity)


def _chart(material: Material) -> tuple[Chart, ...]:
    words, voice, phases = material.words, material.voice, material.assessment.phases
    values = tuple(one.score.value for one in phases)
    if not any(value is not None for value in values):
        return ()
    scores = Series(
        words("report.bars.score"),
        values,
        low=tuple(p.score.low for p in phases),
        high=tuple(p.score.high for p in phases),
    )
    return (
        Chart(
            ChartKind.RANGE,
            words("report.bars.caption", model=material.assessment.model.name),
            _conclusion(material),
            tuple(voice.phase(one.phase) for one in phases),
            (scores,),
            values=Axis(least=Decimal(0), most=HUNDRED),
        ),
    )


def _conclusion(material: Material) -> str:
    """The highest and the lowest phase with their scores."""
    words, voice = material.words, material.voice
    known = [one for one in material.assessment.phases if one.score.value is not None]
    high, low = max(known, key=_value), min(known, key=_value)
    said = {"high": voice.phase(high.phase), "most": voice.score(high.score)}
    if low.score.value == high.score.value:
        return words("report.bars.conclusion_same", **said)
    return words("report.bars.conclusion", **said, low=voice.phase(low.phase), least=voice.score(low.score))


def _value(phase: PhaseScore) -> Decimal:
    return phase.score.value or Decimal(0)


def _table(material: Material) -> Table:
    words = material.words
    columns = (
        Column(words("report.bars.phase"), width=4),
        Column(words("report.bars.score"), ColumnKind.NUMBER, 3),
        Column(words("report.bars.verdict"), ColumnKind.WORDS, 4),
        Column(words("report.bars.gaps"), ColumnKind.WORDS, 2),
    )
    rows = tuple(_row(material, one) for one in material.assessment.phases)
    return Table(columns, rows, words("report.bars.table"), words("report.bars.summary"))


def _row(material: Material, phase: PhaseScore) -> tuple[Cell, ...]:
    voice = material.voice
    word, tone = voice.verdict(phase.score)
    said = material.words("report.bars.skipped") if phase.skipped else word
    found = [gap for gap in material.fired if gap.finding.phase == phase.phase]
    gaps = cell(str(len(found)), severity_cell(gravest(found)).tone) if found else cell(NO_GAPS)
    return (cell(voice.phase(phase.phase)), cell(voice.span(phase.score)), cell(said, tone), gaps)
