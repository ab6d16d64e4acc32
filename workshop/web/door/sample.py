"""The sample report: what someone gets, made of the same parts as a real one and kept while nothing changes."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from flask import current_app

from workshop.content.catalog import Bundle
from workshop.domain.response import Response
from workshop.language.tongue import Language
from workshop.services.reporting import Form, Wish
from workshop.web.needs import Workshop
from workshop.web.visit import workshop

_KEPT: Final = "sample reports"


@dataclass(frozen=True, slots=True)
class Bar:
    """The score of a phase: as words with its range, and 0–100 as a length; None when not enough is known."""

    phase: str
    score: str
    length: float | None
    lowest: bool


@dataclass(frozen=True, slots=True)
class Peek:
    """A look at the first page of a report: for whom, what to do first, and the score per phase."""

    client: str
    first: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Sample:
    """The sample in one language, and what is made of it, each part once."""

    shop: Workshop
    bundle: Bundle
    response: Response
    day: date

    @property
    def made_on(self) -> date:
        """The day on the cover: the day the answers were given, so that the file stays the same."""
        return self.response.on or self.day

    @cached_property
    def peek(self) -> Peek:
        """What the start page shows of it."""
        material = self.shop.material(self.response)
        voice, lowest = material.voice, material.assessment.lowest
        bars = (
            Bar(
                voice.phase(one.phase),
                voice.score(one.score),
                None if one.score.value is None else float(one.score.value),
                one.phase == lowest,
            )
            for one in material.assessment.phases
            if one.applies
        )
        return Peek(self.response.client, tuple(gap.title for gap in material.top), tuple(bars))

    @cached_property
    def result(self) -> str:
        """The result as safe HTML for inside a page."""
        return self.shop.result_html(self.response)

    def report(self, form: Form) -> bytes:
        """The report as a file."""
        if form not in self._files:
            self._files[form] = self.shop.report(self.response, Wish(form), self.made_on)
        return self._files[form]

    @cached_property
    def _files(self) -> dict[Form, bytes]:
        return {}


def sample_report(language: Language) -> Sample | None:
    """Return the sample in a language, made anew when the questionnaire or the day changes; None without one."""
    shop = workshop()
    kept: dict[Language, Sample] = current_app.extensions.setdefault(_KEPT, {})
    bundle, day = shop.bundle(shop.settings.questionnaire, language), shop.today()
    found = kept.get(language)
    if found is None or found.bundle is not bundle or found.day != day:
        response = shop.sample(language)
        if response is None:
            return None
        found = kept[language] = Sample(shop, bundle, response, day)
    return found
