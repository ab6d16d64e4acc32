"""Mending a template that is safe: .dotx becomes .docx, and what belongs to another client or another day goes."""

from collections.abc import Iterator
from typing import Final

from workshop.report.house.dangers import MAIN_TYPES, ROOTS
from workshop.report.house.package import CORE_KIND, OFFICE, Package, Relation
from workshop.report.house.sequence import in_order
from workshop.report.house.settings import sane_settings
from workshop.report.house.tidy import FIRST, tidy
from workshop.report.house.verdict import Remark
from workshop.report.word.xml import W

_KEPT: Final = frozenset(
    (
        *("styles", "numbering", "settings", "fontTable", "theme", "header", "footer", "footnotes", "endnotes"),
        *("image", "hyperlink", "chart", "chartStyle", "chartColorStyle", "themeOverride", "package", "font"),
        *("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"),
    )
)
_TOLD: Final = {"comments": "comments", "customXml": "custom_xml", "glossaryDocument": "glossary"}
_BARE: Final = frozenset({"settings", "numbering", "styles"})
"""Parts whose own relations are not taken along."""
_CORE: Final = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title></cp:coreProperties>'
)
_APP: Final = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Klantreis Workshop</Application></Properties>"
)


def mend(package: Package) -> tuple[Package, tuple[Remark, ...]]:
    """Give the package with only what a report needs, and say what was mended."""
    said = list(_told(package))
    parts, relations = _reachable(package)
    mended = Package(parts, {name: package.types[name] for name in parts}, relations)
    if package.types[package.main].endswith("template.main+xml"):
        said.append(Remark("dotx"))
    mended.types[mended.main] = f"{MAIN_TYPES}.document.main+xml"
    for last in ROOTS:
        mended.types.update(dict.fromkeys(mended.related(mended.main, last), f"{MAIN_TYPES}.{last}+xml"))
    said += [Remark(code) for code in sane_settings(mended)]
    for at, name in enumerate(mended.stories(), start=1):
        tree = mended.tree(name)
        said += [Remark(code) for code in tidy(tree, at * FIRST, _ids(mended, name))]
        mended.put(name, tree)
    for name in mended.related(mended.main, "styles"):
        tree = mended.tree(name)
        in_order(tree)
        mended.put(name, tree)
    for name in mended.related(mended.main, "fontTable"):
        tree = mended.tree(name)
        for charset in tree.iter(f"{W}charset"):
            charset.attrib.pop(f"{W}characterSet", "")  # LibreOffice 7 writes names that the standard does not have
        mended.put(name, tree)
    _own_properties(mended)
    return mended, tuple({one.code: one for one in said}.values())


def _ids(package: Package, part: str) -> frozenset[str]:
    return frozenset(one.id for one in package.relations.get(part, []))


def _told(package: Package) -> Iterator[Remark]:
    for one in package.relations.get(package.main, []):
        if one.last in _TOLD:
            yield Remark(_TOLD[one.last])
    if properties_of(package):
        yield Remark("properties")


def properties_of(package: Package) -> str:
    """The names of people and companies in the properties of the file, "" when there are none."""
    wanted = ("creator", "lastModifiedBy", "Company", "Manager")
    found: list[str] = []
    for part in (*package.related("", "core-properties"), *package.related("", "extended-properties")):
        found += (one.text or "" for one in package.tree(part).iter(*(f"{{*}}{name}" for name in wanted)))
    return ", ".join(dict.fromkeys(one.strip() for one in found if one.strip() and one != "Klantreis Workshop"))


def _reachable(package: Package) -> tuple[dict[str, bytes], dict[str, list[Relation]]]:
    """The body with everything that hangs on it and that a report needs."""
    parts = {package.main: package.parts[package.main]}
    relations = {"": [one for one in package.relations[""] if one.last == "officeDocument"]}
    waiting = [package.main]
    while waiting:
        source = waiting.pop()
        kept = [one for one in package.relations.get(source, []) if one.last in _KEPT and _fits(one, package)]
        relations[source] = kept
        for one in kept:
            if not one.external and one.target not in parts:
                parts[one.target] = package.parts[one.target]
                if one.last in _BARE:
                    relations[one.target] = []
                else:
                    waiting.append(one.target)
    return parts, relations


def _fits(one: Relation, package: Package) -> bool:
    return one.external or one.target in package.parts


def _own_properties(package: Package) -> None:
    core = ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", _CORE)
    app = ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", _APP)
    for kind, (part, content_type, text) in ((CORE_KIND, core), (f"{OFFICE}/extended-properties", app)):
        package.add("", kind, part, content_type, text.encode())
