"""Judging templates: hostile ones refused for the right reason, good ones mended, and never more than a second."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.builders import TEMPLATE, report, word_file, words
from tests.report.house.dutch import Parts, changed, dutch_dotx, dutch_parts, dutch_template, paragraph, zipped
from tests.report.house.hostile import HEAVY, HOSTILE, in_body
from tests.report.word_reader import members, part
from workshop.report.house.fit import ready
from workshop.report.house.judge import judge
from workshop.report.house.saying import told
from workshop.report.word.writer import to_docx
from workshop.report.word.xml import W

ROOT = Path(__file__).resolve().parents[3]
MOST_SECONDS = 1.0
MOST_MEGABYTES = 200


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_for_its_reason(name: str) -> None:
    code, make = HOSTILE[name]

    verdict = judge(make(), name)

    assert verdict.refused is not None
    assert verdict.refused.code == code
    assert verdict.template == b""


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", HOSTILE)
def test_every_reason_is_told_in_whole_sentences(name: str, language: str) -> None:
    said = told(judge(HOSTILE[name][1](), name), words(language)).refused

    assert said.endswith(".")
    assert "{" not in said


def test_there_are_enough_samples() -> None:
    assert len(HOSTILE) >= 30


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured the way of Linux")
def test_no_file_takes_more_than_a_second_or_200_megabytes(tmp_path: Path) -> None:
    makers = {**{name: make for name, (_, make) in HOSTILE.items()}, **HEAVY}
    for at, make in enumerate(makers.values()):
        (tmp_path / f"{at:03}").write_bytes(make())

    command = [sys.executable, "-m", "tests.report.house.measured", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)

    found = json.loads(done.stdout)
    names = list(makers)
    assert {names[int(at)]: took for at, (took, _) in found["files"].items() if took > MOST_SECONDS} == {}
    assert found["peak"] < MOST_MEGABYTES


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_give_a_verdict(data: bytes) -> None:
    assert judge(data).refused is not None
    assert judge(b"PK\x03\x04" + data + b"PK\x05\x06" + data).refused is not None


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**32), flips=st.integers(1, 30))
def test_a_damaged_template_gives_a_verdict(seed: int, flips: int) -> None:
    chance, data = Random(seed), bytearray(dutch_template())
    for _ in range(flips):
        data[chance.randrange(len(data))] = chance.randrange(256)

    verdict = judge(bytes(data))

    assert (verdict.refused is None) == bool(verdict.template)


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_template_with_scrambled_xml_gives_a_verdict(seed: int) -> None:
    chance, parts = Random(seed), dutch_parts()
    name = chance.choice(sorted(parts))
    data = bytearray(parts[name])
    for _ in range(chance.randrange(1, 6)):
        begin = chance.randrange(len(data))
        data[begin : begin + chance.randrange(40)] = data[(end := chance.randrange(len(data))) : end + 20]

    verdict = judge(zipped({**parts, name: bytes(data)}))

    assert (verdict.refused is None) == bool(verdict.template)


def test_our_own_base_is_good_as_it_is() -> None:
    verdict = judge(TEMPLATE.read_bytes())

    assert (verdict.refused, verdict.mended, verdict.missing, verdict.warnings) == (None, (), (), ())


def test_a_dotx_becomes_an_ordinary_document() -> None:
    verdict = judge(dutch_dotx())

    assert "dotx" in [one.code for one in verdict.mended]
    kinds = {one.get("PartName"): one.get("ContentType", "") for one in part(verdict.template, "[Content_Types].xml")}
    assert kinds["/word/document.xml"].endswith("document.main+xml")


def test_the_missing_styles_are_named() -> None:
    missing = judge(dutch_template()).missing

    assert {"heading 3", "Quote", "Card Title", "Report Table"} <= set(missing)
    assert not {"heading 1", "List Bullet", "Title"} & set(missing)


def settings_with(xml: str) -> Parts:
    return changed(dutch_parts(), "word/settings.xml", "<w:zoom/>", f"<w:zoom/>{xml}")


MENDED: dict[str, tuple[str, Callable[[], Parts]]] = {
    "the question about fields": ("fields", dutch_parts),
    "an old form": ("old_mode", dutch_parts),
    "a lock": ("protection", lambda: settings_with('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')),
    "track changes": ("tracking", lambda: settings_with("<w:trackRevisions/>")),
    "a mailing list": ("mail_merge", lambda: settings_with("<w:mailMerge/>")),
    "a link to nowhere": (
        "links",
        lambda: changed(
            dutch_parts(), "word/document.xml", "<w:body>", '<w:body><w:p><w:hyperlink w:anchor="weg"/></w:p>'
        ),
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_what_can_be_mended_is_mended_and_told(name: str) -> None:
    code, make = MENDED[name]

    verdict = judge(zipped(make()))

    assert code in [one.code for one in verdict.mended]
    again = judge(verdict.template)
    assert again.mended == ()


PAPER = 'w:w="11906" w:h="16838"'
WARNED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "tracked changes": ("changes", lambda: in_body("<w:p><w:ins/></w:p>")),
    "hidden text": ("hidden", lambda: in_body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>")),
    "a strange font": (
        "fonts",
        lambda: in_body('<w:p><w:r><w:rPr><w:rFonts w:ascii="Frutiger"/></w:rPr><w:t>x</w:t></w:r></w:p>'),
    ),
    "another language": (
        "language",
        lambda: in_body('<w:p><w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>x</w:t></w:r></w:p>'),
    ),
    "a number in a heading": (
        "numbers",
        lambda: in_body('<w:p><w:pPr><w:pStyle w:val="Kop1"/><w:numPr/></w:pPr></w:p>'),
    ),
    "an unknown placeholder": ("placeholder", lambda: in_body(paragraph("{{qqqq}}"))),
    "a misspelt placeholder": ("placeholder_meant", lambda: in_body(paragraph("{{klnt}}"))),
    "American paper": (
        "paper",
        lambda: zipped(changed(dutch_parts(), "word/document.xml", PAPER, 'w:w="12240" w:h="15840"')),
    ),
    "wide margins": (
        "narrow",
        lambda: zipped(changed(dutch_parts(), "word/document.xml", 'w:right="1418"', 'w:right="4500"')),
    ),
    "text without a place for the report": (
        "no_anchor",
        lambda: zipped(changed(dutch_parts(), "word/document.xml", "{{rap", "het rap")),
    ),
    "names in the properties": ("properties", dutch_template),
}


@pytest.mark.parametrize("name", WARNED)
def test_what_needs_a_look_is_told_and_nothing_else(name: str) -> None:
    code, make = WARNED[name]

    verdict = judge(make())

    assert verdict.refused is None
    assert {one.code for one in verdict.warnings} == {code, "properties"}
    assert all(one.endswith((".", "?")) for one in told(verdict, words()).warnings)


def test_a_misspelt_placeholder_comes_with_the_one_that_is_meant() -> None:
    said = told(judge(in_body(paragraph("{{klnt}}"))), words()).warnings

    assert "{{klnt}} kennen we niet. Bedoel je {{klant}}?" in said


def test_the_names_of_an_earlier_client_are_gone() -> None:
    template = judge(dutch_template()).template

    core = part(template, "docProps/core.xml")
    assert [one.text for one in core.iter() if one.text] == []
    assert b"Oude Klant" not in template


def test_comments_and_hidden_data_are_left_out() -> None:
    parts = dutch_parts()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    lines = "".join(
        f'<Relationship Id="rId9{at}" Type="{office}/{kind}" Target="{kind}.xml"/>'
        for at, kind in enumerate(("comments", "customXml"))
    )
    parts = changed(parts, "word/_rels/document.xml.rels", "</Relationships>", f"{lines}</Relationships>")
    mark = '<w:p><w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    parts = changed(parts, "word/document.xml", "<w:body>", f"<w:body>{mark}")
    space = f'xmlns:w="{W[1:-1]}"'
    verdict = judge(
        zipped({**parts, "word/comments.xml": f"<w:comments {space}/>".encode(), "word/customXml.xml": b"<x/>"})
    )

    assert {"comments", "custom_xml"} <= {one.code for one in verdict.warnings}
    assert not {"word/comments.xml", "word/customXml.xml"} & set(members(verdict.template))
    assert list(part(verdict.template).iter(f"{W}commentReference", f"{W}commentRangeStart")) == []


def test_properties_come_in_the_order_of_the_standard() -> None:
    looks = '<w:rPr><w:sz w:val="20"/><w:i/><w:b/></w:rPr>'
    template = judge(
        in_body(f'<w:p><w:pPr><w:keepNext/><w:pStyle w:val="Kop1"/></w:pPr><w:r>{looks}</w:r></w:p>')
    ).template

    first = part(template).find(f"{W}body/{W}p")
    assert first is not None
    assert [one.tag.removeprefix(W) for one in first.iterfind(f"{W}r/{W}rPr/*")] == ["b", "i", "sz"]
    assert [one.tag.removeprefix(W) for one in first.iterfind(f"{W}pPr/*")] == ["pStyle", "keepNext"]


def test_a_report_of_ours_is_no_template() -> None:
    verdict = judge(word_file("few"), "oud-rapport.docx")

    assert verdict.refused is not None
    assert verdict.refused.code == "own_report"
    assert "rapport over een klant" in told(verdict, words("nl")).refused


def test_controls_of_a_template_never_share_a_number_with_ours() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="Kenmerk"/><w:tag w:val="kenmerk"/><w:id w:val="3"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>Kenmerk</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )

    file = to_docx(report("few"), ready(in_body(control)))

    numbers = [one.get(f"{W}val") for one in part(file).iterfind(f".//{W}sdtPr/{W}id")]
    assert len(numbers) == len(set(numbers)) > 1
