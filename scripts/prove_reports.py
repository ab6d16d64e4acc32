"""Prove the whole matrix of Word reports: python -m scripts.prove_reports [--microsoft] [--sample N] [--workers N]

Every worked example and every kind of session, in each phase model and language, on each base, as final and as
working copy, goes past four judges: the product's own lint, the thirty criteria, openxml-audit and, when asked for,
Microsoft's own validator (install it with scripts/install-test-tools). Each report that fails is named; with failures
the exit status is 1.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

from openxml_audit import OpenXmlValidator

from tests.report.cases import Case, case_failures, matrix
from tests.tools import find_word_validator, validate_word
from workshop.report.errors import ReportError

Findings = list[tuple[str, str]]
"""Which judge, and what it found."""


def main(arguments: Sequence[str]) -> int:
    """Make and judge the reports, a process for each core, and say what was found."""
    options = _options(arguments)
    if options.microsoft and find_word_validator() is None:
        print("prove: Microsoft's validator is missing; run scripts/install-test-tools first", file=sys.stderr)
        return 2
    cases = _spread(list(matrix()), options.sample)
    begin = time.monotonic()
    counts: Counter[str] = Counter()
    with ProcessPoolExecutor(options.workers) as pool:
        judging = pool.map(partial(judged, microsoft=options.microsoft), cases, chunksize=4)
        for case, findings in zip(cases, judging, strict=True):
            counts.update(judge for judge, _ in findings)
            for judge, what in findings:
                print(f"{case}: {judge}: {what}", flush=True)
    judges = ("lint", "criteria", "audit", *(("Microsoft",) if options.microsoft else ()))
    told = ", ".join(f"{judge} {counts[judge]}" for judge in judges)
    print(f"prove: {len(cases)} reports in {time.monotonic() - begin:.0f} s; findings: {told}")
    return 1 if counts else 0


def judged(case: Case, *, microsoft: bool) -> Findings:
    """What each judge finds in one report; a report that the lint kept back has nothing else to judge."""
    try:
        file = case.file()
    except ReportError as error:
        return [("lint", str(error))]
    return list(_judgements(case, file, microsoft=microsoft))


def _judgements(case: Case, file: bytes, *, microsoft: bool) -> Iterator[tuple[str, str]]:
    yield from (("criteria", one) for one in case_failures(case, file))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(file)
        yield from (("audit", f"{one.part_uri} {one.description}") for one in OpenXmlValidator().validate(path).errors)
        validator = find_word_validator() if microsoft else None
        yield from (("Microsoft", one) for one in (validate_word(validator, path) if validator else ()))


def _spread(cases: list[Case], sample: int) -> list[Case]:
    """So many cases from all over the matrix, the same ones each time; all of them without a number."""
    chosen = Random(1).sample(cases, min(sample, len(cases)))  # noqa: S311 - a choice, no secret
    return chosen if sample else cases


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--microsoft", action="store_true", help="ask Microsoft's validator too: two seconds a report")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="only N reports, spread over the matrix")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), metavar="N", help="processes; one for each core")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
