"""House styles: a consultant's own Word templates, judged, tried out, kept, and made fit for a report."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from workshop import resources
from workshop.domain.answer import Problem
from workshop.domain.response import Response
from workshop.language.tongue import Language
from workshop.report.house.fit import ready
from workshop.report.house.judge import judge
from workshop.report.house.verdict import Remark, Verdict
from workshop.services.reporting import Wish
from workshop.settings import Settings
from workshop.storage.houses import HouseStyles

SAMPLE = "klantreis/examples/kapsalon-snel.json"
"""The invented company of a sample report."""


class Shop(Protocol):
    """What making a sample report takes."""

    @property
    def settings(self) -> Settings:
        """The configuration: how this installation speaks to the reader."""

    def read_answers(self, text: str) -> Response | tuple[Problem, ...]:
        """Read an answers file."""

    def report(self, response: Response, wish: Wish, made_on: date) -> bytes:
        """Return the report as it is asked for."""

    def today(self) -> date:
        """Return the date for the cover of a report."""


@dataclass(frozen=True, slots=True)
class Houses:
    """The house styles in a folder; `shop` makes the sample reports."""

    shop: Shop
    folder: Path

    @property
    def styles(self) -> HouseStyles:
        """The kept files."""
        return HouseStyles(self.folder)

    def template(self, name: str, own: bytes = b"") -> bytes:
        """Return a kept style, or a file of one's `own`, judged again and made fit; raises HouseError or Refused."""
        return ready(own or self.styles.read(name))

    def judge(self, data: bytes, name: str, language: Language) -> Verdict:
        """Judge a file, and when it can be used make a sample report in it; one that fails is refused too."""
        verdict = judge(data, name)
        if verdict.refused is not None:
            return verdict
        try:
            self.sample(verdict.template, language)
        except Exception as error:  # python-docx has no error base: what fails in it is refused, never a crash
            return replace(verdict, refused=Remark("render", {"reason": _reason(error)}), template=b"")
        return verdict

    def sample(self, template: bytes, language: Language) -> bytes:
        """Return the report of an invented company in a template."""
        file = resources.folder("questionnaires") / SAMPLE
        found = self.shop.read_answers(file.read_text(encoding="utf-8"))
        if not isinstance(found, Response):
            raise resources.MissingResource(f"{SAMPLE} does not fit its questionnaire")
        said = replace(found, language=language, address=self.shop.settings.address)
        return self.shop.report(said, Wish(template=template), self.shop.today())


def _reason(error: Exception) -> str:
    """The code that a user can pass on, without what may stand in the file."""
    return getattr(error, "rule", type(error).__name__) + "."
