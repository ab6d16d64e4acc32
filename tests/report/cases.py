"""The reports that proofs are made on: answers by phase model, language, base, copy, extent and kind of charts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from itertools import combinations, cycle, product
from typing import Final

from tests import dossiers, klantreis
from tests.report import session
from tests.report.builders import FEW, TEMPLATE, material_of
from tests.report.criteria import failures
from tests.report.house.dutch import dutch_template
from workshop.content import answers_file
from workshop.domain.response import Response
from workshop.report.house.fit import ready
from workshop.report.outline import outline
from workshop.report.word.writer import to_docx

FULL, FULLEST, SCARCE, NOTHING = "full session", "every question", "few answers", "no answers"
SCANS: Final = tuple(sorted(one.stem for one in (klantreis.FOLDER / "examples").glob("*.json")))
ANSWERS: Final = (*SCANS, FULL, FULLEST, SCARCE, NOTHING)
MODELS: Final = ("five-phase", "four-phase", "aida-plus", "bonsing-mann")
LANGUAGES: Final = ("nl", "en")
COPIES: Final = ("final", "work")
EXTENTS: Final = ("advice", "all annexes")
CHARTS: Final = ("native", "pictures")
OWN: Final = "own base"
BASES: Final[dict[str, Callable[[], bytes]]] = {
    OWN: TEMPLATE.read_bytes,
    "house style in Dutch": lambda: ready(dutch_template()),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One report of the matrix."""

    answers: str
    model: str
    language: str
    base: str
    copy: str
    extent: str
    charts: str

    def __str__(self) -> str:
        return ", ".join(getattr(self, one.name) for one in fields(self))

    @property
    def chapters(self) -> int:
        """How many chapters to expect at least."""
        return {SCARCE: 5, NOTHING: 3}.get(self.answers, 6)

    @property
    def typed(self) -> tuple[str, ...]:
        """The texts that were typed as answers."""
        return tuple(_texts([one.value for one in response(self).answers.values()]))

    def file(self) -> bytes:
        """Make the report anew."""
        document = outline(material_of(response(self), self.language), annexes=self.extent == "all annexes")
        return to_docx(document, _base(self.base), work=self.copy == "work", pictures=self.charts == "pictures")


def case_failures(case: Case, file: bytes) -> list[str]:
    """What keeps the file of a case from meeting the criteria."""
    return failures(file, case.chapters, case.typed, foreign=case.base != OWN)


def response(case: Case) -> Response:
    """The answers of a case, in its model and language."""
    match case.answers:
        case "full session":
            found = session.response()
        case "every question":
            found = dossiers.full_session(klantreis.bundle().questionnaire)
        case "few answers":
            found = klantreis.response(FEW)
        case "no answers":
            found = klantreis.response({})
        case name:
            found = example(name)
    return replace(found, model=case.model, language=case.language)


@cache
def example(name: str) -> Response:
    """A worked example as its file holds it, with its length."""
    text = (klantreis.FOLDER / "examples" / f"{name}.json").read_text(encoding="utf-8")
    found = answers_file.read(text, lambda _, language: klantreis.bundle(language))
    assert isinstance(found, Response), found
    return found


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            yield from _texts(tuple(value.values()))
        case tuple() | list():
            for one in value:
                yield from _texts(one)
        case object() if is_dataclass(value):
            yield from _texts([getattr(value, one.name) for one in fields(value)])


@cache
def _base(name: str) -> bytes:
    return BASES[name]()


def matrix() -> Iterator[Case]:
    """Every answers × model × language × base × copy; the extents and the charts take turns."""
    turns = cycle(product(EXTENTS, CHARTS))
    for row in product(ANSWERS, MODELS, LANGUAGES, BASES, COPIES):
        yield Case(*row, *next(turns))


def all_pairs() -> tuple[Case, ...]:
    """A few dozen cases in which every two choices meet at least once; the same ones each time."""
    axes = (ANSWERS, MODELS, LANGUAGES, tuple(BASES), COPIES, EXTENTS, CHARTS)
    wanted = {pair for one, other in combinations(range(len(axes)), 2) for pair in _pairs(axes, one, other)}
    cases = []
    for first, second in product(ANSWERS, MODELS):
        best = max(product((first,), (second,), *axes[2:]), key=lambda row: len(_met(row) & wanted))
        wanted -= _met(best)
        cases.append(Case(*best))
    assert not wanted, wanted
    return tuple(cases)


Place = tuple[int, str]


def _pairs(axes: Sequence[Sequence[str]], one: int, other: int) -> Iterator[tuple[Place, Place]]:
    return (((one, first), (other, second)) for first in axes[one] for second in axes[other])


def _met(row: Sequence[str]) -> set[tuple[Place, Place]]:
    return set(combinations(enumerate(row), 2))
