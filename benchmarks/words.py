"""Questions in people's own words: the need that they ask for, found or not, beside Pagefind on the same pages.

    inv bench words --gold QUESTIONS.yaml [--content DIR] [--options "--pages 10000"]

Questions are a YAML list of {id, intent, query, aussi: other fair intents}; `targets.yaml` beside them names the pages that
answer an intent. The intent `rien` is a question about something else: nothing sure must come. The first part of an id, before
its first hyphen, says whose hand wrote it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.report import machine, write_section
from benchmarks.searching.browser import visitors
from benchmarks.searching.building import ROOT, build_site, dress, ours, pagefind
from benchmarks.searching.confidence import SCRIPT, tell, weights_of
from benchmarks.searching.measures import scratch
from benchmarks.searching.needs import Answers, Found, Question, counted, hand_of, intent_of, on_new, summed

# Each is a visitor who has nothing yet: a few tell the median.
WEIGHED, WEIGHED_LARGE, SLOWED = 24, 12, 12
PAGES = 10_000
WITH = (
    "« {} » : {} questions écrites par {} mains qui n'avaient pas vu le site, besoins proposés d'abord ; avec Pagefind {}, dans "
    "le même passage, sur les mêmes pages ; {}."
)
HEAD = (
    "| questions | moteur | nombre | besoin en premier (au moins 0,75) | dans les trois (0,90) | rien (au plus 2 %) | hors sujet, rien (90 %) |",
    "|---|---|---|---|---|---|---|",
)
NEW = (
    "Les lignes « sur d'autres » choisissent les seuils de `besoins.js` (sept jeux) sans les questions qu'elles "
    "jugent, une main ou une demande après l'autre. Les poids de `confiance.js` viennent des seules questions de "
    "`benchmarks/searching/asked.yaml`, d'aucun jeu de ce genre ; leur prudence (`SILENCE_COSTS`) a été choisie en le regardant. "
    "Les `mots` des besoins sont du contenu, écrit sans ces questions ; les retirer par demande ne laisserait rien à trouver."
)
RECEIVED = (
    "- Reçu avant les premiers résultats affichés, visiteur nouveau, script, icônes et index compris : {} ko de médiane sur ces "
    "pages, {} au plus ; {} ko ({} au plus) à {} pages inventées avec les mêmes besoins (au plus 90)."
)


def main() -> None:
    """Ask, and write the section `words`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--pages", type=int, default=PAGES)
    options = parser.parse_args()
    questions: list[dict[str, Any]] = yaml.safe_load(options.gold.read_text(encoding="utf-8"))
    targets = yaml.safe_load((options.gold.parent / "targets.yaml").read_text(encoding="utf-8"))
    queries = [one["query"] for one in questions]
    with scratch() as folder:
        site, large = folder / "site", folder / "large"
        build_site(options.content, site)
        pagefind(site)
        told = tell(site, queries)
        with visitors(site) as visitor:
            mine, theirs = visitor.answers(queries), visitor.answers(queries, pagefind=True)
            warm = visitor.warm(queries)
            small = [visitor.before_results(query) for query in spread(queries, WEIGHED)]
            tasks = visitor.tasks(spread(queries, SLOWED), slowed=4)
        (french,) = (path.relative_to(site).as_posix() for path in site.glob("theme-*/js/francais"))
        dress(site, large, ours(options.pages, large, str(options.content), french).entry)
        with visitors(large) as visitor:
            at_large = [visitor.before_results(query) for query in spread(queries, WEIGHED_LARGE)]
    new = [
        row(
            f"sur d'autres {name}",
            "ce site",
            on_new(questions, told, targets, weights_of(SCRIPT.read_text(encoding="utf-8")), of),
        )
        for name, of in (("mains", hand_of), ("demandes", intent_of))
    ]
    text = [
        WITH.format(options.gold.name, len(questions), len({*map(hand_of, questions)}), version("pagefind-bin"), machine()),
        "",
        *HEAD,
        *rows(questions, mine, theirs, targets),
        *new,
        "",
        NEW,
        "",
        RECEIVED.format(
            kilo(statistics.median(small)),
            kilo(max(small)),
            kilo(statistics.median(at_large)),
            kilo(max(at_large)),
            options.pages,
        ),
        f"- Une question dans le moteur, morceaux déjà là (au plus 3 ms) : {decimal(statistics.median(warm), 1)} ms de médiane.",
        f"- Tâches de plus de 50 ms, processeur quatre fois plus lent, {SLOWED} questions dès l'arrivée (aucune) : {long(tasks)}.",
    ]
    print("\n".join(text))
    write_section("words", "Comprendre les mots des gens", "\n".join(text))


def spread(queries: Sequence[str], count: int) -> Sequence[str]:
    """Some of them, from one end to the other."""
    return queries[:: max(1, len(queries) // count)][:count]


def rows(questions: Sequence[Question], mine: Answers, theirs: Answers, targets: dict[str, Any]) -> Iterator[str]:
    """All questions, ours and Pagefind's; then ours by hand and by intent."""
    own = [counted(one, found, targets) for one, found in zip(questions, mine, strict=True)]
    yield row("**toutes**", "ce site", summed(own))
    yield row(
        "**toutes**", "Pagefind", summed(counted(one, found, targets) for one, found in zip(questions, theirs, strict=True))
    )
    for of in (hand_of, intent_of):
        for name in sorted({of(one) for one in questions}):
            yield row(name, "ce site", summed(found for one, found in zip(questions, own, strict=True) if of(one) == name))


def row(label: str, engine: str, found: Found) -> str:
    """One row of the table."""
    shares = [decimal(value / found.count, 2) if found.count else "—" for value in (found.first, found.three)]
    empty = f"{decimal(100 * found.empty / found.count, 1)} %" if found.count else "—"
    silent = f"{found.silent} sur {found.elsewhere}" if found.elsewhere else "—"
    return f"| {label} | {engine} | {found.count} | {shares[0]} | {shares[1]} | {empty} | {silent} |"


def long(tasks: Sequence[float]) -> str:
    """« aucune », or how many and the longest."""
    return f"{len(tasks)}, la plus longue {max(tasks):.0f} ms" if tasks else "aucune"


def kilo(size: float) -> str:
    """Bytes as thousands."""
    return decimal(size / 1000, 1)


def decimal(number: float, decimals: int) -> str:
    """A number with a decimal comma."""
    return f"{number:.{decimals}f}".replace(".", ",")


if __name__ == "__main__":
    main()
