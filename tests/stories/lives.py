"""The lives of a server: started, killed at any moment, and started again on the same folder (see kill_server.py)."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

SERVER: Final = Path(__file__).with_name("kill_server.py")


class Server:
    """The process that forks servers, and the one life that is running now."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._lines: IO[str] = process.stdin
        self._replies: IO[str] = process.stdout
        self.port = int(self._replies.readline())
        self._group = 0

    def start(self) -> None:
        self._group = int(self._ask("start"))

    def kill(self) -> None:
        os.killpg(self._group, signal.SIGKILL)
        self._group = 0
        assert self._ask("wait") == "dead"

    def end(self) -> None:
        """End a life that a failed test left running."""
        if self._group:
            self.kill()

    def _ask(self, line: str) -> str:
        self._lines.write(f"{line}\n")
        self._lines.flush()
        return self._replies.readline().strip()


@contextmanager
def lives(data: Path, variant: str) -> Iterator[Server]:
    """Make a server over a folder, still to be started; variant "late" acknowledges before it has written."""
    root = str(Path(__file__).parents[2])
    process = subprocess.Popen(
        [sys.executable, str(SERVER), str(data), variant],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": root},
    )
    server = Server(process)
    try:
        yield server
    finally:
        server.end()
        process.kill()
        process.communicate()
