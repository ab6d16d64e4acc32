"""A questionnaire and its rules that say "u": every text is retold, except what somebody else said.

What stays: the six questions of the self-test, quotations of a source, example answers, and codes.
"""

from collections.abc import Callable
from dataclasses import replace

from workshop.domain.finding import Rule, Rules
from workshop.domain.journey import Phase, PhaseModel
from workshop.domain.questionnaire import Check, Choice, Page, Question, Questionnaire, Section

Tell = Callable[[str], str]
"""How one Dutch text is retold."""


def retold_questionnaire(questionnaire: Questionnaire, tell: Tell) -> Questionnaire:
    """Return the questionnaire with every text as `tell` says it."""
    return replace(
        questionnaire,
        title=tell(questionnaire.title),
        introduction=tell(questionnaire.introduction),
        needs=tuple(map(tell, questionnaire.needs)),
        sections=tuple(_section(one, tell) for one in questionnaire.sections),
        models=tuple(_model(one, tell) for one in questionnaire.models),
        channels=tuple(replace(one, name=tell(one.name), reason=tell(one.reason)) for one in questionnaire.channels),
    )


def retold_rules(rules: Rules, tell: Tell) -> Rules:
    """Return the rules with every text as `tell` says it."""
    return replace(
        rules,
        gaps=tuple(_gap(one, tell) for one in rules.gaps),
        strengths=tuple(replace(one, title=tell(one.title), text=tell(one.text)) for one in rules.strengths),
        thresholds=tuple(replace(one, title=tell(one.title), text=tell(one.text)) for one in rules.thresholds),
    )


def _section(section: Section, tell: Tell) -> Section:
    pages = tuple(_page(page, tell) for page in section.pages)
    return replace(section, title=tell(section.title), help=tell(section.help), pages=pages)


def _page(page: Page, tell: Tell) -> Page:
    questions = tuple(_question(one, tell) for one in page.questions)
    return replace(page, title=tell(page.title), questions=questions)


def _question(question: Question, tell: Tell) -> Question:
    return replace(
        question,
        title=tell(question.title),
        help=tell(question.help),
        why=tell(question.why),
        prompt=tell(question.prompt),
        find=tell(question.find),
        choices=tuple(_choice(one, tell) for one in question.choices),
        fields=tuple(_question(one, tell) for one in question.fields),
        checks=tuple(Check(one.condition, tell(one.message)) for one in question.checks),
    )


def _choice(choice: Choice, tell: Tell) -> Choice:
    return replace(choice, text=tell(choice.text))


def _model(model: PhaseModel, tell: Tell) -> PhaseModel:
    phases = tuple(_phase(one, tell) for one in model.phases)
    return replace(model, name=tell(model.name), description=tell(model.description), phases=phases)


def _phase(phase: Phase, tell: Tell) -> Phase:
    return replace(
        phase,
        name=tell(phase.name),
        description=tell(phase.description),
        functional_need=tell(phase.functional_need),
        emotional_need=tell(phase.emotional_need),
        do=tuple(map(tell, phase.do)),
        do_not=tuple(map(tell, phase.do_not)),
    )


def _gap(rule: Rule, tell: Tell) -> Rule:
    return replace(
        rule,
        title=tell(rule.title),
        explanation=tell(rule.explanation),
        advice=tell(rule.advice),
        first_step=tell(rule.first_step),
        measure=tell(rule.measure),
        example=tell(rule.example),
    )
