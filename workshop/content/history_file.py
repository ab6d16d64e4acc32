"""The history of a dossier as it stands in an answers file: the answers it began with, and what each save made of them.

Only what came of a save is written. What stood there before follows from the saves before it, so that a file cannot
tell two stories, and is half as long.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop.content.moment import read_moment
from workshop.content.trail_file import MOST_NAMED, is_code
from workshop.domain.answer import Answer, Problem
from workshop.domain.dossier import LONGEST_WHO, clean_who
from workshop.domain.edit import Answers, Edit
from workshop.domain.journey import PhaseModel
from workshop.domain.plain import from_plain, to_plain
from workshop.domain.questionnaire import Question, Questionnaire
from workshop.domain.validity import echo, refuse_unknown

MOST_EDITS: Final = 5000
"""The most saves in a file."""
MOST_CHARACTERS: Final = 2_000_000
"""The most characters that the saves take in a file; older ones are left out."""
MOST_NUMBER: Final = 10**9
_PARTS: Final = frozenset({"start", "edits"})
_KEYS: Final = frozenset({"number", "at", "who", "page", "undoes", "answers"})
_INDENT: Final = 6
"""How far a save stands from the left in a file."""

Problems = tuple[Problem, ...]


def plain_history(edits: Sequence[Edit], questionnaire: Questionnaire) -> dict[str, object]:
    """Return a history, the oldest save first, as `read_history` reads it back.

    Left out are answers to questions that are gone from the questionnaire, and of a very long history its beginning.
    """
    questions = {one.code: one for one in questionnaire.questions}
    kept = list(_newest(edits, questions))[::-1]
    start: dict[str, Answer | None] = {}
    for edit, _ in kept:
        start = {**edit.before, **start}
    return {"start": _plain(start, questions, gone=False), "edits": [plain for _, plain in kept]}


def _newest(edits: Sequence[Edit], questions: Mapping[str, Question]) -> Iterator[tuple[Edit, dict[str, object]]]:
    room = MOST_CHARACTERS
    for edit in reversed(edits[-MOST_EDITS:]):
        plain = _plain_edit(edit, questions)
        text = json.dumps(plain, ensure_ascii=False, indent=2)
        room -= len(text.encode()) + _INDENT * (text.count("\n") + 1)
        if room < 0:
            return
        if plain["answers"]:
            yield edit, plain


def _plain_edit(edit: Edit, questions: Mapping[str, Question]) -> dict[str, object]:
    return {
        "number": edit.number,
        "at": edit.at.isoformat(),
        "who": edit.who,
        "page": edit.page,
        **({"undoes": edit.undoes} if edit.undoes else {}),
        "answers": _plain(edit.after, questions, gone=True),
    }


def _plain(answers: Answers, questions: Mapping[str, Question], *, gone: bool) -> dict[str, object]:
    """Write answers by code; with `gone` one that was taken away is null."""
    return {
        code: None if answer is None else to_plain(questions[code], answer)
        for code, answer in answers.items()
        if code in questions and (gone or answer is not None)
    }


def read_history(raw: object, questionnaire: Questionnaire, model: PhaseModel) -> tuple[tuple[Edit, ...], Problems]:
    """Read the saves under "history"; a problem points into it: "history.edits.2.answers.hours"."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("edits", []), list):
        return (), (Problem("history", "trail_file.history", {}),)
    saves: list[object] = raw.get("edits", [])
    if len(saves) > MOST_EDITS:
        return (), (Problem("history.edits", "trail_file.room", {"most": str(MOST_EDITS), "given": str(len(saves))}),)
    strange = tuple(Problem(f"history.{echo(str(one))}", "trail_file.unknown", {}) for one in raw if one not in _PARTS)
    reader = _Reader({one.code: one for one in questionnaire.questions}, questionnaire, model)
    state, wrong = reader.answers(raw.get("start", {}), "history.start")
    problems = [*strange, *wrong]
    edits: list[Edit] = []
    for number, save in enumerate(saves, start=1):
        edit, wrong = reader.edit(save, f"history.edits.{number}", edits[-1].number if edits else 0, state)
        problems.extend(wrong)
        if len(problems) > MOST_NAMED:
            break
        if edit is not None:
            edits.append(edit)
            state = {**state, **edit.after}
    return (() if problems else tuple(edits)), tuple(problems)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads saves against one questionnaire."""

    questions: Mapping[str, Question]
    questionnaire: Questionnaire
    model: PhaseModel

    def edit(self, raw: object, where: str, after: int, state: Answers) -> tuple[Edit | None, Problems]:
        """Read a save whose number is above `after`, in a dossier whose answers are `state`."""
        if not isinstance(raw, Mapping):
            return None, (Problem(where, "trail_file.edit", {}),)
        answers, wrong = self.answers(raw.get("answers"), f"{where}.answers")
        problems = (*_wrong(raw, where, after), *wrong)
        at = read_moment(raw.get("at"))
        if problems or at is None:
            return None, problems
        before = {code: state.get(code) for code in answers}
        who, page = clean_who(str(raw.get("who", ""))), str(raw.get("page", ""))
        return Edit(int(raw["number"]), at, who, page, before, answers, int(raw.get("undoes", 0))), ()

    def answers(self, raw: object, where: str) -> tuple[dict[str, Answer | None], Problems]:
        """Read answers by code; null is one that was taken away."""
        if not isinstance(raw, Mapping):
            return {}, (Problem(where, "answer.expected_answers", {}),)
        found: dict[str, Answer | None] = {}
        problems: list[Problem] = []
        for code, one in raw.items():
            if len(problems) > MOST_NAMED:
                break
            answer = self._answer(str(code), one, where)
            if isinstance(answer, tuple):
                problems.extend(answer)
            else:
                found[str(code)] = answer
        return found, tuple(problems)

    def _answer(self, code: str, raw: object, where: str) -> Answer | Problems | None:
        if code not in self.questions:
            return refuse_unknown(f"{where}.{echo(code)}", code, self.questions).problems
        if raw is None:
            return None
        read = from_plain(self.questions[code], raw, self.questionnaire, self.model)
        return read if isinstance(read, Answer) else tuple(_placed(read, where))


def _wrong(raw: Mapping[str, object], where: str, after: int) -> Iterator[Problem]:
    yield from (Problem(f"{where}.{echo(str(key))}", "trail_file.unknown", {}) for key in raw if key not in _KEYS)
    number, who = raw.get("number"), raw.get("who", "")
    if not _is_number(number, after + 1):
        yield Problem(f"{where}.number", "trail_file.number", {"after": str(after), "most": str(MOST_NUMBER)})
    elif not _is_number(raw.get("undoes", 0), 0) or int(str(raw.get("undoes", 0))) >= int(str(number)):
        yield Problem(f"{where}.undoes", "trail_file.undoes", {})
    if read_moment(raw.get("at")) is None:
        yield Problem(f"{where}.at", "note_file.at", {})
    if not isinstance(who, str):
        yield Problem(f"{where}.who", "note_file.text", {})
    elif len(who) > LONGEST_WHO:
        yield Problem(f"{where}.who", "note_file.too_long", {"most": str(LONGEST_WHO)})
    if not is_code(raw.get("page", "")):
        yield Problem(f"{where}.page", "trail_file.page", {})


def _is_number(raw: object, least: int) -> bool:
    return isinstance(raw, int) and not isinstance(raw, bool) and least <= raw <= MOST_NUMBER


def _placed(problems: Iterable[Problem], where: str) -> Iterator[Problem]:
    for one in problems:
        yield Problem(f"{where}.{one.where}", one.key, one.values)
