"""The repository itself: locks, floors, documents, and nothing in it that should not be shared."""

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest

from scripts import lock
from workshop.cli import main

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("runtime", "dev")
PINNED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?P<rest>(?:.*\\\n)(?:    --hash=.*\n)+)", re.MULTILINE
)

# Written in pieces, or this file would find itself.
NOT_SHARED = tuple(
    "".join(pieces)
    for pieces in (
        ("python", "hosted"),
        ("/sim", "ple/"),
        ("registry.", "npmjs"),
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("farm", "-studio"),
        ("farm", "-bench"),
        ("../sha", "red"),
        (".libr", "ary"),
        ("sub", "agent"),
        ("helper", " agent"),
    )
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b")
INVENTED = re.compile(r"@(?:[\w-]+\.)*(?:example|voorbeeld)\.[a-z]{2,}$|\.(?:example|invalid|test)$")
MARKDOWN_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
START_COMMAND = re.compile(r"start\.py ([a-z]+)")


@cache
def shared_files() -> tuple[Path, ...]:
    """Every file that git shares, or would share at the next commit."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return tuple(path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file())


def shared_texts() -> list[tuple[str, str]]:
    """The name and the text of every shared file that is text."""
    raw = ((path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in shared_files())
    return [(name, content.decode("utf-8", "replace")) for name, content in raw if b"\0" not in content]


def pinned(name: str) -> dict[str, str]:
    """The version of each package in a lock."""
    text = (ROOT / f"requirements/{name}.txt").read_text()
    return {match["name"]: match["version"] for match in PINNED.finditer(text)}


def project() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def plain_name(requirement: str) -> str:
    """The package name of a requirement, as locks write it."""
    return re.split(r"[^A-Za-z0-9_.-]", requirement)[0].lower().replace("_", "-")


def as_numbers(version: str) -> tuple[int, ...]:
    """A version that can be compared."""
    return tuple(int(part) for part in version.split("."))


def test_the_runtime_lock_pins_every_dependency() -> None:
    wanted = {plain_name(requirement) for requirement in project()["project"]["dependencies"]}

    assert wanted - pinned("runtime").keys() == set()


def test_the_development_lock_pins_every_development_tool() -> None:
    wanted = {plain_name(requirement) for requirement in project()["dependency-groups"]["dev"]}

    assert wanted - pinned("dev").keys() == set()


def test_tests_run_with_exactly_the_packages_that_users_get() -> None:
    runtime, dev = pinned("runtime"), pinned("dev")

    assert {name: dev.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text()

    pins = [line.split("==")[0] for line in text.splitlines() if re.match(r"[a-z0-9]", line)]

    assert pins == list(pinned(name))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_no_address_and_no_path_of_a_machine(name: str) -> None:
    assert lock.foreign_lines((ROOT / f"requirements/{name}.txt").read_text()) == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_pin_is_below_its_floor(name: str) -> None:
    floors: dict[str, str] = tomllib.loads((ROOT / "requirements/floors.toml").read_text())["floors"]
    pins = pinned(name)

    too_low = {package for package in floors if as_numbers(pins[package]) < as_numbers(floors[package])}

    assert too_low == set()


@pytest.mark.parametrize("words", NOT_SHARED)
def test_no_shared_file_holds_an_address_or_path_of_a_machine(words: str) -> None:
    assert [name for name, text in shared_texts() if words in text] == []


def test_no_shared_file_holds_an_address_of_a_person() -> None:
    found = [(name, email) for name, text in shared_texts() for email in EMAIL.findall(text)]

    assert [(name, email) for name, email in found if not INVENTED.search(email)] == []


def test_no_answers_of_a_client_are_shared() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in shared_files()]
    allowed = ("exports/README.md", "exports/voorbeeld/")

    kept = [name for name in names if name.startswith(("exports/", "data/")) and not name.startswith(allowed)]

    assert kept == []
    assert [name for name in names if name.endswith((".sqlite", ".db"))] == []


def test_every_link_between_documents_leads_somewhere() -> None:
    documents = [path for path in shared_files() if path.suffix == ".md" and "questionnaires" not in path.parts]

    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in documents
        for target in MARKDOWN_LINK.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]

    assert broken == []


def test_every_command_in_the_readme_exists() -> None:
    words = set(START_COMMAND.findall((ROOT / "README.md").read_text(encoding="utf-8")))

    assert {"demo", "test", "check"} <= words
    assert words - {"test", *main.list_commands(click.Context(main))} == set()


def test_every_python_file_is_type_checked() -> None:
    checked = project()["tool"]["mypy"]["files"]

    tops = {path.relative_to(ROOT).parts[0] for path in shared_files() if path.suffix == ".py"}

    assert tops - set(checked) == set()


def test_every_decision_stands_in_the_index() -> None:
    index = (ROOT / "docs/README.md").read_text(encoding="utf-8")

    missing = [path.name for path in (ROOT / "docs/decisions").glob("0*.md") if path.name not in index]

    assert missing == []
