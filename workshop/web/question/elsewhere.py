"""What another window typed for a question and what is no answer yet, in words."""

from collections.abc import Mapping

from workshop.domain.answer import Answer
from workshop.domain.entry import parse_entry
from workshop.domain.questionnaire import Page, Question
from workshop.report.voice import Voice
from workshop.web.dossier.check import said
from workshop.web.fields.drafts import language_of, typed_elsewhere
from workshop.web.fields.entries import read_entry
from workshop.web.visit import Visit


def elsewhere(visit: Visit, page: Page) -> Mapping[str, str]:
    """Return it for each question of a page of which two windows typed something else."""
    drafts = visit.dossier.drafts
    found = {one.code: _in_words(visit, one) for one in page.questions if one.code in drafts}
    return {code: text for code, text in found.items() if text}


def _in_words(visit: Visit, question: Question) -> str:
    sent = typed_elsewhere(visit.dossier.drafts[question.code])
    if not sent:
        return ""
    entry = read_entry(question, question.code, sent, visit.questionnaire, visit.model)
    language = language_of(sent, visit.language)
    read = parse_entry(question, entry, visit.questionnaire, visit.model, language)
    if isinstance(read, Answer):
        return said(question, read, Voice(visit.words, visit.questionnaire, visit.model))
    own = (text for name, text in sent.items(multi=True) if name == question.code or name.startswith(question.code))
    return ", ".join(filter(None, (text.strip() for text in own))) or visit.words("web.autosave.emptied")
