"""Reads one question, or one field of a group, from its heading."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from workshop.content.codes import Shape, check_code, check_unique, coded
from workshop.content.header import Header, Keys, split_phrases
from workshop.content.mistake import nearest
from workshop.content.notebook import Notebook, shorten
from workshop.content.scanner import Option, Piece
from workshop.domain.questionnaire import Channel, Check, Choice, Question, QuestionType, Unit
from workshop.domain.response import Length

FIELD_KEYS = Keys(
    plain=frozenset(
        {"type", "source", "unit", "between", "whole", "evidence", "unknown", "not applicable", "ask when"}
        | {"why", "example", "prompt", "find", "minutes", "rows", "rows from", "always", "at most"}
        | {"choices", "nobody", "length"}
    )
)
QUESTION_KEYS = Keys(FIELD_KEYS.plain | {"page", "editor", "optional"}, repeatable=frozenset({"check", "check says"}))
CATALOGUE = "channels"

_T = QuestionType
WITH_CHOICES = frozenset({_T.CHOICE, _T.CHOICES, _T.SCALE})
NUMERIC = frozenset({_T.NUMBER, _T.AMOUNT, _T.PERCENT})
_WITH_ROWS = frozenset({_T.MATRIX, _T.COUNT})
WITH_FIELDS = frozenset({_T.GROUP, _T.PER_PHASE})
NOT_IN_GROUP = frozenset({*WITH_FIELDS, _T.MATRIX, _T.DIVISION, _T.COUNT})
ONLY_FOR: Mapping[str, frozenset[QuestionType]] = {
    "between": NUMERIC | {_T.DIVISION},
    "whole": NUMERIC | {_T.DIVISION},
    "unit": NUMERIC | {_T.DIVISION},
    "rows": _WITH_ROWS,
    "rows from": _WITH_ROWS,
    "always": _WITH_ROWS,
    "at most": frozenset({_T.GROUP, _T.COUNT}),
    "choices": frozenset({_T.CHOICE, _T.CHOICES}),
    "nobody": frozenset({_T.TEXT}),
    "editor": frozenset({_T.GROUP}),
}
"""Keys that only some types take."""
_BETWEEN = re.compile(r"(\S+)\s+and\s+(\S+)")
_SCORE = re.compile(r"[0-9]{1,3}", re.ASCII)
_CHOICE_IN_PROSE = re.compile(r"- .*\{\w+\}\s*(?:=\s*\d+)?\s*", re.ASCII)


class Editor(StrEnum):
    """Pages other than a question page on which a group can be filled in."""

    MAP = "map"


@dataclass(frozen=True, slots=True)
class QuestionReader:
    """Reads questions of one file; `channels` are the rows that `choices: channels` stands for."""

    notebook: Notebook
    channels: tuple[Channel, ...]

    def read(self, piece: Piece, code: str, after_group: bool = False) -> Question:
        """Read a question with its choices and fields; one with a mistake in it is unsure.

        `after_group` tells that the question before it has fields: fields below this one may be its own.
        """
        header = Header(piece, self.notebook)
        before = len(self.notebook.mistakes)
        header.check(QUESTION_KEYS)
        if after_group and piece.children and header.text("type") not in WITH_FIELDS:
            self.notebook.note(piece.line, "field_as_question", title=shorten(piece.title))
            piece = replace(piece, children=())
            header = replace(header, piece=piece)
        question = self._question(header, code, "question")
        if len(self.notebook.mistakes) > before:
            self.notebook.unsure.add(code)
        return question

    def _question(self, header: Header, code: str, what: str) -> Question:
        piece = header.piece
        slipped = self._check_prose(piece)
        if not piece.title:
            self.notebook.note(piece.line, "missing_title", what=what, code=code)
        kind = self._type(header, code, what, slipped)
        low, high = self._between(header)
        return Question(
            code=code,
            title=piece.title,
            type=kind or QuestionType.TEXT,
            help=piece.prose,
            why=header.text("why"),
            example=header.text("example"),
            prompt=header.text("prompt"),
            find=header.text("find"),
            minutes=header.whole("minutes", 1, 600),
            source=header.text("source"),
            unit=header.word("unit", Unit),
            low=low,
            high=high,
            whole=header.yes("whole"),
            choices=self._choices(header, kind, slipped),
            fields=self._fields(piece, kind),
            rows=self._catalogue_name(header, "rows"),
            rows_from=header.text("rows from"),
            always=header.list("always"),
            at_most=header.whole("at most", 1, 1000),
            nobody=tuple(phrase.lower() for phrase in split_phrases(header.text("nobody"))),
            asks_evidence=header.yes("evidence"),
            takes_unknown=header.yes("unknown", otherwise=True),
            takes_not_applicable=header.yes("not applicable", otherwise=True),
            ask_when=header.expression(piece.entry("ask when")),
            full=header.word("length", Length) is Length.FULL,
            optional=header.yes("optional"),
            editor=header.word("editor", Editor) or "",
            checks=self._checks(header),
            line=piece.line,
        )

    def _type(self, header: Header, code: str, what: str, slipped: bool) -> QuestionType | None:
        """Read the type; without one nothing else is said about the question."""
        entry = header.piece.entry("type")
        if entry is None and not slipped:
            self.notebook.note(header.piece.line, "missing_type", what=what, code=code)
        kind = header.word("type", QuestionType)
        if kind is None:
            self.notebook.unsure.add(code)
            return None
        if what == "field" and kind in NOT_IN_GROUP and entry is not None:
            self.notebook.note(entry.line, "field_type", name=kind.value)
        for key, kinds in ONLY_FOR.items():
            at = header.piece.entry(key)
            if at is not None and kind not in kinds:
                known = ", ".join(sorted(kinds))
                self.notebook.note(at.line, "key_not_for_type", key=key, name=kind.value, known=known)
        return kind

    def _check_prose(self, piece: Piece) -> bool:
        """Report the first key or choice that slipped below a blank line, where it would be read as help text."""
        for line in piece.lines:
            key = line.text.partition(":")[0]
            if key in QUESTION_KEYS.all and line.text != key:
                self.notebook.note(line.number, "key_in_prose", key=key)
                return True
            if _CHOICE_IN_PROSE.fullmatch(line.text):
                self.notebook.note(line.number, "choice_in_prose", text=shorten(line.text))
                return True
        return False

    def _between(self, header: Header) -> tuple[Decimal | None, Decimal | None]:
        entry = header.piece.entry("between")
        if entry is None or not entry.value:
            return None, None
        match = _BETWEEN.fullmatch(entry.value)
        if match is None:
            self.notebook.note(entry.line, "bad_between", text=shorten(entry.value))
            return None, None
        low, high = (header.number(entry, part) for part in match.groups())
        if low is not None and high is not None and low > high:
            self.notebook.note(entry.line, "between_reversed", low=match[1], high=match[2])
            return None, None
        return low, high

    def _checks(self, header: Header) -> tuple[Check, ...]:
        """Pair each `check:` with the `check says:` on the next line."""
        says = {entry.line: entry for entry in header.all("check says")}
        misspelt = {entry.line for entry in header.piece.entries if not QUESTION_KEYS.knows(entry.key)}
        checks = []
        for entry in header.all("check"):
            message = says.pop(entry.line + 1, None)
            if message is None and entry.line + 1 not in misspelt:
                self.notebook.note(entry.line, "check_without_words")
            condition = header.expression(entry)
            if condition is not None and message is not None:
                checks.append(Check(condition, message.value))
        for lonely in (one for line, one in says.items() if line - 1 not in misspelt):
            self.notebook.note(lonely.line, "words_without_check")
        return tuple(checks)

    def _choices(self, header: Header, kind: QuestionType | None, slipped: bool) -> tuple[Choice, ...]:
        piece = header.piece
        if kind is not None and not self._takes_choices(header, kind):
            header.refuse_options()
            return ()
        if piece.entry("choices") is not None:
            return self._from_catalogue(header)
        if kind is not None and not piece.options and not slipped:
            self.notebook.note(piece.line, "no_choices", name=kind.value, code=piece.code or "")
        shape = Shape.NUMBER if kind is QuestionType.SCALE else Shape.SNAKE
        choices = [(self._choice(option, shape), option.line) for option in piece.options]
        found = [(choice, line) for choice, line in choices if choice is not None]
        check_unique(((choice.code, line) for choice, line in found), "choice", self.notebook)
        return tuple(choice for choice, _ in found)

    def _takes_choices(self, header: Header, kind: QuestionType) -> bool:
        """Tell whether choices belong here: the rows of a matrix or count may be its own choices."""
        return kind in WITH_CHOICES or (kind in _WITH_ROWS and header.piece.entry("rows") is None)

    def _from_catalogue(self, header: Header) -> tuple[Choice, ...]:
        header.refuse_options()
        if self._catalogue_name(header, "choices") != CATALOGUE:
            return ()
        return tuple(Choice(channel.id, channel.name) for channel in self.channels)

    def _catalogue_name(self, header: Header, key: str) -> str:
        """Read the name of a list of rows; the catalogue is the only one there is."""
        entry = header.piece.entry(key)
        if entry is None or entry.value in ("", CATALOGUE):
            return entry.value if entry else ""
        near = nearest(entry.value, (CATALOGUE,))
        self.notebook.note(entry.line, "unknown_word", key=key, name=entry.value, known=CATALOGUE, **near)
        return ""

    def _choice(self, option: Option, shape: Shape) -> Choice | None:
        code = check_code(option.code, option.line, "choice", option.text, self.notebook, shape)
        if code is None:
            return None
        if not option.text:
            self.notebook.note(option.line, "missing_title", what="choice", code=code)
        return Choice(code, option.text, self._score(option))

    def _score(self, option: Option) -> int | None:
        if option.score is None:
            return None
        if not _SCORE.fullmatch(option.score) or int(option.score) > 100:
            self.notebook.note(option.line, "bad_score", number=shorten(option.score))
            return None
        return int(option.score)

    def _fields(self, piece: Piece, kind: QuestionType | None) -> tuple[Question, ...]:
        if kind is not None and kind not in WITH_FIELDS:
            for child in piece.children[:1]:
                self.notebook.note(child.line, "fields_here", title=shorten(child.title))
            return ()
        if kind in WITH_FIELDS and not piece.children:
            self.notebook.note(piece.line, "no_fields", code=piece.code or "")
        fields = coded(piece.children, "field", self.notebook)
        doubled = check_unique(((code, child.line) for child, code in fields), "field", self.notebook)
        self.notebook.unsure |= doubled.keys()
        return tuple(self._field(child, code, f"{piece.code}.{code}") for child, code in fields)

    def _field(self, piece: Piece, code: str, owner: str) -> Question:
        header = Header(piece, self.notebook, owner)
        before = len(self.notebook.mistakes)
        header.check(FIELD_KEYS)
        field = self._question(header, code, "field")
        if len(self.notebook.mistakes) > before:
            self.notebook.unsure.add(code)
        return field
