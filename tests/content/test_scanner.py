"""The scanner: every line in its place, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.content.scanner import Entry, Option, Piece, scan

TEXT = """---
id: tiny
title: Vraag: wie?
---

Welkom.

# Deel {part}

Inleiding.

## Wie? {who}
type: choice
ask when: market == "b2b"
- Jij: en ik {you} = 40
- Niemand {none}
  - Ingesprongen {deep}
zomaar tekst

Eerste regel van de uitleg.

### Kop zonder code
direct tekst
"""


def test_a_heading_knows_its_keys_choices_and_prose_with_their_lines() -> None:
    question = scan(TEXT).pieces[0].children[0]

    assert (question.title, question.code, question.line) == ("Wie?", "who", 12)
    assert question.entries == (Entry("type", "choice", 13, 7), Entry("ask when", 'market == "b2b"', 14, 11))
    assert question.options == (
        Option("Jij: en ik", "you", "40", 15),
        Option("Niemand", "none", None, 16),
        Option("Ingesprongen", "deep", None, 17),
    )
    assert [stray.number for stray in question.strays] == [18]
    assert (question.prose, question.prose_line) == ("Eerste regel van de uitleg.", 20)


def test_the_head_holds_keys_and_the_text_below_it_is_the_introduction() -> None:
    head = scan(TEXT).head

    assert [(entry.key, entry.value) for entry in head.entries] == [("id", "tiny"), ("title", "Vraag: wie?")]
    assert head.prose == "Welkom."


def test_a_subheading_without_a_code_holds_only_prose() -> None:
    subheading = scan(TEXT).pieces[0].children[0].children[0]

    assert (subheading.entries, subheading.prose) == ((), "direct tekst")


def test_a_question_above_the_first_section_stands_alone() -> None:
    found = scan("## Los {loose}\n# Deel {part}\n## Vast {fixed}\n")

    assert [(piece.level, len(piece.children)) for piece in found.pieces] == [(2, 0), (1, 1)]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert scan("\ufeff" + TEXT.replace("\n", "\r\n")) == scan(TEXT)


def test_a_text_without_a_head_or_with_half_a_head_says_so() -> None:
    assert scan("# Deel {part}").head_missing
    assert scan("---\nid: tiny\n# Deel {part}\n").head_open
    assert [piece.code for piece in scan("---\nid: tiny\n# Deel {part}\n").pieces] == ["part"]


LINES = st.sampled_from(
    ["---", "# A {a}", "## B {b}", "### C", "### D {d}", "key: value", "- x {y} = 3", "-", "", "{", "#", ": :", "- {"]
)


def every(piece: Piece) -> list[Piece]:
    return [piece, *(below for child in piece.children for below in every(child))]


@given(st.one_of(st.text(), st.lists(LINES | st.text(max_size=9)).map("\n".join)))
def test_no_text_makes_it_raise_and_no_line_gets_lost(text: str) -> None:
    found = scan(text)

    pieces = [piece for top in (found.head, *found.pieces) for piece in every(top)]
    kept = [line.number for piece in pieces for line in (*piece.lines, *piece.strays) if line.text.strip()]
    kept += [entry.line for piece in pieces for entry in piece.entries]
    kept += [option.line for piece in pieces for option in piece.options]
    kept += [piece.line for piece in pieces if piece.level]
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    filled = [number for number, line in enumerate(lines, start=1) if line.strip()]
    marks = {number for number in filled if lines[number - 1].strip() == "---"}
    assert set(filled) - marks <= set(kept)
    assert len(kept) == len(set(kept))
