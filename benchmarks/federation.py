"""Several committees as one site: what a question loads, and what a change of one of them costs, beside one committee alone.

    inv bench federation [--options "--committees 13 --pages 1000 --runs 3"]

Each committee has made-up pages of its own (`benchmarks/building/made.py`). A change is one sentence more in one page; the same
change is made to the committee alone (`inv build`) and among the others (`inv federate`), in turn, and the processor's seconds
are compared run by run; the first change after all was published from nothing is told apart. Questions are those of one
committee's pages, each asked by a new visitor in Chromium, of that committee's own site and of the common one. Exit code 1 when
a limit is passed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.building.builders import Ours  # noqa: E402 — the line above makes ours importable
from benchmarks.building.made import made_up  # noqa: E402
from benchmarks.report import machine, write_section  # noqa: E402
from benchmarks.searching.browser import visitors  # noqa: E402
from benchmarks.searching.measures import made_up_queries  # noqa: E402

MOST_BYTES, MOST_SECONDS = 1.3, 1.2
_DAY = "2026-11-28"
_QUESTIONS = 12


@dataclass(frozen=True)
class Spent:
    """Processor's seconds of a program and of those that it starts; the most bytes of memory at once."""

    seconds: float
    memory: int


@dataclass(frozen=True)
class Measured:
    """What was measured.

    Attributes:
        first: all sites from nothing.
        still: when nothing changed.
        begun: processor's seconds of the change that follows, alone and among the others.
        alone, together: those of each change after it.
        bytes_alone, bytes_together: of each question.
    """

    first: Spent
    still: Spent
    begun: tuple[float, float]
    alone: Sequence[float]
    together: Sequence[float]
    bytes_alone: Sequence[int]
    bytes_together: Sequence[int]

    @property
    def seconds(self) -> float:
        """Of the changes, the ratio in the middle."""
        return statistics.median(two / one for one, two in zip(self.alone, self.together, strict=True))

    @property
    def bytes(self) -> float:
        """Of what is loaded in the middle, the ratio."""
        return statistics.median(self.bytes_together) / statistics.median(self.bytes_alone)


def spent(command: Sequence[str]) -> Spent:
    """What a program takes.

    Raises:
        SystemExit: it failed.
    """
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    told = process.stderr.read() if process.stderr else ""
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(told[-2000:])
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def measure(committees: int, pages: int, runs: int, folder: Path) -> Measured:
    """Every figure."""
    every = [made_up(pages, after=rank * pages) for rank in range(committees)]
    sites = [Ours(folder / f"comite-{rank}") for rank in range(committees)]
    for site, own in zip(sites, every, strict=True):
        site.write(own)
    common, file = Ours(folder / "commun"), folder / "federation.yml"
    (common.folder / "content/pages").mkdir(parents=True)
    (common.folder / "content/pages/a-propos.md").write_text("---\ntitre: À propos\n---\nDes comités.\n", encoding="utf-8")
    (common.folder / "content/site.yml").write_text("nom: Les comités\n", encoding="utf-8")
    named = [f"  - {{id: comite-{rank}, nom: Comité {rank}, contenu: comite-{rank}/content}}\n" for rank in range(committees)]
    file.write_text(f"commun: commun/content\ncomites:\n{''.join(named)}", encoding="utf-8")
    options = ["--date", _DAY, "--set", f"BUILD_CACHE={folder / 'cache'}"]
    joined = [sys.executable, "-m", "invoke", "federate", str(file), str(folder / "site"), *options]
    changing, own = sites[-1], every[-1]
    spent(changing.commands()[0])
    first, still = spent(joined), spent(joined)
    changes = []
    for run in range(runs + 1):
        changing.change(own[-1 - run].changed)
        changes.append((spent(changing.commands()[0]).seconds, spent(joined).seconds))
    begun, *others = changes
    alone, together = zip(*others, strict=True)
    questions = made_up_queries(pages, (committees - 1) * pages)[:_QUESTIONS]
    weights = []
    for site in (changing.site, folder / "site"):
        with visitors(site) as visitor:
            weights.append([visitor.before_results(question) for question in questions])
    return Measured(first, still, begun, alone, together, *weights)


def french(number: float, digits: int = 2) -> str:
    """A number with a decimal comma."""
    return f"{number:.{digits}f}".replace(".", ",")


def rows(committees: int, pages: int, found: Measured) -> list[str]:
    """What is told."""
    alone, together = (statistics.median(one) / 1000 for one in (found.bytes_alone, found.bytes_together))
    asked = f"une question, reçu avant les premiers résultats (médiane de {len(found.bytes_alone)})"
    changed = f"une page changée, secondes de processeur (médiane de {len(found.alone)})"
    seconds = " | ".join(f"{french(statistics.median(one))} s" for one in (found.alone, found.together))
    ended = (
        f"Tout, depuis rien : {french(found.first.seconds, 1)} s de processeur, {found.first.memory // 2**20} Mio au plus haut"
    )
    first, ratio = french(found.begun[1], 1), french(found.begun[1] / found.begun[0])
    begun = f"La première modification qui suit, où rien n'attend encore d'être repris : {first} s, {ratio} fois ce comité seul."
    return [
        f"### {committees} comités de {pages} pages",
        "",
        "| | un comité seul | parmi les autres | rapport | au plus |",
        "|---|---|---|---|---|",
        f"| {asked} | {french(alone, 1)} ko | {french(together, 1)} ko | **{french(found.bytes)}** | {french(MOST_BYTES, 1)} |",
        f"| {changed} | {seconds} | **{french(found.seconds)}** | {french(MOST_SECONDS, 1)} |",
        "",
        f"{ended} ; sans aucun changement : {french(found.still.seconds, 1)} s. {begun}",
        "",
    ]


def main() -> int:
    """Measure, tell, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--committees", type=int, default=3)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only-told", action="store_true", help="print, and leave the table as it is")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(given.committees, given.pages, given.runs, Path(folder))
    told = rows(given.committees, given.pages, found)
    print("\n".join(told))
    if not given.only_told:
        head = f"`inv federate` (docs/federation.md), pages inventées de 400 mots. {machine()}."
        write_section("federation", "Plusieurs comités, un seul site", "\n".join([head, "", *told]))
    return int(found.bytes > MOST_BYTES or found.seconds > MOST_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
