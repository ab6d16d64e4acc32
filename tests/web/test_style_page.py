"""The looks: colours that can be told apart, and one page that shows every token and component."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.web.browser import Visitor, X, find_id, text_of
from workshop.bootstrap import build
from workshop.settings import Settings, read_settings
from workshop.web.app import create_app
from workshop.web.style.tokens import MARK, TEXT, Pair, contrast, pairs, tokens
from workshop.web.wire.assets import FOLDER

_COLOUR = re.compile(r"(?:^|[;\s])color:\s*var\(--([a-z-]+)\)")
_GROUND = re.compile(r"background(?:-color)?:\s*var\(--([a-z-]+)\)")
_ROOT = re.compile(r":root \{[^}]*\}")
_HEX = re.compile(r"#[0-9a-f]{3,6}\b")


@pytest.fixture
def builder(tmp_path: Path) -> Visitor:
    """Someone who builds pages: his workshop shows the style page."""
    key = b"a secret of thirty-two characters"
    settings = Settings(data=tmp_path, exports=tmp_path, secret_key=key, style_page=True)
    return Visitor(create_app(build(settings)).test_client())


@pytest.fixture
def page(builder: Visitor) -> Element:
    return builder.open("/stijl?taal=nl")


def test_the_style_page_is_there_only_when_asked_for(visitor: Visitor) -> None:
    assert visitor.get("/stijl").status_code == 404
    assert read_settings({}).style_page is False
    assert read_settings({"WORKSHOP_STYLE_PAGE": "1"}).style_page is True


def test_the_style_page_is_sound_in_english_too(builder: Visitor) -> None:
    assert builder.open("/stijl?taal=en").get("lang") == "en"


def test_every_custom_property_stands_on_the_style_page(page: Element) -> None:
    named = {text_of(one) for one in page.iter(f"{X}code")}

    assert len(tokens()) > 20
    assert [token.name for token in tokens() if f"--{token.name}" not in named] == []


def test_every_custom_property_is_used() -> None:
    styles = "".join(file.read_text("utf-8") for file in FOLDER.glob("*.css"))

    assert [token.name for token in tokens() if f"var(--{token.name})" not in styles] == []


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.css")), ids=lambda file: file.name)
def test_no_style_asks_for_a_custom_property_that_is_not_there(file: Path) -> None:
    asked = set(re.findall(r"var\(--([a-z0-9-]+)", file.read_text("utf-8")))

    assert asked <= {token.name for token in tokens()} | set(re.findall(r"--([a-z0-9-]+):", file.read_text("utf-8")))


def test_every_colour_has_a_dark_one_of_its_own() -> None:
    assert [token.name for token in tokens() if token.is_colour and token.value == token.dark] == []


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.front.name} on {pair.ground.name}")
def test_colours_that_meet_can_be_told_apart_in_light_and_dark(pair: Pair) -> None:
    assert pair.least in (TEXT, MARK)
    assert pair.enough, (pair.light, pair.dark)


def test_every_colour_of_text_is_in_the_pairs() -> None:
    judged = {pair.front.name for pair in pairs()} | {pair.ground.name for pair in pairs()}

    assert {token.name for token in tokens() if token.is_colour} - judged == {"line", "sand-line"}  # for looks only


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.css")), ids=lambda file: file.name)
def test_a_rule_with_text_and_ground_takes_them_from_the_pairs(file: Path) -> None:
    judged = {(pair.front.name, pair.ground.name) for pair in pairs() if pair.least == TEXT}
    rules = re.findall(r"\{([^{}]*)\}", file.read_text("utf-8"))
    found = {(*_COLOUR.findall(rule), *_GROUND.findall(rule)) for rule in rules}

    assert {one for one in found if len(one) == 2} - judged == set()


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.css")), ids=lambda file: file.name)
def test_only_the_tokens_are_colours_and_paper_has_greys(file: Path) -> None:
    style = _ROOT.sub("", file.read_text("utf-8"))

    assert [one for one in _HEX.findall(style) if len(set(one[1:])) > 1] == []


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#777", "#fff") == contrast("#fff", "#777")


def test_every_component_stands_there_with_when_to_use_it(page: Element) -> None:
    parts = ("buttons", "route", "road", "tasks", "choices", "messages", "questions", "answers")

    assert [find_id(page, part).tag for part in parts] == [f"{X}h3"] * len(parts)
    classes = {name for one in page.iter() for name in one.get("class", "").split()}
    assert {"button", "plain", "route", "trip", "tasks", "looking", "note", "panel", "summary", "broken"} <= classes
    assert {"pick", "scale", "chips", "amounts", "grid", "card", "answers"} <= classes
