"""In één oogopslag: the whole advice on one page."""

from workshop.report import prose
from workshop.report.certainty import explained
from workshop.report.chapters.gaps import comment
from workshop.report.chapters.own import task_fields
from workshop.report.chapters.parts import bullets, label, labelled, note, paragraph
from workshop.report.chapters.phase_scores import gravest, phase_scores
from workshop.report.chapters.said import said
from workshop.report.document import (
    Block,
    Callout,
    CalloutKind,
    Card,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    ParagraphStyle,
    Passage,
    Simple,
)
from workshop.report.material import Gap, Material
from workshop.report.spans import Span, Spans, bold, text

GOAL = "goal"
OWN_GOAL = "goal_other"
MANY_PHASES = 5
"""Above so many phases the page has room for less beside them: it stays one page."""
MOST_STRENGTHS = 2
MOST_UNKNOWNS = 3


def glance(material: Material) -> tuple[Block, ...]:
    """Goal, scores, three priorities, what goes well and what is not known yet."""
    words = material.words
    return (
        Heading(1, words("report.glance.title"), "glance"),
        *_goal(material),
        _figures(material),
        *phase_scores(material),
        *(() if _crowded(material) else _gravest(material)),
        *_priorities(material),
        *_goes_well(material),
        *_not_known(material),
        _certainty(material),
    )


def _crowded(material: Material) -> bool:
    return len(material.assessment.model.phases) > MANY_PHASES


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


def _certainty(material: Material) -> Paragraph:
    """Why the score is as certain as it is; else where its words are explained. The last line of the page."""
    return note(explained(material) or material.words("report.glance.guide"))


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
        return (label(words("report.glance.no_gaps")), paragraph(words(f"report.glance.{key}")))
    cards = (_card(material, gap, number) for number, gap in enumerate(material.top, start=1))
    title = words.plural("report.glance.priorities", len(material.top))
    more = (*text(words("report.glance.all_gaps")), Span(words("report.gaps.title"), link="#gaps"), *text("."))
    return (label(title), *cards, Paragraph(more, ParagraphStyle.NOTE))


def _card(material: Material, gap: Gap, number: int) -> Card:
    words, target = material.words, gap.anchor.replace("gap", "card", 1)
    said: list[Simple] = [Paragraph(gap.why)]
    if gap.first_step:
        said.append(labelled(words("report.glance.first_step"), gap.first_step))
    title = words("report.gaps.passage.card", gap=gap.title.rstrip("."))
    why = Passage(f"{target}.why", title, tuple(said), comment(gap))
    fields = task_fields(material, gap.task, words("report.glance.priority", number=str(number)), target)
    return Card(str(number), gap.title, (why, fields))


def _goes_well(material: Material) -> tuple[Block, ...]:
    strong = material.strengths[: MOST_STRENGTHS - _crowded(material)]
    if not strong:
        return ()
    items = ((*bold(f"{one.title.rstrip('.')}. "), *prose.opening(one.text, 45)) for one in strong)
    return (Callout(CalloutKind.GOOD, material.words("report.glance.goes_well"), (bullets(items),)),)


def _not_known(material: Material) -> tuple[Block, ...]:
    words, assessment = material.words, material.assessment
    codes = (*assessment.unknown, *assessment.unanswered)
    if not codes:
        return ()
    most = MOST_UNKNOWNS - _crowded(material)
    first = [question.title for code in codes[:most] for question in material.questions((code,))]
    items = [text(title) for title in first]
    if len(codes) > len(first):
        items.append(text(words.plural("report.glance.more_unknown", len(codes) - len(first))))
    return (Callout(CalloutKind.ATTENTION, words("report.glance.not_known"), (bullets(items),)),)
