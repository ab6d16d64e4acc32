"""Realistic slips in the scan that ships: each is told first on its own line, and hardly anything follows.

A slip names the file, the code of the heading it is under ("" for the head), what was there and what became of it. It
must be told on the first line that changed, unless `at` names another place: file, heading, text.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from tests.klantreis import FOLDER
from tests.questionnaires import spoken, words
from workshop.content.lint import check
from workshop.content.mistake import Mistake, render
from workshop.domain.assessment import assess
from workshop.language.tongue import Language

QUESTIONS, RULES, MODELS = "questionnaire.md", "rules.md", "phase-models.md"
SESSION, ENGLISH_SESSION = "session.md", "session.en.md"
ENGLISH, ENGLISH_RULES, ENGLISH_MODELS = "questionnaire.en.md", "rules.en.md", "phase-models.en.md"
CHANNELS, EXAMPLE = "channels.csv", "examples/kapsalon-snel.json"
MOST_FOLLOWERS = 4
DAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Slip:
    """What was changed, and the first message it must give."""

    file: str
    under: str
    old: str
    new: str
    key: str
    at: tuple[str, str, str] | None = None


def place(text: str, under: str, part: str) -> int:
    """Find a part of a text, from the heading with a code on; a code "a.b" stands for a field of a question."""
    start = 0
    for code in under.split(".") if under else ():
        start = text.index(f"{{{code}}}\n", start) if f"{{{code}}}\n" in text[start:] else text.index(code, start)
        start = text.rindex("\n", 0, start) + 1 if "\n" in text[:start] else 0
    return text.index(part, start)


def line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def first_change(old: str, new: str) -> int:
    """Return the first line that is not as it was."""
    pairs = zip(old.split("\n"), new.split("\n"), strict=False)
    return next(number for number, (one, other) in enumerate(pairs, start=1) if one != other)


SLIPS = {
    # questionnaire.md: keys
    "a key misspelt": Slip(QUESTIONS, "goal", "why:", "wy:", "unknown_key ~ why"),
    "a key in Dutch": Slip(QUESTIONS, "goal", "example:", "voorbeeld:", "unknown_key"),
    "a type misspelt": Slip(QUESTIONS, "goal", "type: choice", "type: choise", "unknown_word ~ choice"),
    "a length misspelt": Slip(QUESTIONS, "goal_other", "length: full", "length: ful", "unknown_word ~ full"),
    "an editor misspelt": Slip(QUESTIONS, "maps", "editor: map", "editor: maps", "unknown_word ~ map"),
    "a unit that does not exist": Slip(QUESTIONS, "customers_new", "unit: customers", "unit: klanten", "unknown_word"),
    "yes in Dutch": Slip(QUESTIONS, "customers_new", "whole: yes", "whole: ja", "not_yes_or_no"),
    "bounds in Dutch": Slip(QUESTIONS, "margin", "-100 and 100", "-100 tot 100", "bad_between"),
    "bounds with a decimal comma": Slip(QUESTIONS, "margin", "-100 and 100", "-100 and 99,5", "bad_number"),
    "minutes with a word": Slip(QUESTIONS, "margin", "minutes: 15", "minutes: 15 minuten", "bad_number"),
    "a source that is no file": Slip(
        QUESTIONS, "goal", "source: 002_d2e0b8b6d661ff55.txt", "source: blog", "bad_source"
    ),
    "the message of a check misspelt": Slip(
        QUESTIONS, "customers_new", "check says: Je", "check say: Je", "unknown_key ~ check says"
    ),
    "a blank line below a heading": Slip(
        QUESTIONS, "margin", "{margin}\n", "{margin}\n\n", "key_in_prose", (QUESTIONS, "margin", "type: percent")
    ),
    "no blank line before the explanation": Slip(QUESTIONS, "goal", "{other}\n\n", "{other}\n", "stray_line"),
    # questionnaire.md: codes and choices
    "a choice without a code": Slip(QUESTIONS, "goal", " {why_not_buy}", "", "missing_code"),
    "a choice code twice": Slip(QUESTIONS, "goal", "{why_not_buy}", "{why_not_return}", "duplicate_code"),
    "a question code twice": Slip(QUESTIONS, "goal_other", "{goal_other}", "{goal}", "duplicate_code"),
    "a code with a capital": Slip(QUESTIONS, "margin", "{margin}", "{Margin}", "malformed_code.snake"),
    "a code renamed in one place": Slip(
        QUESTIONS, "reply_hours", "{reply_hours}", "{answer_hours}", "condition.unknown_name", (RULES, "G27", "when:")
    ),
    "a score above a hundred": Slip(QUESTIONS, "asks_referral", "= 67", "= 670", "bad_score"),
    "a per_phase question without fields": Slip(
        QUESTIONS,
        "proof",
        "## ",
        "## Wat mis je hier? {missing_here}\ntype: per_phase\nlength: full\n\n## ",
        "no_fields",
    ),
    "a field with two marks": Slip(QUESTIONS, "messages.need", "### ", "## ", "field_as_question"),
    # questionnaire.md: conditions and rows
    "one equals sign": Slip(QUESTIONS, "goal_other", 'goal == "other"', 'goal = "other"', "expression.syntax"),
    "a choice without quotation marks": Slip(
        QUESTIONS, "goal_other", '"other"', "other", "condition.choice_without_quotes"
    ),
    "a choice that does not exist": Slip(
        QUESTIONS, "goal_other", '"other"', '"others"', "condition.unknown_choice ~ other"
    ),
    "a question that comes later": Slip(
        QUESTIONS, "goal_other", 'goal == "other"', 'team == "alone"', "condition.asks_later"
    ),
    "rows of a field that does not exist": Slip(
        QUESTIONS, "last_ten", "channels.channel", "channels.chanel", "unknown_row_source ~ channels.channel"
    ),
    "a row misspelt": Slip(QUESTIONS, "last_ten", ", website", ", webiste", "unknown_row ~ website"),
    "a model that does not exist": Slip(
        QUESTIONS, "", "default model: five-phase", "default model: five-fase", "unknown_model ~ five-phase"
    ),
    "a setting with a decimal comma": Slip(QUESTIONS, "", "discount_rate: 0.10", "discount_rate: 0,10", "bad_number"),
    # rules.md
    "a fact misspelt": Slip(
        RULES, "G04", "when: hours_share", "when: hour_share", "condition.unknown_fact ~ hours_share"
    ),
    "a group misspelt": Slip(
        RULES, "G04", "hours_share(winning)", "hours_share(wining)", "condition.unknown_argument.group ~ winning"
    ),
    "a fact with a number for a group": Slip(RULES, "G04", "(winning)", "(4)", "condition.wrong_argument"),
    "a fact without its argument": Slip(RULES, "G04", "(winning)", "()", "condition.argument_count"),
    "a fact without brackets": Slip(RULES, "G23", "buys_once()", "buys_once", "condition.fact_without_brackets"),
    "a comma missing": Slip(RULES, "G24", "hours_per_phase, ", "hours_per_phase ", "expression.syntax"),
    "a bracket missing": Slip(RULES, "G10", "on_map() > 1", "on_map( > 1", "expression.syntax"),
    "a decimal comma in a condition": Slip(RULES, "G10", "> 1", "> 1,5", "condition.decimal_comma"),
    "a percentage as a whole number": Slip(
        RULES, "G06", ">= comfortable_retention", ">= 60", "condition.percent_as_whole"
    ),
    "a scale compared with a text": Slip(
        RULES, "G02", "asks_referral == 0", 'asks_referral == "0"', "condition.text_with_number"
    ),
    "a threshold misspelt in a condition": Slip(
        RULES, "G04", "most_winning_hours", "most_wining_hours", "condition.unknown_name ~ most_winning_hours"
    ),
    "a threshold misspelt in a fact": Slip(
        RULES, "G24", "(unknown_figures", "(unknown_figure", "condition.unknown_name ~ unknown_figures"
    ),
    "a fact of another group of names": Slip(
        RULES, "G32", "messages_on(desires)", "messages_on(desire)", "condition.unknown_argument.aspect ~ desires"
    ),
    "a touchpoint that is none": Slip(
        RULES, "G17", "shortfall(touchpoint)", "shortfall(contact)", "condition.unknown_argument.touchpoint"
    ),
    "a threshold code twice": Slip(RULES, "retention_step", "{retention_step}", "{half_of_target}", "duplicate_code"),
    "a threshold renamed": Slip(
        RULES, "healthy_ratio", "{healthy_ratio}", "{good_ratio}", "condition.unknown_name", (RULES, "G08", "when:")
    ),
    "a threshold with a decimal comma": Slip(RULES, "half_of_target", "value: 0.5", "value: 0,5", "bad_number"),
    "a threshold of an unknown kind": Slip(
        RULES, "half_of_target", "kind: percent", "kind: procent", "unknown_word ~ percent"
    ),
    "a threshold without a value": Slip(
        RULES, "half_of_target", "value: 0.5\n", "", "missing_key", (RULES, "half_of_target", "## ")
    ),
    "the section of the thresholds misspelt": Slip(
        RULES, "thresholds", "{thresholds}", "{tresholds}", "unknown_rules_section ~ thresholds"
    ),
    "a rule that absorbs an unknown rule": Slip(RULES, "G07", "absorbs: G06 G08", "absorbs: G06 G88", "unknown_rule"),
    "a rule code twice": Slip(RULES, "G08", "{G08}", "{G07}", "duplicate_code"),
    "a severity too high": Slip(RULES, "G04", "severity: 3", "severity: 5", "out_of_range"),
    "a root cause in Dutch": Slip(RULES, "G01", "cause: retention", "cause: retentie", "unknown_word ~ retention"),
    "a level that does not exist": Slip(RULES, "G01", "level: chain", "level: keten", "unknown_word"),
    "a focus that does not exist": Slip(RULES, "G17", "for each: touchpoint", "for each: contact", "unknown_word"),
    "a focus forgotten": Slip(RULES, "G15", "for each: cell\n", "", "condition.focus_missing", (RULES, "G15", "when:")),
    "a subheading misspelt": Slip(RULES, "G01", "### Advies", "### Adveis", "unknown_subheading ~ advies"),
    "a first step forgotten": Slip(RULES, "G01", "### Eerste stap\n", "", "missing_first_step", (RULES, "G01", "## ")),
    "a placeholder of a question that was removed": Slip(
        RULES, "G05", "{hours_to_win}", "{hours_to_sell}", "unknown_placeholder"
    ),
    # phase-models.md
    "do misspelt": Slip(MODELS, "five-phase.awareness", "do: ", "doe: ", "unknown_key ~ do"),
    "do not misspelt": Slip(MODELS, "five-phase.awareness", "do not: ", "don't: ", "unknown_key ~ do not"),
    "a need misspelt": Slip(
        MODELS, "five-phase.awareness", "functional need", "functional needs", "unknown_key ~ functional need"
    ),
    "a block that does not exist": Slip(MODELS, "five-phase.awareness", "blocks: b1", "blocks: b11", "unknown_word"),
    "a block in two phases": Slip(MODELS, "five-phase.purchase", "blocks: b4", "blocks: b3 b4", "block_twice"),
    # translations
    "an English question missing": Slip(ENGLISH, "goal", "{goal}", "{gaol}", "stale_translation.heading ~ goal"),
    "an English choice missing": Slip(
        ENGLISH, "goal", "- Something else {other}\n", "", "missing_translation.choice", (ENGLISH, "goal", "## ")
    ),
    "an English why missing": Slip(ENGLISH, "goal", "why: ", "whhy: ", "translation_key ~ why"),
    "an English text with a type": Slip(ENGLISH, "goal", "why: ", "type: choice\nwhy: ", "translation_key"),
    "another English version": Slip(ENGLISH, "", "version: ", "version: 9", "head_differs"),
    "an English example missing": Slip(
        ENGLISH_RULES, "G01", "### Example\n", "", "missing_translation.heading", (ENGLISH_RULES, "G01", "## ")
    ),
    "an English threshold missing": Slip(
        ENGLISH_RULES,
        "half_of_target",
        "{half_of_target}",
        "{half_target}",
        "stale_translation.heading ~ half_of_target",
    ),
    "an English do without its key": Slip(ENGLISH_MODELS, "five-phase.awareness", "do: ", "", "stray_line"),
    "an English do missing": Slip(
        ENGLISH_MODELS,
        "five-phase.awareness",
        "do: ",
        "do not: ",
        "missing_translation.key",
        (ENGLISH_MODELS, "five-phase.awareness", "## "),
    ),
    # session.md
    "minutes that do not add up": Slip(
        SESSION, "last_ten", "minutes: 2", "minutes: 4", "session.minutes_differ", (SESSION, "10", "## ")
    ),
    "a part about a section that does not exist": Slip(
        SESSION, "last_ten", "sections: reach", "sections: reech", "session.unknown_section ~ reach"
    ),
    "a part about a question of another section": Slip(
        SESSION, "last_ten", "questions: last_ten", "questions: goal", "session.unknown_question"
    ),
    "a part about nothing": Slip(
        SESSION,
        "week",
        "sections: attention\nquestions: hours_per_phase\n",
        "",
        "session.about_nothing",
        (SESSION, "week", "### "),
    ),
    "a page that does not exist": Slip(
        SESSION, "first_look", "look at: result", "look at: results", "unknown_word ~ result"
    ),
    "a prompt misspelt": Slip(SESSION, "business", "prompt:", "promt:", "unknown_key ~ prompt"),
    "help with a section that does not exist": Slip(
        SESSION, "help", "{customers}", "{customer}", "session.unknown_section ~ customers"
    ),
    "help with a section gone": Slip(SESSION, "help", "## {message}", "### {message}", "session.misplaced"),
    "a chapter misspelt": Slip(SESSION, "", "{sheets}", "{sheet}", "session.unknown_chapter ~ sheets"),
    "an English prompt missing": Slip(
        ENGLISH_SESSION,
        "business",
        "prompt: Which question has to be answered today?\n",
        "",
        "missing_translation.key",
        (ENGLISH_SESSION, "business", "## "),
    ),
    "an English part renamed": Slip(ENGLISH_SESSION, "10", "{week}", "{weeks}", "stale_translation.heading ~ week"),
    # channels.csv and examples
    "a fit that does not exist": Slip(CHANNELS, "seo", ";S;", ";X;", "wrong_fit"),
    "a semicolon missing": Slip(CHANNELS, "seo", ";online;", ";online", "cell_count"),
    "a channel renamed": Slip(
        CHANNELS, "website;", "website;", "site;", "unknown_row", (QUESTIONS, "last_ten", "always:")
    ),
    "an example that expects a wrong finding": Slip(EXAMPLE, "fired", '"G01"', '"G02"', "example.finding"),
    "an example with an unknown rule": Slip(EXAMPLE, "fired", '"G01"', '"G99"', "example.unknown_rule"),
    "an example with an answer to nothing": Slip(EXAMPLE, "", '"goal"', '"gaol"', "example.answer"),
    "an example with a comma missing": Slip(EXAMPLE, "", ",\n", "\n", "example.answer", (EXAMPLE, "", '"language"')),
}


def changed(folder: Path, slip: Slip) -> int:
    """Make a slip in a folder; return the line on which it must be told."""
    file = folder / slip.file
    before = file.read_bytes().decode("utf-8")
    start = place(before, slip.under, slip.old)
    after = before[:start] + slip.new + before[start + len(slip.old) :]
    file.write_bytes(after.encode("utf-8"))
    if slip.at is None:
        return first_change(before, after)
    name, under, part = slip.at
    text = (folder / name).read_text("utf-8")
    return line_at(text, place(text, under, part))


def checked(folder: Path) -> tuple[Mistake, ...]:
    return check(folder, lambda bundle, response: assess(bundle.questionnaire, bundle.rules, response, DAY))


def test_there_are_more_than_forty_slips_in_every_kind_of_file() -> None:
    assert len(SLIPS) > 40
    assert {slip.file.partition("/")[0] for slip in SLIPS.values()} == {
        one.name for one in FOLDER.iterdir() if one.name != "coverage.csv"
    }


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_first_and_hardly_anything_follows(slip: Slip, tmp_path: Path) -> None:
    folder = copytree(FOLDER, tmp_path / FOLDER.name)
    line = changed(folder, slip)

    found = checked(folder)

    file = (slip.at[0] if slip.at else slip.file).rpartition("/")[2]
    shown = [render(one, words(Language.NL), folder) for one in found]
    first = [(name, at, key if " ~ " in slip.key else key.partition(" ~ ")[0]) for name, at, key in spoken(found[:1])]
    assert first == [(file, line, slip.key)], shown[:12]
    assert len(found) <= 1 + MOST_FOLLOWERS, shown[:20]
