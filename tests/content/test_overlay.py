"""Translations: the same codes with other words; what is missing keeps the base text and is reported."""

from pathlib import Path

import pytest

from tests.questionnaires import TINY, gap, outcome, questions, spoken, tiny_copy
from workshop.content.catalog import load
from workshop.content.lint import check

ENGLISH = "---\nid: tiny\ntitle: Small\nversion: 1\nlanguage: en\n---\n"
BASE = (
    questions("""## Wie? {who}
type: choice
page: Wie {who_page}
why: Daarom.
- Jij {you} = 40
- Ik {me} = 60

Uitleg.

## Wat? {things}
type: group

### Naam? {name}
type: text
""")
    .replace("# Deel {part}\n", "# Deel {part}\n\nInleiding.\n")
    .replace("default model: one\n", "default model: one\nneeds: Een blad\n")
)
WHOLE = (
    ENGLISH.replace("language: en\n", "language: en\nneeds: A sheet\n")
    + """# Part {part}

Introduction.

## Who? {who}
page: Who {who_page}
why: Because.
- You {you}
- I {me}

Explanation.

## What? {things}

### Name? {name}
"""
)
MODELS_EN = ENGLISH + "# Model {one}\n\nExplanation.\n\n## Phase {whole}\n"
CHANGES = {
    "a question that is not translated": (
        "## What? {things}\n\n### Name? {name}\n",
        "",
        "# Part {part}",
        "missing_translation.heading",
    ),
    "a field that is not translated": ("### Name? {name}\n", "", "## What?", "missing_translation.heading"),
    "a heading without words": ("## Who? {who}", "## {who}", "## {who}", "missing_translation.heading"),
    "a choice that is not translated": ("- I {me}\n", "", "## Who?", "missing_translation.choice"),
    "a key that is not translated": ("why: Because.\n", "", "## Who?", "missing_translation.key"),
    "a page that is not translated": ("page: Who {who_page}\n", "", "## Who?", "missing_translation.key"),
    "explanation that is not translated": ("\nExplanation.\n", "", "## Who?", "missing_translation.prose"),
    "a list that is too short": ("needs: A sheet\n", "", "---", "missing_translation.key"),
    "a list that is too long": (
        "needs: A sheet\n",
        "needs: A sheet\nneeds: A pen\n",
        "needs: A pen",
        "stale_translation.key",
    ),
    "a question that is gone": ("## What?", "## Why? {whyy}\n\n## What?", "## Why?", "stale_translation.heading"),
    "a choice that is gone": ("- I {me}", "- I {me}\n- He {mee}", "- He", "stale_translation.choice ~ me"),
    "a key that is gone": ("why: Because.", "why: Because.\nfind: There.", "find:", "stale_translation.key"),
    "explanation of its own": ("## What? {things}\n", "## What? {things}\n\nOwn.\n", "Own.", "stale_translation.prose"),
    "a key that is no text": ("why: Because.", "why: Because.\ntype: choice", "type:", "translation_key"),
    "an unknown key": ("why: Because.", "why: Because.\nfinds: There.", "finds:", "translation_key ~ find"),
    "a score": ("- I {me}", "- I {me} = 60", "- I", "translation_score"),
    "a page with another code": ("{who_page}", "{whom_page}", "page:", "page_code_differs"),
    "another id": ("id: tiny", "id: small", "id: small", "head_differs"),
    "another version": ("version: 1", "version: 2", "version: 2", "head_differs"),
    "another language": ("language: en", "language: de", "language: de", "head_differs"),
    "a stray line": ("why: Because.", "why: Because.\nhello", "hello", "stray_line"),
}


@pytest.mark.parametrize(("old", "new", "line", "key"), CHANGES.values(), ids=CHANGES.keys())
def test_what_is_missing_or_stale_is_named_on_its_line(old: str, new: str, line: str, key: str, tmp_path: Path) -> None:
    translation = WHOLE.replace(old, new, 1)
    translation = translation.replace(line, f"{line}@@", 1)
    translation = "\n".join(
        f"{one.replace('@@', '')}  <<< {key}" if "@@" in one else one for one in translation.split("\n")
    )

    found, expected = outcome(tmp_path, questionnaire=BASE, questionnaire_en=translation, models_en=MODELS_EN)

    assert found == expected


def test_a_whole_translation_gives_no_mistake(tmp_path: Path) -> None:
    found, expected = outcome(tmp_path, questionnaire=BASE, questionnaire_en=WHOLE, models_en=MODELS_EN)

    assert found == expected == []


def test_a_code_that_stands_twice_in_a_translation_is_named(tmp_path: Path) -> None:
    translation = WHOLE + "\n## Who again? {who}  <<< duplicate_code\n"

    found, expected = outcome(tmp_path, questionnaire=BASE, questionnaire_en=translation, models_en=MODELS_EN)

    assert found == expected


def test_a_translation_without_a_head_gives_one_line(tmp_path: Path) -> None:
    translation = WHOLE.partition("---\n# ")[2].join(("# ", ""))

    found, _ = outcome(tmp_path, questionnaire=BASE, questionnaire_en=translation, models_en=MODELS_EN)

    assert found == [("questionnaire.en.md", 1, "head_missing")]


def test_a_code_that_changed_is_told_once_with_the_new_one(tmp_path: Path) -> None:
    translation = WHOLE.replace("{things}", "{thing}  <<< stale_translation.heading ~ things")

    found, expected = outcome(tmp_path, questionnaire=BASE, questionnaire_en=translation, models_en=MODELS_EN)

    assert found == expected


def test_a_translation_of_rules_has_its_own_placeholders_and_subheadings(tmp_path: Path) -> None:
    rules = gap("when: hours > 3\nseverity: 2\nease: 2\nroot cause: figures")
    english = (
        ENGLISH
        + """# Gaps {gaps}

## Gap {G01}  <<< missing_translation.heading

It costs {hour}.  <<< unknown_placeholder ~ hours

### Advise  <<< stale_translation.heading
Do.

### First step
Start.
"""
    )

    found, expected = outcome(
        tmp_path,
        questionnaire_en=ENGLISH + "# Part {part}\n\n## How many? {hours}\n",
        models_en=MODELS_EN,
        rules=rules,
        rules_en=english,
    )

    assert found == expected


def test_a_file_that_is_not_translated_or_not_used_is_named(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "rules.en.md").rename(folder / "rules.de.md")

    assert spoken(check(folder)) == [
        ("rules.de.md", 1, "translation_unused"),
        ("rules.en.md", 1, "missing_translation.file"),
    ]


def test_a_translated_questionnaire_speaks_the_other_language_everywhere() -> None:
    bundle = load(TINY, "en")
    book = bundle.questionnaire

    assert (book.language, book.title, book.needs) == ("en", "A small questionnaire", ("A notepad", "Your diary"))
    assert [page.title for page in book.pages][:3] == ["Your business", "Reviews", "Figures"]
    assert book.questions[0].choices[0].text == "To businesses"
    assert book.questions[5].checks[0].message == "That is a lot."
    assert book.selftests[0].text == "Do you know your customers through and through?"
    assert book.channels[1].name == "Word of mouth"
    assert book.models[0].phases[0].name == "Before the sale"
    assert (bundle.rules.gaps[0].title, bundle.rules.gaps[0].advice) == (
        "A customer takes too much time",
        "Do it faster.",
    )


def test_a_translation_changes_words_only() -> None:
    dutch, english = load(TINY, "nl"), load(TINY, "en")

    for one, other in zip(dutch.questionnaire.questions, english.questionnaire.questions, strict=True):
        assert (one.code, one.type, one.low, one.high, one.ask_when, one.line) == (
            other.code,
            other.type,
            other.low,
            other.high,
            other.ask_when,
            other.line,
        )
        assert [(c.code, c.score) for c in one.choices] == [(c.code, c.score) for c in other.choices]
    assert [rule.when for rule in dutch.rules.gaps] == [rule.when for rule in english.rules.gaps]


def test_what_is_not_translated_keeps_the_base_text(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    file = folder / "questionnaire.en.md"
    file.write_text(file.read_text("utf-8").replace("## To whom do you sell? {market}", "## {market}"), "utf-8")

    assert load(folder, "en").questionnaire.questions[0].title == "Aan wie verkoop je?"
