"""Each kind of mistake in a question stands on its own line, with what was probably meant."""

from pathlib import Path

import pytest

from tests.questionnaires import outcome, questions

QUESTIONS = {
    "an unknown key": """
## Hoeveel? {hours}
type: number
betwen: 0 and 9  <<< unknown_key ~ between
Uitleg: dit is uitleg  <<< unknown_key
""",
    "a key that stands twice": """
## Hoeveel? {hours}
type: number
why: Daarom.
why: Hierom.  <<< duplicate_key
""",
    "a key without a value": """
## Hoeveel? {hours}
type: number
why:  <<< empty_value
""",
    "explanation without a blank line": """
## Hoeveel? {hours}
type: number
Tel alles mee.  <<< stray_line
""",
    "a code that stands twice": """
## Hoeveel? {hours}
type: number

## Hoe lang? {hours}  <<< duplicate_code
type: number
""",
    "a choice code that stands twice": """
## Wie? {who}
type: choice
- Jij {you}
- Ook jij {you}  <<< duplicate_code
""",
    "a heading without a code": """
## Hoeveel?  <<< missing_code
type: number
""",
    "a choice without a code": """
## Wie? {who}
type: choice
- Jij  <<< missing_code
- Ik {me}
""",
    "codes that are not snake_case": """
## Wie? {WhoIsIt}  <<< malformed_code.snake
type: choice
- Jij {you-there}  <<< malformed_code.snake
""",
    "scale codes that are not whole numbers": """
## Hoe vaak? {often}
type: scale
- Nooit {never} = 0  <<< malformed_code.number
- Altijd {1} = 100
""",
    "a code without a title": """
## {hours}  <<< missing_title
type: number
""",
    "a code that conditions already use": """
## Blijven ze? {retention}  <<< code_taken
type: percent

## En? {lambda}  <<< code_taken
type: text
""",
    "an unknown type": """
## Wie? {who}
type: choise  <<< unknown_word ~ choice
- Jij {you}

## Hoezo? {why_who}
type: text
ask when: who == "you"
""",
    "a type below a blank line": """
## Hoeveel? {hours}

type: number  <<< key_in_prose
between: 0 and 9
""",
    "choices below a blank line": """
## Wie? {who}
type: choice

- Jij {you}  <<< choice_in_prose
- Ik {me}
""",
    "choices where none belong": """
## Hoeveel? {hours}
type: number
- Veel {many}  <<< choices_here
- Weinig {few}
""",
    "choices beside a catalogue": """
## Welk kanaal? {best}
type: choice
choices: chanels  <<< unknown_word ~ channels
""",
    "scores outside 0 to 100": """
## Wie? {who}
type: choice
- Jij {you} = 101  <<< bad_score
- Ik {me} = veel  <<< bad_score
""",
    "bounds that cannot be read": """
## Hoeveel? {hours}
type: number
between: 0 tot 9  <<< bad_between

## Hoe lang? {length}
type: number
between: 0 and negen  <<< bad_number

## Hoe duur? {price}
type: amount
between: 0 and 10.000  <<< grouped_number

## Hoe ver? {distance}
type: number
between: 9 and 1  <<< between_reversed
""",
    "other values that cannot be read": """
## Hoeveel? {hours}
type: number
unit: hour  <<< unknown_word ~ hours
whole: ja  <<< not_yes_or_no
minutes: 0  <<< out_of_range
""",
    "a key that does not fit the type": """
## Waarom? {reason}
type: text
between: 0 and 9  <<< key_not_for_type
""",
    "a check without words and words without a check": """
## Hoeveel? {hours}
type: number
check: hours < 9  <<< check_without_words
why: Daarom.
check says: Te veel.  <<< words_without_check
""",
    "fields below a question that is no group": """
## Hoeveel? {hours}
type: number

### Waarvan? {what}  <<< fields_here
type: text
""",
    "a group without fields and a field that cannot be one": """
## Wie? {who}  <<< no_fields
type: group

## Wat? {what}
type: group

### Hoe? {how}
type: division  <<< field_type
""",
    "a field without a type": """
## Wie? {who}
type: group

### Naam {name}  <<< missing_type
### Naam {name}  <<< duplicate_code
type: text
""",
    "rows that do not exist": """
## Waar? {places}
type: choices
- Hier {here}

## Hoe vaak? {often}
type: count
rows from: place  <<< unknown_row_source ~ places
always: her  <<< unknown_row ~ here
- Hier {here}
- Daar {there}
""",
    "a source that is no file name": """
## Hoeveel? {hours}
type: number
source: van horen zeggen  <<< bad_source | bad_source | bad_source
""",
    "more than four questions on a page": """
## Een {one}
type: text
## Twee {two}
type: text
## Drie {three}
type: text
## Vier {four}
type: text
## Vijf {five}  <<< page_too_long
type: text
## Zes {six}
type: text
""",
    "a page code that stands twice or is missing": """
## Een {one}
type: text
page: Eerste {first}

## Twee {two}
type: text
page: Tweede {first}  <<< duplicate_code

## Drie {three}
type: text
page: Derde  <<< missing_code
""",
    "a question that needs a catalogue that is not there": """
## Waar? {often}
type: count
rows: channels  <<< catalogue_missing
""",
}


@pytest.mark.parametrize("text", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_a_mistake_in_a_question_is_named_on_its_line(text: str, tmp_path: Path) -> None:
    found, expected = outcome(tmp_path, questionnaire=questions(text))

    assert found == expected
