"""The thirty criteria that people judge a Word report by, each as a function over the opened file.

A criterion gives what it finds wrong, nothing when it is met; its docstring starts with its number. `failures` runs
those that look into the file; the name of the file (29) and the number of pages (30) are asked about separately.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tests.report import criteria_layout as layout
from tests.report import criteria_package as package
from tests.report import criteria_text as text
from tests.report.opened import Opened

Criterion = Callable[[Opened], Iterator[str]]
MOST_TOLD: Final = 3
"""So many places are named for each criterion that is not met."""

CRITERIA: Final[tuple[Criterion, ...]] = (
    text.every_paragraph_has_a_style,
    text.runs_carry_no_looks,
    text.paragraphs_carry_no_looks,
    text.headings_are_real_and_skip_no_level,
    text.headings_are_numbered_by_word,
    text.nothing_is_laid_out_with_blanks,
    text.titles_stay_with_what_follows,
    text.lists_are_real_and_start_at_one,
    layout.tables_tell_what_they_hold,
    layout.colour_never_speaks_alone,
    layout.drawings_say_what_they_show,
    layout.charts_can_be_edited_and_agree,
    package.one_language_everywhere,
    package.the_properties_are_filled_and_discreet,
    layout.pages_are_a4_with_room,
    layout.letters_can_be_read_anywhere,
    layout.pages_are_numbered,
    package.the_contents_name_every_chapter,
    text.captions_count_and_references_follow,
    text.nothing_is_left_open,
    text.numbers_and_dates_are_written_as_people_do,
    package.nothing_reaches_outside,
    package.the_file_is_light,
    package.the_lint_finds_nothing,
    text.links_are_real_and_say_where_they_lead,
    layout.the_map_lies_on_its_own_pages,
    package.nothing_in_the_file_tells_the_time,
    package.fields_to_fill_in_have_a_name,
)


def failures(file: bytes, chapters: int = 6, typed: Sequence[str] = (), *, foreign: bool = False) -> list[str]:
    """What keeps a Word file from meeting the criteria: "number name: what", at most three of each.

    A report that has nothing to tell yet may have fewer `chapters` than six; what the client `typed` stands as typed;
    `foreign` is a report on a consultant's own base.
    """
    opened = Opened(file, chapters, typed, foreign=foreign)
    found = []
    for criterion in CRITERIA:
        places = list(criterion(opened))
        found += [f"{label(criterion)}: {place}" for place in places[:MOST_TOLD]]
        if len(places) > MOST_TOLD:
            found.append(f"{label(criterion)}: and {len(places) - MOST_TOLD} more")
    return found


def label(criterion: Callable[..., Iterator[str]]) -> str:
    """The number and the name of a criterion."""
    number = re.match(r"\d+", criterion.__doc__ or "")
    return f"{number[0] if number else '?'} {criterion.__name__.replace('_', ' ')}"
