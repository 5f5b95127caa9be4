"""A run that went well ends at once, with all that it said; any other one as Python ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from invoke import Collection, Program
sys.argv = ["inv", *{words!r}]
from plugins.diagnostics.command import begin, verb

class Object:
    def __del__(self):
        sys.stderr.write("freed\\n")

kept = Object()

@verb()
def well(_):
    print("fait" * 5_000)

@verb()
def badly(_):
    return 3

@verb()
def stopped(_):
    raise KeyboardInterrupt

verbs = Collection(well, badly, stopped)
begin(verbs, sys.argv)
Program(namespace=verbs).run()
"""


@pytest.mark.parametrize(
    ("words", "code", "freed"),
    [
        pytest.param(["well"], 0, False, id="one verb that went well"),
        pytest.param(["well", "well"], 0, False, id="two"),
        pytest.param(["badly"], 3, True, id="one that did not"),
        pytest.param(["well", "badly"], 3, True, id="the last one did not"),
        pytest.param(["well", "stopped"], 1, True, id="the last one was interrupted"),
    ],
)
def test_a_run_that_went_well_frees_nothing_before_it_ends(words: list[str], code: int, *, freed: bool) -> None:
    command = [sys.executable, "-c", PROGRAM.format(words=words)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == code, ended.stderr
    assert ("freed" in ended.stderr) is freed
    assert ended.stdout == f"{'fait' * 5_000}\n" * ("well" in words)  # Invoke runs the same verb once
