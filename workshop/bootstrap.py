"""The one place where the rooms meet: content, storage, report and services wired to one workshop."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import resources
from workshop.content import answers_file, catalog
from workshop.content.catalog import Bundle
from workshop.content.history_file import MOST_EDITS
from workshop.content.mistake import Mistake
from workshop.content.sample import read_sample
from workshop.domain.answer import Problem
from workshop.domain.assessment import Assessment, assess
from workshop.domain.dossier import Dossier, Trail
from workshop.domain.hand import NO_HAND, Hand
from workshop.domain.journey import PhaseModel
from workshop.domain.response import Response
from workshop.language.messages import Words
from workshop.language.tongue import Address, Language, language_named
from workshop.services.editing import Editing
from workshop.services.history import History
from workshop.services.intake import Intake
from workshop.services.pages import Feature
from workshop.services.reporting import Reporting, Wish
from workshop.services.session import Sessions
from workshop.services.sharing import Sharing
from workshop.settings import Settings
from workshop.writers import ReportWriters

if TYPE_CHECKING:
    from workshop.content.coverage import Coverage
    from workshop.houses import Houses
    from workshop.report.keep.merge import Merged
    from workshop.report.material import Material
    from workshop.report.room import Sheet
    from workshop.storage.sqlite import SqliteDossiers


NOTICE_SECONDS = 2.0
"""How long a questionnaire is taken as read before its files are looked at again."""


class UnknownQuestionnaire(LookupError):
    """No folder holds a questionnaire with this id."""


@dataclass(frozen=True)
class Workshop:
    """Everything a door needs: the questionnaires, the words, the answers that are kept, and the reports."""

    settings: Settings

    @cached_property
    def templates_dir(self) -> Path:
        """Folder of the page templates."""
        return resources.folder("templates") / "web"

    @cached_property
    def _words(self) -> dict[tuple[Language, Address], Words]:
        return {}

    def words(self, language: str, address: Address | None = None) -> Words:
        """Return the program's own sentences; a language we do not have falls back to Dutch.

        Without `address` they speak to the reader as this installation does.
        """
        known = language_named(language) or Language.NL
        key = known, address or self.settings.address
        if key not in self._words:
            self._words[key] = Words.from_tables(known, resources.word_tables(known)).addressed(key[1])
        return self._words[key]

    @cached_property
    def _bundles(self) -> dict[tuple[str, str, Address], tuple[float, Bundle]]:
        return {}

    @property
    def questionnaire_folders(self) -> tuple[Path, ...]:
        """Folders that hold a questionnaire: those that ship and those of WORKSHOP_QUESTIONNAIRES."""
        roots = [
            resources.folder("questionnaires"),
            *([self.settings.questionnaires] if self.settings.questionnaires else []),
        ]
        return tuple(sorted(path.parent for root in roots for path in root.glob("*/questionnaire.md")))

    def questionnaires(self) -> tuple[str, ...]:
        """Return the ids of the questionnaires that can be filled in; an id is its folder's name."""
        return tuple(path.name for path in self.questionnaire_folders)

    def bundle(self, questionnaire_id: str, language: str, address: Address | None = None) -> Bundle:
        """Return a questionnaire with its rules; raises UnknownQuestionnaire, or ContentError for a faulty folder.

        Without `address` it speaks to the reader as this installation does.
        An edited file is noticed within two seconds: looking at every file on every request costs more than the page.
        """
        chosen = address or self.settings.address
        key, now = (questionnaire_id, language, chosen), time.monotonic()
        if key in self._bundles and now - self._bundles[key][0] < NOTICE_SECONDS:
            return self._bundles[key][1]
        folder = next((one for one in self.questionnaire_folders if one.name == questionnaire_id), None)
        if folder is None:
            raise UnknownQuestionnaire(questionnaire_id)
        self._bundles[key] = now, catalog.load(folder, language, chosen)
        return self._bundles[key][1]

    def sample(self, language: str) -> Response | None:
        """Return the answers of the sample report of the questionnaire on offer; None when it has none."""
        offered = self.settings.questionnaire
        bundle = self.bundle(offered, language)
        folder = next(one for one in self.questionnaire_folders if one.name == offered)
        found = read_sample(folder, bundle, self.bundle)
        return None if found is None else replace(found, address=self.settings.address)

    def assess(self, response: Response) -> Assessment:
        """Assess a response with its own questionnaire, in its own language and model."""
        bundle = self.bundle(response.questionnaire, response.language, response.address)
        return assess(bundle.questionnaire, bundle.rules, response, self.today())

    def check(self, folder: Path) -> tuple[Mistake, ...]:
        """Check a questionnaire folder and run its worked examples."""
        from workshop.content import lint  # a wizard checks nothing

        return lint.check(
            folder, lambda bundle, response: assess(bundle.questionnaire, bundle.rules, response, self.today())
        )

    def coverage(self, folder: Path) -> "Coverage | None":
        """Check where a questionnaire deals with each item of the source texts; None without a coverage.csv."""
        from workshop.content import coverage  # see check
        from workshop.report import outline  # see ReportWriters.word

        elsewhere = {"lane": lanes(), "chapter": outline.chapter_names(), "page": tuple(Feature)}
        return coverage.coverage(folder, elsewhere)

    def read_answers(self, text: str) -> Response | tuple[Problem, ...]:
        """Read an answers file whole, or say everything that is wrong with it."""
        return answers_file.read(text, self.bundle)

    def read_file(self, text: str) -> answers_file.Whole | tuple[Problem, ...]:
        """Read an answers file with what a consultant changed in its report, and with its notes."""
        return answers_file.read_whole(text, self.bundle)

    def export(self, dossier: Dossier) -> str:
        """Write a dossier as JSON that `read_answers` and `read_file` read back."""
        response = dossier.response
        questionnaire = self.bundle(response.questionnaire, response.language).questionnaire
        edits = self._dossiers.history(dossier.id, MOST_EDITS, dossier.revision + 1)[::-1]
        trail = Trail(dossier.page, dossier.drafts, dossier.session, edits)
        return answers_file.write(response, questionnaire, dossier.changes, dossier.notes, trail)

    @cached_property
    def _dossiers(self) -> "SqliteDossiers":
        from workshop.storage.sqlite import SqliteDossiers  # a report or a check needs no database

        return SqliteDossiers(self.settings.database, self._money)

    def _money(self, response: Response) -> frozenset[str]:
        return self.bundle(response.questionnaire, response.language).questionnaire.money_codes

    @cached_property
    def intake(self) -> Intake:
        """Where dossiers are started, opened and saved."""
        return Intake(self._dossiers)

    @cached_property
    def editing(self) -> Editing:
        """Where a consultant changes a report."""
        return Editing(self._dossiers)

    @cached_property
    def sessions(self) -> Sessions:
        """Where a session is led."""
        return Sessions(self._dossiers)

    @cached_property
    def history(self) -> History:
        """Where changes of answers are looked back at and taken back."""
        return History(self._dossiers)

    @cached_property
    def sharing(self) -> Sharing:
        """Where another device is let in by a short code."""
        return Sharing(self._dossiers)

    @cached_property
    def houses(self) -> "Houses":
        """Return the house styles of this computer."""
        from workshop.houses import Houses  # see ReportWriters.word

        return Houses(self, self.settings.data / "huisstijl")

    def house_styles(self) -> tuple[str, ...]:
        """Return the names of the house styles that a report can be made in."""
        return self.houses.styles.names()

    def kept(self) -> Iterator[Dossier]:
        """Walk over every dossier on this computer, the one changed last first."""
        return self._dossiers.all()

    @cached_property
    def reporting(self) -> Reporting:
        """Where reports are made."""
        return Reporting(self.assess, ReportWriters(self))

    def report(self, response: Response, wish: Wish, made_on: date, hand: Hand = NO_HAND) -> bytes:
        """Return the report as it is asked for, with what a consultant changed."""
        return self.reporting.report(response, wish, made_on, hand)

    @cached_property
    def can_pdf(self) -> bool:
        """Tell whether this computer can make a PDF: it has LibreOffice."""
        from workshop.report import pdf

        return pdf.find_office() is not None

    def result_html(self, response: Response, hand: Hand = NO_HAND) -> str:
        """Return what the result page shows, as safe HTML."""
        return self.reporting.result(response, self.today(), hand)

    def material(self, response: Response, hand: Hand = NO_HAND) -> "Material":
        """Return what a report is made of, as a consultant changed it."""
        return ReportWriters(self).material(self.assess(response), self.today(), hand)

    def sheet(self, response: Response, hand: Hand) -> "Sheet":
        """Return what a consultant can change in the report."""
        from workshop.report import sheet  # see ReportWriters.word

        return sheet.sheet(self.material(response), hand)

    def keep(self, response: Response, file: bytes, hand: Hand, wish: Wish) -> "Merged":
        """Find what of a report edited in Word comes along to the next version; raises keep.opened.Refused."""
        from workshop.report.keep import merge, read  # see ReportWriters.word

        edited = read.read(file)
        fresh = replace(wish, annexes=wish.annexes or edited.whole)
        return merge.merge(edited, ReportWriters(self).outlined(self.assess(response), self.today(), fresh, hand))

    def map_svg(self, response: Response, code: str, *, prompts: bool = False) -> str:
        """Return the picture of one journey map as safe SVG; "" when there is no such map."""
        from workshop.report.map import svg as map_svg  # see ReportWriters.word

        assessment = self.assess(response)
        found = assessment.reading.journey.map(code)
        questionnaire, words = assessment.reading.questionnaire, self.words(response.language, response.address)
        if found is None:
            return ""
        return map_svg.draw(found, assessment.model, questionnaire, words, assessment.findings, prompts)

    def blank_map(self, model: PhaseModel, language: str, paper: str, address: Address | None = None) -> str:
        """Return an empty journey map to print, as safe SVG, on A3 or A4."""
        from workshop.report.map import svg as map_svg  # see ReportWriters.word

        return map_svg.blank(model, self.words(language, address), paper)

    def render_markdown(self, text: str) -> str:
        """Return an author's Markdown as safe HTML."""
        return _safe_html(text)

    def today(self) -> date:
        """Return the date on this computer, for the cover of a report."""
        return date.today()


@lru_cache(maxsize=4096)
def _safe_html(text: str) -> str:
    """Render an author's text once: the help of a question is the same on every page that shows it."""
    from workshop.report import prose  # markdown and nh3 are only needed for pages

    return prose.safe_html(text)


def build(settings: Settings) -> Workshop:
    """Wire a workshop; nothing is opened or read until it is asked for."""
    return Workshop(settings)


def lanes() -> tuple[str, ...]:
    """Return the names of the lanes of the journey map, as its picture draws them."""
    from workshop.report.map.view import Lane  # see ReportWriters.word

    return tuple(map(str, Lane))


def said(words: Words, problems: Iterable[Problem]) -> tuple[str, ...]:
    """Say mistakes in answers in words: where, what, what to do; a mistake of the whole file has no where."""
    return tuple(f"{one.where}: {words(one.key, **one.values)}".removeprefix(": ") for one in problems)
