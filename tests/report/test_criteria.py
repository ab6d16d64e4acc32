"""The thirty criteria on reports of every kind, and each criterion on a file with the fault that it is there for."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from openxml_audit import OpenXmlValidator

from tests.report import cases
from tests.report.cases import case_failures
from tests.report.criteria import CRITERIA, label
from tests.report.criteria_package import the_name_of_the_file_says_what_it_is
from tests.report.opened import BODY, CORE, STYLES, Opened
from workshop.language.text import file_stem
from workshop.report.word.template import pack

NUMBERED = {int(label(one).split()[0]): one for one in CRITERIA}
CASES = cases.all_pairs()
JUDGED = CASES[::4]
"""What Microsoft's validator looks at too: it takes two seconds a file."""


@pytest.fixture(scope="module", params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> cases.Case:
    """One report of the covering array."""
    assert isinstance(request.param, cases.Case)
    return request.param


@pytest.fixture(scope="module")
def file(case: cases.Case) -> bytes:
    """The same as a Word file."""
    return case.file()


def test_the_report_meets_the_criteria(case: cases.Case, file: bytes) -> None:
    assert case_failures(case, file) == []


def test_the_audit_finds_nothing(file: bytes, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(file)

    assert [f"{one.part_uri} {one.description}" for one in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.word_validator
@pytest.mark.parametrize("judged", JUDGED, ids=str)
def test_microsoft_finds_nothing(
    judged: cases.Case, word_validator: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(judged.file())

    assert word_validator(path) == []


def damaged(old: str, new: str, name: str = BODY) -> Callable[[bytes], bytes]:
    """A fault: in one part, the first place where the pattern stands becomes something else."""

    def damage(file: bytes) -> bytes:
        parts = dict(Opened(file).parts)
        text, count = re.subn(old, new, parts[name].decode("utf-8"), count=1, flags=re.DOTALL)
        assert count == 1, f"{old} is not in {name}"
        return pack(parts | {name: text.encode("utf-8")})

    return damage


def added(name: str, content: bytes) -> Callable[[bytes], bytes]:
    """A fault: a part more than there should be."""
    return lambda file: pack({**Opened(file).parts, name: content})


def later(file: bytes) -> bytes:
    """A fault: the same parts, zipped at another moment."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in Opened(file).parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 10, 0, 0)), content)
    return target.getvalue()


CHART = "word/charts/chart1.xml"
NOTE = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
FIRST = r"(<w:p><w:pPr><w:pStyle w:val=\"Normal\"/>)"
"""Where a paragraph of running text starts."""


def saying(words: str) -> Callable[[bytes], bytes]:
    """A fault: a paragraph more, in the style of running text."""
    return damaged(FIRST, NOTE.format(words) + r"\1")


FAULTS: dict[int, Callable[[bytes], bytes]] = {
    1: damaged(r'<w:pPr><w:pStyle w:val="Normal"/></w:pPr>', ""),
    2: damaged(r"<w:r><w:t ", '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t '),
    3: damaged(FIRST, r'\1<w:jc w:val="center"/>'),
    4: damaged('<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading3"/>'),
    5: damaged(r'(<w:pStyle w:val="Heading1"/>.*?<w:t xml:space="preserve">)', r"\g<1>1. "),
    6: saying(" "),
    7: damaged('w:styleId="Caption">(.*?)<w:keepNext/>', r'w:styleId="Caption">\1', STYLES),
    8: saying("• Bel elke klant na een week."),
    9: damaged("<w:tblHeader/>", ""),
    10: damaged('(w:styleId="TableHead">.*?<w:color w:val=")[0-9A-F]{6}" w:themeColor="text2"', r'\1F0F0F0"', STYLES),
    11: damaged(r'descr="[^"]*"', 'descr="Een plaatje"'),
    12: damaged(r"(<c:val>.*?<c:v>)[^<]*(</c:v>)", r"\g<1>98.7\2", CHART),
    13: damaged('<w:lang w:val="nl-NL"', '<w:lang w:val="en-US"', STYLES),
    14: damaged(r"<dc:subject>.*?</dc:subject>", "", CORE),
    15: damaged('w:left="1247"', 'w:left="900"'),
    16: damaged('(w:styleId="ListBullet">.*?)</w:style>', r'\1<w:rPr><w:sz w:val="16"/></w:rPr></w:style>', STYLES),
    17: damaged(r'w:instr=" NUMPAGES "', 'w:instr=" DATE "', "word/footer.xml"),
    18: damaged(r'w:name="k_', 'w:name="kk_'),
    19: saying("Kijk in Tabel 3 wat er staat."),
    20: saying("Beste {client}, dit is jouw rapport."),
    21: saying("Je verdient 3.5 uur per klant."),
    22: damaged(
        "</Relationships>",
        '<Relationship Id="rId99" TargetMode="External" Target="https://example.org/a.png" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>',
        "word/_rels/document.xml.rels",
    ),
    23: added("word/embeddings/sheet.xlsx", Random(1).randbytes(200_000)),
    24: damaged("<w:tblGrid>.*?</w:tblGrid>", ""),
    25: damaged(FIRST, NOTE.format("Lees www.example.org eens door.") + r"\1"),
    26: damaged(FIRST, r'<w:p><w:r><w:br w:type="page"/></w:r></w:p>\1'),
    27: later,
    28: damaged("<w:alias [^>]*/>(?=<w:tag )", ""),
}
"""A file with one small fault for each criterion that looks into the file."""


@pytest.fixture(scope="module")
def sound() -> bytes:
    """A report with everything in it: charts, a map, fields to fill in."""
    return cases.Case("kapsalon", "five-phase", "nl", "own base", "final", "all annexes", "native").file()


@pytest.mark.parametrize("number", FAULTS)
def test_each_criterion_sees_the_fault_that_it_is_there_for(number: int, sound: bytes) -> None:
    criterion = NUMBERED[number]
    before = list(criterion(Opened(sound)))

    assert len(list(criterion(Opened(FAULTS[number](sound))))) > len(before)


def test_every_criterion_has_its_number_and_its_fault() -> None:
    assert [*NUMBERED] == [*FAULTS] == [*range(1, 29)]


def test_the_name_of_the_file_says_for_whom_and_when() -> None:
    made = f"{file_stem('klantreis-adviesrapport', 'Bloemen & Co. «Ü»', '2026-11-22')}.docx"

    assert list(the_name_of_the_file_says_what_it_is(made)) == []
    assert list(the_name_of_the_file_says_what_it_is("Rapport (2).docx")) == ["Rapport (2).docx"]
