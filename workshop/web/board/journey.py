"""Panels about the journey: scores per phase, the radar, the six questions, attention and channels."""

from decimal import Decimal
from typing import Final

from workshop.domain.journey import Matrix, Phase
from workshop.domain.scoring import PhaseScore, Score
from workshop.report.chapters.attention import attention as attention_chapter
from workshop.report.chapters.phase_scores import phase_scores
from workshop.report.charts import heat, radar
from workshop.report.charts.chart import Chart
from workshop.report.charts.gauges import Gauge
from workshop.report.material import Material
from workshop.web.board.panel import Desk, Figure, Grid, Panel, tables_in
from workshop.web.board.scores import drawn_gauges, first_question, inline, score_gauge, score_words, share

FEEDING: Final = ("channel_use", "hours_per_phase", "eur_per_phase", "channels", "touchpoints", "messages")
"""Questions that most of a phase score is read from."""
_FITS: Final = frozenset({"strong", "fair"})


def phases(desk: Desk) -> Panel:
    """The score of each phase with its range."""
    material = desk.material
    scores = [one.score for one in material.assessment.phases]
    if not any(one.certainty for one in scores):
        return desk.missing("phases", FEEDING, desk.t("phases.unknown"))
    rows = [score_gauge(name, one, material.voice) for name, one in zip(numbered(material), scores, strict=True)]
    says = _best_and_worst(desk) or desk.t("phases.unknown")
    picture = drawn_gauges(rows, desk.t("phases.title"), says)
    ask = None if all(one.value is not None for one in scores) else desk.missing("phases", FEEDING).ask
    return Panel(
        "phases",
        desk.t("phases.title"),
        says,
        (Figure(picture),),
        desk.t("scale"),
        tables_in(phase_scores(material)),
        ask=ask,
    )


def _best_and_worst(desk: Desk) -> str:
    """Say which phase does best and which is weakest; "" while none is known."""
    voice, known = desk.material.voice, _known(desk.material)
    if not known:
        return ""
    high, low = max(known, key=_value), min(known, key=_value)
    most, least = voice.number(_value(high), 0), voice.number(_value(low), 0)
    if most == least:
        return desk.t("phases.same", most=most)
    return desk.t("phases.says", high=voice.phase(high.phase), most=most, low=voice.phase(low.phase), least=least)


def _known(material: Material) -> list[PhaseScore]:
    return [one for one in material.assessment.phases if one.score.value is not None]


def _value(phase: PhaseScore) -> Decimal:
    return phase.score.value or Decimal(0)


def numbered(material: Material) -> tuple[str, ...]:
    """Return the phases as "1 Bewustwording": pictures with little room show only the number."""
    return tuple(f"{at} {one.name}" for at, one in enumerate(material.assessment.model.phases, start=1))


def around(desk: Desk) -> Panel:
    """The scores round a circle: those of the phases, or of the six questions where a model has fewer than three."""
    material = desk.material
    names, scores = _spokes(material)
    known = [one.value for one in scores if one.value is not None]
    if len(scores) < radar.LEAST or len(known) < 2:
        return desk.missing("radar", FEEDING, desk.t("radar.too_few"))
    says = desk.t("radar.says", n=material.voice.number(max(known) - min(known), 0))
    told = "; ".join(f"{name}: {score_words(one, material.voice)}" for name, one in zip(names, scores, strict=True))
    picture = radar.radar([share(one.value) for one in scores], desk.t("radar.title"), told)
    rows = tuple((name, score_words(one, material.voice)) for name, one in zip(names, scores, strict=True))
    table = Grid((desk.visit.words("report.column.phase"), desk.t("phases.score")), rows)
    figures, legend = (Figure(inline(picture)),), tuple(name.partition(" ")[2] for name in names)
    return Panel("radar", desk.t("radar.title"), says, figures, desk.t("radar.reading"), (table,), legend=legend)


def _spokes(material: Material) -> tuple[tuple[str, ...], tuple[Score, ...]]:
    assessment = material.assessment
    if len(assessment.phases) >= radar.LEAST:
        return numbered(material), tuple(one.score for one in assessment.phases)
    texts = {one.id: one.text for one in material.questionnaire.selftests}
    tests = [one for one in assessment.selftests if one.id in texts]
    names = tuple(f"{at} {texts[one.id]}" for at, one in enumerate(tests, start=1))
    return names, tuple(one.score for one in tests)


def selftests(desk: Desk) -> Panel | None:
    """The six questions of the self-test with their scores; nothing where a questionnaire has none."""
    material, voice = desk.material, desk.material.voice
    texts = {one.id: one.text for one in material.questionnaire.selftests}
    scores = [(texts[one.id], one.score) for one in material.assessment.selftests if one.id in texts]
    if not scores:
        return None
    if not any(one.certainty for _, one in scores):
        return desk.missing("selftests", ("last_interview", *FEEDING))
    known = sum(one.value is not None for _, one in scores)
    says = desk.t("selftests.says", known=str(known), n=str(len(scores)))
    picture = drawn_gauges(
        (score_gauge(first_question(text), one, voice) for text, one in scores), desk.t("selftests.title"), says
    )
    rows = tuple((text, score_words(one, voice), voice.verdict(one)[0]) for text, one in scores)
    heads = (desk.t("selftests.question"), desk.t("phases.score"), desk.t("phases.verdict"))
    return Panel(
        "selftests", desk.t("selftests.title"), says, (Figure(picture),), desk.t("scale"), (Grid(heads, rows),)
    )


def attention(desk: Desk) -> Panel:
    """What each phase gets of the time and money, beside what it deserves."""
    material, known = desk.material, desk.material.assessment.attention
    blocks = attention_chapter(material)
    chart = next((one for one in blocks if isinstance(one, Chart)), None)
    if chart is None:
        return desk.missing("attention", ("hours_per_phase", "eur_per_phase"))
    rows = [
        _shared(desk, name, known.shares[phase.id], known.targets[phase.id])
        for name, phase in zip(numbered(material), material.assessment.model.phases, strict=True)
    ]
    picture = drawn_gauges(rows, desk.t("attention.title"), chart.conclusion)
    figures, note = (Figure(picture),), desk.t("attention.mark")
    return Panel("attention", desk.t("attention.title"), chart.conclusion, figures, note, (_shares(desk),))


def _shares(desk: Desk) -> Grid:
    """What each phase gets and deserves, as percentages, and what comes of it: its score."""
    material, known = desk.material, desk.material.assessment.attention
    rows = tuple(
        (
            phase.name,
            _percent(desk, known.shares[phase.id]),
            _percent(desk, known.targets[phase.id]),
            score_words(scored.score, material.voice),
        )
        for phase, scored in zip(material.assessment.model.phases, material.assessment.phases, strict=True)
    )
    heads = map(desk.visit.words, ("report.column.phase", "chart.attention.given", "chart.attention.target"))
    return Grid((*heads, desk.t("phases.score")), rows)


def _percent(desk: Desk, share: Decimal | None) -> str:
    return desk.t("not_known") if share is None else desk.material.voice.percent(share, 0)


def _shared(desk: Desk, name: str, given: Decimal | None, target: Decimal) -> Gauge:
    voice = desk.material.voice
    said = "?" if given is None else voice.percent(given, 0)
    return Gauge(name, said, None if given is None else float(given), mark=float(target))


def channels(desk: Desk) -> Panel:
    """How heavily each channel is used in each phase, and whether it suits that phase."""
    material, matrix = desk.material, desk.material.assessment.reading.matrix
    if matrix is None or not matrix.levels:
        return desk.missing("heat", ("channel_use", "channels"))
    rows = [heat.Row(material.voice.channel(one), _spots(material, matrix, one)) for one in matrix.levels]
    rows = [one for one in rows if any(spot.level != 0 for spot in one.spots)]
    if not rows:
        return desk.missing("heat", ("channel_use", "channels"), desk.t("heat.unused"))
    bad = sum(bool(spot.level) and not spot.fits for row in rows for spot in row.spots)
    says = desk.plural("heat.misfits", bad) if bad else desk.t("heat.fits")
    picture = inline(heat.heat(rows, desk.t("heat.title"), says))
    return Panel(
        *("heat", desk.t("heat.title"), says, (Figure(picture),), desk.t("heat.reading"), (_uses(desk, matrix),)),
        size="double",
        legend=tuple(one.name for one in material.assessment.model.phases),
    )


def _spots(material: Material, matrix: Matrix, channel: str) -> tuple[heat.Spot, ...]:
    assessment = material.assessment
    return tuple(
        heat.Spot(matrix.level(channel, one.blocks), assessment.reading.fit(channel, one) in _FITS)
        for one in assessment.model.phases
    )


def _uses(desk: Desk, matrix: Matrix) -> Grid:
    """Per channel in which phases it is used, how heavily and how it fits: "Aankoop: gewoon, past goed"."""
    phases_shown = desk.material.assessment.model.phases
    rows = []
    for channel in matrix.levels:
        told = "; ".join(use for phase in phases_shown if (use := _use(desk, matrix, channel, phase)))
        rows.append((desk.material.voice.channel(channel), told or desk.t("heat.nowhere")))
    return Grid((desk.t("heat.channel"), desk.t("heat.where")), tuple(rows))


def _use(desk: Desk, matrix: Matrix, channel: str, phase: Phase) -> str:
    """Say how a channel is used in a phase; "" where it is not."""
    level = matrix.level(channel, phase.blocks)
    if level is None:
        return f"{phase.name}: {desk.t('not_known')}"
    if level == 0:
        return ""
    use, fit = desk.visit.words(f"report.level.l{level}"), desk.material.assessment.reading.fit(channel, phase)
    return f"{phase.name}: {desk.t('heat.level', use=use, fit=desk.t(f'heat.fit.{fit}'))}"
