"""What `workshop report --keep` does: read an edited report back and say what comes along."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from workshop.bootstrap import Workshop
from workshop.cli.ready import FOUND, own_words, stop
from workshop.content.answers_file import Whole
from workshop.domain.hand import Change, Hand, hand
from workshop.language.tongue import Language
from workshop.report.house.archive import MOST_FILE
from workshop.report.keep.deeds import Wanted, deeds
from workshop.report.keep.opened import Refused
from workshop.report.keep.saying import Told, conflicts, kept, left_behind
from workshop.services.intake import utc_now
from workshop.services.reporting import Wish


def keep_edited(shop: Workshop, whole: Whole, wish: Wish, edited: Path) -> tuple[Hand, Wish]:
    """Return what a consultant changed, in the answers file and in Word, and the wish with the same annexes.

    Says what is kept, where the report changed too, and what stays behind; a file that cannot be read ends the command.
    """
    words, state = own_words(shop), hand(whole.changes, whole.notes)
    try:
        with edited.open("rb") as source:
            merged = shop.keep(whole.response, source.read(MOST_FILE + 1), state, wish)
    except OSError as error:
        stop(words("keep.refused.not_read", file=str(edited), reason=error.strerror or str(error)), FOUND)
    except Refused as refused:
        stop(f"{edited}: {words(f'keep.refused.{refused.reason}', **refused.values)}", FOUND)
    found = deeds(merged, state, Language(whole.response.language))
    for one in (kept(found, words), *conflicts(merged, words), *left_behind(merged, found, words)):
        _say(one)
    changed = hand((*whole.changes, *_changes(found.wanted)), whole.notes)
    return changed, replace(wish, annexes=wish.annexes or merged.whole)


def _say(told: Told) -> None:
    click.echo(told.title)
    for line in told.lines:
        click.echo("  - " + line.replace("\n", "\n    "))


def _changes(wanted: Iterable[Wanted]) -> tuple[Change, ...]:
    now = utc_now()
    return tuple(Change(one.kind, one.target, one.value, "", "", now) for one in wanted)
