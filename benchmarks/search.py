"""The search against Pagefind on the same pages: what is found, what is transferred, how long it takes, what it costs.

    inv bench search [--gold FILE --content DIR [--content DIR]] [--options "--counts 100,1000,10000"]

A gold judges queries on content folders; without one, only made-up pages are measured. All in real Chromium, with an
empty cache for each query, from a local server that compresses.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.report import machine, write_section
from benchmarks.searching.measures import Measured, Size, Times, measure_gold, measure_made_up
from benchmarks.searching.quality import Quality

SHARE = "{:.3f}"
TRANSFERRED = (
    "Ko gzip, script, programme et début de l'index compris, pour un visiteur qui vient d'arriver ; au plus 60 de médiane à "
    "828 pages, 80 à 10\u202f000 et 200 pour 95 questions sur 100. Les facettes, chargées après les résultats, n'y sont pas."
)
COST = (
    "Pages inventées de 400 mots et 4 intertitres (graine fixe) ; secondes de processeur, tous cœurs ensemble, et mémoire au "
    "plus haut, lecture du HTML comprise ; à 10\u202f000 pages, pas plus de secondes que Pagefind et moins de 1 Go."
)


def french(number: float, form: str = "{:.1f}") -> str:
    """A number with a decimal comma."""
    return form.format(number).replace(".", ",")


def median(values: Sequence[float]) -> float:
    """The one in the middle."""
    return statistics.median(values)


def high(values: Sequence[float]) -> float:
    """The 95th percentile: the smallest value that 95 % of the values do not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, -(-95 * len(ordered) // 100) - 1)]


def number(count: int) -> str:
    """A whole number, its thousands apart."""
    return f"{count:,}".replace(",", "\u202f")


def quality(measured: Measured, gold: str) -> list[str]:
    """What is found."""
    rows = []
    names: list[str | None] = [one.name for one in measured.golds]
    for name in [*names, *([None] if len(names) > 1 else [])]:
        label = f"« {name} »" if name else "**ensemble**"
        for engine, found in zip(("ce site", "Pagefind"), measured.quality(name), strict=True):
            rows.append(f"| {label} | {engine} | {judged(found)} |")
    return [
        f"### Ce qui est trouvé : {gold}",
        "",
        "| pages | moteur | questions | bonne page en premier (au moins 0,95) | nDCG@10 (au moins 0,95) | non-sens : rien (100 %) | échecs |",
        "|---|---|---|---|---|---|---|",
        *rows,
        "",
    ]


def judged(found: Quality) -> str:
    """The cells of one line of quality."""
    silent = f"{found.silent:.0%} de {found.nonsense}".replace("%", "\u202f%") if found.nonsense else "—"
    figures = f"{found.queries} | {french(found.success, SHARE)} | {french(found.ndcg, SHARE)}"
    return f"{figures} | {silent} | {found.failed} de {found.asked}"


def transfers(sizes: Sequence[Size]) -> list[str]:
    """What is transferred before the first ten results."""
    rows = []
    for size in sorted(sizes, key=lambda size: size.count):
        cells = []
        for asked in (size.ours, size.theirs):
            weights = [one.weight / 1000 for one in asked]
            cells.append(f"**{median(weights):.0f}** | {high(weights):.0f} | {median([one.files for one in asked]):.0f}")
        rows.append(f"| {number(size.count)} {size.name} | {' | '.join(cells)} |")
    return [
        "### Ce qui est transféré avant les dix premiers résultats",
        "",
        TRANSFERRED,
        "",
        "| site | médiane | 95 % | fichiers | Pagefind : médiane | 95 % | fichiers |",
        "|---|---|---|---|---|---|---|",
        *rows,
        "",
    ]


def durations(times: Times, count: int) -> list[str]:
    """How long it takes."""
    tasks = times.slowed.long_tasks
    told = f"{len(tasks)}, la plus longue {max(tasks):.0f} ms" if tasks else "aucune"
    rows = [
        ("une question dans le moteur, morceaux déjà là", pair(times.warm, "ms", "{:.1f}"), "2 ms de médiane"),
        (
            f"d'une touche aux résultats affichés ({len(times.typed.delays)} touches)",
            pair(times.typed.delays, "ms", "{:.0f}"),
            "16 et 50 ms",
        ),
        ("la même, processeur quatre fois plus lent", pair(times.slowed.delays, "ms", "{:.0f}"), ""),
        ("tâches de plus de 50 ms, processeur quatre fois plus lent", f"{told} | ", "aucune"),
        ("liaison lente, du champ au premier résultat", pair(times.link, "s", "{:.2f}", 1000), "1,5 s"),
        ("la même, Pagefind", pair(times.link_theirs, "s", "{:.2f}", 1000), ""),
    ]
    return [
        f"### Le temps d'attente, à {number(count)} pages",
        "",
        "Liaison lente : 200 ko/s et 150 ms par requête, script de la page déjà là (celui de Pagefind aussi).",
        "",
        "| | médiane | 95 % | au plus |",
        "|---|---|---|---|",
        *(f"| {label} | {figures} | {most} |" for label, figures, most in rows),
        "",
    ]


def pair(values: Sequence[float], unit: str, form: str, divisor: int = 1) -> str:
    """Two cells: the median, the 95th percentile."""
    middle, late = median(values) / divisor, high(values) / divisor
    return f"**{french(middle, form)} {unit}** | {french(late, form)} {unit}"


def costs(sizes: Sequence[Size]) -> list[str]:
    """What an index costs to make, and how that grows."""
    rows = []
    for size in sizes:
        if size.built:
            mine = f"**{french(size.built.processor)} s** | {size.built.memory / 1e6:.0f} Mo"
            rows.append(
                f"| {number(size.count)} | {mine} | {french(size.pagefind.processor)} s | {size.pagefind.memory / 1e6:.0f} Mo |"
            )
    return [
        "### Ce que coûte l'index",
        "",
        COST,
        "",
        "| pages | ce site | mémoire | Pagefind | mémoire |",
        "|---|---|---|---|---|",
        *rows,
        "",
    ]


def main() -> None:
    """Measure and write the section `search`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--content", type=Path, action="append", default=[])
    parser.add_argument("--counts", default="100,1000,10000")
    options = parser.parse_args()
    counts = [int(count) for count in options.counts.split(",")]
    measured = Measured()
    if options.gold:
        for content in options.content or [Path("content")]:
            measure_gold(measured, options.gold, content)
    measure_made_up(measured, counts)
    assert measured.times is not None
    lines = [
        f"Avec Pagefind {version('pagefind-bin')}, dans le même passage, sur les mêmes pages ; {machine()}.",
        "",
        *(quality(measured, options.gold.name) if options.gold else []),
        *transfers(measured.sizes),
        *durations(measured.times, counts[-1]),
        *costs(measured.sizes),
    ]
    text = "\n".join(lines)
    print(text)
    write_section("search", "Chercher", text)


if __name__ == "__main__":
    main()
