"""Timing two things side by side in one run, so that only their ratio counts."""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of what is measured and of its floor, taken in turns."""

    name: str
    ours: tuple[float, ...]
    floor: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Median of ours divided by the median of the floor."""
        return statistics.median(self.ours) / statistics.median(self.floor)

    def line(self, aim: str) -> str:
        """Describe the pair for the console; the milliseconds only tell what machine this was."""
        ours, floor = (statistics.median(one) * 1000 for one in (self.ours, self.floor))
        return f"{self.name:<42} {self.ratio:6.2f} ×   ({ours:8.2f} ms against {floor:8.2f} ms; aim {aim})"


def in_turns(name: str, ours: Callable[[], object], floor: Callable[[], object], rounds: int, warm: int = 5) -> Pair:
    """Run both in turns, after a warm-up, without the garbage collector."""
    for _ in range(warm):
        ours()
        floor()
    times: tuple[list[float], list[float]] = ([], [])
    gc.disable()
    try:
        for _ in range(rounds):
            for kept, run in zip(times, (ours, floor), strict=True):
                begun = time.perf_counter()
                run()
                kept.append(time.perf_counter() - begun)
    finally:
        gc.enable()
    return Pair(name, tuple(times[0]), tuple(times[1]))


def process(*code: str, environment: dict[str, str]) -> Callable[[], object]:
    """Return a call that runs Python code in a new process and waits for it."""
    command: Sequence[str] = [sys.executable, "-c", "\n".join(code)]

    def run() -> object:
        return subprocess.run(command, env=environment, check=True, capture_output=True)

    return run
