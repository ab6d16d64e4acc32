"""What this report is about: the target, the next look, the months and sources of the figures, and who took part."""

from workshop.report.answers import chosen_words, in_line
from workshop.report.chapters.parts import bullets, label
from workshop.report.chapters.said import Fact, said
from workshop.report.document import Block
from workshop.report.material import Material
from workshop.report.spans import bold, text


def scope(material: Material) -> tuple[Block, ...]:
    """A few lines with what is known of it; a quick scan asks none of this."""
    words = material.words
    found = tuple((words(f"chapter.scope.{key}"), given) for key, given in _facts(material) if given)
    if not found:
        return ()
    return (label(words("chapter.scope.title")), bullets((*bold(f"{what}: "), *text(given)) for what, given in found))


def _facts(material: Material) -> tuple[Fact, ...]:
    words = material.words
    walked = said(material, "walked_on") if material.assessment.reading.says("walked") else ""
    found = said(material, "walked_found")
    return (
        ("target", _target(material)),
        ("review_on", said(material, "review_on")),
        ("period", _period(material)),
        ("figures", _in_one_line(material, "figures_from")),
        ("participants", said(material, "participants") or _in_one_line(material, "involved")),
        ("walked", " – ".join(filter(None, (walked and words("chapter.scope.on", date=walked), found)))),
    )


def _target(material: Material) -> str:
    words = material.words
    keys = ("target_retention", "target_revenue")
    return words.join([words(f"chapter.scope.{key}", value=given) for key in keys if (given := said(material, key))])


def _period(material: Material) -> str:
    start, end = said(material, "period_start"), said(material, "period_end")
    return material.words("chapter.scope.months", start=start, end=end) if start and end else ""


def _in_one_line(material: Material, code: str) -> str:
    """What was ticked, as a sentence sums up: "de kassa en mijn eigen schatting"."""
    question, codes = material.questionnaire.question(code), material.assessment.reading.codes(code)
    if question is None or not codes:
        return ""
    return material.words.join([in_line(chosen_words(question, one, material.voice)) for one in codes])
