"""The lists of a template: ours are added with numbers that do not clash."""

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from workshop.report.word.xml import W


@dataclass(slots=True)
class Lists:
    """The numbering part of a template."""

    root: etree._Element
    added: dict[str, str] = field(default_factory=dict)
    """Our lists that were added: the number in our base → the number here."""

    def __post_init__(self) -> None:
        for one in self.root.findall(f"{W}numIdMacAtCleanup"):
            self.root.remove(one)  # must stand last, and only a Mac of 2008 reads it

    def add(self, base: etree._Element, number: str, ids: dict[str, str]) -> str:
        """Add a list of our base and give its number here; `ids` are our style ids in the words of the template."""
        if number in ("0", *self.added):
            return self.added.get(number, number)
        use = next(one for one in base.iter(f"{W}num") if one.get(f"{W}numId") == number)
        kind = _value(use, "abstractNumId")
        ours = next(one for one in base.iter(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == kind)
        definition, own = deepcopy(ours), self._free("abstractNum", "abstractNumId")
        definition.set(f"{W}abstractNumId", own)
        for style in definition.iter(f"{W}pStyle"):
            style.set(f"{W}val", ids.get(style.get(f"{W}val", ""), ""))
        self._insert(definition)
        here = self._free("num", "numId")
        num = etree.Element(f"{W}num")
        num.set(f"{W}numId", here)
        etree.SubElement(num, f"{W}abstractNumId").set(f"{W}val", own)
        self.root.append(num)
        self.added[number] = here
        return here

    def unlink(self, styles: etree._Element) -> None:
        """Let go of styles that do not use the list of ours that names them."""
        used = {
            (style.get(f"{W}styleId", ""), _value(numbering, "numId"))
            for style in styles.iter(f"{W}style")
            for numbering in style.iterfind(f"{W}pPr/{W}numPr")
        }
        for here in self.added.values():
            use = next(one for one in self.root.iter(f"{W}num") if one.get(f"{W}numId") == here)
            for kind in self.root.iter(f"{W}abstractNum"):
                for level in (
                    kind.iter(f"{W}lvl") if kind.get(f"{W}abstractNumId") == _value(use, "abstractNumId") else ()
                ):
                    style = level.find(f"{W}pStyle")
                    if style is not None and (style.get(f"{W}val", ""), here) not in used:
                        level.remove(style)

    def _free(self, tag: str, name: str) -> str:
        taken = (one.get(f"{W}{name}", "") for one in self.root.iter(f"{W}{tag}"))
        return str(max((int(one) for one in taken if one.isdigit()), default=0) + 1)

    def _insert(self, definition: etree._Element) -> None:
        """Definitions stand before their uses."""
        first = self.root.find(f"{W}num")
        self.root.append(definition) if first is None else first.addprevious(definition)


def _value(parent: etree._Element, name: str) -> str:
    found = parent.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
