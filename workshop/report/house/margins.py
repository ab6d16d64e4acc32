"""Page numbers for a template that has none: our own footer, in its style."""

from typing import Final

from lxml import etree

from workshop.report.house.fonts import Sheet
from workshop.report.house.package import OFFICE, Package
from workshop.report.word.xml import R, W

_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"


def add_footer(package: Package, base: Package, section: etree._Element, sheet: Sheet) -> None:
    """Add a footer with page numbers when no page of the template has a footer."""
    if package.related(package.main, "footer"):
        return
    root = base.tree(base.related(base.main, "footer")[0])
    for style in root.iter(f"{W}pStyle"):
        style.set(f"{W}val", sheet.id("footer"))
    name = next(part for at in range(99) if (part := f"word/footer{at or ''}.xml") not in package.parts)
    number = package.add(package.main, f"{OFFICE}/footer", name, _KIND, etree.tostring(root))
    reference = etree.Element(f"{W}footerReference")
    reference.set(f"{W}type", "default")
    reference.set(f"{R}id", number)
    section.insert(len(section.findall(f"{W}headerReference")), reference)
