"""The site's build against Pelican as it comes: same pages, default theme, Python-Markdown, in alternation.

    inv bench build [--content DIR]

Both run as processes of their own, start of Python included; ours also bundles nothing (its assets are ready, as in
a second build), indexes, links, checks every page and swaps folders.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.report import machine, write_section  # noqa: E402 — the line above makes it importable
from plugins.checks.tags import read  # noqa: E402
from plugins.checks.weight import MOST_BYTES, requests  # noqa: E402
from plugins.model.command import load  # noqa: E402

STOCK_SETTINGS = """
SITENAME = "Comparaison"
SITEURL = "https://exemple.invalid"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
PATH = "content"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
"""


@dataclass(frozen=True)
class Run:
    """One process: seconds by the clock, and of processor, children included."""

    wall: float
    processor: float


def write_stock(content: Path, target: Path) -> int:
    """Write the same pages as Pelican's stock Markdown reader wants them: flat metadata, then the body.

    Returns:
        How many pages.
    """
    loaded, _ = load(content)
    count = 0
    for document in loaded.documents():
        day = getattr(document.record, "date", date(2026, 1, 1))
        folder = target / "content" / ("articles" if document.kind.folder == "reunions" else "pages")
        folder.mkdir(parents=True, exist_ok=True)
        slug = document.key.replace("/", "-")
        head = f"Title: {document.record.titre}\nDate: {day}\nSlug: {slug}\nSummary: {document.record.resume or ''}\n"
        (folder / f"{slug}.md").write_text(f"{head}\n{document.body}", encoding="utf-8")
        count += 1
    (target / "pelicanconf.py").write_text(STOCK_SETTINGS, encoding="utf-8")
    return count


def run(command: list[str], folder: Path) -> Run:
    """Run a build that must succeed."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    ended = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONHASHSEED": "0"}
    )
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if ended.returncode:
        raise SystemExit(ended.stderr or ended.stdout)
    return Run(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def sizes(site: Path) -> list[tuple[str, int, int, int]]:
    """Every page: path, bytes, bytes gzip, requests (itself included)."""
    found = []
    for path in sorted(site.rglob("*.html")):
        data = path.read_bytes()
        count = 1 + len(requests(read(path.name, data.decode())))
        found.append((path.relative_to(site).as_posix(), len(data), len(gzip.compress(data, 6)), count))
    return found


def french(number: float, digits: int = 2) -> str:
    """A number with a decimal comma."""
    return f"{number:.{digits}f}".replace(".", ",")


def main() -> None:
    """Measure and write the section `build`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", default="content")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    content = (ROOT / options.content).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        stock_folder, site = Path(scratch) / "stock", Path(scratch) / "site"
        pages = write_stock(content, stock_folder)
        ours = [sys.executable, "-m", "invoke", "build", "--content", str(content), "--output", str(site)]
        stock = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--quiet"]
        run(ours, ROOT), run(stock, stock_folder)  # warm caches and assets
        mine, theirs = [], []
        for _ in range(options.runs):
            shutil.rmtree(stock_folder / "output", ignore_errors=True)
            theirs.append(run(stock, stock_folder))
            mine.append(run(ours, ROOT))
        built = sizes(site)
    report(pages, built, mine, theirs, options.content)


def report(pages: int, built: list[tuple[str, int, int, int]], mine: list[Run], theirs: list[Run], name: str) -> None:
    """Print and keep what was measured."""
    rows = []
    for label, pick in (("horloge", lambda run: run.wall), ("processeur", lambda run: run.processor)):
        own, other = statistics.median(map(pick, mine)), statistics.median(map(pick, theirs))
        ratio = statistics.median(pick(a) / pick(b) for a, b in zip(mine, theirs, strict=True))
        rows.append(f"| {label} | {french(own)} s | {french(other)} s | **{french(ratio)}** |")
    heaviest, busiest = max(built, key=lambda page: page[1]), max(built, key=lambda page: page[3])
    text = "\n".join(
        [
            f"{pages} fichiers de contenu, {len(built)} pages construites ; médianes de {len(mine)} constructions alternées ; {machine()}.",
            "",
            "| | ce site | Pelican seul | rapport (au plus 2) |",
            "|---|---|---|---|",
            *rows,
            "",
            f"- page la plus lourde : `{heaviest[0]}`, {heaviest[1] // 1000} ko ({heaviest[2] // 1000} ko gzip) ; au plus {MOST_BYTES // 1000} ko",
            f"- page qui demande le plus de fichiers : `{busiest[0]}`, {busiest[3]} ; au plus 10",
        ]
    )
    print(text)
    if name == "content":
        write_section("build", "Construire le site", text)


if __name__ == "__main__":
    main()
