"""Pin every package with the hashes of its files: python scripts/lock.py [--upgrade] (needs uv)."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME, DEV = "requirements/runtime.txt", "requirements/dev.txt"
PLATFORMS = (
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
COMPILE = ("pip", "compile", "--quiet", "--no-header", "--no-emit-index-url", "--no-emit-find-links")
UNIVERSAL = ("--universal", "--python-version", VERSIONS[0], "--generate-hashes")
FOREIGN = ("://", "file:", "--index", "--find-links", str(ROOT), str(Path.home()))


def main(arguments: Sequence[str]) -> int:
    """Write both locks, then prove that each platform finds a wheel for everything."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        print("lock: uv is missing; put it in this environment: python -m pip install uv", file=sys.stderr)
        return 1
    base = (uv, *COMPILE, "pyproject.toml", *UNIVERSAL, *arguments)
    call(*base, "--output-file", RUNTIME)
    call(*base, "--group", "dev", "--constraint", RUNTIME, "--output-file", DEV)
    found = [line for name in (RUNTIME, DEV) for line in foreign_lines((ROOT / name).read_text())]
    if found:
        print("lock: an address or a path of this machine stands in the lock:", *found, sep="\n")
        return 1
    for platform in PLATFORMS:
        for version in VERSIONS:
            has_wheels(uv, platform, version)
    print(f"lock: {RUNTIME} and {DEV} written; wheels for {len(PLATFORMS) * len(VERSIONS)} platforms")
    return 0


def has_wheels(uv: str, platform: str, version: str) -> None:
    """Stop when a package would have to be compiled on this platform."""
    target = ("--python-platform", platform, "--python-version", version)
    call(uv, *COMPILE, DEV, "--no-deps", "--only-binary", ":all:", *target, output=subprocess.DEVNULL)


def foreign_lines(text: str) -> list[str]:
    """Give the lines that hold a registry address or a path of this machine."""
    return [line for line in text.splitlines() if any(sign in line for sign in FOREIGN)]


def call(*command: str, output: int | None = None) -> None:
    """Run a command in the checkout; uv itself says what is wrong when it fails."""
    print("lock:", " ".join(command[1:]), flush=True)
    subprocess.run(command, cwd=ROOT, check=True, stdout=output)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
