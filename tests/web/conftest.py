"""A web app around a real workshop with a tiny questionnaire that has a question of every kind."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from tests.web.browser import Visitor
from workshop.bootstrap import Workshop
from workshop.settings import Settings
from workshop.web.app import create_app

FOLDER = Path(__file__).parent
TODAY = date(2026, 11, 22)


class TinyWorkshop(Workshop):
    """A workshop on a fixed day."""

    def today(self) -> date:
        return TODAY


def make_workshop(data: Path, *, https: bool = False) -> Workshop:
    base = "https://klantreis.example" if https else "http://localhost"
    settings = Settings(
        data=data,
        exports=data,
        base_url=base,
        https=https,
        trusted_hosts=("localhost", "klantreis.example"),
        secret_key=b"a secret of thirty-two characters",
        questionnaire="tiny",
        questionnaires=FOLDER,
    )
    return TinyWorkshop(settings)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return make_workshop(tmp_path)


@pytest.fixture
def app(workshop: Workshop) -> Flask:
    return create_app(workshop)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """A visitor who has started a dossier."""
    visitor = Visitor(app.test_client())
    visitor.start()
    return visitor


@pytest.fixture
def newcomer(app: Flask) -> Callable[[], Visitor]:
    """Makes visitors who have no dossier yet, each with a browser of its own."""
    return lambda: Visitor(app.test_client())
