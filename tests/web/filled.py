"""A visitor who holds a dossier of the real scan, filled with a worked example or with answers of one's own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.klantreis import FOLDER
from tests.web.browser import Visitor
from workshop.bootstrap import Workshop, build
from workshop.domain.answer import Answer
from workshop.domain.assessment import Assessment
from workshop.domain.response import Length, Response
from workshop.settings import Settings
from workshop.web.app import create_app


@dataclass
class Filled:
    """A dossier, the browser that opens it, and what follows from its answers."""

    shop: Workshop
    visitor: Visitor
    response: Response

    @property
    def here(self) -> str:
        return self.visitor.here

    @property
    def assessment(self) -> Assessment:
        return self.shop.assess(self.response)


def filled(
    data: Path,
    example: str = "kapsalon",
    *,
    language: str = "nl",
    length: Length | None = None,
    changes: Mapping[str, Answer | None] | None = None,
    blank: bool = False,
) -> Filled:
    """Keep an example, with these changes; `blank` takes all its answers and the name away."""
    shop = build(Settings(data=data, exports=data, secret_key=b"a secret of thirty-two characters"))
    found = shop.read_answers((FOLDER / "examples" / f"{example}.json").read_text(encoding="utf-8"))
    assert isinstance(found, Response), found
    response = replace(found, language=language, length=length or found.length)
    response = replace(response, answers={}, client="") if blank else response.with_answers(changes or {})
    started = shop.intake.keep(response)
    visitor = Visitor(create_app(shop).test_client(), here=f"/d/{started.dossier.id}/")
    visitor.client.set_cookie(f"dossier_{started.dossier.id}", started.token)
    return Filled(shop, visitor, response)
