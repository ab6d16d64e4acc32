"""The real wizard as a server to be killed: each line "start" forks a fresh one on the same listening socket.

Run as `python kill_server.py FOLDER honest|late`; it prints its port, then a process group for each "start" and
"dead" for each "wait". Forking without exec makes a start take milliseconds, so that many kills fit in a test; the
child opens the database, the app and the server anew. Only the compiled templates outlive it: they hold no data.
"""

import os
import queue
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask
from jinja2 import FileSystemBytecodeCache
from waitress import serve

from workshop.bootstrap import build
from workshop.domain.dossier import Dossier
from workshop.services.intake import Intake
from workshop.settings import Settings
from workshop.storage.sqlite import SqliteDossiers
from workshop.web.app import create_app


class LateDossiers(SqliteDossiers):
    """A store with a seeded mistake: it says "kept" first and writes a moment later."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._waiting: queue.Queue[Callable[[], object]] = queue.Queue()
        threading.Thread(target=self._write_behind, daemon=True).start()

    def change(
        self, dossier_id: str, token_hash: bytes, change: Callable[[Dossier], Dossier], **options: Any
    ) -> Dossier | None:
        self._waiting.put(lambda: SqliteDossiers.change(self, dossier_id, token_hash, change, **options))
        return self.get(dossier_id, token_hash)

    def _write_behind(self) -> None:
        while True:
            write = self._waiting.get()
            time.sleep(0.005)
            write()


def app_for(folder: Path, variant: str, compiled: str) -> Flask:
    """Make the wizard over a database in this folder; variant "late" acknowledges before the commit."""
    workshop = build(Settings(data=folder, exports=folder, secret_key=b"the same in every life"))
    if variant == "late":
        vars(workshop)["intake"] = Intake(LateDossiers(workshop.settings.database))  # in place of the cached one
    app = create_app(workshop)
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache(compiled)
    return app


def main() -> None:
    """Obey the lines of the test until there are none."""
    folder, variant = Path(sys.argv[1]), sys.argv[2]
    listening = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(listening.getsockname()[1], flush=True)
    child = 0
    with tempfile.TemporaryDirectory() as compiled:
        for line in sys.stdin:
            if line == "start\n":
                child = os.fork()
                if child == 0:
                    os.setpgid(0, 0)
                    serve(app_for(folder, variant, compiled), sockets=[listening], threads=6, _quiet=True)
                os.setpgid(child, child)
                print(child, flush=True)
            else:
                os.waitpid(child, 0)
                print("dead", flush=True)


if __name__ == "__main__":
    main()
