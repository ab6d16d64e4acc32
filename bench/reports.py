"""A Word report against an empty save of its base, against docxtpl, and ten times as long against once.

    python -m bench.reports [--rounds N]

The report is the hairdresser's quick scan with its charts, as a client gets it, from the assessment to the file.
"""

import argparse
import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import docx

from bench.filling import filled, pieces_of, template
from bench.measure import Pair, in_turns
from tests.report import cases
from tests.report.builders import TEMPLATE, material_of
from workshop.report.charts.chart import Chart
from workshop.report.document import Block, Contents, Cover, Document
from workshop.report.outline import outline
from workshop.report.pages import Drawing, PageTurn
from workshop.report.word.writer import to_docx


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    for pair, aim in reports(parser.parse_args().rounds):
        print(pair.line(aim))


def reports(rounds: int) -> Iterator[tuple[Pair, str]]:
    """The four ratios, each with its aim."""
    base = TEMPLATE.read_bytes()
    material = material_of(cases.example("kapsalon-snel"))

    def made() -> bytes:
        return to_docx(outline(material, annexes=False), base)

    yield in_turns("report with charts / empty save of its base", made, lambda: empty(base), rounds), "5 ×"
    yield in_turns("the same / empty save of python-docx itself", made, lambda: empty(None), rounds), "5 ×"
    bare = without_charts(outline(material, annexes=False))
    pieces = pieces_of(to_docx(bare, base))
    prepared = template(base, pieces)
    assert pieces_of(filled(prepared, pieces)) == pieces
    ours, theirs = (lambda: to_docx(bare, base)), (lambda: filled(prepared, pieces))
    yield in_turns("report without charts / docxtpl, same words", ours, theirs, rounds), "1 ×"
    long = tenfold(bare)
    yield in_turns("ten times the content / once", lambda: to_docx(long, base), ours, max(5, rounds // 4)), "10 ×"


def empty(base: bytes | None) -> object:
    """Open a template and save it again."""
    word = docx.Document(None if base is None else io.BytesIO(base))
    word.save(io.BytesIO())
    return word


def without_charts(document: Document) -> Document:
    """The words and tables of a report alone."""
    kept = (one for one in document.blocks if not isinstance(one, Chart | Drawing | PageTurn))
    return replace(document, blocks=tuple(kept))


def tenfold(document: Document) -> Document:
    """The same chapters ten times over, with ids of their own."""
    front = tuple(one for one in document.blocks if isinstance(one, Cover | Contents))
    chapters: tuple[Block, ...] = tuple(one for one in document.blocks if not isinstance(one, Cover | Contents))
    again = (_with_own_ids(one, str(time)) for time in range(1, 10) for one in chapters)
    return replace(document, blocks=(*front, *chapters, *again))


def _with_own_ids(value: Any, time: str) -> Any:
    """A block, or what is in it, with ids that no other copy has."""
    if isinstance(value, tuple):
        return tuple(_with_own_ids(one, time) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {one.name: _with_own_ids(getattr(value, one.name), time) for one in fields(value) if one.init}
    if changes.get("id"):
        changes["id"] = f"{time}-{changes['id']}"
    return replace(value, **changes)


if __name__ == "__main__":
    main()
