"""Properties in the order of the standard: LibreOffice 7 writes some the other way round, or twice."""

from typing import Final

from lxml import etree

from workshop.report.lint.order import CONTENT
from workshop.report.word.xml import W

_SORTED: Final = (f"{W}pPr", f"{W}rPr")
_PLACES: Final = {
    parent: {name: at for at, slot in enumerate(CONTENT[parent]) for name in slot.names} for parent in _SORTED
}


def in_order(root: etree._Element) -> None:
    """Sort the properties of paragraphs and runs, each once; what the standard does not name stays first."""
    for one in root.iter(*_SORTED):
        places = _PLACES[one.tag]
        order = [places.get(child.tag, -1) for child in one]
        if order != sorted(set(order)):
            last = {child.tag: child for child in one}
            one[:] = sorted(last.values(), key=lambda child: places.get(child.tag, -1))
