"""The lint: finds nothing in a sound report, and each fault of the corpus by the rule that is meant for it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import klantreis
from tests.report.builders import EXAMPLES, TEMPLATE, document, word_file
from tests.report.lint import faults_figures, faults_order, faults_package, faults_text
from tests.report.lint.sample import Sample, damaged, sound
from tests.report.session import session_report
from tests.report.test_hostile import hostile_file
from workshop.report.document import Paragraph
from workshop.report.errors import BadPackage
from workshop.report.lint.check import check, must_be_sound
from workshop.report.lint.fault import MEANING, Rule
from workshop.report.spans import Span
from workshop.report.word.writer import to_docx

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "report-lint.md"
SAMPLES = (*faults_package.SAMPLES, *faults_text.SAMPLES, *faults_order.SAMPLES, *faults_figures.SAMPLES)
MODELS = tuple(model.id for model in klantreis.bundle().questionnaire.models)
SOUND: dict[str, Callable[[], bytes]] = {
    "sample": sound,
    "own base": TEMPLATE.read_bytes,
    "hostile answers": hostile_file,
    "full session": lambda: to_docx(session_report(), TEMPLATE),
    "full session in English": lambda: to_docx(session_report("en", "bonsing-mann"), TEMPLATE),
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.name)
def test_a_fault_is_found_by_its_rule(sample: Sample) -> None:
    assert sample.rule in {fault.rule for fault in check(damaged(sample))}


@pytest.mark.parametrize("make", SOUND.values(), ids=SOUND)
def test_a_sound_file_has_no_faults(make: Callable[[], bytes]) -> None:
    assert check(make()) == ()


@pytest.mark.parametrize("name", [*EXAMPLES, "few", "none"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_report_has_no_faults(name: str, language: str) -> None:
    assert check(word_file(name, language)) == ()


@pytest.mark.parametrize("model", MODELS)
def test_a_report_in_any_model_has_no_faults(model: str) -> None:
    assert check(word_file("kapsalon", "nl", model)) == ()


def test_each_rule_has_a_fault_and_a_meaning() -> None:
    assert {sample.rule for sample in SAMPLES} == set(Rule) == set(MEANING)


def test_the_reference_names_each_rule_and_what_is_right() -> None:
    rows = [line.split("|")[1:3] for line in REFERENCE.read_text(encoding="utf-8").splitlines() if "|" in line]

    named = [(rule.strip(), meaning.strip()) for rule, meaning in rows]
    assert [one for one in named if one[0] in set(Rule)] == [(str(rule), MEANING[rule]) for rule in MEANING]


def test_the_reference_counts_the_faults_of_each_rule() -> None:
    rows = [line.split("|") for line in REFERENCE.read_text(encoding="utf-8").splitlines() if "|" in line]

    counted = {row[1].strip(): int(row[3]) for row in rows if row[1].strip() in set(Rule)}
    assert counted == Counter(str(sample.rule) for sample in SAMPLES)


def test_a_file_with_a_fault_is_refused_with_its_code() -> None:
    sample = next(one for one in SAMPLES if one.rule is Rule.MERGE_ORPHAN)

    with pytest.raises(BadPackage) as caught:
        must_be_sound(damaged(sample))

    assert caught.value.rule == "merge-orphan"
    assert "word/document.xml" in str(caught.value)


def test_the_writer_hands_out_no_file_with_a_fault() -> None:
    broken = document(Paragraph((Span("Lees verder", link="#nergens"),)))

    with pytest.raises(BadPackage, match="link-anchor"):
        to_docx(broken, TEMPLATE)


def test_what_was_wrong_with_the_template_itself_is_not_ours() -> None:
    sample = next(one for one in SAMPLES if one.rule is Rule.STYLE_UNDEFINED)
    file = damaged(sample)

    must_be_sound(file, base=file)

    with pytest.raises(BadPackage):
        must_be_sound(file, base=sound())
