"""A consultant adds a sixth phase model as data: wizard, scores and report speak it, and no code changes."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.klantreis import FOLDER
from tests.web.browser import find_id, parse, text_of
from workshop.bootstrap import Workshop, build
from workshop.content.mistake import render
from workshop.domain.response import Response
from workshop.services.reporting import Form, Wish
from workshop.settings import Settings
from workshop.web.app import create_app

GARDEN = {
    "phase-models.md": """

# Tuinman {gardener}
source: 002_d2e0b8b6d661ff55.txt

Een verzonnen model voor wie graag in de tuin werkt.

## Zaaien {sowing}
blocks: b1 b2 b3
stages: awareness consideration
functional need: iets nieuws ontdekken
emotional need: hoopvol zijn
do: Begin klein.
do not: Alles tegelijk zaaien.

Mensen horen van je en denken na.

## Verzorgen {tending}
blocks: b4 b5 b6 b8
stages: purchase delivery keeping
functional need: goed geholpen worden
emotional need: gezien worden
do: Kom op tijd.
do not: Te veel water geven.

Ze kopen en gebruiken het.

## Schuur {shed}
blocks: b7
stages: delivery
kind: lane
functional need: hulp krijgen
emotional need: gerust zijn
do: Zet de deur open.
do not: De sleutel kwijtraken.

Hulp bij elke stap.

## Oogsten {harvest}
blocks: b10
stages: advocacy
functional need: iets kunnen delen
emotional need: trots zijn
do: Vraag het hardop.
do not: Wachten tot de winter.

Ze vertellen het door.
""",
    "phase-models.en.md": """

# Gardener {gardener}

An invented model for whoever likes to work in the garden.

## Sowing {sowing}
functional need: to discover something new
emotional need: to be hopeful
do: Start small.
do not: Sow everything at once.

People hear of you and think.

## Tending {tending}
functional need: to be helped well
emotional need: to be seen
do: Be on time.
do not: Water too much.

They buy and use it.

## Shed {shed}
functional need: to get help
emotional need: to be at ease
do: Open the door.
do not: Lose the key.

Help at every step.

## Harvest {harvest}
functional need: to be able to share
emotional need: to be proud
do: Ask out loud.
do not: Wait for the winter.

They tell others.
""",
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A workshop that offers a copy of the klantreis scan with a sixth model in it."""
    folder = tmp_path_factory.mktemp("own") / "tuin"
    shutil.copytree(FOLDER, folder)
    for file in folder.glob("*.md"):
        own = file.read_text(encoding="utf-8").replace("id: klantreis", "id: tuin", 1)
        file.write_text(own + GARDEN.get(file.name, ""), encoding="utf-8")
    for file in folder.glob("examples/*.json"):
        text = file.read_text(encoding="utf-8").replace('"questionnaire": "klantreis"', '"questionnaire": "tuin"')
        file.write_text(text, encoding="utf-8")
    data = tmp_path_factory.mktemp("data")
    settings = Settings(data=data, exports=data, secret_key=b"a secret of thirty-two characters")
    return build(_offering(settings, folder))


def _offering(settings: Settings, folder: Path) -> Settings:
    return replace(settings, questionnaires=folder.parent, questionnaire=folder.name)


@pytest.fixture
def filled(shop: Workshop) -> Response:
    """The hair salon, looked at through the sixth model."""
    folder = next(one for one in shop.questionnaire_folders if one.name == "tuin")
    raw = json.loads((folder / "examples" / "kapsalon.json").read_text(encoding="utf-8"))
    found = shop.read_answers(json.dumps(raw))
    assert isinstance(found, Response), found
    return replace(found, model="gardener")


def test_the_folder_with_the_sixth_model_has_no_mistakes(shop: Workshop) -> None:
    folder = next(one for one in shop.questionnaire_folders if one.name == "tuin")

    assert [render(one, shop.words("en"), folder) for one in shop.check(folder)] == []


def test_scores_and_shares_follow_the_sixth_model(shop: Workshop, filled: Response) -> None:
    assessment = shop.assess(filled)

    assert [one.phase for one in assessment.phases] == ["sowing", "tending", "shed", "harvest"]
    assert round(sum(assessment.attention.targets.values()), 9) == 1
    assert {one.phase for one in assessment.findings} <= {"", "sowing", "tending", "shed", "harvest"}


def test_the_report_speaks_of_the_phases_and_of_what_is_not_in_the_model(shop: Workshop, filled: Response) -> None:
    text = shop.report(filled, Wish(Form.MARKDOWN, annexes=True), shop.today()).decode()

    assert "Zaaien" in text
    assert "Wachten tot de winter." in text
    assert "Bewustwording" not in text
    assert "opnieuw kopen" in text  # b9: not in this model


def test_the_wizard_offers_and_shows_the_sixth_model(shop: Workshop) -> None:
    client: FlaskClient = create_app(shop).test_client()
    shop_page = client.get("/").text
    token = shop_page.partition('name="csrf_token" value="')[2].partition('"')[0]
    started = client.post("/start", data={"csrf_token": token, "taal": "nl", "klant": "De Tuin", "omvang": "full"})
    base = started.headers["Location"]
    chosen = client.post(f"{base}gegevens", data={"csrf_token": token, "model": "gardener", "klant": "De Tuin"})

    page = parse(client.get(f"{base}vraag/week_hours"))

    assert chosen.status_code == 303
    rows = text_of(find_id(page, "hours_per_phase-vraag"))
    assert "Zaaien" in rows
    assert "Schuur" in rows
    assert "Bewustwording" not in rows
