"""Every check that `python3 start.py test` runs, one after another."""

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.messages import ALL_GOOD, SOME_FAILED, say

EVERY_CORE = ("-n", "auto", "--dist", "loadfile")
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, what it proves, and the arguments for the environment's Python."""

    name: str
    proves: str
    arguments: tuple[str, ...]


def all_checks(pytest_arguments: Sequence[str]) -> tuple[Check, ...]:
    """Give the checks, quick ones first; the extra arguments are for pytest."""
    return (
        Check("format", "the code is laid out by ruff", ("-m", "ruff", "format", "--check", ".")),
        Check("lint", "ruff finds nothing", ("-m", "ruff", "check", ".")),
        Check("types", "mypy in strict mode finds nothing, in tests neither", ("-m", "mypy")),
        Check("floors", "a room imports only from below", ("-c", LINT_IMPORTS)),
        Check("tests", "everything else, the built wheel included", ("-m", "pytest", *EVERY_CORE, *pytest_arguments)),
    )


def run_checks(root: Path, python: Path, pytest_arguments: Sequence[str]) -> int:
    """Run all checks, also after a failure; give exit status 1 when one failed."""
    rows: list[tuple[Check, bool, float]] = []
    for check in all_checks(pytest_arguments):
        print(f"\n=== {check.name}: {check.proves}", flush=True)
        begin = time.monotonic()
        done = subprocess.run([str(python), *check.arguments], cwd=root, check=False)
        rows.append((check, done.returncode == 0, time.monotonic() - begin))
    print("\n=== summary")
    for check, passed, seconds in rows:
        print(f"{'ok    ' if passed else 'FAILED'}  {check.name:<8} {seconds:6.1f} s")
    failed = [check.name for check, passed, _ in rows if not passed]
    say(SOME_FAILED.about(names=", ".join(failed)) if failed else ALL_GOOD)
    return 1 if failed else 0
