"""The built wheel works by itself: in a fresh environment, in an empty folder, far from the checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import workshop

ROOT = Path(__file__).resolve().parent.parent
BIN = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, at=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workshop command, installed from the wheel and the runtime lock in a fresh environment."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    pip = (folder / BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", ROOT / "requirements/runtime.txt", at=folder)
    run(*pip, "--no-deps", "--no-index", wheel, at=folder)
    return folder / BIN / "workshop"


def test_the_wheel_holds_every_questionnaire_and_template_of_the_checkout(wheel: Path) -> None:
    shipped = [
        path.relative_to(ROOT).as_posix()
        for folder in ("questionnaires", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    ]

    inside = set(zipfile.ZipFile(wheel).namelist())

    assert [name for name in shipped if f"workshop/shipped/{name}" not in inside] == []


def test_the_wheel_holds_no_tests_and_no_scripts(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert tops == {"workshop", f"klantreis_workshop-{workshop.__version__}.dist-info"}


def test_the_installed_command_tells_its_version(command: Path, tmp_path: Path) -> None:
    assert workshop.__version__ in run(command, "--version", at=tmp_path)


def test_the_installed_command_finds_its_questionnaires_sound(command: Path, tmp_path: Path) -> None:
    run(command, "check", at=tmp_path)


def test_the_installed_command_writes_the_sample_report_from_an_empty_folder(command: Path, tmp_path: Path) -> None:
    run(command, "demo", at=tmp_path)

    assert list(tmp_path.rglob("*.docx"))


def run(*words: str | Path, at: Path) -> str:
    """Run a program away from the checkout; a failure shows what it printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=at,
        env={**environment, "WORKSHOP_DATA": str(at / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
