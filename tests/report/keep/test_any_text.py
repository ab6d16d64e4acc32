"""Any text at all reads back as what it says: out of Word with its noise, and out of Markdown."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.report.builders import TEMPLATE, document
from tests.report.keep.edits import add_noise, edited, split_runs
from tests.report.keep.test_read import changed
from workshop.report import prose
from workshop.report.document import BulletList, Heading, ListItem, NumberedList, Paragraph, Passage, Simple
from workshop.report.keep.read import read
from workshop.report.lines import lines, mark
from workshop.report.markdown import markdown_of
from workshop.report.spans import Span, text
from workshop.report.word.writer import to_docx

NASTY = "ab *_[]()<>\\`-+1.)#|~&;:/\n\t\u00a0\u00ad!{}"
WORDS = st.text(st.sampled_from(NASTY) | st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12)
LINKS = st.sampled_from(("", "", "", "https://a.nl/b?c=d&e=(f)", "mailto:a@b.example", "#gaps"))
SPANS = st.lists(st.builds(Span, WORDS, st.booleans(), st.booleans(), LINKS), max_size=3).map(tuple)
ITEMS = st.lists(st.builds(ListItem, SPANS), min_size=1, max_size=3).map(tuple)
LISTS = st.builds(BulletList, ITEMS) | st.builds(NumberedList, ITEMS)
DEEP = st.lists(st.builds(ListItem, SPANS, st.lists(LISTS, max_size=1).map(tuple)), min_size=1, max_size=3).map(tuple)
BLOCKS: st.SearchStrategy[list[Simple]] = st.lists(
    st.builds(Paragraph, SPANS) | st.builds(BulletList, DEEP) | st.builds(NumberedList, DEEP), max_size=3
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BLOCKS)
def test_any_passage_reads_back_as_what_it_says(blocks: list[Simple]) -> None:
    other = Passage("q", "Q", (Paragraph(text("x")),))
    file = to_docx(document(Heading(1, "Gaten", "gaps"), Passage("p", "P", tuple(blocks)), other), TEMPLATE)

    found = read(edited(file, split_runs, add_noise))

    assert changed(found) == {}
    assert mark(lines(blocks)) == (found.passages["p"].base if "p" in found.passages else mark(()))


@settings(max_examples=400, deadline=None)
@given(BLOCKS)
def test_markdown_of_any_text_says_the_same_text(blocks: list[Simple]) -> None:
    written = markdown_of(blocks)

    assert lines(prose.blocks(written)) == lines(blocks)


@settings(max_examples=200, deadline=None)
@given(BLOCKS)
def test_the_same_text_has_the_same_mark_whatever_its_runs(blocks: list[Simple]) -> None:
    again = prose.blocks(markdown_of(blocks))

    assert mark(lines(again)) == mark(lines(blocks))
