"""The handbook, followed to the letter: every block goes where the page says, every command gives what it promises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.web.browser import Visitor, text_of
from workshop.bootstrap import build
from workshop.cli import main
from workshop.cli.serve import offering
from workshop.content.catalog import load
from workshop.language.tongue import Language
from workshop.settings import Settings
from workshop.web.app import create_app

PAGE = Path(__file__).resolve().parents[2] / "docs" / "handboek-vragenlijst.md"
NAME = "terugkomscan"
BLOCK = re.compile(r"```(\w+)\n(.*?)^```\n", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"\*\*([\w./-]+\.(?:md|csv|json))\*\*")
MOVE = re.compile(r"^- (Verplaats|Verwijder) `([^`]+)`(?: naar `([^`]+)`)?\.$", re.MULTILINE)
COMMAND = "python3 start.py "


@dataclass(frozen=True)
class Block:
    """A block of the page with the words before it."""

    before: str
    kind: str
    text: str


def blocks() -> Iterator[Block]:
    text, at = PAGE.read_text("utf-8"), 0
    for found in BLOCK.finditer(text):
        yield Block(text[at : found.start()], found[1], found[2])
        at = found.end()
    yield Block(text[at:], "end", "")


@dataclass
class Follower:
    """Someone who does what the page says; `said` is the output of the last commands."""

    root: Path
    said: str = ""
    old: str = ""
    file: str = ""

    @property
    def folder(self) -> Path:
        return self.root / "questionnaires" / NAME

    def follow(self, block: Block) -> None:
        for what, name, target in MOVE.findall(block.before):
            self.move(what, name, target)
        match block.kind:
            case "sh":
                self.said = "".join(self.run(line) for line in block.text.splitlines())
            case "text":
                self.compare(block)
            case "end":
                pass
            case _:
                self.write(block)

    def move(self, what: str, name: str, target: str) -> None:
        if what == "Verwijder":
            (self.folder / name).unlink()
            return
        place = self.folder / target
        if not place.suffix:
            place.mkdir(exist_ok=True)
            place /= name
        (self.folder / name).rename(place)

    def run(self, line: str) -> str:
        assert line.startswith(COMMAND)
        arguments = line.removeprefix(COMMAND).split()
        if arguments[0] == "serve":
            return ""
        return CliRunner().invoke(main, arguments).output

    def compare(self, block: Block) -> None:
        if "onder andere" in block.before:
            assert [line for line in block.text.splitlines() if line not in self.said] == []
        else:
            assert self.said.endswith(block.text)

    def write(self, block: Block) -> None:
        words = block.before
        if "Dit wordt" in words:
            self.replace(block.text.rstrip("\n"))
            return
        self.file = FILE.findall(words)[-1]
        file = self.folder / self.file
        if "Verander in" in words:
            self.old = block.text.rstrip("\n")
        elif "onderaan" in words:
            file.write_text(file.read_text("utf-8") + block.text, "utf-8")
        else:
            assert "nieuw bestand" in words or "leeg en plak" in words
            assert file.exists() is ("leeg en plak" in words)
            file.parent.mkdir(exist_ok=True)
            file.write_text(block.text, "utf-8")

    def replace(self, new: str) -> None:
        file = self.folder / self.file
        text = file.read_text("utf-8")
        assert text.count(self.old) == 1
        file.write_text(text.replace(self.old, new), "utf-8")


@pytest.fixture
def followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the page leads to, every step having gone as it says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("WORKSHOP_QUESTIONNAIRES", str(tmp_path / "questionnaires"))
    monkeypatch.setattr("workshop.resources.checkout", lambda: tmp_path)
    follower = Follower(tmp_path)
    for block in blocks():
        follower.follow(block)
    return follower.folder


def test_the_page_leads_to_twenty_questions_with_conditions_three_rules_and_two_languages(followed: Path) -> None:
    bundle = load(followed, "nl")
    english = load(followed, "en")

    assert len(bundle.questionnaire.questions) == 20
    assert sum(one.ask_when is not None for one in bundle.questionnaire.questions) >= 3
    assert [one.id for one in bundle.rules.gaps] == ["G01", "G02", "G03"]
    assert english.questionnaire.title == "Do your customers come back?"


def test_the_example_of_the_page_gives_a_score_for_every_phase(followed: Path) -> None:
    file = followed / "examples" / "kapper.json"

    said = CliRunner().invoke(main, ["assess", str(file)]).output.split("\n\n")[0].splitlines()[1:-1]

    assert len(said) == 3
    assert [line for line in said if "nog niet te zeggen" in line] == []


@pytest.mark.parametrize("language", Language)
def test_the_scan_of_the_page_can_be_filled_in(language: Language, followed: Path, tmp_path: Path) -> None:
    base = Settings(
        tmp_path,
        tmp_path,
        base_url="http://localhost",
        trusted_hosts=("localhost",),
        secret_key=b"a secret of thirty-two characters",
    )
    shop = build(offering(build(base), str(followed)))
    visitor = Visitor(create_app(shop).test_client())
    visitor.start("Salon", language)

    visitor.fill("business", {"team": "alone", "by_appointment": "yes"})
    visitor.fill("contact", {"reply_hours": "30", "follows_up": "0"})
    visitor.fill("appointments", {"no_shows": "20", "reminder": "no"})

    result = text_of(visitor.open(f"{visitor.here}resultaat"))
    titles = [one.title for one in shop.bundle(NAME, language).rules.gaps[:2]]
    assert [title for title in titles if title not in result] == []
