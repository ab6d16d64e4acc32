"""Keeping the form of one item: its answers in one go, and drafts of what is no answer yet."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from workshop.domain.dossier import DossierError, Draft
from workshop.domain.map_edit import Atlas, Changes, Gone
from workshop.domain.questionnaire import Question
from workshop.web.fields.drafts import keep_drafts
from workshop.web.fields.stamps import ChangedElsewhere, stamp
from workshop.web.map.forms import ItemForm, merged
from workshop.web.map.keeping import keep
from workshop.web.map.spots import Spot
from workshop.web.visit import Visit


def keep_item(made: ItemForm, spot: Spot, typed: Changes, drafted: Collection[str] = ()) -> Visit:
    """Save these answers of an item, and drafts of those fields; returns the visit as it is after the commit.

    Raises ChangedElsewhere, and Gone for an item that was removed, with nothing saved.
    """
    sent: MultiDict[str, str] = made.sent if made.sent is not None else MultiDict()

    def change(atlas: Atlas) -> Atlas:
        return spot.change(atlas, merged(made, spot.now(atlas), typed))

    def typed_now(kept: Mapping[str, Draft], changed: Collection[str]) -> Mapping[str, Draft]:
        return spot.put(kept, keep_drafts(spot.own(kept), sent, typed.keys(), drafted))

    return keep(made.visit, change, typed_now)


def keep_readable(made: ItemForm, spot: Spot) -> tuple[Visit, frozenset[str]]:
    """Save each field of a judged form that can be kept, and the rest of what was typed as drafts.

    Returns the visit as it is after the commit, and the fields that another window changed as well: what was typed
    there is a draft too. Raises Gone.
    """
    readable, all_codes = made.form.readable, frozenset(made.form.entries)
    try:
        return keep_item(made, spot, readable, all_codes - readable.keys()), frozenset()
    except ChangedElsewhere as clash:
        rest = {code: answer for code, answer in readable.items() if code not in clash.codes}
        return keep_item(made, spot, rest, all_codes - rest.keys()), frozenset(clash.codes)


def hold(made: ItemForm, spot: Spot) -> ItemForm:
    """Keep what was typed and is not saved as drafts; what cannot be kept now stays on the page only.

    Returns the form with the dossier as it is after that.
    """
    typed = frozenset(one.code for one in made.fields if one.code in made.answers and _is_typed(made, one))
    with suppress(DossierError, Gone):
        made = replace(made, visit=keep_item(made, spot, {}, typed))
    return made


def _is_typed(made: ItemForm, field: Question) -> bool:
    """Tell whether an answer cannot be read or was changed on this form; what only another window changed was not."""
    code, sent = field.code, made.sent if made.sent is not None else {}
    answer = made.answers[code]
    if code not in made.form.readable:
        return True
    return answer != made.item.get(code) and stamp(field, answer) != sent.get(f"stand-{code}")
