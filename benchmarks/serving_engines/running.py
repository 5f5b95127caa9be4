"""A command comes in, a program that runs on this machine goes out, and is stopped by its own number."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

# An ordinary user of every Unix: PostgreSQL refuses to run as root.
NOBODY = "nobody"
WAITED = 60.0


def ordinary() -> str | None:
    """The user as whom a server runs; None for whoever runs this, when that is not root."""
    return NOBODY if os.geteuid() == 0 else None


class Running:
    """A program and what it says.

    Args:
        command: its file and arguments.
        log: where it writes.
        user: as whom it runs; None as whoever starts it.
    """

    def __init__(self, command: Sequence[str], log: Path, *, user: str | None = None, environ: Mapping[str, str] | None = None):
        self.log = log
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [*command], stdout=out, stderr=out, user=user, group=None, env={**os.environ, **(environ or {})}, cwd="/"
            )

    def wait_until(self, ready: Callable[[], bool], seconds: float = WAITED) -> None:
        """Wait until it answers.

        Raises:
            RuntimeError: it ended, or never did; says what it wrote.
        """
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            if self.process.poll() is not None:
                break
            if ready():
                return
            time.sleep(0.1)
        raise RuntimeError(f"{self.process.args!r} : {self.log.read_text(encoding='utf-8', errors='replace')[-2000:]}")

    def stop(self, number: int = signal.SIGTERM, seconds: float = 15) -> None:
        """End it, and wait until it has; by force when it does not listen."""
        if self.process.poll() is None:
            self.process.send_signal(number)
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(seconds)

    def kill(self) -> None:
        """As when a machine loses its power."""
        self.process.kill()
        self.process.wait(15)
