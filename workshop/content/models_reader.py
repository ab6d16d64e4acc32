"""Reads phase-models.md: the phase models as views on the ten building blocks."""

from collections.abc import Iterator

from workshop.content.codes import Shape, coded_once
from workshop.content.header import Header, Keys, missing_key
from workshop.content.notebook import Notebook, shorten
from workshop.content.reader import BESIDE_HEAD_KEYS, check_head
from workshop.content.scanner import Piece, Scan
from workshop.domain.journey import Block, Phase, PhaseKind, PhaseModel, Stage

MODEL_KEYS = Keys(frozenset({"source"}))
PHASE_KEYS = Keys(
    plain=frozenset({"blocks", "stages", "kind", "functional need", "emotional need"}),
    repeatable=frozenset({"do", "do not"}),
)


def read_models(scan: Scan, notebook: Notebook) -> tuple[PhaseModel, ...]:
    """Read a scanned phase-models.md as far as it goes; mistakes go into the notebook."""
    check_head(scan, BESIDE_HEAD_KEYS, notebook)
    for piece in scan.pieces:
        if piece.level != 1:
            notebook.note(piece.line, "outside_model", title=shorten(piece.title))
    outer = (piece for piece in scan.pieces if piece.level == 1)
    return tuple(_model(piece, code, notebook) for piece, code in coded_once(outer, "model", notebook, Shape.MODEL))


def _model(piece: Piece, code: str, notebook: Notebook) -> PhaseModel:
    header = Header(piece, notebook)
    header.check(MODEL_KEYS)
    header.refuse_options()
    missing_key(piece, ("source",), "model", notebook)
    for child in piece.children:
        if child.level != 2:
            notebook.note(child.line, "outside_model", title=shorten(child.title))
    below = [child for child in piece.children if child.level == 2]
    if not below:
        notebook.note(piece.line, "model_without_phases", code=code)
    seen: dict[Block, int] = {}
    phases = tuple(
        _phase(child, phase, seen, notebook) for child, phase in coded_once(below, "phase", notebook, Shape.MODEL)
    )
    return PhaseModel(code, piece.title, piece.prose, header.text("source"), phases)


def _phase(piece: Piece, code: str, seen: dict[Block, int], notebook: Notebook) -> Phase:
    header = Header(piece, notebook)
    header.check(PHASE_KEYS)
    header.refuse_options()
    missing_key(piece, ("blocks", "stages"), "phase", notebook)
    for child in piece.children:
        notebook.note(child.line, "outside_model", title=shorten(child.title))
    blocks = tuple(_free_blocks(header, seen))
    entry = piece.entry("stages")
    named = [header.member(entry, name, Stage) for name in header.list("stages")] if entry else []
    stages = tuple(stage for stage in named if stage is not None)
    kind = header.word("kind", PhaseKind) or PhaseKind.COLUMN
    return Phase(
        code,
        piece.title,
        piece.prose,
        blocks,
        stages,
        kind,
        functional_need=header.text("functional need"),
        emotional_need=header.text("emotional need"),
        do=tuple(entry.value for entry in header.all("do")),
        do_not=tuple(entry.value for entry in header.all("do not")),
    )


def _free_blocks(header: Header, seen: dict[Block, int]) -> Iterator[Block]:
    """Give the blocks of a phase; a block that already stands in a phase of this model is reported."""
    entry = header.piece.entry("blocks")
    if entry is None:
        return
    for name in header.list("blocks"):
        block = header.member(entry, name, Block)
        if block is None:
            continue
        if block in seen:
            header.notebook.note(entry.line, "block_twice", block=block.value, first=str(seen[block]))
            continue
        seen[block] = entry.line
        yield block
