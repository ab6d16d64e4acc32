"""Questions as a WTForms form: it reads and judges what was sent, and never draws. The only file that knows wtforms."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.form import BaseForm

from workshop.domain.answer import Answer, Problem
from workshop.domain.entry import Entry, parse_entry, show_entry
from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Question, Questionnaire
from workshop.language.tongue import Language
from workshop.web.fields.drafts import language_of
from workshop.web.fields.entries import read_entry
from workshop.web.fields.marks import read_stood
from workshop.web.fields.merging import Choice, merge

_NO_DRAFTS: Final[Mapping[str, MultiDict[str, str]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading an answer depends on besides the question."""

    questionnaire: Questionnaire
    model: PhaseModel
    language: Language


class QuestionField(Field):  # type: ignore[misc] # wtforms has no types
    """One question of a page, whatever its type."""

    def __init__(self, *, question: Question, setting: Setting, **bound: Any) -> None:
        super().__init__(label=question.code, **bound)
        self.question = question
        self.setting = setting
        self.before: Answer | None = None
        self.answer: Answer | None = None
        self.entry = Entry()
        self.problems: tuple[Problem, ...] = ()

    def process(self, formdata: MultiDict[str, str] | None, data: Any = None, extra_filters: Any = None) -> None:
        """Take what was sent, or else show the answer of before."""
        s = self.setting
        self.before = data if isinstance(data, Answer) else None
        if formdata is not None:
            self.entry = read_entry(self.question, self.name, formdata, s.questionnaire, s.model)
        elif self.before is not None:
            self.entry = show_entry(self.question, self.before, s.questionnaire, s.model, s.language)

    def hold(self, draft: MultiDict[str, str]) -> tuple[Problem, ...]:
        """Show a draft instead of the answer; returns what keeps it from being an answer.

        Numbers and days that can be read are written in the language of the page, when they were typed in another one.
        """
        s, typed_in = self.setting, language_of(draft, self.setting.language)
        self.process(draft, self.before)
        read = parse_entry(self.question, self.entry, s.questionnaire, s.model, typed_in, self.before)
        if isinstance(read, Answer) and typed_in != s.language:
            self.entry = show_entry(self.question, read, s.questionnaire, s.model, s.language)
        return read if isinstance(read, tuple) else ()

    def restore(self, stood: str) -> None:
        """Take the kept answer; what only this page changed in it stays."""
        s, mark, kept = self.setting, read_stood(stood), self.before
        read = parse_entry(self.question, self.entry, s.questionnaire, s.model, s.language, kept)
        if mark.open and not isinstance(read, tuple):
            kept = merge(self.question, mark, read, kept, Choice.THEIRS).answer
        self.entry = show_entry(self.question, kept, s.questionnaire, s.model, s.language)

    def validate(self, form: BaseForm, extra_validators: Sequence[Any] = ()) -> bool:
        """Read the answer; what is wrong with it stands in `problems`."""
        s = self.setting
        read = parse_entry(self.question, self.entry, s.questionnaire, s.model, s.language, self.before)
        self.problems = read if isinstance(read, tuple) else ()
        self.answer = None if isinstance(read, tuple) else read
        return not self.problems


class PageForm:
    """The questions of one page, as they stand in the dossier or as they were sent.

    A page that is only shown has the drafts instead of the answers, where there are any; `drafted` tells what keeps
    each of them from being an answer.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        setting: Setting,
        answers: Mapping[str, Answer],
        sent: MultiDict[str, str] | None = None,
        drafts: Mapping[str, MultiDict[str, str]] = _NO_DRAFTS,
    ) -> None:
        self.setting = setting
        self._marks: Mapping[str, str] = sent if sent is not None else {}
        fields = {one.code: QuestionField(question=one, setting=setting) for one in questions}
        self._form = BaseForm(fields)
        for code, field in self._form._fields.items():
            field.process(sent, answers.get(code))
        shown = drafts if sent is None else _NO_DRAFTS
        self.drafted = {code: field.hold(shown[code]) for code, field in self._form._fields.items() if code in shown}

    def change(self, code: str, change: Callable[[Entry], Entry]) -> None:
        """Rearrange what stands in a question before it is judged."""
        if code in self._form._fields:
            field = self._form._fields[code]
            field.entry = change(field.entry)

    def restore(self, code: str) -> None:
        """Put the kept answer back in the place of what was typed, where the page asked which of both stays."""
        if code in self._form._fields:
            self._form._fields[code].restore(self._marks.get(f"stand-{code}", ""))

    def validate(self) -> bool:
        """Judge every question; tells whether all answers can be kept."""
        return all([field.validate(self._form) for field in self._form._fields.values()])

    @property
    def readable(self) -> Mapping[str, Answer | None]:
        """The answers that were read and that nothing speaks against."""
        return {code: field.answer for code, field in self._form._fields.items() if not field.problems}

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Add what is wrong between answers of this page to the question that tells it."""
        for problem in problems:
            self._form._fields[problem.where.partition(".")[0]].problems += (problem,)

    @property
    def entries(self) -> Mapping[str, Entry]:
        """What stands in each question, as raw strings."""
        return {code: field.entry for code, field in self._form._fields.items()}

    @property
    def answers(self) -> Mapping[str, Answer | None]:
        """The answers that were read; None where nothing was filled in."""
        return {code: field.answer for code, field in self._form._fields.items()}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, in the order of the page."""
        return tuple(problem for field in self._form._fields.values() for problem in field.problems)
