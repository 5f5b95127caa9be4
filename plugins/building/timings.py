"""A run → how many seconds of processor each room took: `--timings`."""

from __future__ import annotations

import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

PLUGINS = Path(__file__).resolve().parents[1]
# Seconds of processor between two looks; below, the looks themselves would count.
_EVERY = 0.005
_ROOM = f"{PLUGINS}/"
_PELICAN = "/site-packages/pelican/"
_IMPORTS = "<frozen importlib"
# What is no room, as the table calls it.
LOADING, PELICAN, ELSEWHERE = "chargement du code", "Pelican", "ailleurs"


class Timings:
    """What was seen of one run: every five thousandths of a second of processor, the room whose code is running is counted."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._before = self._after = time.process_time()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Count while this lasts; nothing is counted on a system without such a clock."""
        if not hasattr(signal, "setitimer"):
            yield
            return
        handled = signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, handled)
            self._after = time.process_time()

    @property
    def seconds(self) -> dict[str, float]:
        """By room, the longest first; what was loaded before the run is added to what it loaded."""
        looks, lasted = sum(self._seen.values()), self._after - self._before
        found = {room: lasted * count / looks for room, count in self._seen.items()}
        found[LOADING] = found.get(LOADING, 0.0) + self._before
        return dict(sorted(found.items(), key=lambda one: -one[1]))

    def _look(self, _: int, frame: FrameType | None) -> None:
        self._seen[room_of(frame)] += 1


@contextmanager
def told_when(wanted: bool) -> Iterator[None]:
    """Watch what is done, and write the table in the terminal when it ends; nothing of it unless it is wanted."""
    if not wanted:
        yield
        return
    timings = Timings()
    try:
        with timings.watching():
            yield
    finally:
        sys.stderr.write(table(timings.seconds) + "\n")


def room_of(frame: FrameType | None) -> str:
    """The room whose code runs, or has called what runs; what is loaded is charged to none of them."""
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(_IMPORTS):
            return LOADING
        if file.startswith(_ROOM):
            return file[len(_ROOM) :].partition("/")[0]
        if _PELICAN in file:
            return PELICAN
        frame = frame.f_back
    return ELSEWHERE


def table(seconds: Mapping[str, float]) -> str:
    """One line a room: seconds of processor, and its part of the whole."""
    whole = sum(seconds.values()) or 1.0
    lines = [f"{room:<20} {_french(lasted):>7} s {100 * lasted / whole:4.0f} %" for room, lasted in seconds.items()]
    return "\n".join([*lines, f"{'en tout':<20} {_french(whole):>7} s  100 %"])


def _french(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")
