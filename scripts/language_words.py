"""What the reference of the language says about keys, placeholders and answers, beside what the code knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from workshop.content import models_reader, questions_reader, reader, rules_reader, session_reader
from workshop.content.header import Keys
from workshop.domain.finding import Focus
from workshop.domain.questionnaire import QuestionType


@dataclass(frozen=True, slots=True)
class Heading:
    """A place where keys stand; `own` renames keys that mean something else here."""

    title: str
    keys: Keys
    own: Mapping[str, str] = field(default_factory=dict)


HEADINGS = (
    Heading("Head of questionnaire.md", reader.HEAD_KEYS),
    Heading("Head of rules.md, phase-models.md and session.md", reader.BESIDE_HEAD_KEYS),
    Heading("Question `##`", questions_reader.QUESTION_KEYS),
    Heading("Field `###` of a group or per_phase", questions_reader.FIELD_KEYS),
    Heading("Gap rule", rules_reader.GAP_KEYS),
    Heading("Strong point", rules_reader.STRENGTH_KEYS),
    Heading("Threshold", rules_reader.THRESHOLD_KEYS, {"source": "source of a threshold"}),
    Heading("Phase model `#`", models_reader.MODEL_KEYS),
    Heading("Phase `##`", models_reader.PHASE_KEYS, {"kind": "kind of phase"}),
    Heading("Part `###` of a run sheet", session_reader.PART_KEYS, {"minutes": "minutes of a part"}),
    Heading(
        "Help with a section `##`",
        session_reader.HELP_KEYS,
        {"prompt": "prompt for a section", "blocks": "blocks of a section"},
    ),
)

KEYS: Mapping[str, tuple[str, str]] = {
    "id": ("text", "name of the folder; the same in every file"),
    "title": ("text", "title of the file"),
    "version": ("text", "answers are kept with the version of questionnaire.md they were given to"),
    "language": ("two letters", "language of the texts, such as `nl`"),
    "default model": ("code of a model", "phase model that a new dossier starts with"),
    "needs": ("text", "something to have at hand"),
    "sample": ("text", "name of the example in `examples/` whose report people see before they start"),
    "setting NAME": ("number", "a number the sums use"),
    "selftest N": ("text", "a self-test question, printed word for word"),
    "selftest N score": ("", "the score that answers it"),
    "selftest N source": ("file name", "the source text it comes from"),
    "type": ("", "what kind of answer; needed"),
    "page": ("Title {code}", "this question starts a new page"),
    "source": ("file names", "source text, one or more"),
    "source of a threshold": ("text", "source text, the tag of a paper, or `own choice`"),
    "unit": ("", "unit of a number"),
    "between": ("0 and 100", "lowest and highest answer, both included, as typed"),
    "whole": ("yes or no", "whole numbers only (default no)"),
    "evidence": ("yes or no", "also ask what the answer rests on (default no)"),
    "unknown": ("yes or no", "offer “I don't know” (default yes)"),
    "not applicable": ("yes or no", "offer “not applicable” (default yes)"),
    "ask when": ("condition", "ask only while this is true"),
    "check": ("condition", "must not be false; directly above its `check says:`"),
    "check says": ("text", "what to say when the check is false"),
    "why": ("Markdown", "why we ask"),
    "example": ("text", "an example answer"),
    "prompt": ("Markdown", "a prompt for whoever leads the session"),
    "find": ("Markdown", "how to find the answer"),
    "minutes": ("whole number 1–600", "how long finding it takes"),
    "rows": ("", "the rows are the catalogue; without it they are the choices"),
    "rows from": ("code", "show only rows chosen in this earlier question, or field as `group.field`"),
    "always": ("codes", "rows that are shown in any case"),
    "at most": ("whole number 1–1000", "items in a group, or total of a count"),
    "choices": ("", "the choices are the rows of the catalogue"),
    "nobody": ("phrases, with commas", "words that mean “none” in a text"),
    "length": ("", "`full`: asked in the full session only (a quick scan asks it once it holds an answer)"),
    "optional": ("yes or no", "may be left blank: it never counts as still open"),
    "editor": ("", "page where the group is filled in, in place of a question page"),
    "when": ("condition", "the rule fires while this is true; needed"),
    "severity": ("whole number 1–4", "1 tip, 4 critical; needed"),
    "severity N when": ("condition", "another severity while this is true; the first that holds counts"),
    "ease": ("whole number 1–5", "1 a project, 5 today and free; needed"),
    "root cause": ("", "the three first things have three causes; needed"),
    "root cause NAME when": ("condition", "another root cause while this is true"),
    "quote": ("text", "the sentence of the source, word for word"),
    "for each": ("", "walk over these in place of once for the business"),
    "numeric": ("yes or no", "one severity lower when a number is only an estimate"),
    "phase": ("", "where the gap is shown"),
    "effect": ("sum", "euros per year"),
    "level": ("", "whether the advice improves the whole chain or one contact moment"),
    "absorbs": ("rule codes, with `when` and a condition if need be", "rules that this one hides"),
    "defers": ("rule codes, with `when` and a condition if need be", "rules that wait because of this one"),
    "show NAME as KIND": ("condition or sum", "an extra placeholder for the texts"),
    "value": ("number", "the threshold itself; a percentage as a fraction: `0.75`"),
    "kind": ("", "what it is compared with; `percent` is a fraction 0–1"),
    "blocks": ("", "building blocks of the phase; each in at most one phase of a model; needed"),
    "stages": ("", "columns of the catalogue that tell which channels fit; needed"),
    "kind of phase": ("", "how it is drawn (default column)"),
    "functional need": ("text", "what a customer needs here"),
    "emotional need": ("text", "what a customer wants to feel here"),
    "do": ("text", "what to do in this phase"),
    "do not": ("text", "what not to do in this phase"),
    "minutes of a part": ("whole number 1–240", "how long the part takes; needed"),
    "sections": ("codes", "sections of the questionnaire that the part is about"),
    "questions": ("codes", "questions of those sections that come first"),
    "look at": ("", "page to look at together"),
    "prompt for a section": ("text", "question to ask aloud; needed"),
    "listen": ("text", "what to listen for; needed"),
    "pitfall": ("text", "what to beware of; needed"),
    "blocks of a section": ("", "building blocks that the section is about; none for the whole journey"),
}
"""Key → what kind of value, and what it means."""

FOCUS_MEANINGS: Mapping[Focus, str] = {
    Focus.BUSINESS: "once; this is what a rule without `for each:` does",
    Focus.PHASE: "for every phase of the model in view",
    Focus.CHANNEL: "for every channel that was named",
    Focus.CELL: "for every channel in every phase",
    Focus.TOUCHPOINT: "for every touchpoint on the map of today; `phase` is the phase it lies in",
}

PLACEHOLDERS: Mapping[str, str] = {
    "phase": "the name of the phase",
    "channel": "the name of the channel",
    "touchpoint": "the name of the touchpoint",
    "also": "the other places where the rule fired",
    "strong_channels": "up to three channels that suit the phase, those in use first",
    "better_phase": "a phase that suits the channel",
    "top_channel": "the channel that most of the last ten customers came through",
    "customer_channels": "the channels that customers use themselves in the phase",
}


class Said(NamedTuple):
    """How an answer to one type of question is written."""

    schema: str
    example: str


ANSWERS: Mapping[QuestionType, Said] = {
    QuestionType.CHOICE: Said("string: one of the codes", '"b2b"'),
    QuestionType.CHOICES: Said("array of strings: codes, each once, at least one", '["shop", "webshop"]'),
    QuestionType.SCALE: Said("integer: one of the codes", "2"),
    QuestionType.NUMBER: Said("number, within `between`", "12.5"),
    QuestionType.AMOUNT: Said("number, within `between`", "42"),
    QuestionType.PERCENT: Said("number as typed, within `between`: 55 for 55 %", "55"),
    QuestionType.YES_NO: Said("boolean", "true"),
    QuestionType.TEXT: Said("string, not empty", '"Sanne"'),
    QuestionType.DATE: Said("string: year-month-day", '"2026-11-22"'),
    QuestionType.DIVISION: Said("object: phase or block → number", '{"before_sale": 6, "after_sale": 2}'),
    QuestionType.MATRIX: Said("object: row → object: phase or block → integer 0–3", '{"website": {"before_sale": 2}}'),
    QuestionType.GROUP: Said("array of objects: field → VALUE; `[]` says there are none", '[{"channel": "website"}]'),
    QuestionType.COUNT: Said("object: row → whole number, together at most `at most`", '{"website": 4}'),
    QuestionType.PER_PHASE: Said("object: phase or block → object: field → VALUE", '{"b4": {"message": "Welkom"}}'),
}
