"""What another window typed for a question and what is no answer yet, in words."""

from collections.abc import Collection, Iterator, Mapping

from werkzeug.datastructures import MultiDict

from workshop.domain.answer import Answer
from workshop.domain.entry import YES, Entry, parse_entry
from workshop.domain.questionnaire import Page, Question, QuestionType
from workshop.report.answers import chosen_words
from workshop.report.voice import Voice
from workshop.web.dossier.check import said
from workshop.web.fields.drafts import language_of, typed_elsewhere, typed_in
from workshop.web.fields.entries import read_entry
from workshop.web.visit import Visit


def elsewhere(visit: Visit, page: Page, answered: Collection[str] = ()) -> Mapping[str, str]:
    """Return it for each question of a page of which two windows typed something else.

    Of questions that were just `answered` here, a draft that is still kept is that of another window.
    """
    found = {one.code: _typed(visit, one, answered) for one in page.questions if one.code in visit.dossier.drafts}
    return {one.code: _in_words(visit, one, found[one.code]) for one in page.questions if found.get(one.code)}


def _typed(visit: Visit, question: Question, answered: Collection[str]) -> MultiDict[str, str]:
    draft = visit.dossier.drafts[question.code]
    return typed_in(draft) if question.code in answered else typed_elsewhere(draft)


def _in_words(visit: Visit, question: Question, sent: MultiDict[str, str]) -> str:
    entry = read_entry(question, question.code, sent, visit.questionnaire, visit.model)
    language, voice = language_of(sent, visit.language), Voice(visit.words, visit.questionnaire, visit.model)
    read = parse_entry(question, entry, visit.questionnaire, visit.model, language)
    if isinstance(read, Answer):
        return said(question, read, voice)
    return ", ".join(_words_in(question, entry, voice)) or visit.words("web.autosave.emptied")


def _words_in(question: Question, entry: Entry, voice: Voice) -> Iterator[str]:
    """Give all that was typed or chosen, without what it rests on."""
    yield from filter(None, (entry.text.strip(), *(text.strip() for text in entry.cells.values())))
    for code in filter(None, entry.chosen):
        yes_no = question.type is QuestionType.YES_NO
        yield (
            voice.words(f"report.answer.{'yes' if code == YES else 'no'}")
            if yes_no
            else chosen_words(question, code, voice)
        )
    for card in (*entry.items, *entry.phases.values()):
        for field in question.fields:
            yield from _words_in(field, card.get(field.code, Entry()), voice)
