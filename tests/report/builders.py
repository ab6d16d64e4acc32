"""Reports as tests make them: on the worked examples of the klantreis scan, on few answers, and on none."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from tests import klantreis
from workshop import resources
from workshop.domain.assessment import assess
from workshop.domain.response import Response
from workshop.language.messages import Words
from workshop.language.tongue import Language
from workshop.report.document import Block, Cover, Document, Labels
from workshop.report.material import Material
from workshop.report.outline import outline
from workshop.report.voice import Voice
from workshop.report.word.writer import to_docx

TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "word" / "basis.docx"
MADE_ON = date(2026, 11, 22)
EXAMPLES = ("kapsalon", "adviseur", "starter")
FEW: Mapping[str, object] = {"goal": "why_not_return", "market": "b2c", "hours_to_win": 3, "hours_to_deliver": 1}
CLIENT = "Jansen & Zn <b>"


@cache
def words(language: str = "nl") -> Words:
    """The program's sentences."""
    return Words.from_tables(Language(language), resources.word_tables(language))


def quick(name: str = "kapsalon") -> Mapping[str, object]:
    """The answers of a worked example to the quick scan alone."""
    asked = {question.code: question for question in klantreis.bundle().questionnaire.questions if not question.full}
    full = {code: {one.code for one in question.fields if one.full} for code, question in asked.items()}
    return {
        code: [_without(item, full[code]) for item in given] if isinstance(given, list) else given
        for code, given in klantreis.example(name).items()
        if code in asked
    }


def _without(item: object, codes: set[str]) -> object:
    return {code: one for code, one in item.items() if code not in codes} if isinstance(item, dict) else item


def material_of(response: Response, language: str = "nl", client: str = CLIENT) -> Material:
    """The material for a response; unknown placeholders are errors."""
    bundle = klantreis.bundle(language)
    found = assess(bundle.questionnaire, bundle.rules, response)
    return Material(found, bundle.questionnaire, bundle.rules, words(language), client, MADE_ON, strict=True)


@cache
def material(name: str = "kapsalon", language: str = "nl", model: str = "five-phase") -> Material:
    """The material for a worked example, for its "quick" scan, for "few" answers or for "none"."""
    answers = {"few": FEW, "none": {}, "quick": quick()}.get(name)
    plain = klantreis.example(name) if answers is None else answers
    return (
        material_of(klantreis.response(plain, "five-phase"), language)
        if model == "five-phase"
        else material_of(replace(klantreis.response(plain, "five-phase"), model=model), language)
    )


@cache
def report(name: str = "kapsalon", language: str = "nl", model: str = "five-phase") -> Document:
    """The whole report."""
    return outline(material(name, language, model))


@cache
def word_file(name: str = "kapsalon", language: str = "nl", model: str = "five-phase") -> bytes:
    """The report as a Word file."""
    return to_docx(report(name, language, model), TEMPLATE)


def voice(language: str = "nl") -> Voice:
    """A voice with the names of the klantreis scan."""
    questionnaire = klantreis.bundle(language).questionnaire
    model = questionnaire.model("five-phase")
    assert model is not None
    return Voice(words(language), questionnaire, model)


def document(*blocks: Block, client: str = CLIENT) -> Document:
    """A small document of these blocks."""
    labels = Labels(table="Tabel", figure="Figuur", annex="Bijlage", page="Pagina", of="van")
    return Document("Rapport", "nl", client, "Proef", MADE_ON, "Adviseur", labels, blocks)


def cover() -> Cover:
    """A front page."""
    return Cover("Rapport", "Ondertitel", CLIENT, (("Gemaakt op", "22 november 2026"),), ("Een", "Twee"))
