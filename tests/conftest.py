"""Fixtures for all tests."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.tools import QUIET, find_chromium, find_word_validator, validate_word
from tests.web.browser import StrictClient

IN_CI = os.environ.get("CI") == "true"
"""On the build server a missing tool is a failure, and properties draw the same cases every time."""
settings.register_profile("any_machine", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=IN_CI)
settings.load_profile("any_machine")
"""A busy machine is slow, and that is no fault of what is tested."""
Flask.test_client_class = StrictClient
"""Every page that any test gets is read as strict HTML5."""


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium for browser tests."""
    return find_chromium() or missing("Chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A real Chromium, one for all tests of a worker: Playwright runs once in a process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*QUIET])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def word_validator() -> Callable[[Path], list[str]]:
    """Microsoft's judgement of a Word file: its findings, none when the file is sound."""
    command = find_word_validator() or missing("The Word validator (a Node program)")

    def validate(path: Path) -> list[str]:
        return validate_word(command, path)

    return validate


def missing(tool: str) -> NoReturn:
    """Skip for want of a tool; on the build server that is a failure."""
    line = f"{tool} is missing: run scripts/install-test-tools"
    if IN_CI:
        pytest.fail(line, pytrace=False)
    pytest.skip(line)
