"""Mistakes of meaning in conditions: names, codes, kinds, facts, order, and what can never hold."""

from pathlib import Path

import pytest

from tests.questionnaires import HOURS, folder_of, gap, outcome, questions, tiny_copy, words
from workshop.content.lint import check
from workshop.content.mistake import render
from workshop.language.tongue import Language

ASKED = """## Aan wie? {market}
type: choice
- Bedrijven {b2b}
- Consumenten {b2c}

## Hoe? {forms}
type: choices
- Winkel {shop}
- Web {webshop}

## Hoeveel uur? {hours}
type: number
between: 0 and 100
page: Uren {hours_page}

## Hoeveel over? {margin}
type: percent
between: -100 and 100

## Website? {website}
type: yes_no

## Wie ben je? {who}
type: text

## Tabel {levels}
type: matrix
page: Tabel {table}
- Rij {row}
"""
CONDITIONS = {
    "an unknown name": "hour > 3 <<< condition.unknown_name ~ hours",
    "an unknown name that looks like nothing": "zzz > 3 <<< condition.unknown_name",
    "truth written small": "website == true <<< condition.unknown_name ~ True",
    "a choice without quotes": "market == b2b <<< condition.choice_without_quotes",
    "a code that the question does not have": 'market == "b2bb" <<< condition.unknown_choice ~ b2b',
    "a code on the left": '"b2bb" != market <<< condition.unknown_choice ~ b2b',
    "a code in a list": 'market in ["b2c", "shop"] <<< condition.unknown_choice',
    "a code of a question with several choices": '"shopp" in forms <<< condition.unknown_choice ~ shop',
    "several choices compared as one": 'forms == "shop" <<< condition.choices_need_in',
    "text compared with a number": "market == 3 <<< condition.text_with_number",
    "a number compared with text": 'hours == "3" <<< condition.text_with_number',
    "text in an order": 'who > "a" <<< condition.not_a_number',
    "yes or no compared with text": 'website == "yes" <<< condition.truth_compared',
    "a table compared": "levels == 3 <<< condition.not_comparable",
    "a sum with text": "market + 1 > 3 <<< condition.not_a_number",
    "in without a list": 'who in "abc" <<< condition.in_needs_list',
    "a percentage above one": "margin >= 60 <<< condition.percent_as_whole",
    "a percentage just above one": "margin >= 1.60 <<< condition.percent_above_one",
    "a share above one": "80 < hours_share(keeping) <<< condition.percent_as_whole",
    "a figure that is a percentage": "retention > 60 <<< condition.percent_as_whole",
    "an unknown fact": "hour_share(keeping) > 0.5 <<< condition.unknown_fact ~ hours_share",
    "a fact without brackets": "customers_counted > 3 <<< condition.fact_without_brackets",
    "a question with brackets": "hours() > 3 <<< condition.name_as_fact",
    "too few arguments": "use(keeping) > 1 <<< condition.argument_count",
    "too many arguments": "customers_counted(hours) > 1 <<< condition.argument_count",
    "a wrong kind of argument": "hours_share(3) > 0.5 <<< condition.wrong_argument",
    "a group that does not exist": "hours_share(keping) > 0.5 <<< condition.unknown_argument.group ~ keeping",
    "a question that does not exist": "answered(hour) <<< condition.unknown_argument.question ~ hours",
    "a question in a bracket": "dont_know_at_least(2, (margin, hour)) <<< condition.unknown_argument.question ~ hours",
    "a question deeper": "dont_know_at_least(1, ([who, hour])) <<< condition.unknown_argument.question ~ hours",
    "a number in brackets": "dont_know_at_least(1, [hours, 3]) <<< condition.wrong_argument",
    "brackets around nothing": "dont_know_at_least(1, hours, []) <<< condition.wrong_argument",
    "a decimal comma": "hours >= 2,5 <<< condition.decimal_comma",
    "a decimal comma with zeros": "balance >= 80,0 <<< condition.decimal_comma",
    "a decimal comma that Python cannot read": "hours >= 2,05 <<< condition.decimal_comma",
    "a decimal comma before and": "hours >= 2,5 and website <<< condition.decimal_comma",
    "a decimal comma in brackets": "website and hours >= (2,5) <<< condition.decimal_comma",
    "a comma between conditions": "hours > 2, website <<< condition.comma",
    "always true": "True <<< condition.constant",
    "always true by reckoning": "1 < 2 <<< condition.constant",
    "a bare figure": "balance <<< condition.not_a_truth",
    "a bare answer that is a number": "hours <<< condition.not_a_truth",
    "a bare fact that is a number": "customers_counted() <<< condition.not_a_truth",
    "a bare sum": "hours + 1 <<< condition.not_a_truth",
    "a bare text": "who <<< condition.not_a_truth",
    "a bare number below and": "website and hours <<< condition.not_a_truth",
    "a bare number below not": "not balance <<< condition.not_a_truth",
    "a bare list": "[website] <<< condition.not_a_truth",
    "a focus that the rule does not have": "highest_use(phase) == 0 <<< condition.focus_missing",
    "a broken sum": "hours > <<< expression.syntax",
    "something outside the language": "hours.real > 3 <<< expression.not_allowed",
}


@pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS.keys())
def test_a_mistake_in_a_condition_is_named_on_its_line(condition: str, tmp_path: Path) -> None:
    text = gap(f"when: {condition}\nseverity: 2\nease: 2\nroot cause: figures")

    found, expected = outcome(tmp_path, questionnaire=questions(ASKED), rules=text)

    assert found == expected


GOOD = (
    'market == "b2b" and hours > 3',
    '"shop" in forms and not website',
    'market in ["b2b", "b2c"] or market not in ("b2b",)',
    "margin >= 0.60 and -0.1 < margin < 1",
    "website == True",
    'who == "iedereen"',
    "hours_share(b5) < 0.5 * target_share(whole)",
    "answered(levels) and items(forms) > 1",
    "clv5_to_cac >= 3 and retention < 0.5",
    "dont_know_at_least(1, hours, (margin, who))",
    "hours - 3 > margin * hours",
    "dont_know_at_least(2, hours, [margin, who], ([market, forms], website))",
    "website and not answered(hours)",
    "hours in (2, 5) or hours not in [0, 5]",
    f"hours < {'9' * 400}",
)


@pytest.mark.parametrize("condition", GOOD)
def test_a_good_condition_gives_no_mistake(condition: str, tmp_path: Path) -> None:
    text = gap(f"when: {condition}\nseverity: 2\nease: 2\nroot cause: figures")

    found, expected = outcome(tmp_path, questionnaire=questions(ASKED), rules=text)

    assert found == expected


@pytest.mark.parametrize(
    "key",
    ["severity 3 when: {0}", "root cause retention when: {0}", "absorbs: G02 when {0}", "defers: G02 when {0}"],
)
def test_what_hangs_on_a_rule_must_be_a_truth_too(key: str, tmp_path: Path) -> None:
    line = key.format("hours <<< condition.not_a_truth")
    text = gap(f"when: website\nseverity: 2\nease: 2\nroot cause: figures\n{line}")
    text += "\n" + gap("when: not website\nseverity: 2\nease: 2\nroot cause: figures").split("{gaps}\n")[1].replace(
        "G01", "G02"
    )

    found, expected = outcome(tmp_path, questionnaire=questions(ASKED), rules=text)

    assert found == expected


def test_a_question_and_its_check_must_be_a_truth_too(tmp_path: Path) -> None:
    text = """## Een {first}
type: number
check: first - 3  <<< condition.not_a_truth
check says: Nee.

## Twee {second}
type: number
ask when: first  <<< condition.not_a_truth

## Drie {third}
type: number
ask when: True  <<< condition.constant
"""

    found, expected = outcome(tmp_path, questionnaire=questions(text))

    assert found == expected


@pytest.mark.parametrize("key", ["effect: hours * 0,5", "show part as number: hours * 0,5"])
def test_a_decimal_comma_in_a_sum_is_named(key: str, tmp_path: Path) -> None:
    text = gap(f"when: website\nseverity: 2\nease: 2\nroot cause: figures\n{key}  <<< condition.decimal_comma")

    found, expected = outcome(tmp_path, questionnaire=questions(ASKED), rules=text)

    assert found == expected


@pytest.mark.parametrize(
    ("condition", "column", "part"),
    [
        ("hours >= 2,5", 16, "2.5"),
        ("website and hours >= 2,05", 28, "2.05"),
        ("margin >= 60", 17, "60 % is 0.60"),
        ("margin >= 1.60", 17, "0 to 1"),
    ],
)
def test_a_mistake_with_a_number_says_how_to_write_it(condition: str, column: int, part: str, tmp_path: Path) -> None:
    text = gap(f"when: {condition}\nseverity: 2\nease: 2\nroot cause: figures")

    (mistake,) = check(folder_of(tmp_path, questionnaire=questions(ASKED), rules=text))

    assert mistake.values["column"] == str(column)
    assert part in render(mistake, words(Language.EN))


def test_a_mistake_in_a_condition_names_its_column_in_the_line(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    rules = folder / "rules.md"
    line = 'when: market != "é" or hour > 10'
    rules.write_text(rules.read_text("utf-8").replace('when: hours > 10 and market != "b2c"', line), "utf-8")

    columns = [(one.key, line[int(one.values["column"]) - 1 :][:4]) for one in check(folder)]

    assert columns == [("condition.unknown_choice", '"é" '), ("condition.unknown_name", "hour")]


NEVER = {
    "a percentage above its bound": "margin > 1.2 <<< never_fires",
    "bounds that exclude each other": "hours > 5 and hours < 3 <<< never_fires",
    "two codes at once": 'market == "b2b" and market == "b2c" <<< never_fires',
    "every code excluded": 'market != "b2b" and market not in ["b2c"] <<< never_fires',
    "yes and no at once": "website and not website <<< never_fires",
    "ticked and not ticked": '"shop" in forms and "shop" not in forms <<< never_fires',
    "a chain": "60 < hours < 50 <<< never_fires",
    "a sum beyond its reach": "hours + hours * 2 > 300 <<< never_fires",
    "two answers compared both ways": "hours > margin and not margin < hours <<< never_fires",
    "both sides of an or": "(hours > 200 or margin < -1.2) and website <<< never_fires",
    "a use that does not exist": "highest_use(keeping) > 3 <<< never_fires",
    "a denied or": 'not (market == "b2b" or market == "b2c") <<< never_fires',
    "plainly false": "hours > 3 and False <<< never_fires",
}


@pytest.mark.parametrize("condition", NEVER.values(), ids=NEVER.keys())
def test_a_rule_that_can_never_fire_is_named(condition: str, tmp_path: Path) -> None:
    text = gap(f"when: {condition}\nseverity: 2\nease: 2\nroot cause: figures")

    found, expected = outcome(tmp_path, questionnaire=questions(ASKED), rules=text)

    assert found == expected


ROUTES = {
    "a question that depends on itself or on a later one": """## Een {first}
type: number
ask when: first > 3 or second > 3  <<< condition.asks_itself | condition.asks_later

## Twee {second}
type: number
""",
    "a question that is never asked": """## Een {first}
type: number
between: 0 and 9

## Twee {second}
type: number
ask when: first > 10  <<< unreachable

## Drie {third}
type: number
ask when: second > 1
""",
    "a question that is asked only when another is not": """## Een {first}
type: choice
- A {a}
- B {b}

## Twee {second}
type: number
ask when: first == "a"

## Drie {third}
type: number
ask when: second > 3 and first == "b"  <<< unreachable

## Vier {fourth}
type: number
ask when: answered(second) and first == "b"
""",
    "a check that always complains": """## Een {first}
type: number
between: 0 and 9
check: first > 9  <<< check_never_true
check says: Te veel.
""",
    "fields that depend on each other, or on what comes later": HOURS
    + """## Groep {things}
type: group

### Een {first}
type: number
between: 0 and 9
ask when: hours > 100  <<< unreachable

### Twee {second}
type: number
ask when: first > 1  <<< condition.field_in_ask_when

### Drie {third}
type: number
ask when: hour > 1  <<< condition.unknown_name ~ hours

### Vier {fourth}
type: number
ask when: later  <<< condition.asks_later

### Vijf {fifth}
type: number
ask when: things > 1  <<< condition.asks_itself

## Later? {later}
type: yes_no
""",
}


@pytest.mark.parametrize("text", ROUTES.values(), ids=ROUTES.keys())
def test_a_mistake_in_the_route_is_named_on_its_line(text: str, tmp_path: Path) -> None:
    found, expected = outcome(tmp_path, questionnaire=questions(text))

    assert found == expected


def test_what_hangs_on_a_rule_is_judged_together_with_its_condition(tmp_path: Path) -> None:
    text = gap(
        "when: hours > 10\nseverity: 2\nease: 2\nroot cause: figures\n"
        "severity 3 when: hours < 5  <<< never_holds\n"
        "severity 4 when: hours > 50\n"
        "root cause retention when: hours == 3  <<< never_holds"
    )

    found, expected = outcome(tmp_path, questionnaire=questions(ASKED), rules=text)

    assert found == expected
