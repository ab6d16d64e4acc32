"""A visitor with the journey map open: the hair salon, in the full session."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from tests.klantreis import FOLDER
from tests.web.browser import Visitor, X, fields, find_id, parse
from workshop.bootstrap import Workshop, build
from workshop.domain.map_edit import Atlas, text_of
from workshop.domain.response import Length, Response
from workshop.settings import Settings
from workshop.web.app import create_app
from workshop.web.map.keeping import atlas_of


@dataclass
class Mapper:
    """Works on maps as a form on the page does."""

    shop: Workshop
    visitor: Visitor
    token: str

    @property
    def maps(self) -> str:
        return f"{self.visitor.here}kaart"

    @property
    def number(self) -> str:
        return self.visitor.here.split("/")[2]

    def response(self) -> Response:
        dossier = self.shop.intake.open(self.number, self.token)
        assert dossier is not None
        return dossier.response

    def atlas(self) -> Atlas:
        return atlas_of(self.response())

    def names(self, on: str = "m1") -> list[str]:
        return [text_of(one, "name") for one in self.atlas().points_on(on)]

    def post(self, address: str, page: Element | None = None, **sent: str) -> TestResponse:
        page = page if page is not None else self.visitor.open(self.maps)
        token = next(one.get("value", "") for one in page.iter() if one.get("name") == "csrf_token")
        return self.visitor.client.post(address, data={"csrf_token": token, **sent})

    def make(self, kind: str = "existing", persona: str = "Drukke ouders") -> str:
        answer = self.post(self.maps, actie=f"nieuw-{kind}", groep=persona)
        assert answer.status_code == 303
        return answer.headers["Location"]

    def add(self, address: str, name: str, block: str = "b1", channel: str = "website", cycle: str = "first") -> str:
        answer = self.post(address, actie="erbij", name=name, block=block, channel=channel, cycle=cycle)
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"]

    def do(self, address: str, deed: str) -> TestResponse:
        return self.post(address, self.visitor.open(address), actie=deed)

    def fill(self, page: Element, **changes: str) -> TestResponse:
        """Send the form of a touchpoint or a map, with these changes."""
        form = find_id(page, "answers")
        sent = fields(form)
        for name, value in changes.items():
            sent.setlist(name, [value] if value else [])
        return self.visitor.client.post(form.get("action", ""), data=sent)


def mapper(data: Path) -> Mapper:
    settings = Settings(data=data, exports=data, secret_key=b"a secret of thirty-two characters")
    shop = build(settings)
    response = shop.read_answers((FOLDER / "examples" / "kapsalon-snel.json").read_text(encoding="utf-8"))
    assert isinstance(response, Response)
    started = shop.intake.keep(response)
    shop.intake.choose(started.dossier.id, started.token, length=Length.FULL)
    visitor = Visitor(create_app(shop).test_client(), here=f"/d/{started.dossier.id}/")
    visitor.client.set_cookie(f"dossier_{started.dossier.id}", started.token)
    return Mapper(shop, visitor, started.token)


def sealed(answer: TestResponse) -> str:
    return next(one.get("value", "") for one in parse(answer).iter() if one.get("name") == "wat")


def focused(page: Element) -> list[str]:
    """Return the ids, values or addresses of what gets the focus when the page opens."""
    chosen = [one for one in page.iter() if one.get("autofocus") is not None]
    return [one.get("id") or one.get("value") or one.get("href") or one.tag.removeprefix(X) for one in chosen]
