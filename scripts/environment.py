"""The checkout's own virtual environment: made, filled from a lock, repaired after a broken-off start."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts.messages import CANNOT_WRITE, INSTALL_FAILED, NO_NETWORK, NO_VENV, PREPARING, Message, say

Lock = Literal["runtime", "dev"]
COVERS: dict[Lock, tuple[Lock, ...]] = {"runtime": ("runtime",), "dev": ("runtime", "dev")}
THIS_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
LAST_LINES = 6
NETWORK_TROUBLE = (
    "connection broken",
    "connectionerror",
    "could not fetch url",
    "getaddrinfo",
    "name resolution",
    "network is unreachable",
    "proxyerror",
    "timed out",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: its exit status and what it printed."""

    status: int
    output: str

    @property
    def last_lines(self) -> str:
        """The end of the output, where pip says what went wrong."""
        lines = [line for line in self.output.splitlines() if line.strip()]
        return "\n".join(lines[-LAST_LINES:])


Runner = Callable[[Sequence[str]], Outcome]


class SetupError(Exception):
    """The environment cannot be made; holds what to tell the user."""

    def __init__(self, message: Message, details: str = "") -> None:
        super().__init__(message.en)
        self.message = message
        self.details = details


def run_quietly(command: Sequence[str]) -> Outcome:
    """Run a command and keep what it prints."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    return Outcome(done.returncode, done.stdout)


def can_make_venv() -> bool:
    """Tell whether this Python has venv and its pip: Debian ships them apart, in python3-venv."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


@dataclass(frozen=True, slots=True)
class Environment:
    """The folder .venv of one checkout."""

    root: Path
    run: Runner = run_quietly
    can_make: Callable[[], bool] = can_make_venv

    @property
    def folder(self) -> Path:
        """Where the environment stands."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The interpreter inside the environment."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def site_packages(self) -> Path:
        """Where pip puts packages."""
        base = str(self.folder)
        return Path(sysconfig.get_path("purelib", scheme="venv", vars={"base": base, "platbase": base}))

    @property
    def unfinished(self) -> Path:
        """The mark that stands there while we are at work: still there at a start means broken off."""
        return self.folder / "unfinished"

    def requirements(self, lock: Lock) -> Path:
        """The lock file: every package pinned, with hashes."""
        return self.root / "requirements" / f"{lock}.txt"

    def stamp(self, lock: Lock) -> Path:
        """The file that says which lock was installed, by which Python."""
        return self.folder / f"installed-{lock}"

    def expected_stamp(self, lock: Lock) -> str:
        """What the stamp holds when nothing has changed since."""
        digest = hashlib.sha256(self.requirements(lock).read_bytes()).hexdigest()
        return f"{digest} {THIS_PYTHON}\n"

    def is_ready(self, lock: Lock) -> bool:
        """Tell in a few milliseconds whether there is nothing to do."""
        stamp = self.stamp(lock)
        return self.python.exists() and stamp.is_file() and stamp.read_text() == self.expected_stamp(lock)

    def prepare(self, lock: Lock) -> None:
        """Make the environment hold this lock, whatever state it is in."""
        try:
            if self.is_ready(lock):
                return
            say(PREPARING)
            if not self.is_sound():
                self.build()
            self.install(lock)
        except OSError as error:
            reason = error.strerror or str(error)
            raise SetupError(CANNOT_WRITE.about(folder=self.root, reason=reason)) from error

    def is_sound(self) -> bool:
        """Tell whether there is a working pip of this Python to install with."""
        if self.unfinished.exists() or not self.python.exists():
            return False
        pip = self.run([str(self.python), "-m", "pip", "--version"])
        return pip.status == 0 and f"(python {THIS_PYTHON})" in pip.output

    def build(self) -> None:
        """Make an empty environment in the place of what stood there."""
        if not self.can_make():
            raise SetupError(NO_VENV)
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir()
        self.unfinished.touch()
        made = self.run([sys.executable, "-m", "venv", str(self.folder)])
        if made.status != 0:
            raise SetupError(NO_VENV, made.last_lines)

    def install(self, lock: Lock) -> None:
        """Fill the environment from the lock and make the checkout importable; stamp it when all is done."""
        self.unfinished.touch()
        done = self.run([str(self.python), *pip_install(self.requirements(lock))])
        if done.status != 0:
            raise SetupError(why_pip_failed(done.output), done.last_lines)
        checkout = os.path.relpath(self.root, self.site_packages)  # relative: the folder may be moved
        (self.site_packages / "klantreis-workshop.pth").write_text(f"{checkout}\n", encoding="utf-8")
        for covered in COVERS[lock]:
            self.stamp(covered).write_text(self.expected_stamp(covered))
        self.unfinished.unlink()


def pip_install(requirements: Path) -> list[str]:
    """Give the pip arguments that install exactly this lock: known hashes only, nothing compiled here."""
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--retries", "2"]
    safe = ["--require-hashes", "--only-binary", ":all:"]
    return ["-m", "pip", "install", *quiet, *safe, "-r", str(requirements)]


def why_pip_failed(output: str) -> Message:
    """Tell a missing network from every other trouble."""
    lowered = output.lower()
    if any(sign in lowered for sign in NETWORK_TROUBLE):
        return NO_NETWORK
    return INSTALL_FAILED.about(version=THIS_PYTHON)
