"""The working copy names the source of each passage in a comment; the final copy has no comments at all."""

from tests.report.builders import MADE_ON, TEMPLATE, document, report
from tests.report.keep.test_read import ADVICE, sample
from tests.report.word_reader import find, members, part, text, value
from workshop.report.document import Heading, Paragraph, Passage
from workshop.report.keep.merge import passages
from workshop.report.spans import text as words
from workshop.report.word.comments import initials
from workshop.report.word.tags import Tag, read_tag, short
from workshop.report.word.writer import to_docx
from workshop.report.word.xml import W


def test_each_passage_with_a_source_has_a_comment_with_author_and_day() -> None:
    comments = find(part(sample(work=True), "word/comments.xml"), "w:comment")

    assert [text(one) for one in comments][:2] == ["Bron: vraag 12, regel G01", "Bron: regel G02"]
    assert {one.get(f"{W}author") for one in comments} == {"Adviseur"}
    assert {one.get(f"{W}initials") for one in comments} == {"A"}
    assert {one.get(f"{W}date") for one in comments} == {f"{MADE_ON.isoformat()}T00:00:00Z"}


def test_a_comment_hangs_on_the_first_paragraph_of_its_passage() -> None:
    body = part(sample(work=True))

    first = find(body, f"//w:sdt[starts-with(w:sdtPr/w:tag/@w:val, 'k1:{ADVICE}:')]/w:sdtContent/w:p[1]")[0]
    marks = [
        one.get(f"{W}id") for one in find(first, ".//w:commentReference | w:commentRangeStart | w:commentRangeEnd")
    ]

    assert marks == ["0", "0", "0"]
    assert text(first) == "Bel elke klant binnen drie\u00a0weken"


def test_the_final_copy_has_no_comments_and_neither_has_a_working_copy_without_sources() -> None:
    bare = document(Heading(1, "Kop", "kop"), Passage("een", "Een", (Paragraph(words("Ja.")),)))

    for file in (sample(), to_docx(bare, TEMPLATE, work=True)):
        assert "word/comments.xml" not in members(file)
        assert not find(part(file), "//w:commentReference")


def test_the_same_report_gives_the_same_bytes_with_comments_too() -> None:
    sample.cache_clear()
    first = sample(work=True)
    sample.cache_clear()

    assert sample(work=True) == first


def test_every_passage_of_a_report_has_a_title_a_tag_that_fits_and_an_id_of_its_own() -> None:
    file = part(to_docx(report("kapsalon"), TEMPLATE, work=True))
    tags = [value(one) for one in find(file, "//w:sdtPr/w:tag")]
    ours = [tag for tag in map(read_tag, tags) if tag]
    numbers = [value(one) for one in find(file, "//w:sdtPr/w:id")]

    assert {short(one.id) for one in passages(report("kapsalon").blocks)} <= {tag.id for tag in ours}
    assert all(len(tag) <= 64 for tag in tags)
    assert all(value(one) for one in find(file, "//w:sdtPr/w:alias"))
    assert len(set(numbers)) == len(numbers)


def test_the_manifest_holds_no_client_and_no_text() -> None:
    file = to_docx(report("kapsalon"), TEMPLATE)
    manifest = part(file, "customXml/item1.xml")
    about = {str(name): str(value) for name, value in manifest.attrib.items()}

    assert about.pop("program") is not None
    assert about == {
        "questionnaire": "klantreis",
        "version": report("kapsalon").origin.version,
        "model": "five-phase",
        "detail": "whole",
        "language": "nl",
        "made-on": MADE_ON.isoformat(),
    }
    assert not [one for one in " ".join(map(str, manifest.itertext())).split() if len(one) != 8]


def test_a_tag_that_is_not_ours_is_none_and_a_long_id_is_cut_the_same_way_each_time() -> None:
    assert read_tag("goog_rdk_0") is None
    assert read_tag(str(Tag("k1", "gap-G01.see", "0123456789abcdef"))) == Tag("k1", "gap-G01.see", "0123456789abcdef")
    assert short("a" * 41) == short("a" * 41) != short("a" * 42)
    assert len(short("é" * 50)) == 40


def test_initials_are_the_first_letters() -> None:
    assert initials("Klantreis Workshop") == "KW"
