"""What start.py does behind the Python gate: prepare the environment, then run the workshop or the checks."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.checks import run_checks
from scripts.environment import Environment, SetupError
from scripts.messages import say

ROOT = Path(__file__).resolve().parent.parent
STOPPED_BY_CTRL_C = 130


def launch(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; give the exit status."""
    environment = Environment(ROOT)
    testing = arguments[:1] == ["test"]
    try:
        environment.prepare("dev" if testing else "runtime")
        if testing:
            return run_checks(ROOT, environment.python, arguments[1:])
    except SetupError as error:
        say(error.message, error.details, problem=True)
        return 1
    except KeyboardInterrupt:
        return STOPPED_BY_CTRL_C
    return hand_over(workshop_command(environment.python, arguments))


def workshop_command(python: Path, arguments: Sequence[str]) -> list[str]:
    """Give the command line of the workshop; without arguments it serves the wizard."""
    return [str(python), "-m", "workshop", *(arguments or ["serve"])]


def hand_over(command: Sequence[str]) -> int:
    """Become the command; on Windows, wait for it and pass on its exit status."""
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], list(command))
    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child has had Ctrl-C as well and is closing down
