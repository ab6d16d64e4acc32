"""Each kind of mistake in the head and the sections of questionnaire.md stands on its own line."""

from pathlib import Path

import pytest

from tests.questionnaires import HEAD, HOURS, MODELS, QUESTION_HEAD, outcome, questions

HEADS = {
    "no head": """# Deel {part}  <<< head_missing

## Hoeveel? {hours}
type: number
""",
    "a head that is never closed": """---  <<< head_open
id: tiny
title: Klein
version: 1
language: nl
default model: one

# Deel {part}

## Hoeveel? {hours}
type: number
""",
    "a head without all keys": """---  <<< head_key_missing | head_key_missing
id: tiny
language: nl
default model: one
---
# Deel {part}

## Hoeveel? {hours}
type: number
""",
    "a discount rate of a hundred percent and more": """---
id: tiny
title: Klein
version: 1
language: nl
default model: one
setting discount_rate: 10  <<< setting_out_of_range
---
# Deel {part}

## Hoeveel? {hours}
type: number
""",
    "a head that is never closed, with an introduction": """---  <<< head_open
id: tiny
title: Klein
version: 1
language: nl
default model: one

Welkom bij deze scan.
Let op: neem de tijd.

# Deel {part}

## Hoeveel? {hours}
type: number
""",
    "an unknown default model, setting and score": """---
id: tiny
title: Klein
version: 1
language: nl
default model: on  <<< unknown_model ~ one
setting discount_rate: 10 %  <<< bad_number
setting discount_rat: 0.125  <<< unknown_setting ~ discount_rate
selftest 1: Ken jij je klanten?  <<< selftest_without_score | missing_source
selftest 2: Hoe bereik je ze?
selftest 2 score: reech  <<< unknown_word ~ reach
selftest 2 source: 003.txt
need: Een kladblaadje  <<< unknown_key ~ needs
---
# Deel {part}

## Hoeveel? {hours}
type: number
""",
}


@pytest.mark.parametrize("text", HEADS.values(), ids=HEADS.keys())
def test_a_mistake_in_the_head_is_named_on_its_line(text: str, tmp_path: Path) -> None:
    found, expected = outcome(tmp_path, questionnaire=text)

    assert found == expected


SECTIONS = {
    "a question outside a section": """
## Hoeveel? {hours}  <<< outside_section
type: number
""",
    "a section without questions": """
# Deel {part}  <<< empty_section

Nog niets.
""",
    "a field directly below a section": """
# Deel {part}

### Hoeveel? {hours}  <<< outside_question
type: number
""",
    "a key that sections do not have, and a section that stands twice": """
# Deel {part}
scope: business  <<< unknown_key

## Hoeveel? {hours}
type: number

# Ook een deel {part}  <<< duplicate_code

## Hoe lang? {length}
type: number
""",
    "one question code in two sections": """
# Deel {part}

## Hoeveel? {hours}
type: number

# Ander deel {other}

## Hoe lang? {hours}  <<< duplicate_code
type: number
""",
    "an introduction of more than 60 words": "\n# Deel {part}\n\n"
    + "woord " * 61
    + "<<< introduction_too_long\n\n## Hoeveel? {hours}\ntype: number\n",
}


@pytest.mark.parametrize("text", SECTIONS.values(), ids=SECTIONS.keys())
def test_a_mistake_in_a_section_is_named_on_its_line(text: str, tmp_path: Path) -> None:
    found, expected = outcome(tmp_path, questionnaire=QUESTION_HEAD + text)

    assert found == expected


def test_the_head_that_other_files_have_is_not_enough_for_a_questionnaire(tmp_path: Path) -> None:
    text = HEAD.replace("---\n", "---  <<< head_key_missing\n", 1) + "# Deel {part}\n## Wat? {what}\ntype: text\n"

    found, expected = outcome(tmp_path, questionnaire=text)

    assert found == expected


def test_an_id_that_is_not_the_name_of_the_folder_is_named(tmp_path: Path) -> None:
    text = questions(HOURS).replace("id: tiny", "id: little  <<< id_is_not_folder")

    found, expected = outcome(tmp_path, questionnaire=text, models=MODELS.replace("id: tiny", "id: little"))

    assert found == expected
