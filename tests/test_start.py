"""The start script: what a person sees on a fresh machine, and why a second start is quick."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import start
from scripts import launcher
from scripts.checks import all_checks
from scripts.environment import (
    THIS_PYTHON,
    Environment,
    Outcome,
    SetupError,
    can_make_venv,
    pip_install,
    run_quietly,
)
from scripts.launcher import workshop_command

FINE = Outcome(0, "")
PIP_WITHOUT_NETWORK = """\
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError': Name or service not known
ERROR: Could not find a version that satisfies the requirement flask==3.1.3 (from versions: none)
ERROR: No matching distribution found for flask==3.1.3
"""


class FakeMachine:
    """Stands in for running programs: makes the files that venv would make, and remembers the commands."""

    def __init__(self, checkout: Path, pip: Outcome = FINE, venv: Outcome = FINE) -> None:
        self.commands: list[str] = []
        self.environment = Environment(checkout, self.run, lambda: True)
        self.pip = pip
        self.venv = venv

    def run(self, command: Sequence[str]) -> Outcome:
        """Do as if the command ran."""
        self.commands.append(" ".join(command[1:4]))
        if command[1:3] == ["-m", "venv"]:
            for made in (self.environment.python, self.environment.site_packages / "made"):
                made.parent.mkdir(parents=True, exist_ok=True)
                made.touch()
            return self.venv
        if command[1:4] == ["-m", "pip", "--version"]:
            return Outcome(0, f"pip 26.3 from somewhere (python {THIS_PYTHON})")
        return self.pip


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with two small locks."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/runtime.txt").write_text("flask==3.1.3\n")
    (tmp_path / "requirements/dev.txt").write_text("flask==3.1.3\npytest==9.2.0\n")
    return tmp_path


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13)])
def test_an_old_python_hears_in_two_languages_which_one_it_needs(version: tuple[int, ...]) -> None:
    message = start.too_old(version)

    assert f"Dit is Python {'.'.join(map(str, version))}." in message
    assert "nodig" in message
    assert "The workshop needs Python 3.11 or newer" in message


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2), (4, 0, 0)])
def test_a_new_python_hears_nothing(version: tuple[int, ...]) -> None:
    assert start.too_old(version) == ""


def test_the_start_file_holds_nothing_that_an_old_python_cannot_read() -> None:
    text = Path(start.__file__).read_text(encoding="utf-8")

    assert text.isascii()
    assert 'f"' not in text
    assert "->" not in "".join(line for line in text.splitlines() if "# type:" not in line)


def test_the_first_start_makes_the_environment_and_installs_the_lock(checkout: Path) -> None:
    machine = FakeMachine(checkout)

    machine.environment.prepare("runtime")

    assert machine.commands == [f"-m venv {checkout / '.venv'}", "-m pip install"]
    assert machine.environment.is_ready("runtime")


def test_the_second_start_runs_no_program_at_all(checkout: Path) -> None:
    FakeMachine(checkout).environment.prepare("runtime")
    machine = FakeMachine(checkout)

    machine.environment.prepare("runtime")

    assert machine.commands == []


def test_a_changed_lock_is_installed_into_the_same_environment(checkout: Path) -> None:
    machine = FakeMachine(checkout)
    machine.environment.prepare("runtime")
    machine.commands.clear()
    (checkout / "requirements/runtime.txt").write_text("flask==3.1.4\n")

    machine.environment.prepare("runtime")

    assert machine.commands == ["-m pip --version", "-m pip install"]


def test_an_environment_without_a_stamp_is_kept_when_its_pip_works(checkout: Path) -> None:
    machine = FakeMachine(checkout)
    machine.run(["python", "-m", "venv"])
    machine.commands.clear()

    machine.environment.prepare("runtime")

    assert machine.commands == ["-m pip --version", "-m pip install"]


def test_an_environment_that_was_broken_off_is_made_again(checkout: Path) -> None:
    machine = FakeMachine(checkout)
    machine.environment.prepare("runtime")
    machine.environment.unfinished.touch()
    machine.environment.stamp("runtime").unlink()
    leftover = machine.environment.folder / "leftover"
    leftover.touch()

    machine.environment.prepare("runtime")

    assert not leftover.exists()
    assert not machine.environment.unfinished.exists()
    assert machine.environment.is_ready("runtime")


def test_an_environment_whose_python_is_gone_is_made_again(checkout: Path) -> None:
    machine = FakeMachine(checkout)
    machine.environment.prepare("runtime")
    machine.environment.python.unlink()

    machine.environment.prepare("runtime")

    assert machine.environment.is_ready("runtime")


def test_the_test_environment_serves_the_wizard_as_well(checkout: Path) -> None:
    machine = FakeMachine(checkout)

    machine.environment.prepare("dev")

    assert machine.environment.is_ready("runtime")


def test_the_runtime_environment_is_not_yet_good_for_tests(checkout: Path) -> None:
    machine = FakeMachine(checkout)

    machine.environment.prepare("runtime")

    assert not machine.environment.is_ready("dev")


def test_a_moved_checkout_still_finds_its_own_code(checkout: Path) -> None:
    machine = FakeMachine(checkout)
    machine.environment.prepare("runtime")
    site_packages = machine.environment.site_packages

    line = (site_packages / "klantreis-workshop.pth").read_text().strip()

    assert not Path(line).is_absolute()
    assert (site_packages / line).resolve() == checkout.resolve()


def test_pip_takes_only_files_with_a_known_hash(checkout: Path) -> None:
    arguments = pip_install(checkout / "requirements/runtime.txt")

    assert "--require-hashes" in arguments
    assert arguments[-2:] == ["-r", str(checkout / "requirements/runtime.txt")]


def test_a_python_without_venv_names_the_debian_package(checkout: Path) -> None:
    environment = Environment(checkout, FakeMachine(checkout).run, lambda: False)

    with pytest.raises(SetupError) as caught:
        environment.prepare("runtime")

    assert "sudo apt install python3-venv" in caught.value.message.nl
    assert "sudo apt install python3-venv" in caught.value.message.en
    assert not environment.folder.exists()


def test_a_failing_venv_keeps_what_it_said(checkout: Path) -> None:
    machine = FakeMachine(checkout, venv=Outcome(1, "ensurepip is not available"))

    with pytest.raises(SetupError) as caught:
        machine.environment.prepare("runtime")

    assert caught.value.details == "ensurepip is not available"


def test_this_python_can_make_an_environment() -> None:
    assert can_make_venv()


def test_a_folder_that_cannot_be_written_is_named(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)

    with pytest.raises(SetupError) as caught:
        FakeMachine(checkout).environment.prepare("runtime")

    assert f"Ik kan niet schrijven in de map {checkout}" in caught.value.message.nl
    assert f"Cannot write in the folder {checkout} (Permission denied)" in caught.value.message.en


def test_no_network_is_said_and_the_last_lines_of_pip_are_kept(checkout: Path) -> None:
    machine = FakeMachine(checkout, pip=Outcome(1, PIP_WITHOUT_NETWORK))

    with pytest.raises(SetupError) as caught:
        machine.environment.prepare("runtime")

    assert "internet" in caught.value.message.nl
    assert "Cannot reach the internet" in caught.value.message.en
    assert caught.value.details.endswith("No matching distribution found for flask==3.1.3")


def test_another_trouble_of_pip_names_the_python_versions(checkout: Path) -> None:
    machine = FakeMachine(checkout, pip=Outcome(1, "ERROR: No matching distribution found for lxml"))

    with pytest.raises(SetupError) as caught:
        machine.environment.prepare("runtime")

    assert "Python 3.11 tot en met 3.14" in caught.value.message.nl
    assert f"this is Python {THIS_PYTHON}" in caught.value.message.en


def test_after_a_failed_install_the_next_start_tries_again(checkout: Path) -> None:
    with pytest.raises(SetupError):
        FakeMachine(checkout, pip=Outcome(1, PIP_WITHOUT_NETWORK)).environment.prepare("runtime")
    machine = FakeMachine(checkout)

    machine.environment.prepare("runtime")

    assert machine.environment.is_ready("runtime")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["serve"]),
        (["demo"], ["demo"]),
        (["serve", "--port", "8001"], ["serve", "--port", "8001"]),
        (["assess", "antwoorden.json"], ["assess", "antwoorden.json"]),
    ],
)
def test_every_word_but_test_is_for_the_workshop_command(arguments: list[str], expected: list[str]) -> None:
    assert workshop_command(Path("python"), arguments) == ["python", "-m", "workshop", *expected]


def test_words_after_test_are_for_pytest() -> None:
    tests = all_checks(["-k", "numbers"])[-1]

    assert tests.arguments[-2:] == ("-k", "numbers")


def test_test_runs_format_lint_types_floors_and_tests() -> None:
    assert [check.name for check in all_checks([])] == ["format", "lint", "types", "floors", "tests"]


def test_a_setup_problem_is_printed_in_dutch_first_and_ends_with_status_1(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = FakeMachine(checkout, pip=Outcome(1, PIP_WITHOUT_NETWORK))
    monkeypatch.setattr(launcher, "Environment", lambda root: machine.environment)

    status = launcher.launch(["demo"])

    printed = capsys.readouterr().err
    assert status == 1
    assert printed.index("Ik kan het internet niet op") < printed.index("Cannot reach the internet")


def test_a_program_that_runs_quietly_gives_its_status_and_its_words(checkout: Path) -> None:
    outcome = run_quietly([sys.executable, "-c", "print('klaar'); raise SystemExit(3)"])

    assert outcome == Outcome(3, "klaar\n")
