"""The form of one touchpoint or one map: its fields in parts, judged and merged like any page of the wizard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from flask import url_for
from werkzeug.datastructures import MultiDict

from workshop.domain.answer import Answer, Item, Problem
from workshop.domain.map_edit import TOUCHPOINTS, Changes
from workshop.domain.questionnaire import Question, QuestionType
from workshop.domain.route import cut_fields
from workshop.report.voice import Voice
from workshop.web.dossier.check import said
from workshop.web.drawing.context import Drawing
from workshop.web.drawing.fields import listed
from workshop.web.drawing.questions import draw, mistakes
from workshop.web.drawing.views import Mistake, QuestionView
from workshop.web.fields.cards import press
from workshop.web.fields.drafts import drafts_in, language_of, marks_on
from workshop.web.fields.forms import PageForm, Setting
from workshop.web.fields.marks import WHOLE
from workshop.web.fields.stamps import ChangedElsewhere, asked_again, compare, settle, stamps_on
from workshop.web.map.keeping import asked
from workshop.web.map.spots import Spot
from workshop.web.visit import Visit

CHANGED_ELSEWHERE: Final = "web.autosave.changed_elsewhere"
"""The words for a field that another window changed as well."""
_UNSEEN: Final = frozenset({"code", "map"})
PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "happens": ("name", "block", "channel", "cycle", "want", "status", "ownership", "initiator", "duration"),
    "experience": (
        *("expected_functional", "experienced_functional", "expected_emotional", "experienced_emotional"),
        *("emotion", "basis"),
    ),
    "decision": ("decision", "decisive", "drop_off"),
    "feels": ("pain", "plus", "surprise", "surprise_since", "link"),
    "who": ("owner", "handoff_to", "handoff_how"),
    "measuring": ("measured", "measure", "measured_value", "measured_on"),
    "idea": ("idea",),
}
"""The fields of a touchpoint under one heading each; what a questionnaire asks besides comes last."""


@dataclass(frozen=True, slots=True)
class ItemForm:
    """One item as it is asked now; `sent` is what came back, None when it is only shown.

    `spot` is where it stands, None for one that is new.
    """

    visit: Visit
    fields: tuple[Question, ...]
    item: Item
    form: PageForm
    sent: MultiDict[str, str] | None = None
    both: Mapping[str, str] = field(default_factory=dict)
    """The mark of each field of which this page shows two answers, its own and that of another window."""
    spot: Spot | None = None

    @property
    def action(self) -> str:
        """Which button was pressed."""
        return self.sent.get("actie", "") if self.sent is not None else ""

    @property
    def stamps(self) -> Mapping[str, str]:
        """Return the mark of each field as it stood when the form was first made (see `stamps_on`)."""
        return stamps_on(self.fields, self.sent if self.sent is not None else {}, self.both, self.item)

    @property
    def draft_marks(self) -> Mapping[str, str]:
        """Return the mark of each draft that stands on this form."""
        codes = self.form.drafted if self.sent is None else self.form.entries
        return marks_on(self.spot.drafts(self.visit), self.sent, codes) if self.spot else {}

    @property
    def answers(self) -> Mapping[str, Answer | None]:
        """Return what was filled in."""
        return self.form.answers


@dataclass(frozen=True, slots=True)
class Part:
    """Some fields of the form under one heading."""

    code: str
    title: str
    fields: tuple[QuestionView, ...]


def touchpoint_fields(visit: Visit) -> tuple[Question, ...]:
    """Return the fields of a touchpoint that are asked; in a quick scan all of them, for who comes here wants them."""
    question = asked(visit.questionnaire, TOUCHPOINTS)
    shown = visit.route.shown
    cut = cut_fields(question, shown) if question.code in shown else question
    return tuple(one for one in cut.fields if one.code not in _UNSEEN)


def make(
    visit: Visit,
    fields: Sequence[Question],
    item: Item,
    sent: MultiDict[str, str] | None = None,
    spot: Spot | None = None,
) -> ItemForm:
    """Make the form of an item, as it is kept, with its drafts, or as it was sent, in the language of then."""
    language = visit.language if sent is None else language_of(sent, visit.language)
    drafts = drafts_in(spot.drafts(visit), fields, visit.model) if spot else {}
    form = PageForm(fields, Setting(visit.questionnaire, visit.model, language), item.answers, sent, drafts)
    made = ItemForm(visit, tuple(fields), item, form, sent, spot=spot)
    press(visit, form, made.action)
    return made


def judge(made: ItemForm, required: Sequence[str]) -> bool:
    """Tell whether everything can be kept: each answer can be read, and what every item needs is there."""
    good = made.form.validate()
    missing = [
        code
        for code in required
        if code in made.answers and made.answers[code] is None and not any(p.where == code for p in made.form.problems)
    ]
    made.form.refuse([Problem(code, f"map_editor.missing.{code}", {}) for code in missing])
    return good and not missing


def merged(made: ItemForm, now: Item, typed: Changes) -> Changes:
    """Return what to change in the item that is kept now; raises ChangedElsewhere for what changed on both sides."""
    sent: Mapping[str, str] = made.sent if made.sent is not None else {}
    return settle(made.fields, sent, typed, now)


def show_both(made: ItemForm, clash: ChangedElsewhere, now: Item) -> ItemForm:
    """Return the form as it was typed, with what the other window made of it beside each field that clashed."""
    voice = _voice(made.visit)
    there = {one.code: said(one, now.get(one.code), voice) for one in made.fields if one.code in clash.codes}
    made.form.refuse([Problem(code, CHANGED_ELSEWHERE, {"there": there[code]}) for code in there])
    sent: Mapping[str, str] = made.sent if made.sent is not None else {}
    marks = {one.code: _asking(made, one, sent, now) for one in made.fields if one.code in there}
    return replace(made, item=now, both=marks)


def _asking(made: ItemForm, question: Question, sent: Mapping[str, str], now: Item) -> str:
    clashes = compare(question, sent, made.answers[question.code], now).clashes or frozenset({WHOLE})
    return asked_again(question, sent, clashes, now.get(question.code))


def draw_form(made: ItemForm) -> tuple[dict[str, QuestionView], tuple[Mistake, ...]]:
    """Draw the fields, and list what is wrong with them."""
    drawing = _drawing(made)
    entries = made.form.entries
    views = {one.code: _field(drawing, one, draw(drawing, one, entries[one.code]), made) for one in made.fields}
    return views, mistakes(drawing, views)


def parts(visit: Visit, views: Mapping[str, QuestionView]) -> tuple[Part, ...]:
    """Put the fields of a touchpoint under their headings."""
    placed = {code for codes in PARTS.values() for code in codes}
    rest = tuple(code for code in views if code not in placed)
    named = {**PARTS, **({"rest": rest} if rest else {})}
    found = (
        Part(key, visit.words(f"map_editor.part.{key}"), tuple(views[code] for code in codes if code in views))
        for key, codes in named.items()
    )
    return tuple(part for part in found if part.fields)


def _field(drawing: Drawing, question: Question, view: QuestionView, made: ItemForm) -> QuestionView:
    """Keep a field short: what explains it stands behind one word, and a choice can be taken back."""
    if question.type is QuestionType.CHOICE and not question.takes_unknown and view.kind != "box":
        bare = replace(view, kind="box", status=(), others=(), target=view.id)
        view = listed(drawing, question, bare, made.form.entries[question.code])
    example = f"*{drawing.words('web.question.example')}:* {question.example}" if question.example else ""
    told = drawing.prose(question.help, question.why, example, question.prompt, question.find)
    lines = 0 if question.code == "name" else min(view.box.lines, 2)
    quiet = replace(view.box, lines=lines, described=_without_help(view.box.described, view.id))
    return replace(
        view,
        help=drawing.prose(),
        why=drawing.prose(),
        example=drawing.prose(),
        note=drawing.words("web.question.explain"),
        find=told,
        box=quiet,
        described=_without_help(view.described, view.id),
    )


def _without_help(described: str, name: str) -> str:
    return " ".join(one for one in described.split() if one != f"{name}-uitleg")


def _drawing(made: ItemForm) -> Drawing:
    visit, drafted, voice = made.visit, made.form.drafted, _voice(made.visit)
    kept = ((one, made.item.get(one.code)) for one in made.fields if one.code in drafted)
    return Drawing(
        visit.words,
        visit.questionnaire,
        visit.model,
        visit.response,
        visit.workshop.render_markdown,
        lambda code: url_for("questions.page", dossier_id=visit.id, page=code),
        made.form.problems,
        drafted=drafted,
        said={one.code: said(one, answer, voice) for one, answer in kept if answer},
        clashing=frozenset(one.where for one in made.form.problems if one.key == CHANGED_ELSEWHERE),
        typed_in=made.form.setting.language,
    )


def _voice(visit: Visit) -> Voice:
    return Voice(visit.words, visit.questionnaire, visit.model)
