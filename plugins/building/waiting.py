"""A process that has read the code of a verb, and runs it each time that it is told to: what it costs to start is paid once, before.

`python -m plugins.building.waiting WORDS…` runs the verb of these words once for each line on its standard input; the end
of the input ends it. What was worked out once stays in memory from one run to the next: what depends on the code alone
(schemas, patterns, forms of words), and what is found again by all that it comes from (`plugins/cache/memory.py`). The files
themselves are read at each run.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired

from plugins.cache.memory import memory
from plugins.diagnostics.command import collect_seldom

# What begins a line that tells of a page, before the others are written: its name and its file, as JSON.
AHEAD = "\1"
# What begins the line that ends a run; its exit code follows.
_ENDED = "\0"
# Seconds that a process has to end when it is asked to.
_PATIENCE = 5


class Waiting:
    """Runs one verb again and again, in a process that waits for it.

    Args:
        words: of the verb, such as `["build", "--output", "site"]`.
        root: the project's folder.
    """

    def __init__(self, words: Sequence[str], root: Path) -> None:
        self._command, self._root = [sys.executable, "-m", __name__, *words], root
        self._process = self._start()
        self.code = 0

    def run(self) -> Iterator[str]:
        """Each line that the verb says, as it comes; then `code` is its exit code."""
        if self._process.poll() is not None:
            self.forget()
        process = self._process
        if process.stdin:
            try:
                process.stdin.write("\n")
                process.stdin.flush()
            except OSError:
                pass  # it ended: what it said tells why
        for line in process.stderr or ():
            if line.startswith(_ENDED):
                self.code = int(line[1:])
                return
            yield line
        self.code = process.wait()
        self.forget()

    def forget(self) -> None:
        """The code changed: what waits has read another one."""
        self.stop()
        self._process = self._start()

    def stop(self) -> None:
        """End what waits, even where it does not listen."""
        with self._process as process:
            process.terminate()
            try:
                process.wait(_PATIENCE)
            except TimeoutExpired:
                process.kill()

    def _start(self) -> Popen[str]:
        return Popen(self._command, cwd=self._root, stdin=PIPE, stderr=PIPE, encoding="utf-8", errors="replace")


def main(words: Sequence[str]) -> None:
    """Read the code, then run each time that a line comes."""
    try:
        from invoke.main import program

        # What a build is made of, and what Pelican loads by the name that settings give; these are read by the build, on its day.
        for module in ("plugins.building.command", "plugins.plugin"):
            import_module(module)
        collect_seldom()
        kept = memory()
        kept.keeps = True
        while sys.stdin.readline():
            code: object = 0
            try:
                program.run(["inv", *words])
            except SystemExit as stop:
                code = stop.code
            sys.stdout.flush()
            sys.stderr.write(f"{_ENDED}{code if isinstance(code, int) else int(code is not None)}\n")
            sys.stderr.flush()
            if not code:
                kept.turn()
            gc.collect()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main(sys.argv[1:])
