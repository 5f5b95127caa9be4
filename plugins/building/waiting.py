"""A process that has read the code of a build, and waits for the word to run it: what it would cost to start is paid before.

`python -m plugins.building.waiting WORDS…` runs the verb of these words once a line stands on its standard input; the end
of the input ends it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from subprocess import PIPE, Popen


class Waiting:
    """Runs one verb again and again, each time in a process that was started before.

    Args:
        words: of the verb, such as `["build", "--output", "site"]`.
        root: the project's folder.
    """

    def __init__(self, words: Sequence[str], root: Path) -> None:
        self._command, self._root = [sys.executable, "-m", __name__, *words], root
        self._next = self._start()

    def run(self) -> Iterator[str]:
        """Each line that the verb says, as it comes; then `code` is its exit code."""
        if self._next.poll() is not None:
            self.forget()
        with self._next as process:
            if process.stdin:
                try:
                    process.stdin.write("\n")
                    process.stdin.close()
                except OSError:
                    process.stdin = None  # it ended: what it said tells why
            yield from process.stderr or ()
        self.code = process.returncode
        self._next = self._start()

    def forget(self) -> None:
        """The code changed: what waits has read another one."""
        self.stop()
        self._next = self._start()

    def stop(self) -> None:
        """End what waits."""
        with self._next as process:
            process.terminate()

    def _start(self) -> Popen[str]:
        return Popen(self._command, cwd=self._root, stdin=PIPE, stderr=PIPE, encoding="utf-8", errors="replace")


def main(words: Sequence[str]) -> None:
    """Read the code, wait, run."""
    try:
        from invoke.main import program

        # What a build is made of, and what Pelican loads by the name that settings give; these are read by the build, on its day.
        for module in ("plugins.building.command", "plugins.plugin"):
            import_module(module)

        if sys.stdin.readline():
            program.run(["inv", *words])
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main(sys.argv[1:])
