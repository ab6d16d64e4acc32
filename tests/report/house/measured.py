"""Judges every file of a folder in a process of its own: python -m tests.report.house.measured FOLDER → JSON."""

import json
import sys
import time
from pathlib import Path

from workshop.report.house.judge import judge


def main(folder: Path) -> None:
    """Print the seconds of work and the reason for each file, and the most memory in MB that all of them took."""
    files = {}
    for file in sorted(folder.iterdir()):
        data = file.read_bytes()
        begin = time.process_time()
        verdict = judge(data, file.name)
        files[file.name] = (time.process_time() - begin, verdict.refused.code if verdict.refused else "")
    print(json.dumps({"files": files, "peak": peak()}))


def peak() -> float:
    """The most memory of this process in MB; what the operating system counts also holds that of its parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]))
