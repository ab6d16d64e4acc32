"""The proof of the whole matrix of reports: it names what fails, and says how much it looked at."""

import pytest

from scripts.prove_reports import judged, main
from tests.report.cases import matrix


def test_a_sample_is_judged_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--sample", "2", "--workers", "1"])

    said = capsys.readouterr().out
    assert status == 0, said
    assert said.startswith("prove: 2 reports in ")
    assert said.endswith("findings: lint 0, criteria 0, audit 0\n")


def test_the_matrix_holds_every_case_once() -> None:
    cases = list(matrix())

    assert len(cases) == len(set(cases)) > 400


def test_a_fault_is_told_with_its_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    case = next(iter(matrix()))
    broken = case.file().replace(b"word/styles.xml", b"word/stylez.xml")
    monkeypatch.setattr(type(case), "file", lambda _: broken)

    assert {"criteria", "audit"} <= {judge for judge, _ in judged(case, microsoft=False)}
