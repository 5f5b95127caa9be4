"""Questions in people's own words: the need that they ask for, found or not, beside Pagefind on the same pages.

    inv bench words --gold QUESTIONS.yaml [--content DIR]

Questions are a YAML list of {id, intent, query, aussi: other fair intents}; `targets.yaml` beside them names the pages that
answer an intent. The intent `rien` is a question about something else: nothing sure must come. The first part of an id, before
its first hyphen, says whose hand wrote it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.report import machine, write_section
from benchmarks.searching.browser import Asked, visitors
from benchmarks.searching.building import build_site, pagefind
from benchmarks.searching.measures import scratch

ELSEWHERE = "rien"
WITH = (
    "« {} » : {} questions écrites par {} mains qui n'avaient pas vu le site, besoins proposés d'abord ; avec Pagefind {}, dans "
    "le même passage, sur les mêmes pages ; {}."
)
RECEIVED = "- Reçu avant les premiers résultats, visiteur nouveau, script compris : {:.0f} ko de médiane, {:.0f} pour 95 questions sur 100."
HEAD = (
    "| questions | moteur | nombre | bon besoin en premier (au moins 0,75) | dans les trois (0,90) | rien trouvé (au plus 2 %) |"
)


def main() -> None:
    """Ask, and write the section `words`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--content", type=Path)
    options = parser.parse_args()
    questions: list[dict[str, Any]] = yaml.safe_load(options.gold.read_text(encoding="utf-8"))
    targets = yaml.safe_load((options.gold.parent / "targets.yaml").read_text(encoding="utf-8"))
    with scratch() as folder:
        site = folder / "site"
        build_site(options.content, site)
        pagefind(site)
        with visitors(site) as visitor:
            mine = [visitor.ours(one["query"]) for one in questions]
            theirs = [visitor.pagefind(one["query"]) for one in questions]
            warm = visitor.warm([one["query"] for one in questions])
    hands = sorted({hand_of(one) for one in questions})
    rows = [line("**toutes**", "ce site", questions, mine, targets), line("**toutes**", "Pagefind", questions, theirs, targets)]
    for hand in hands:
        kept = [rank for rank, one in enumerate(questions) if hand_of(one) == hand]
        rows.append(line(hand, "ce site", [questions[rank] for rank in kept], [mine[rank] for rank in kept], targets))
    weights = sorted(one.weight / 1000 for one in mine)
    text = [
        WITH.format(options.gold.name, len(questions), len(hands), version("pagefind-bin"), machine()),
        "",
        HEAD,
        "|---|---|---|---|---|---|",
        *rows,
        "",
        f"- Hors sujet, rien de sûr (au moins 90 %) : ce site {silent(questions, mine)}, Pagefind {silent(questions, theirs)}.",
        RECEIVED.format(statistics.median(weights), weights[-1 - len(weights) // 20]),
        f"- Une question dans le moteur, morceaux déjà là (au plus 3 ms) : {french(statistics.median(warm), 1)} ms de médiane.",
    ]
    print("\n".join(text))
    write_section("words", "Comprendre les mots des gens", "\n".join(text))


def hand_of(question: Mapping[str, Any]) -> str:
    """Whose question it is."""
    return str(question["id"]).partition("-")[0]


def line(
    label: str, engine: str, questions: Sequence[Mapping[str, Any]], found: Sequence[Asked], targets: Mapping[str, Any]
) -> str:
    """One row: how many questions, how many of them found their need first, in the first three, found nothing."""
    first, three, empty, count = 0, 0, 0, 0
    for question, asked in zip(questions, found, strict=True):
        if question["intent"] == ELSEWHERE:
            continue
        pages = [address.split("#")[0].strip("/") for address in asked.addresses or ()]
        wanted = {page for intent in (question["intent"], *question.get("aussi", ())) for page in targets.get(intent, ())}
        count += 1
        first += bool(pages) and pages[0] in wanted
        three += any(page in wanted for page in pages[:3])
        empty += not pages
    shares = [french(value / count, 2) if count else "—" for value in (first, three)]
    return f"| {label} | {engine} | {count} | {shares[0]} | {shares[1]} | {french(100 * empty / max(count, 1), 1)} % |"


def silent(questions: Sequence[Mapping[str, Any]], found: Sequence[Asked]) -> str:
    """« 11 sur 12 »."""
    outside = [asked for question, asked in zip(questions, found, strict=True) if question["intent"] == ELSEWHERE]
    return f"{sum(asked.addresses == [] for asked in outside)} sur {len(outside)}"


def french(number: float, decimals: int) -> str:
    """A number with a decimal comma."""
    return f"{number:.{decimals}f}".replace(".", ",")


if __name__ == "__main__":
    main()
