"""`workshop serve` as a person starts it: an address that answers, and clear words when it cannot."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "WORKSHOP_DATA": str(tmp_path / "data"), "CI": "true", "PYTHONPATH": str(ROOT)}


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        yield held.getsockname()[1]


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "workshop", *arguments]


def test_the_wizard_answers_on_the_address_it_prints(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        command("serve", "--port", "0"), env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as server:
        assert server.stdout is not None
        found = re.search(r"http://[\d.]+:\d+", server.stdout.readline())
        assert found is not None
        with urllib.request.urlopen(found[0], timeout=20) as page:
            body = page.read().decode()
        server.send_signal(signal.SIGINT)
        rest = server.stdout.read()

    assert "<h1" in body
    assert environment["WORKSHOP_DATA"] in rest
    assert server.returncode == 0


def test_a_port_in_use_is_explained_in_both_languages(environment: dict[str, str], taken: int) -> None:
    result = subprocess.run(
        command("serve", "--port", str(taken)), env=environment, capture_output=True, text=True, cwd=ROOT, check=False
    )

    assert result.returncode == 1
    assert f"Poort {taken} is al in gebruik" in result.stderr
    assert f"Port {taken} is already in use" in result.stderr


def test_a_data_folder_that_cannot_be_made_is_named(environment: dict[str, str], tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")

    result = subprocess.run(
        command("serve"),
        env={**environment, "WORKSHOP_DATA": str(blocked / "data")},
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )

    assert result.returncode == 2
    assert "WORKSHOP_DATA" in result.stderr
