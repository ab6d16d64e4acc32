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
from workshop.report.word.tables import Counter
from workshop.report.word.xml import Inline, run

_PARAGRAPHS: Final = {
    ParagraphStyle.BODY: "Normal",
    ParagraphStyle.LEAD: "Lead",
    ParagraphStyle.NOTE: "Note",
    ParagraphStyle.LABEL: "Label",
}


class Simples:
    """Writes simple blocks; `lists` counts the numbered lists they need, from `first_list`."""

    def __init__(self, inline: Inline, numbers: Counter, first_list: int) -> None:
        self.inline = inline
        self.numbers = numbers
        self.first_list = first_list
        self.lists = 0

    def write(self, block: Simple, style: str = "", properties: str = "") -> str:
        """One block; paragraphs in `style` where a box or card has its own, with `properties` on the first."""
        match block:
            case Paragraph():
                return self.inline.lines(style or _PARAGRAPHS[block.style], block.spans, properties)
            case BulletList():
                return self._bullets(block.items, "Box Bullet" if style else "List Bullet", 0)
            case NumberedList():
                return self._counted(block.items, 0, None)
            case FormFields():
                return self._form(block)
            case Passage():
                pieces = (self.write(one, style, "" if at else properties) for at, one in enumerate(block.blocks))
                return "".join(pieces)
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
            dots = "…………………………"
            control = self.inline.fill_in(one.name, dots, self.numbers.next(), is_date=one.is_date)
            pieces.append(f"{'<w:r><w:tab/></w:r>' if at else ''}{run(f'{one.label}: ')}{control}")
        return self.inline.paragraph("Form Line", "".join(pieces))
