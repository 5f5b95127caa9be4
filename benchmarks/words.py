"""Questions in people's own words: the need that they ask for, found or not, beside Pagefind on the same pages.

    inv bench words --gold QUESTIONS.yaml [--content DIR] [--options "--pages 10000 --tasks 6 --judged GOLD.yaml --other DIR …"]

Questions are a YAML list of {id, intent, query, aussi: other fair intents}; `targets.yaml` beside them names the pages that
answer an intent. The intent `rien` is a question about something else: nothing sure must come. The first part of an id, before
its first hyphen, says whose hand wrote it. `--other` is another content folder, several if need be: bytes and tasks are measured
there too. With `--judged`, they are asked its own questions, and what is found is judged as by `inv bench search`. With `--pages 0`
the large site is left out, which takes half of the time; with `--tasks 0`, the tasks.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.report import machine, write_section
from benchmarks.search import quality
from benchmarks.searching.browser import visitors
from benchmarks.searching.building import ROOT, build_site, dress, ours, pagefind
from benchmarks.searching.confidence import SCRIPT, tell, weights_of
from benchmarks.searching.measures import NAMED, Measured, measure_gold, scratch
from benchmarks.searching.needs import Answers, Found, Question, counted, hand_of, intent_of, on_new, summed
from benchmarks.searching.quality import APART, read_gold
from benchmarks.searching.tasks import LONG, WALKS, Task, tasks

# Each is a visitor who has nothing yet: a few tell the median.
WEIGHED, ASKED_SLOWLY = 12, 6
PAGES = 10_000
SLOWER = 4
WITH = (
    "« {} » : {} questions écrites par {} mains qui n'avaient pas vu le site, besoins proposés d'abord ; avec Pagefind {}, dans "
    "le même passage, sur les mêmes pages ; {}."
)
HEAD = (
    "| questions | moteur | nombre | besoin en premier (au moins 0,75) | dans les trois (0,90) | rien (au plus 2 %) | hors sujet, rien (90 %) |",
    "|---|---|---|---|---|---|---|",
)
NEW = (
    "Les lignes « sur d'autres » choisissent les seuils de `needs.js` (sept jeux) sans les questions qu'elles "
    "jugent, une main ou une demande après l'autre. Les poids de `confidence.js` viennent des seules questions de "
    "`benchmarks/searching/asked.yaml`, d'aucun jeu de ce genre ; leur prudence (`SILENCE_COSTS`) a été choisie en le regardant. "
    "Les `mots` des besoins sont du contenu, écrit sans ces questions ; les retirer par demande ne laisserait rien à trouver."
)
RECEIVED = (
    "- Reçu avant les premiers résultats affichés, visiteur nouveau, script, icônes et index compris (médiane de {} questions, et le "
    "plus ; au plus 60 ko à 828 pages, 90 à 10 000 avec des besoins) : {}."
)
TASKS = (
    "- Tâches de plus de {:.0f} ms, processeur {} fois plus lent (aucune) : {}. Temps de processeur du fil de la page, lu dans la trace de "
    "Chromium, multiplié : {} questions, chacune posée par l'adresse de la page de recherche, puis tapée dans le champ de l'accueil et "
    "son premier résultat ouvert ; ce que fait le programme de mesure est retiré. Une tâche est nommée par ce qui y prend le plus ; la "
    "page de recherche sans question dit ce que coûte toute page avant la recherche."
)


def main() -> None:
    """Ask, and write the section `words`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--other", type=Path, action="append", default=[])
    parser.add_argument("--judged", type=Path)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--tasks", type=int, default=ASKED_SLOWLY)
    options = parser.parse_args()
    questions: list[dict[str, Any]] = yaml.safe_load(options.gold.read_text(encoding="utf-8"))
    targets = yaml.safe_load((options.gold.parent / "targets.yaml").read_text(encoding="utf-8"))
    queries = [one["query"] for one in questions]
    received, held, measured = [], [], Measured()
    with scratch() as folder:
        site = folder / "site"
        with timed("le site, et l'index de Pagefind"):
            build_site(options.content, site)
            pagefind(site)
        with timed("ce que le moteur sait de chaque question, sept jeux de seuils"):
            told = tell(site, queries)
        with visitors(site) as visitor, timed("toutes les questions, puis avec Pagefind, puis morceaux déjà là"):
            mine, theirs = visitor.answers(queries), visitor.answers(queries, pagefind=True)
            warm = visitor.warm(queries)
        for name, place, asked in sites(options, folder, site, queries):
            with timed(f"octets et tâches, {name}"), visitors(place) as own:
                received.append(weighed(name, [own.before_results(query) for query in spread(asked, WEIGHED)]))
                # The results of made-up pages lead to no page.
                walks = [*WALKS][:-1] if place.name == LARGE else [*WALKS]
                if options.tasks:
                    held.append(f"{name} : {long(tasks(own, spread(asked, options.tasks), SLOWER, walks), walks)}")
        for content in options.other if options.judged else ():
            with timed(f"ce qui est trouvé dans {content}"):
                measure_gold(measured, options.judged, content)
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
        RECEIVED.format(WEIGHED, " ; ".join(received)),
        f"- Une question dans le moteur, morceaux déjà là (au plus 3 ms) : {decimal(statistics.median(warm), 1)} ms de médiane.",
        *([TASKS.format(LONG, SLOWER, " ; ".join(held), options.tasks)] if held else []),
        *(["", *quality(measured, options.judged.name)] if measured.golds else []),
    ]
    print("\n".join(text))
    write_section("words", "Comprendre les mots des gens", "\n".join(text))


LARGE = "large"


def sites(
    options: argparse.Namespace, folder: Path, site: Path, queries: Sequence[str]
) -> Iterator[tuple[str, Path, Sequence[str]]]:
    """The sites of which bytes and tasks are measured, with what is asked there: the own one, others, made-up pages with its needs."""
    yield "ces pages, besoins compris", site, queries
    for rank, content in enumerate(options.other):
        place = folder / f"other-{rank}"
        with timed(f"le site de {content}"):
            build_site(content, place, NAMED)
        count = sum(1 for _ in content.rglob("*.md"))
        own = [one["query"] for one in read_gold(options.judged, content) if one["class"] not in APART] if options.judged else []
        yield f"{count} pages d'un autre contenu, {'ses' if own else 'mêmes'} questions", place, own or queries
    if options.pages:
        large = folder / LARGE
        with timed(f"un index de {options.pages} pages"):
            (french,) = (path.relative_to(site).as_posix() for path in site.glob("theme-*/js/french"))
            dress(site, large, ours(options.pages, large, str(options.content), french).entry)
        yield f"{options.pages} pages inventées, mêmes besoins", large, queries


@contextmanager
def timed(step: str) -> Iterator[None]:
    """Says, beside the measures, how long a step took: what to leave out when there is no time."""
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:6.0f} s  {step}", file=sys.stderr, flush=True)


def weighed(name: str, sizes: Sequence[int]) -> str:
    """« ces pages, 56,4 ko, 60,1 au plus »."""
    return f"{name}, {kilo(statistics.median(sizes))} ko, {kilo(max(sizes))} au plus"


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


def long(found: Sequence[Task], walks: Sequence[str]) -> str:
    """For each walk « aucune », or how many; and the longest in any case."""
    told = []
    for walk in walks:
        own = [task for task in found if task.walk == walk]
        held = sum(task.spent > LONG for task in own)
        told.append(f"{walk}, {held or 'aucune'}, la plus longue {own[0].spent:.0f} ms ({own[0].work})" if own else f"{walk}, —")
    return ", ".join(told)


def kilo(size: float) -> str:
    """Bytes as thousands."""
    return decimal(size / 1000, 1)


def decimal(number: float, decimals: int) -> str:
    """A number with a decimal comma."""
    return f"{number:.{decimals}f}".replace(".", ",")


if __name__ == "__main__":
    main()
