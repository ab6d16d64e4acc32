"""`workshop new`: a questionnaire of one's own that is good at once, and never written over another."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.questionnaires import words
from tests.web.browser import Visitor, text_of
from workshop.bootstrap import Workshop, build
from workshop.cli import main, serve
from workshop.content.catalog import languages, load
from workshop.domain.questionnaire import QuestionType
from workshop.language.tongue import Language
from workshop.settings import Settings
from workshop.web.app import create_app


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def shop_of(place: Path, questionnaire: str = "mijn-scan") -> Workshop:
    folder = place / "questionnaires"
    data = place / "data"
    hosts = ("localhost",)
    secret = b"a secret of thirty-two characters"
    return build(
        Settings(
            data,
            data,
            base_url="http://localhost",
            trusted_hosts=hosts,
            secret_key=secret,
            questionnaire=questionnaire,
            questionnaires=folder,
        )
    )


def test_a_new_questionnaire_passes_the_check_at_once(tmp_path: Path) -> None:
    made = run("new", "mijn-scan")

    assert made.exit_code == 0, made.output
    checked = run("check", "questionnaires/mijn-scan")
    assert checked.exit_code == 0, checked.output


def test_it_stands_in_the_folder_of_the_working_directory_with_its_own_id(tmp_path: Path) -> None:
    run("new", "mijn-scan")

    bundle = load(tmp_path / "questionnaires" / "mijn-scan", "nl")

    assert bundle.questionnaire.id == "mijn-scan"


def test_it_shows_several_types_a_condition_a_rule_a_strength_a_threshold_and_english(tmp_path: Path) -> None:
    run("new", "mijn-scan")
    folder = tmp_path / "questionnaires" / "mijn-scan"

    bundle = load(folder, "nl")

    questions = bundle.questionnaire.questions
    assert len({one.type for one in questions}) >= 5
    assert QuestionType.SCALE in {one.type for one in questions}
    assert any(one.ask_when for one in questions)
    assert any(one.full for one in questions)
    found = bundle.rules
    assert (len(found.gaps), len(found.strengths), len(found.thresholds)) == (1, 1, 1)
    assert languages(folder) == ("nl", "en")
    assert [one.name for one in (folder / "examples").iterdir()] == ["bakker.json"]
    assert (folder / "README.md").is_file()


def test_the_folder_of_the_environment_comes_before_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_QUESTIONNAIRES", str(tmp_path / "eigen"))

    run("new", "mijn-scan")

    assert (tmp_path / "eigen" / "mijn-scan" / "questionnaire.md").is_file()
    assert run("check").exit_code == 0


def test_another_folder_can_be_named(tmp_path: Path) -> None:
    result = run("new", "mijn-scan", "--folder", str(tmp_path / "hier"))

    assert str(tmp_path / "hier" / "mijn-scan") in result.output
    assert (tmp_path / "hier" / "mijn-scan" / "rules.md").is_file()


def test_nothing_that_stands_there_is_written_over(tmp_path: Path) -> None:
    run("new", "mijn-scan")
    file = tmp_path / "questionnaires" / "mijn-scan" / "questionnaire.md"
    file.write_text("van mij", "utf-8")

    result = run("new", "mijn-scan")

    assert result.exit_code == 1
    assert "bestaat al" in result.output
    assert file.read_text("utf-8") == "van mij"


@pytest.mark.parametrize(
    "name", ["Mijn Scan", "../elders", "mijn/scan", "", "-scan", "9scan", "scan.md", "x" * 41, "é"]
)
def test_a_name_that_cannot_be_a_folder_or_id_is_refused(name: str, tmp_path: Path) -> None:
    result = run("new", "--", name)

    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_a_questionnaire_that_ships_is_taken(tmp_path: Path) -> None:
    result = run("new", "klantreis", "--folder", str(tmp_path / "hier"))

    assert result.exit_code == 2
    assert "klantreis" in result.output


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")

    result = run("new", "mijn-scan", "--folder", "bestand/onder")

    assert result.exit_code == 1
    assert "bestand/onder" in result.output.replace("\\", "/")


def test_it_answers_in_the_language_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_LANGUAGE", "en")

    assert "Made: " in run("new", "my-scan").output


@pytest.mark.parametrize("language", Language)
def test_the_example_that_ships_can_be_filled_in(language: Language, tmp_path: Path) -> None:
    run("new", "mijn-scan")
    shop = shop_of(tmp_path)
    visitor = Visitor(create_app(shop).test_client())
    visitor.start("Bakkerij", language)

    visitor.fill("business", {"team": "together"})
    visitor.fill("business", {"stand_in": "Sanne"})
    saved = visitor.fill("customers", {"reply_hours": "30", "follows_up": "0"})

    bundle = shop.bundle("mijn-scan", language)
    assert saved.status_code == 303
    assert bundle.rules.gaps[0].title in text_of(visitor.open(f"{visitor.here}resultaat"))
    for page in bundle.questionnaire.pages:
        asked = [one.title for one in page.questions if not one.full]
        text = text_of(visitor.open(f"{visitor.here}vraag/{page.code}"))
        assert [title for title in asked if title not in text] == []


def test_serve_offers_the_questionnaire_of_a_folder_or_a_name(tmp_path: Path) -> None:
    run("new", "mijn-scan")
    shop = build(Settings(tmp_path, tmp_path))

    by_folder = serve.offering(shop, "questionnaires/mijn-scan")
    by_name = serve.offering(shop_of(tmp_path), "klantreis")

    assert (by_folder.questionnaire, by_folder.questionnaires) == ("mijn-scan", tmp_path / "questionnaires")
    assert by_name.questionnaire == "klantreis"


def test_serve_names_the_questionnaires_there_are_when_it_does_not_know_one(tmp_path: Path) -> None:
    result = run("serve", "--questionnaire", "mijn-skan")

    assert result.exit_code == 2
    assert "klantreis" in result.output


def test_every_refusal_has_words() -> None:
    from workshop.content.starter import Refusal

    for language in Language:
        assert all(words(language)(f"cli.new.{one}", name="x", folder="y") for one in Refusal)
