"""In één oogopslag: the whole advice on one page."""

from collections.abc import Sequence

from workshop.domain.scoring import PhaseScore
from workshop.report import prose
from workshop.report.certainty import explained
from workshop.report.chapters.gaps import severity_cell
from workshop.report.chapters.parts import bullets, label, labelled, note, paragraph
from workshop.report.chapters.said import said
from workshop.report.document import (
    Bar,
    Bars,
    Block,
    Callout,
    CalloutKind,
    Card,
    FormField,
    FormFields,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    ParagraphStyle,
    Simple,
)
from workshop.report.material import Gap, Material
from workshop.report.spans import Span, Spans, bold, text

GOAL = "goal"
OWN_GOAL = "goal_other"
MOST_STRENGTHS = 2
MOST_UNKNOWNS = 3


def glance(material: Material) -> tuple[Block, ...]:
    """Goal, scores, three priorities, what goes well and what is not known yet."""
    words = material.words
    return (
        Heading(1, words("report.glance.title"), "glance"),
        *_goal(material),
        _figures(material),
        *_certainty(material),
        phase_bars(material),
        *_gravest(material),
        *_priorities(material),
        *_goes_well(material),
        *_not_known(material),
    )


def phase_bars(material: Material) -> Bars:
    """A bar per phase, with its range and a word; the lowest phase is named in the summary."""
    words, assessment = material.words, material.assessment
    bars = tuple(_bar(material, phase) for phase in assessment.phases)
    said = "; ".join(bar.summary for bar in bars)
    lowest = {"lowest": material.voice.phase(assessment.lowest)} if assessment.lowest else {}
    key = "summary" if lowest else "summary_no_lowest"
    return Bars(
        (
            words("report.bars.phase"),
            words("report.bars.bar"),
            words("report.bars.score"),
            words("report.bars.verdict"),
            words("report.bars.gaps"),
        ),
        bars,
        words("report.bars.caption", model=assessment.model.name),
        words(f"report.bars.{key}", phases=said, **lowest),
        words("report.bars.legend"),
    )


def _bar(material: Material, phase: PhaseScore) -> Bar:
    voice = material.voice
    word, tone = voice.verdict(phase.score)
    name, shown = voice.phase(phase.phase), voice.span(phase.score)
    said = material.words("report.bars.skipped") if phase.skipped else word
    score, found = phase.score, [gap for gap in material.fired if gap.finding.phase == phase.phase]
    summary = f"{name}: {shown}, {said}"
    if not found:
        return Bar(name, score.value, score.low, score.high, shown, said, tone, summary)
    summary += f", {material.words.plural('report.bars.found', len(found))}"
    worst = severity_cell(gravest(found)).tone
    return Bar(name, score.value, score.low, score.high, shown, said, tone, summary, str(len(found)), worst)


def gravest(found: Sequence[Gap]) -> Gap:
    """The gravest of these gaps; the most urgent of equals."""
    return max(found, key=lambda gap: gap.finding.severity)


def _gravest(material: Material) -> tuple[Block, ...]:
    """In which phase the gravest gap is, and how many gaps belong to no phase: they stand in no row above."""
    words = material.words
    placed = [gap for gap in material.fired if gap.finding.phase]
    elsewhere = len(material.fired) - len(placed)
    said: Spans = ()
    if placed:
        worst = gravest(placed)
        said = text(words("report.glance.gravest", phase=material.voice.phase(worst.finding.phase)))
        said += (Span(worst.title.rstrip("."), link=f"#{worst.link}"), *text("."))
    if elsewhere:
        said += text(f"{' ' if said else ''}{words.plural('report.glance.whole_business', elsewhere)}")
    return (Paragraph(said),) if said else ()


def _certainty(material: Material) -> tuple[Block, ...]:
    said = explained(material)
    return (note(said),) if said else ()


def _goal(material: Material) -> tuple[Block, ...]:
    question = material.questionnaire.question(GOAL)
    if question is None or not material.assessment.response.known(GOAL):
        return ()
    own = said(material, OWN_GOAL).rstrip(". ") or material.answer(question)
    goal = material.words("report.glance.goal", goal=own)
    goal = goal.removesuffix(".") if own.endswith(("?", "!")) else goal
    return (Paragraph(text(goal), ParagraphStyle.LEAD),)


def _figures(material: Material) -> KeyFigures:
    words, voice, total = material.words, material.voice, material.assessment.total
    word, tone = voice.verdict(total)
    if total.value is None:
        first = KeyFigure(voice.span(total), words("report.glance.total_unknown"))
    else:
        first = KeyFigure(voice.score(total), words("report.glance.total", verdict=word), tone)
    lowest = next((one for one in material.assessment.phases if one.phase == material.assessment.lowest), None)
    figures = [first, KeyFigure(voice.certainty(total), words("report.glance.certainty"))]
    if lowest is not None and lowest.score.value is not None:
        said = words("report.glance.lowest", score=voice.score(lowest.score))
        figures.append(KeyFigure(voice.phase(lowest.phase), said, voice.verdict(lowest.score)[1]))
    return KeyFigures(tuple(figures), words("report.glance.figures"))


def _priorities(material: Material) -> tuple[Block, ...]:
    words = material.words
    if not material.top:
        key = "many_unknown" if material.assessment.total.value is None else "none"
        return (Callout(CalloutKind.NOTE, words("report.glance.no_gaps"), (paragraph(words(f"report.glance.{key}")),)),)
    cards = (_card(material, gap, number) for number, gap in enumerate(material.top, start=1))
    more = (*text(words("report.glance.all_gaps")), Span(words("report.gaps.title"), link="#gaps"), *text("."))
    title = words.plural("report.glance.priorities", len(material.top))
    return (label(title), *cards, Paragraph(more, ParagraphStyle.NOTE))


def _card(material: Material, gap: Gap, number: int) -> Card:
    words = material.words
    blocks: list[Simple] = [Paragraph(gap.why)]
    if gap.first_step:
        blocks.append(labelled(words("report.glance.first_step"), gap.first_step))
    blocks.append(owner_and_date(material, words("report.glance.priority", number=str(number))))
    return Card(str(number), gap.title, tuple(blocks))


def owner_and_date(material: Material, about: str) -> FormFields:
    """Two fields to fill in: who does it and when it is done."""
    words = material.words
    owner, when = words("report.form.owner"), words("report.form.date")
    return FormFields((FormField(owner, f"{owner}, {about}"), FormField(when, f"{when}, {about}", is_date=True)))


def _goes_well(material: Material) -> tuple[Block, ...]:
    strong = material.strengths[:MOST_STRENGTHS]
    if not strong:
        return ()
    items = ((*bold(f"{one.title.rstrip('.')}. "), *prose.opening(one.text, 45)) for one in strong)
    return (Callout(CalloutKind.GOOD, material.words("report.glance.goes_well"), (bullets(items),)),)


def _not_known(material: Material) -> tuple[Block, ...]:
    words, assessment = material.words, material.assessment
    codes = (*assessment.unknown, *assessment.unanswered)
    if not codes:
        return ()
    first = [question.title for code in codes[:MOST_UNKNOWNS] for question in material.questions((code,))]
    items = [text(title) for title in first]
    if len(codes) > len(first):
        items.append(text(words.plural("report.glance.more_unknown", len(codes) - len(first))))
    return (Callout(CalloutKind.ATTENTION, words("report.glance.not_known"), (bullets(items),)),)
