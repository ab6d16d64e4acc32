"""The answers file: a whole response as JSON, read whole or not at all."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Final, Protocol, cast

from workshop.content.hand_file import plain_changes, read_changes
from workshop.content.history_file import plain_history, read_history
from workshop.content.json_text import doubled_keys, parse
from workshop.content.notes_file import plain_notes, read_notes
from workshop.content.trail_file import MOST_NAMED, plain_drafts, plain_session, read_drafts, read_page, read_session
from workshop.domain.answer import Answer, Problem
from workshop.domain.contradictions import contradictions
from workshop.domain.dossier import MOST_CLIENT, NO_TRAIL, Trail, clean_client
from workshop.domain.hand import Change
from workshop.domain.journey import PhaseModel
from workshop.domain.note import NO_SESSION, Note
from workshop.domain.plain import from_plain, to_plain
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.response import Length, Response
from workshop.domain.validity import Refused, echo, refuse, refuse_unknown
from workshop.language.tongue import Address, Language, language_named

MOST_CHARACTERS: Final = 4_000_000
"""The longest answers file that is read."""
_KEYS: Final = (
    *("questionnaire", "version", "language", "address", "model", "length", "on"),
    *("client", "answers", "expect", "hand", "notes", "page", "drafts", "session", "history"),
)

Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """What a file holds: the answers, what a consultant changed in their report, the notes of a session, the trail."""

    response: Response
    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    trail: Trail = NO_TRAIL


class OtherVersion(ValueError):
    """Answers belong to questions (`codes`) that are gone from the questionnaire: writing them would lose them."""

    def __init__(self, questionnaire: str, codes: tuple[str, ...]) -> None:
        super().__init__(f"These answers belong to another version of '{questionnaire}': {', '.join(codes)}.")
        self.codes = codes


class HasQuestionnaire(Protocol):
    """The part of a bundle that answers are read against."""

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire in one language."""


def read(text: str, bundle_for: Callable[[str, str], HasQuestionnaire]) -> Response | Problems:
    """Read the answers of a file, as `read_whole` does."""
    found = read_whole(text, bundle_for)
    return found.response if isinstance(found, Whole) else found


def read_whole(text: str, bundle_for: Callable[[str, str], HasQuestionnaire]) -> Whole | Problems:
    """Read a file and name every mistake in it; `bundle_for(id, language)` raises LookupError when unknown.

    Problems point into the file: "answers.hours_per_phase.b4"; "" is the file as a whole.
    """
    raw = _parse(text)
    if isinstance(raw, tuple):
        return raw
    problems = [Problem(path, "answer.key_twice", {"given": key}) for path, key in doubled_keys(raw)]
    strange = islice((key for key in raw if key not in _KEYS), MOST_NAMED)
    problems += [problem for key in strange for problem in refuse_unknown(echo(key), key, _KEYS).problems]
    name, client_problems = _client(raw.get("client", {}))
    problems.extend(client_problems)
    questionnaire = _questionnaire(raw, bundle_for)
    if isinstance(questionnaire, tuple):
        return (*problems, *questionnaire)
    model, model_problems = _model(raw, questionnaire)
    problems.extend(model_problems)
    length, on, address = _length(raw), _day(raw), _address(raw)
    problems.extend(problem for one in (length, on, address) if isinstance(one, Refused) for problem in one.problems)
    answers, answer_problems = _answers(raw, questionnaire, model)
    problems.extend(answer_problems)
    changes, hand_problems = read_changes(raw.get("hand", []))
    notes, note_problems = read_notes(raw.get("notes", []))
    trail, trail_problems = _trail(raw, questionnaire, model)
    problems.extend((*hand_problems, *note_problems, *trail_problems))
    if problems or isinstance(length, Refused) or isinstance(on, Refused) or isinstance(address, Refused):
        return tuple(problems)
    pinned = (questionnaire.id, questionnaire.version, model.id, questionnaire.language)
    response = Response(*pinned, name, answers, length, on, address)
    return tuple(map(_in_answers, contradictions(questionnaire, response))) or Whole(response, changes, notes, trail)


def write(
    response: Response,
    questionnaire: Questionnaire,
    changes: tuple[Change, ...] = (),
    notes: tuple[Note, ...] = (),
    trail: Trail = NO_TRAIL,
) -> str:
    """Write a response so that reading it back gives the same; keys sorted, divisions in building blocks.

    Raises OtherVersion when it holds answers, or drafts, of questions that the questionnaire no longer has.
    """
    held = response.answers.keys() | {key.partition(".")[0] for key in trail.drafts}
    strange = sorted(held - {question.code for question in questionnaire.questions})
    if strange:
        raise OtherVersion(questionnaire.id, tuple(strange))
    answers = {
        question.code: to_plain(question, answer)
        for question in questionnaire.questions
        if (answer := response.get(question.code)) is not None
    }
    whole = {
        "questionnaire": response.questionnaire,
        "version": response.version,
        "language": str(response.language),
        **({"address": str(response.address)} if response.address is Address.U else {}),
        "model": response.model,
        "length": str(response.length),
        **({"on": response.on.isoformat()} if response.on else {}),
        "client": {"name": response.client},
        "answers": answers,
        **({"hand": plain_changes(changes)} if changes else {}),
        **({"notes": plain_notes(notes)} if notes else {}),
        **_plain_trail(trail, questionnaire),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _plain_trail(trail: Trail, questionnaire: Questionnaire) -> dict[str, object]:
    return {
        **({"page": trail.page} if trail.page else {}),
        **({"drafts": plain_drafts(trail.drafts)} if trail.drafts else {}),
        **({"session": plain_session(trail.session)} if trail.session != NO_SESSION else {}),
        **({"history": plain_history(trail.edits, questionnaire)} if trail.edits else {}),
    }


def _trail(raw: Mapping[str, object], questionnaire: Questionnaire, model: PhaseModel) -> tuple[Trail, Problems]:
    page, page_problems = read_page(raw.get("page", ""))
    drafts, draft_problems = read_drafts(raw.get("drafts", {}), [one.code for one in questionnaire.questions])
    session, session_problems = read_session(raw.get("session", {}))
    edits, edit_problems = read_history(raw.get("history", {}), questionnaire, model)
    return Trail(page, drafts, session, edits), (*page_problems, *draft_problems, *session_problems, *edit_problems)


def _length(raw: Mapping[str, object]) -> Length | Refused:
    given = raw.get("length", str(Length.QUICK))
    if isinstance(given, str) and given in set(Length):
        return Length(given)
    return refuse_unknown("length", _given(given), tuple(Length))


def _address(raw: Mapping[str, object]) -> Address | Refused:
    given = raw.get("address", str(Address.JE))
    if isinstance(given, str) and given in set(Address):
        return Address(given)
    return refuse_unknown("address", _given(given), tuple(Address))


def _day(raw: Mapping[str, object]) -> date | None | Refused:
    """Read the day on which the answers are judged."""
    given = raw.get("on")
    try:
        return None if given is None else date.fromisoformat(str(given))
    except ValueError:
        return refuse("on", "answer.expected_date")


def _parse(text: str) -> dict[str, object] | Problems:
    if len(text) > MOST_CHARACTERS:
        return refuse("", "answer.file_too_long", most=str(MOST_CHARACTERS)).problems
    try:
        raw = parse(text)
    except json.JSONDecodeError as error:
        return refuse("", "answer.not_json", line=str(error.lineno), column=str(error.colno)).problems
    except RecursionError:
        return refuse("", "answer.not_an_answers_file").problems
    if not isinstance(raw, dict):
        return refuse("", "answer.not_an_answers_file").problems
    return cast("dict[str, object]", raw)


def _client(raw: object) -> tuple[str, Problems]:
    if not isinstance(raw, Mapping):
        return "", refuse("client", "answer.expected_client").problems
    unknown = islice((key for key in raw if key != "name"), MOST_NAMED)
    strange = [p for key in unknown for p in refuse_unknown(f"client.{echo(key)}", key, ("name",)).problems]
    name = raw.get("name", "")
    if not isinstance(name, str):
        return "", (*strange, *refuse("client.name", "answer.expected_text").problems)
    cleaned = clean_client(name)
    if len(cleaned) > MOST_CLIENT:
        values = {"length": str(len(cleaned)), "most": str(MOST_CLIENT)}
        return "", (*strange, Problem("client.name", "answer.too_long", values))
    return cleaned, tuple(strange)


def _questionnaire(
    raw: Mapping[str, object], bundle_for: Callable[[str, str], HasQuestionnaire]
) -> Questionnaire | Problems:
    said = raw.get("language", str(Language.NL))
    language = language_named(said) if isinstance(said, str) else None
    if language is None:
        return refuse_unknown("language", _given(said), tuple(Language)).problems
    questionnaire_id = raw.get("questionnaire")
    if not isinstance(questionnaire_id, str):
        return refuse("questionnaire", "answer.expected_questionnaire").problems
    try:
        questionnaire = bundle_for(questionnaire_id, language).questionnaire
    except LookupError:
        return refuse("questionnaire", "answer.unknown_questionnaire", given=echo(questionnaire_id)).problems
    if questionnaire.language != language:
        return refuse("language", "answer.no_such_language", given=language).problems
    version, current = _given(raw.get("version", questionnaire.version)), echo(questionnaire.version)
    if version != current:
        values = {"given": version, "current": current}
        return refuse("version", "answer.other_version", **values).problems
    return questionnaire


def _model(raw: Mapping[str, object], questionnaire: Questionnaire) -> tuple[PhaseModel, Problems]:
    """Return the model of the file; beside a mistake the default one, so that the answers can be read all the same."""
    given = raw.get("model", questionnaire.default_model)
    model = questionnaire.model(given) if isinstance(given, str) else None
    if model is not None:
        return model, ()
    known = tuple(one.id for one in questionnaire.models)
    default = questionnaire.model(questionnaire.default_model) or questionnaire.models[0]
    return default, refuse_unknown("model", _given(given), known).problems


def _answers(
    raw: Mapping[str, object], questionnaire: Questionnaire, model: PhaseModel
) -> tuple[Mapping[str, Answer], Problems]:
    said = raw.get("answers")
    if not isinstance(said, Mapping):
        return {}, refuse("answers", "answer.expected_answers").problems
    questions = {question.code: question for question in questionnaire.questions}
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for code, one in said.items():
        if len(problems) > MOST_NAMED:
            break
        if code not in questions:
            problems.extend(refuse_unknown(f"answers.{echo(code)}", code, questions).problems)
            continue
        answer = from_plain(questions[code], one, questionnaire, model)
        if isinstance(answer, Answer):
            answers[code] = answer
        else:
            problems.extend(map(_in_answers, answer))
    return answers, tuple(problems)


def _in_answers(problem: Problem) -> Problem:
    return Problem(f"answers.{problem.where}", problem.key, problem.values)


def _given(value: object) -> str:
    """Say what stands in the file where a text or number should stand."""
    match value:
        case str():
            return echo(value)
        case bool() | None:
            return json.dumps(value)
        case int() | Decimal():
            return echo(str(value))
        case _:
            return "{…}" if isinstance(value, Mapping) else "[…]"
