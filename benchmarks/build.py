"""The site's build against Hugo and Eleventy with Pagefind, and Pelican as it comes: same pages, in alternation.

    inv bench build [--options "--counts 100,1000 --runs 3 --builders ours,hugo --kinds full,page"]

Each build runs in processes of its own, their start included; the memory is that of the largest. Ours bundles nothing (its
assets and compiled templates are ready, as in a second build), links, indexes, checks every page and swaps folders.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.building.builders import BUILDERS, ELEVENTY, Builder, Eleventy, Ours, OwnContent  # noqa: E402 — the line above makes it importable
from benchmarks.building.made import Page, made_up, of_content  # noqa: E402
from benchmarks.report import machine, write_section  # noqa: E402

OWN = "own"
# What is measured, in this order: each starts from what the one before it left.
FULL, SAME, PAGE, ALIAS = "tout", "rien n'a changé", "une page changée", "un alias de plus"
KINDS = {"full": FULL, "same": SAME, "page": PAGE, "alias": ALIAS}


@dataclass(frozen=True)
class Run:
    """One build: seconds of processor and by the clock, bytes of memory at most, bytes of the site."""

    processor: float
    wall: float
    memory: int
    size: int = 0


@dataclass(frozen=True)
class Row:
    """What one builder took for one kind of build: the median of each measure."""

    count: str
    kind: str
    builder: str
    run: Run


def run(builder: Builder) -> Run:
    """Build once; it must succeed."""
    # Compiled modules are kept, as on any machine where a person works.
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONHASHSEED": "0",
    }
    processor, memory, started = 0.0, 0, time.perf_counter()
    for command in builder.commands():
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(command, cwd=builder.folder, stdout=said, stderr=subprocess.STDOUT, env=environment)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if status:
                said.seek(0)
                raise SystemExit(f"{builder.name} : {said.read().decode()[-2000:]}")
        processor += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss * 1024)
    wall = time.perf_counter() - started
    return Run(processor, wall, memory, sum(path.stat().st_size for path in builder.site.rglob("*") if path.is_file()))


def measured(builder: Builder, pages: Sequence[Page], kinds: Collection[str]) -> Iterator[tuple[str, Run]]:
    """One run of each kind of build that is asked for; the whole site is always built first, for the others to start from."""
    builder.write(pages)
    builder.forget()
    yield FULL, run(builder)
    if SAME in kinds:
        yield SAME, run(builder)
    middle = pages[len(pages) // 2]
    if PAGE in kinds:
        builder.change(middle.changed)
        yield PAGE, run(builder)
        builder.change(middle)
    if ALIAS in kinds and isinstance(builder, Ours) and pages[0].folder == "acteurs":
        builder.alias(pages[0])
        yield ALIAS, run(builder)
        builder.change(pages[0])


def rows(count: str, runs: int, builders: Sequence[type[Builder]], kinds: Collection[str], scratch: Path) -> list[Row]:
    """All builders over the same pages, one after the other, as many times as there are runs."""
    pages = of_content(ROOT / "content") if count == OWN else made_up(int(count))
    made = [(OwnContent if count == OWN and kind is Ours else kind)(scratch / f"{count}-{kind.__name__}") for kind in builders]
    found: dict[tuple[str, str], list[Run]] = {}
    for one in made:
        one.folder.mkdir(parents=True)
    for _ in range(runs):
        for one in made:
            for kind, taken in measured(one, pages, kinds):
                found.setdefault((kind, one.name), []).append(taken)
                print(f"{count} · {one.name} · {kind} : {taken.processor:.2f} s, {taken.memory >> 20} Mio", file=sys.stderr)
    for one in made:
        shutil.rmtree(one.folder)
    return [
        Row(count, kind, name, Run(*(statistics.median(getattr(one, key) for one in taken) for key in Run.__annotations__)))
        for (kind, name), taken in found.items()
    ]


def table(found: Sequence[Row]) -> list[str]:
    """One line a builder and a kind of build; ratios are ours to each peer, processor first."""
    lines = [
        "| pages | construction | par | processeur | rapport | horloge | mémoire | rapport | site |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    ours = {(row.count, row.kind): row.run for row in found if row.builder == Ours.name}
    for row in found:
        own, peer = ours.get((row.count, row.kind)), row.builder != Ours.name
        ratios = (
            [f"**{french(own.processor / row.run.processor)}**", french(own.memory / row.run.memory)]
            if own and peer
            else ["", ""]
        )
        name = "« content »" if row.count == OWN else f"{int(row.count):,}".replace(",", " ")
        one = row.run
        lines.append(
            f"| {name} | {row.kind} | {row.builder} | {french(one.processor)} s | {ratios[0]} | {french(one.wall)} s "
            f"| {int(one.memory) >> 20} Mio | {ratios[1]} | {french(one.size / 1e6, 1)} Mo |"
        )
    return lines


def growth(found: Sequence[Row]) -> list[str]:
    """Processor a page, from one count to the next."""
    full = sorted(
        (int(row.count), row.run.processor) for row in found if row.builder == Ours.name and row.kind == FULL and row.count != OWN
    )
    return [
        f"- De {few} à {many} pages, une page prend {french(more / many / (less / few))} fois plus de processeur."
        for (few, less), (many, more) in itertools.pairwise(full)
    ]


def french(number: float, digits: int = 2) -> str:
    """A number with a decimal comma."""
    return f"{number:.{digits}f}".replace(".", ",")


def main() -> None:
    """Measure and write the section `build`."""
    names: dict[str, type[Builder]] = {kind.__name__.lower(): kind for kind in BUILDERS}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", default=f"100,1000,10000,{OWN}", help="pages made up, or « own » for the project's content")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--builders", default=",".join(names), help=f"parmi {', '.join(names)}")
    parser.add_argument("--kinds", default=",".join(KINDS), help="parmi full (toujours), same, page, alias")
    options = parser.parse_args()
    if unknown := set(options.kinds.split(",")) - KINDS.keys():
        parser.error(f"--kinds : {', '.join(sorted(unknown))} — choisir parmi {', '.join(KINDS)}")
    kinds = [KINDS[name] for name in options.kinds.split(",")]
    builders = [names[name] for name in options.builders.split(",")]
    if Eleventy in builders and not (ELEVENTY / "node_modules").is_dir():
        raise SystemExit("Eleventy n'est pas installé — lancer « npm ci --prefix benchmarks/building/eleventy »")
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        for count in options.counts.split(","):
            found += rows(count, options.runs, builders, kinds, Path(scratch))
    head = (
        f"Médianes de {options.runs} passages alternés ; processeur de tous les programmes, mémoire du plus gros ; un rapport est "
        f"celui de ce site à l'autre. {machine()}, où {french(load, 1)} programme par cœur tournait déjà. "
        "Pelican seul, tel qu'il vient, mettrait toutes ses pages dans le menu de chacune : il est mesuré sans ce menu."
    )
    text = "\n".join([head, "", *table(found), "", *growth(found)])
    print(text)
    write_section("build", "Construire le site", text)


if __name__ == "__main__":
    main()
