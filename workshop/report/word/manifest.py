"""What a Word report says about itself in a part of its own: what it was made from, and marks of its text.

Marks are no text: they tell whether a paragraph is still what it was, not what it says. No client, no answers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, Self

from lxml import etree

from workshop.report.document import Document, Origin
from workshop.report.word.xml import attribute

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NAMESPACE: Final = "urn:klantreis-workshop:report:1"
_K: Final = f"{{{NAMESPACE}}}"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_ITEM_ID: Final = "{4B4A5331-7265-706F-7274-000000000001}"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Written:
    """A passage as it was written: its mark, and the marks of its paragraphs as they would be outside a control."""

    mark: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stood in the report when it was made; `made_on` is None when the file does not say."""

    origin: Origin
    language: str
    made_on: date | None
    passages: Mapping[str, Written] = field(default_factory=dict)
    outside: tuple[str, ...] = ()

    @classmethod
    def of(cls, document: Document, passages: Mapping[str, Written], outside: Iterable[str]) -> Self:
        """Make the manifest of a document."""
        return cls(document.origin, document.language, document.made_on, passages, tuple(outside))

    @classmethod
    def read(cls, root: etree._Element) -> Self | None:
        """Read the part; None when it is not ours."""
        if root.tag != f"{_K}report":
            return None
        names = ("program", "questionnaire", "version", "model", "detail")
        origin = Origin(**{name: root.get(name, "") for name in names})
        passages = {
            one.get("id", ""): Written(one.get("mark", ""), tuple((one.text or "").split()))
            for one in root.iterfind(f"{_K}passage")
        }
        outside = tuple((root.findtext(f"{_K}outside") or "").split())
        return cls(origin, root.get("language", ""), _date(root.get("made-on", "")), passages, outside)

    def xml(self) -> bytes:
        """Write the part."""
        made_on = self.made_on.isoformat() if self.made_on else ""
        about = {"program": self.origin.program, "questionnaire": self.origin.questionnaire}
        about |= {"version": self.origin.version, "model": self.origin.model, "detail": self.origin.detail}
        about |= {"language": self.language, "made-on": made_on}
        said = " ".join(f"{name}={attribute(value)}" for name, value in about.items())
        passages = "".join(
            f'<k:passage id={attribute(id_)} mark="{one.mark}">{" ".join(one.paragraphs)}</k:passage>'
            for id_, one in self.passages.items()
        )
        outside = f"<k:outside>{' '.join(self.outside)}</k:outside>"
        return f'{_HEAD}<k:report xmlns:k="{NAMESPACE}" {said}>{passages}{outside}</k:report>'.encode()


def add_manifest(word: "WordDocument", manifest: Manifest) -> None:
    """Put the manifest into the file, beside other data that the template may hold."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = word.part.package
    taken = {str(part.partname) for part in package.parts}
    number = next(at for at in range(1, len(taken) + 2) if f"/customXml/item{at}.xml" not in taken)
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    item = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", manifest.xml(), package)
    properties = Part(PackURI(f"/customXml/itemProps{number}.xml"), kind, _properties(), package)
    word.part.relate_to(item, f"{_CUSTOM}/relationships/customXml")
    item.relate_to(properties, f"{_CUSTOM}/relationships/customXmlProps")


def _properties() -> bytes:
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    names = f'xmlns:ds="{_CUSTOM}/customXml" ds:itemID="{_ITEM_ID}"'
    return f"{_HEAD}<ds:datastoreItem {names}>{schema}</ds:datastoreItem>".encode()


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
