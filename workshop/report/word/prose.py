"""Simple blocks for Word: paragraphs, lists, fields to fill in, and passages."""

from collections.abc import Sequence
from typing import Final, assert_never

from workshop.report.document import (
    BulletList,
    FormFields,
    ListItem,
    NumberedList,
    Paragraph,
    ParagraphStyle,
    Passage,
    Simple,
)
from workshop.report.word.controls import control, fill_in
from workshop.report.word.tables import Counter
from workshop.report.word.tags import short
from workshop.report.word.xml import Inline, run

_PARAGRAPHS: Final = {
    ParagraphStyle.BODY: "Normal",
    ParagraphStyle.LEAD: "Lead",
    ParagraphStyle.NOTE: "Note",
    ParagraphStyle.LABEL: "Label",
    ParagraphStyle.ADVICE: "Advice",
}


class Simples:
    """Writes simple blocks; `lists` counts the numbered lists they need, from `first_list`."""

    def __init__(self, inline: Inline, numbers: Counter, first_list: int) -> None:
        self.inline = inline
        self.numbers = numbers
        self.first_list = first_list
        self.lists = 0
        self.sources: dict[str, str] = {}
        """Where each passage comes from, by its short id."""
        self.led: frozenset[int] = frozenset()
        """Paragraphs that stay on the page of what follows, by identity."""

    def write(self, block: Simple, style: str = "", properties: str = "") -> str:
        """One block; paragraphs in `style` where a box or card has its own, with `properties` on the first."""
        match block:
            case Paragraph():
                keep = "<w:keepNext/>" if id(block) in self.led and not style else ""
                return self.inline.lines(style or _PARAGRAPHS[block.style], block.spans, keep + properties)
            case BulletList():
                return self._bullets(block.items, "Box Bullet" if style else "List Bullet", 0)
            case NumberedList():
                return self._counted(block.items, 0, None)
            case FormFields():
                return self._form(block)
            case Passage():
                pieces = (self.write(one, style, "" if at else properties) for at, one in enumerate(block.blocks))
                self.sources[short(block.id)] = block.source
                return control(block, self.numbers.next(), "".join(pieces))
            case _:
                assert_never(block)

    def _bullets(self, items: Sequence[ListItem], style: str, depth: int) -> str:
        name = "List Bullet 2" if depth else style
        return "".join(self.inline.lines(name, item.spans) + self._inside(item, depth, None) for item in items)

    def _counted(self, items: Sequence[ListItem], depth: int, list_id: int | None) -> str:
        if list_id is None:
            list_id = self.first_list + self.lists
            self.lists += 1
        level = min(depth, 1)
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        name = "List Number 2" if depth else "List Number"
        return "".join(
            self.inline.lines(name, item.spans, number) + self._inside(item, depth, list_id) for item in items
        )

    def _inside(self, item: ListItem, depth: int, list_id: int | None) -> str:
        pieces = []
        for inner in item.inside:
            if isinstance(inner, BulletList):
                pieces.append(self._bullets(inner.items, "List Bullet", depth + 1))
            else:
                pieces.append(self._counted(inner.items, depth + 1, list_id))
        return "".join(pieces)

    def _form(self, block: FormFields) -> str:
        pieces = []
        for at, one in enumerate(block.fields):
            filled = fill_in(one, self.numbers.next(), self.inline)
            pieces.append(f"{'<w:r><w:tab/></w:r>' if at else ''}{run(f'{one.label}: ')}{filled}")
        return self.inline.paragraph("Form Line", "".join(pieces))
