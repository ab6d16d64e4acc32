"""Questions with one answer: a field to type in, a list to choose from, or something to tick."""

from dataclasses import replace
from typing import Final

from workshop.domain.answer import Evidence
from workshop.domain.entry import NO, YES, Entry
from workshop.domain.questionnaire import Question, QuestionType
from workshop.web.drawing.context import LONG_LIST, Drawing, ids
from workshop.web.drawing.echo import echo, echo_when_other
from workshop.web.drawing.views import Box, Option, QuestionView
from workshop.web.fields.entries import ONE_OF, STATUS_VALUES, part_name

NUMERIC: Final = frozenset({QuestionType.NUMBER, QuestionType.AMOUNT, QuestionType.PERCENT})
_TWO_COLUMNS: Final = 9
FOLDING: Final = 20
"""More things to tick than this fold away under one line."""
_SHORT_EXAMPLE: Final = 24
"""A text whose example is this short is a name: one line is enough."""


def typed(drawing: Drawing, question: Question, bare: QuestionView, entry: Entry) -> QuestionView:
    """Draw a number, amount, percentage, date or text."""
    before, after = drawing.unit(question)
    numeric = question.type in NUMERIC
    say, told = (echo_when_other if bare.small else echo), bool(bare.errors or bare.draft)
    read = say(drawing, question, entry.text, told=told) if numeric else ""
    box = Box(
        bare.id,
        bare.name,
        entry.text,
        prefix=before,
        suffix=after,
        size="s" if numeric else "m" if question.type is QuestionType.DATE else "l",
        mode="decimal" if numeric else "",
        lines=_lines(question),
        described=ids(bare, question.help and "uitleg", after and "eenheid", read and "gelezen"),
        errors=bare.errors,
        echo=read,
    )
    return replace(bare, box=box)


def listed(drawing: Drawing, question: Question, bare: QuestionView, entry: Entry) -> QuestionView:
    """Draw a long list to choose one from."""
    blank = Option("", bare.name, "", drawing.words("web.question.choose"))
    options = (blank, *_options(drawing, question, bare.name, entry))
    described = ids(bare, question.help and "uitleg")
    return replace(bare, box=Box(bare.id, bare.name, options=options, described=described, errors=bare.errors))


def ticked(drawing: Drawing, question: Question, bare: QuestionView, entry: Entry) -> QuestionView:
    """Draw radio buttons or check boxes; "weet ik niet" is one of the radio buttons."""
    options = _options(drawing, question, bare.name, entry)
    one = question.type in ONE_OF
    first = options[0].id if options else bare.id
    folds = len(options) > FOLDING
    if folds or bare.small:  # these are sent many times on a page: only what a link may lead to has an id
        options = (options[0], *(replace(option, id="") for option in options[1:]))
    chosen = sum(option.checked for option in options)
    return replace(
        bare,
        kind="pick",
        input="radio" if one else "checkbox",
        look=_look(question, options),
        options=options,
        fold=drawing.words("web.question.fold", n=str(chosen)) if folds else "",
        others=tuple(replace(option, name=bare.name) for option in bare.status) if one else (),
        status=() if one else bare.status,
        described=ids(bare, question.help and "uitleg"),
        target=first,
    )


def status(drawing: Drawing, question: Question, name: str, entry: Entry) -> tuple[Option, ...]:
    """Draw "weet ik niet" and "n.v.t.", as far as the question takes them."""
    takes = {"unknown": question.takes_unknown, "not_applicable": question.takes_not_applicable}
    return tuple(
        Option(
            f"{name}{value}" if name == question.code else "",
            part_name(name, "status"),
            value,
            drawing.words(f"web.question.{said}"),
            entry.status is said,
        )
        for value, said in STATUS_VALUES.items()
        if takes[said]
    )


def evidence(drawing: Drawing, question: Question, name: str, entry: Entry) -> Box | None:
    """Draw what an answer rests on, where that is asked."""
    if not question.asks_evidence:
        return None
    field = part_name(name, "evidence")
    levels = [(str(int(level)), drawing.words(f"web.evidence.{level.name.lower()}")) for level in Evidence]
    pairs = [("", drawing.words("web.question.choose")), *levels]
    options = tuple(Option("", field, code, text, code == entry.evidence) for code, text in pairs)
    return Box(field, field, options=options)


def _options(drawing: Drawing, question: Question, name: str, entry: Entry) -> tuple[Option, ...]:
    if question.type is QuestionType.YES_NO:
        pairs = [(YES, drawing.words("web.question.yes")), (NO, drawing.words("web.question.no"))]
    else:
        pairs = [(choice.code, choice.text) for choice in question.choices]
    return tuple(
        Option(part_name(name, code), name, code, text, entry.status is None and code in entry.chosen)
        for code, text in pairs
    )


def _look(question: Question, options: tuple[Option, ...]) -> str:
    if question.type is QuestionType.SCALE:
        return "scale"
    short = len(options) == 2 and all(len(option.label) <= LONG_LIST for option in options)
    return "two" if short or len(options) >= _TWO_COLUMNS else ""


def _lines(question: Question) -> int:
    """Give a text room for sentences, unless its example is no longer than a name."""
    if question.type is not QuestionType.TEXT or 0 < len(question.example) <= _SHORT_EXAMPLE:
        return 0
    return 3
