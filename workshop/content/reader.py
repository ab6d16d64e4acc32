"""Reads questionnaire.md: the head, sections, pages and questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workshop.content.codes import Shape, check_code, check_unique, coded
from workshop.content.header import Header, Keys
from workshop.content.mistake import nearest
from workshop.content.notebook import Notebook, shorten
from workshop.content.questions_reader import WITH_FIELDS, QuestionReader
from workshop.content.scanner import Entry, Piece, Scan, read_option
from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Channel, Page, Question, Questionnaire, Section, SelfTest
from workshop.domain.selftest_scores import SCORERS

HEAD_KEYS = Keys(
    plain=frozenset({"id", "title", "version", "language", "default model", "sample"}),
    repeatable=frozenset({"needs"}),
    named=frozenset({"setting NAME", "selftest N", "selftest N score", "selftest N source"}),
)
BESIDE_HEAD_KEYS = Keys(frozenset({"id", "title", "version", "language"}))
SECTION_KEYS = Keys(frozenset())
SETTINGS: Mapping[str, tuple[Decimal, Decimal]] = {"discount_rate": (Decimal(0), Decimal(1))}
"""Numbers that `setting NAME:` may set → from where and up to where (not including)."""
SCORES = tuple(SCORERS)
"""Scores that `selftest N score:` may name; `domain.selftest_scores` knows how to reckon each."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands beside the questions in a folder: models, channels and the language to read in."""

    language: str
    models: tuple[PhaseModel, ...]
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a page starts: its title, code and line."""

    title: str
    code: str
    line: int


def read_questionnaire(scan: Scan, around: Surroundings, notebook: Notebook) -> Questionnaire:
    """Read a scanned questionnaire.md as far as it goes; mistakes go into the notebook."""
    head = Header(scan.head, notebook)
    check_head(scan, HEAD_KEYS, notebook)
    sections = _sections(scan, _SectionReader(QuestionReader(notebook, around.channels), notebook, []))
    return Questionnaire(
        id=head.text("id"),
        version=head.text("version"),
        language=around.language,
        title=head.text("title"),
        introduction=scan.head.prose,
        needs=tuple(entry.value for entry in head.all("needs")),
        sections=sections,
        models=around.models,
        channels=around.channels,
        default_model=_default_model(head, around.models),
        selftests=tuple(_selftests(head)),
        settings=dict(_settings(head)),
        sample=head.text("sample"),
    )


def check_head(scan: Scan, keys: Keys, notebook: Notebook) -> None:
    """Report a head that is missing, never closed, or without the keys every file has."""
    header = Header(scan.head, notebook)
    if scan.head_missing:
        notebook.note(1, "head_missing")
        return
    if scan.head_open:
        notebook.note(1, "head_open")
    else:
        header.check(keys)
        header.refuse_options()
    for key in ("id", "title", "version", "language"):
        if scan.head.entry(key) is None:
            notebook.note(1, "head_key_missing", key=key)


def _default_model(head: Header, models: tuple[PhaseModel, ...]) -> str:
    """Read the default model; one that does not exist is reported, unless there are no models to choose from."""
    entry = head.piece.entry("default model")
    known = [model.id for model in models]
    if entry is None or not entry.value:
        if models and entry is None and head.piece.entries:
            head.notebook.note(1, "head_key_missing", key="default model")
        return known[0] if known else ""
    if known and entry.value not in known:
        head.notebook.note(
            entry.line,
            "unknown_model",
            name=shorten(entry.value),
            known=", ".join(known),
            **nearest(entry.value, known),
        )
    return entry.value


def _settings(head: Header) -> Iterator[tuple[str, Decimal]]:
    for entry, (name,) in head.named("setting NAME"):
        number = head.number(entry, entry.value) if entry.value else None
        if number is None:
            continue
        if name in SETTINGS and not SETTINGS[name][0] <= number < SETTINGS[name][1]:
            low, high = (f"{bound:f}" for bound in SETTINGS[name])
            head.notebook.note(
                entry.line, "setting_out_of_range", key=entry.key, number=entry.value, low=low, high=high
            )
        yield name, number


def _selftests(head: Header) -> Iterator[SelfTest]:
    for entry, (number,) in head.named("selftest N"):
        score = head.piece.entry(f"selftest {number} score")
        source = head.piece.entry(f"selftest {number} source")
        if score is None:
            head.notebook.note(entry.line, "selftest_without_score", number=number)
        elif score.value not in SCORES:
            near = nearest(score.value, SCORES)
            known = ", ".join(SCORES)
            head.notebook.note(
                score.line, "unknown_word", key=score.key, name=shorten(score.value), known=known, **near
            )
        if source is None:
            head.notebook.note(entry.line, "missing_source", what="selftest", code=number)
        if not Shape.NUMBER.fits(number):
            head.notebook.note(entry.line, "malformed_code.number", what="selftest", code=number, example="1")
        yield SelfTest(number, entry.value, score.value if score else "", source.value if source else "")


@dataclass(frozen=True, slots=True)
class _SectionReader:
    """Reads sections and pages; `starts` gathers where pages start, to find codes that stand twice."""

    questions: QuestionReader
    notebook: Notebook
    starts: list[_Start]

    def read(self, piece: Piece, code: str) -> Section:
        header = Header(piece, self.notebook)
        header.check(SECTION_KEYS)
        header.refuse_options()
        if not piece.title:
            self.notebook.note(piece.line, "missing_title", what="section", code=code)
        if not piece.children:
            self.notebook.note(piece.line, "empty_section", code=code)
        for child in piece.children:
            if child.level != 2:
                self.notebook.note(child.line, "outside_question", title=shorten(child.title))
        return Section(code, piece.title, piece.prose, self._pages(piece, code))

    def _pages(self, section: Piece, code: str) -> tuple[Page, ...]:
        """Divide the questions of a section over pages: a `page:` key starts a new one."""
        pages: list[tuple[_Start, list[Question]]] = []
        below = (child for child in section.children if child.level == 2)
        for piece, question in coded(below, "question", self.notebook):
            start = self._page(piece.entry("page"))
            if start is not None or not pages:
                pages.append((start or _Start(section.title, code, section.line), []))
            before = pages[-1][1][-1:]
            after_group = any(one.type in WITH_FIELDS for one in before)
            pages[-1][1].append(self.questions.read(piece, question, after_group))
        self.starts.extend(start for start, _ in pages)
        return tuple(Page(start.code, start.title, tuple(questions)) for start, questions in pages)

    def _page(self, entry: Entry | None) -> _Start | None:
        """Read `page: Title {code}`."""
        if entry is None or not entry.value:
            return None
        heading = read_option(entry.value, entry.line)
        code = check_code(heading.code, entry.line, "page", heading.text, self.notebook)
        return _Start(heading.text, code, entry.line) if code else None


def _sections(scan: Scan, reader: _SectionReader) -> tuple[Section, ...]:
    notebook = reader.notebook
    for piece in scan.pieces:
        if piece.level != 1:
            notebook.note(piece.line, "outside_section", title=shorten(piece.title))
    outer = coded((piece for piece in scan.pieces if piece.level == 1), "section", notebook)
    doubled = check_unique(((code, piece.line) for piece, code in outer), "section", notebook)
    sections = tuple(reader.read(piece, code) for piece, code in outer)
    questions = [question for section in sections for question in section.questions]
    notebook.unsure |= check_unique(((one.code, one.line) for one in questions), "question", notebook).keys()
    starts = ((start.code, start.line) for start in reader.starts)
    check_unique((one for one in starts if one not in doubled.items()), "page", notebook)
    return sections
