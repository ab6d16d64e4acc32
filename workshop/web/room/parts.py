"""The forms of the report room as they stand now: to hide a gap, to rewrite texts, and for what is one's own."""

from dataclasses import replace

from markupsafe import Markup
from werkzeug.exceptions import NotFound

from workshop.domain.hand import FOREWORD, PARTS, Deed, Hand, Horizon, Task, hand, next_code
from workshop.domain.hand_plain import TITLE
from workshop.language.dates import format_date
from workshop.report.room import Original
from workshop.web.room.form import NEW, Field, Part, RoomForm, part
from workshop.web.room.keeping import Room, who_is

NEW_FINDING = "bevinding"
NEW_ACTION = "actie"
NEW_CODES = {NEW_FINDING: Deed.FINDING, NEW_ACTION: Deed.ACTION}
"""What stands in the address of something new."""
_LINES = 3
_MOST_LINES = 16
_LINE = 68


def hide_form(room: Room, target: str) -> RoomForm:
    """Ask why a gap is left out; raises NotFound for a gap that is not there."""
    gap = room.sheet.gap(target)
    if gap is None:
        raise NotFound
    words = room.visit.words
    reason = Field("reason", "", words("hand.hide.reason"), lines=_LINES, help=words("hand.hide.help"))
    if gap.hidden:
        reason = replace(reason, value=gap.hidden.reason)
    asked = part(Deed.HIDE, target, room.stood(Deed.HIDE, target), (reason,))
    return _form(room, "hide", gap.title, (replace(asked, fresh=True),))


def texts_form(room: Room, group: str) -> RoomForm:
    """Ask for the texts of a gap, a chapter or the foreword; raises NotFound when there are none."""
    if group == FOREWORD:
        return _foreword_form(room)
    gap, passages = room.sheet.gap(group), room.sheet.group(group)
    if not passages:
        raise NotFound
    names = _names(room, passages)
    texts = tuple(_text(room, one, name) for one, name in zip(passages, names, strict=True))
    if gap is None:
        return _form(room, "texts", passages[0].title, texts)
    task = part(
        Deed.ASSIGN,
        group,
        room.stood(Deed.ASSIGN, group),
        _task_fields(room, gap.task),
        title=room.visit.words("hand.texts.task"),
    )
    return _form(room, "texts", gap.title, (*texts, task))


def own_form(room: Room, code: str) -> RoomForm:
    """Ask for an own finding or action; raises NotFound for one that never was.

    One that was taken away is shown as it was, to be put back.
    """
    if code in NEW_CODES:
        kind = NEW_CODES[code]
        target = next_code(room.visit.dossier.changes, kind)
        return _own_form(room, kind, target, "new", Hand())
    kind = Deed.FINDING if code.startswith("f") else Deed.ACTION
    last = room.last_made(code)
    if last is None:
        raise NotFound
    form = _own_form(room, kind, code, "own", hand((last,)))
    if room.hand.stands(kind, code) is None:
        return replace(form, trouble=room.visit.words("hand.own.gone"))
    return replace(form, drop=room.visit.words("hand.own.drop"))


def _own_form(room: Room, kind: Deed, target: str, key: str, state: Hand) -> RoomForm:
    fields = _finding_fields(room, state, target) if kind is Deed.FINDING else _action_fields(room, state, target)
    new = key == "new"
    asked = part(kind, target, room.stood(kind, target), fields, name=NEW if new else "")
    return _form(room, key, room.visit.words(f"hand.{kind}.title"), (replace(asked, fresh=new),))


def _foreword_form(room: Room) -> RoomForm:
    words = room.visit.words
    text = Field("text", "", words("hand.foreword.title"), room.hand.foreword, 10, words("hand.room.markdown"))
    asked = part(Deed.FOREWORD, "", room.stood(Deed.FOREWORD, ""), (text,))
    return _form(room, "foreword", "", (asked,))


def _text(room: Room, passage: Original, label: str) -> Part:
    """A passage: the text as it is in the report, and beside a rewritten one what the program wrote."""
    words, own = room.visit.words, room.hand.text(passage.id)
    value = passage.text if own is None else own
    field = Field(
        "text", "", label, value, 0 if passage.id.endswith(TITLE) else max(_lines(value), _lines(passage.text))
    )
    asked = part(Deed.REWRITE, passage.id, room.stood(Deed.REWRITE, passage.id), (field,))
    asked = replace(asked, text=passage.text)
    if own is None:
        return asked
    note = words("hand.texts.stale") if passage.id in room.stale else ""
    original = Markup(room.visit.workshop.render_markdown(passage.text))  # noqa: S704 - escaped by the report
    return replace(asked, original=original, back=f"origineel-{passage.id}", note=note)


def _names(room: Room, passages: tuple[Original, ...]) -> tuple[str, ...]:
    """Return what each passage is of its gap ("Advies"); passages with one name are counted ("Prioriteiten 2")."""
    title = room.visit.words("hand.texts.title_field")
    parts = [title if one.id.endswith(TITLE) else one.title.rpartition(": ")[2] for one in passages]
    names = [f"{one[:1].upper()}{one[1:]}" for one in parts]
    return tuple(f"{one} {names[: at + 1].count(one)}" if names.count(one) > 1 else one for at, one in enumerate(names))


def _finding_fields(room: Room, state: Hand, code: str) -> tuple[Field, ...]:
    words, now = room.visit.words, state.finding(code)
    title = Field("title", "", words("hand.finding.name"), now.title if now else "")
    texts = (
        Field(key, "", words(f"hand.finding.{key}"), getattr(now, key) if now else "", _LINES + 1) for key in PARTS
    )
    return (title, *texts)


def _action_fields(room: Room, state: Hand, code: str) -> tuple[Field, ...]:
    words, now = room.visit.words, state.action(code)
    horizons = tuple((str(one), words(f"hand.action.within_{one}")) for one in Horizon)
    within = str(now.within if now else Horizon.MONTH)
    return (
        Field("text", "", words("hand.action.text"), now.text if now else "", _LINES),
        Field("within", "", words("hand.action.within"), within, options=horizons),
        *_task_fields(room, now.task if now else Task()),
    )


def _task_fields(room: Room, task: Task) -> tuple[Field, Field]:
    words, language = room.visit.words, room.visit.language
    day = format_date(task.on, language) if task.on else ""
    return (
        Field("owner", "", words("report.form.owner"), task.owner),
        Field("on", "", words("report.form.date"), day, help=words("hand.texts.date_help")),
    )


def _form(room: Room, key: str, subject: str, parts: tuple[Part, ...]) -> RoomForm:
    words = room.visit.words
    named = words(f"hand.{key}.title") if words.has(f"hand.{key}.title") else subject
    return RoomForm(
        room.visit,
        named,
        words(f"hand.{key}.lead"),
        subject if named != subject else "",
        parts,
        who_is(room.visit),
        save=words(f"hand.{key}.save"),
    )


def _lines(text: str) -> int:
    long = sum(len(line) // _LINE + 1 for line in text.split("\n"))
    return min(_MOST_LINES, max(_LINES, long + 1))
