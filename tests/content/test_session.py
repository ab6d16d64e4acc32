"""The guide of the klantreis: every section has help in both languages, and every run sheet keeps to its time."""

import re
from pathlib import Path

import pytest

from tests.klantreis import bundle
from tests.questionnaires import HEAD, HOURS, outcome, questions, tiny_copy
from workshop.content.catalog import load
from workshop.domain.run_sheet import NO_GUIDE, Guide, Place

LANGUAGES = ("nl", "en")
PROMPTS, PITFALLS, LISTENS = range(2, 5), range(2, 4), range(1, 4)
MOST_WORDS = 15
HELP = "# Hulp {help}\n\n## {part}\nprompt: Hoe?\nlisten: Stilte.\npitfall: Haast.\n"
PART = "### Begin {start}\nminutes: 5\nsections: part\n\n"
SHEET = f"# Draaiboeken {{sheets}}\n\n## Kort {{5}}\n\nEven kijken.\n\n{PART}"


MISTAKES = {
    "minutes that do not add up": ("{5}", "{6}  <<< session.minutes_differ"),
    "a section that does not exist": (": part", ": prt  <<< session.unknown_section ~ part"),
    "a question that does not exist": (": part", ": part\nquestions: hour  <<< session.unknown_question ~ hours"),
    "no minutes": ("{start}\nminutes: 5", "{start}  <<< missing_key"),
    "minutes of nothing": ("minutes: 5", "minutes: 0  <<< out_of_range"),
    "a run sheet named by a word": ("{5}", "{five}  <<< malformed_code.number | session.minutes_differ"),
    "a part about nothing": (
        "{start}\nminutes: 5\nsections: part",
        "{start}  <<< session.about_nothing\nminutes: 5",
    ),
    "a run sheet twice": (HELP, f"## Weer {{5}}  <<< duplicate_code\n\n{PART}{HELP}"),
    "an unknown chapter": ("{sheets}", "{sheet}  <<< session.unknown_chapter ~ sheets"),
    "a key that does not exist": ("prompt: Hoe?", "prompt: Hoe?\nprompts: Hoe?  <<< unknown_key ~ prompt"),
    "no pitfall": ("{part}\nprompt: Hoe?\nlisten: Stilte.\npitfall", "{part}  <<< missing_key\nprompt: Hoe?\nlisten"),
    "an unknown block": ("prompt:", "blocks: b11  <<< unknown_word ~ b1\nprompt:"),
    "help that is missing": (HELP, "# Hulp {help}  <<< session.section_missing\n"),
    "help with nothing": ("## {part}", "## {prt}  <<< session.unknown_section ~ part"),
    "a heading too deep": (HELP, f"{HELP}\n### Los {{loose}}  <<< session.misplaced\n"),
}


def helping(guide: Guide) -> list[str]:
    """Every text of the help with the sections."""
    return [text for one in guide.sections for text in (*one.prompts, *one.listen, *one.pitfalls)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_has_prompts_something_to_listen_for_and_pitfalls(language: str) -> None:
    found = bundle(language)

    for section in found.questionnaire.sections:
        helped = found.guide.help(section.code)
        counts = len(helped.prompts), len(helped.listen), len(helped.pitfalls)
        assert all(n in span for n, span in zip(counts, (PROMPTS, LISTENS, PITFALLS), strict=True)), section.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_of_every_run_sheet_add_up_to_its_minutes(language: str) -> None:
    sheets = bundle(language).guide.sheets

    assert [one.minutes for one in sheets] == [10, 90, 120]
    assert [sum(part.minutes for part in one.parts) for one in sheets] == [10, 90, 120]
    assert all(one.title and one.about and all(part.title and part.purpose for part in one.parts) for one in sheets)


def test_the_long_run_sheet_draws_the_map_and_makes_the_plan() -> None:
    guide = bundle().guide
    full, long = guide.sheet(90), guide.sheet(120)
    assert full is not None
    assert long is not None

    assert full.of("map") is None
    assert long.of("map") is not None
    assert {part.look for part in long.parts} >= {Place.RESULT, Place.REPORT}
    everything = {one.code for one in bundle().questionnaire.sections}
    assert {code for part in long.parts for code in part.sections} == everything


def test_both_languages_say_something_else() -> None:
    dutch, english = (bundle(language).guide for language in LANGUAGES)

    said = [
        {text for one in guide.sections for text in (*one.prompts, *one.listen, *one.pitfalls)}
        for guide in (dutch, english)
    ]
    assert not said[0] & said[1]
    assert [one.blocks for one in dutch.sections] == [one.blocks for one in english.sections]


def test_dutch_sentences_have_at_most_fifteen_words() -> None:
    guide = bundle().guide
    texts = helping(guide)
    texts += [text for sheet in guide.sheets for part in sheet.parts for text in (sheet.about, part.purpose)]

    sentences = [one for text in texts for one in re.split(r"(?<=[.?:])\s", text)]
    assert [one for one in sentences if len(one.split()) > MOST_WORDS] == []


def test_a_folder_without_a_guide_has_none(tmp_path: Path) -> None:
    assert load(tiny_copy(tmp_path), "nl").guide == NO_GUIDE


def test_a_guide_that_is_right_is_read(tmp_path: Path) -> None:
    found, expected = outcome(tmp_path, questionnaire=questions(HOURS), session=HEAD + SHEET + HELP)

    assert found == expected == []
    assert load(tmp_path / "tiny", "nl").guide.sheets[0].parts[0].sections == ("part",)


@pytest.mark.parametrize(("old", "new"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_on_its_line(old: str, new: str, tmp_path: Path) -> None:
    text = HEAD + (SHEET + HELP).replace(old, new, 1)

    found, expected = outcome(tmp_path, questionnaire=questions(HOURS), session=text)

    assert found == expected != []
