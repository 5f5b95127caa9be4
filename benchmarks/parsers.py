"""Two Markdown parsers on the same pages, in turn, in one run: CPU milliseconds a page and their ratio.

.venv/bin/python -m benchmarks.parsers [CONTENT]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import markdown

from plugins.diagnostics import Place
from plugins.model.loading import load
from plugins.reading.dialect import parser
from plugins.reading.markdown import render

ROUNDS = 7


def measure(folder: Path) -> str:
    """A Markdown table of the CPU time a page, median of seven rounds."""
    content, _ = load(folder)
    bodies = [document.body for document in content.documents()]
    actors = dict.fromkeys(content.actors, "")
    ours, stock = parser(), markdown.Markdown(extensions=["tables", "footnotes", "def_list", "toc", "attr_list"])
    ways: dict[str, Callable[[str], object]] = {
        "markdown-it-py, our dialect with anchors": lambda body: render(body, Place("x"), 1, actors, ours),
        "Python-Markdown, five extensions": lambda body: stock.reset().convert(body),
    }
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, convert in ways.items():
            start = time.process_time()
            for body in bodies:
                convert(body)
            spent[name].append((time.process_time() - start) * 1000 / len(bodies))
    medians = {name: statistics.median(values) for name, values in spent.items()}
    first = next(iter(medians.values()))
    rows = [f"| {name} | {value:.2f} | {value / first:.2f} |" for name, value in medians.items()]
    return "\n".join([f"{len(bodies)} pages of `{folder.name}`", "", "| parser | ms a page | ratio |", "|---|---|---|", *rows])


if __name__ == "__main__":
    print(measure(Path(sys.argv[1] if len(sys.argv) > 1 else "content")))
