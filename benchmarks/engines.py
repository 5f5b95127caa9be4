"""Search engines beside the site: the same questions through each, and what becomes of them when a server falls.

    inv bench engines --gold QUESTIONS.yaml --content DIR [--content DIR] --options "--everyday EVERYDAY.yaml [--questions 10000]"

`--gold` judges pages of the content folders (as `inv bench search`), `--everyday` the needs of `--own` (as `inv bench words`);
what falls while `--questions` are asked is the leader of three nodes of Typesense, then the primary of PostgreSQL. Both are
started here, on this machine, as requirements/engines-test.txt packs them.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.report import machine, write_section
from benchmarks.searching.building import ROOT, build_site
from benchmarks.searching.needs import counted, summed
from benchmarks.searching.quality import judge, read_gold, read_ids
from benchmarks.serving_engines.asking import PATIENCE, Fall, answers, fall
from benchmarks.serving_engines.postgres import pair, sql
from benchmarks.serving_engines.typesense import SECRET, cluster
from plugins.search import engine_postgres, engine_typesense
from plugins.search.built_index import built_index
from plugins.search.engine_records import export
from plugins.search.engines import AskedEngine, Engine

COLLECTION = "alliance"
NEAR = 0.02
HEAD = (
    "| questions | nombre | site seul | Typesense, 3 nœuds | PostgreSQL et sa copie |",
    "|---|---|---|---|---|",
)
WITH = (
    "La même question posée au site seul et par `theme/static/js/search/fallback.js` à chaque moteur : part des questions dont la "
    "première page est celle qu'il faut ; écart permis {}. Toutes les réponses des moteurs viennent d'eux : {}. {}."
)
FALLEN = (
    "Un serveur tué (SIGKILL) quand un tiers des questions avait sa réponse : le chef des trois nœuds de Typesense, derrière "
    "nginx ; le serveur principal de PostgreSQL, dont la copie est promue. Chaque question est celle d'un nouveau visiteur, "
    "quatre à la fois, avec la patience des pages ({} s)."
)
FELL = "| {} | {} | {} | {} | {} | {} |"


@dataclass(frozen=True)
class Asked:
    """Questions about one built site, and how their answers are judged.

    Attributes:
        name: of the set.
        site: built.
        queries: in order.
        first: addresses of each answer → the share of questions whose first page was wanted.
    """

    name: str
    site: Path
    queries: Sequence[str]
    first: Callable[[Sequence[Sequence[str]]], float]


def main() -> None:
    """Ask, and write the section `engines`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--content", type=Path, action="append", default=[])
    parser.add_argument("--everyday", type=Path, required=True)
    parser.add_argument("--own", type=Path, default=ROOT / "content")
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--set", action="append", default=[], help="a setting of the builds, NAME=VALUE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        sets = [judged(options.gold, content, folder / str(rank), options.set) for rank, content in enumerate(options.content)]
        sets.append(everyday(options.everyday, options.own, folder / "own", options.set))
        alone = [one.first([found["urls"] for found in answers(one.site, one.queries)]) for one in sets]
        (folder / "nodes").mkdir()
        with cluster(folder / "nodes") as nodes:
            sites = [one.site for one in sets]
            asked = AskedEngine("typesense", nodes.address, COLLECTION, loaded_typesense(sites, nodes.writable), PATIENCE)
            typesense = [through(one, asked) for one in sets]
            print("Typesense", alone, typesense)
            lost = fall(sets[-1].site, sets[-1].queries, options.questions, asked, lambda: print(nodes.kill_leader().address))
        with pair() as servers:
            loaded_postgres(sites, servers.dsn())
            sql(
                servers,
                f"GRANT USAGE ON SCHEMA {COLLECTION} TO porte; GRANT SELECT ON ALL TABLES IN SCHEMA {COLLECTION} TO porte",
            )
            asked = AskedEngine("postgres", servers.door, COLLECTION, "", PATIENCE)
            postgres = [through(one, asked) for one in sets]
            print("PostgreSQL", postgres, lost)
            promoted = fall(sets[-1].site, sets[-1].queries, options.questions, asked, servers.promote)
    text = "\n".join(report(sets, alone, typesense, postgres, {"Typesense": lost, "PostgreSQL": promoted}))
    print(text)
    write_section("engines", "Avec un moteur de recherche", text)


def judged(gold: Path, content: Path, site: Path, settings: Sequence[str]) -> Asked:
    """The questions about one content folder."""
    build_site(content, site, *settings)
    entries, ids = read_gold(gold, content), read_ids(content)
    queries = [entry["query"] for entry in entries]

    def first(found: Sequence[Sequence[str]]) -> float:
        return judge(entries, dict(zip(queries, found, strict=True)), ids).success

    return Asked(f"`{gold.name}`, pages de « {content.resolve().parent.name} »", site, queries, first)


def everyday(gold: Path, content: Path, site: Path, settings: Sequence[str]) -> Asked:
    """The questions in people's own words: the need that they ask for stands first."""
    build_site(content, site, *settings)
    questions: list[Mapping[str, Any]] = yaml.safe_load(gold.read_text(encoding="utf-8"))
    targets = yaml.safe_load((gold.parent / "targets.yaml").read_text(encoding="utf-8"))

    def first(found: Sequence[Sequence[str]]) -> float:
        told = summed(counted(one, urls, targets) for one, urls in zip(questions, found, strict=True))
        return told.first / told.count

    return Asked(f"`{gold.name}`, mots des gens", site, [one["query"] for one in questions], first)


def through(one: Asked, engine: AskedEngine) -> float:
    """The share of questions whose first page was wanted; every answer must come from the engine.

    Raises:
        SystemExit: one did not, so that this would measure something else.
    """
    found = answers(one.site, one.queries, AskedEngine(engine.kind, engine.address, engine.collection, engine.key, 60_000))
    others = [told for told in found if told.get("by") != "moteur"]
    if others:
        raise SystemExit(f"{one.name} : {len(others)} réponses ne viennent pas du moteur")
    return one.first([told["urls"] for told in found])


def loaded_typesense(sites: Sequence[Path], address: str) -> str:
    """The key of the pages, once the records of every site are there."""
    key = ""
    for site in sites:
        told = [*engine_typesense.load(export(built_index(site)), Engine(address, COLLECTION, SECRET, key))]
        print(*(sentence for sentence in told if "clé" not in sentence), sep="\n")
        key = key or told[-1].rpartition(" ")[2]
    return key


def loaded_postgres(sites: Sequence[Path], address: str) -> None:
    """The records of every site are there."""
    for site in sites:
        print(*engine_postgres.load(export(built_index(site)), Engine(address, COLLECTION)), sep="\n")


def report(
    sets: Sequence[Asked],
    alone: Sequence[float],
    typesense: Sequence[float],
    postgres: Sequence[float],
    falls: Mapping[str, Fall],
) -> list[str]:
    """The section of the README."""
    farthest = max(abs(one - other) for other, *some in zip(alone, typesense, postgres, strict=True) for one in some)
    rows = [
        f"| {one.name} | {len(one.queries)} | " + " | ".join(decimal(share) for share in shares) + " |"
        for one, *shares in zip(sets, alone, typesense, postgres, strict=True)
    ]
    fell = [
        FELL.format(name, number(one.asked), one.failed, number(one.by_engine), number(one.by_site), one.different)
        for name, one in falls.items()
    ]
    pace = statistics.fmean(one.asked / one.seconds for one in falls.values())
    return [
        WITH.format(decimal(NEAR, 2), "une réponse du site arrêterait la mesure", machine()),
        "",
        *HEAD,
        *rows,
        "",
        f"Plus grand écart avec le site seul : {decimal(farthest)} (au plus {decimal(NEAR, 2)}).",
        "",
        FALLEN.format(f"{PATIENCE / 1000:g}"),
        "",
        "| moteur | questions | sans réponse (aucune) | répondues par le moteur | par le site, à sa place | première page autre |",
        "|---|---|---|---|---|---|",
        *fell,
        "",
        f"En tout {decimal(pace, 1)} questions par seconde, serveurs et visiteurs sur la même machine.",
    ]


def decimal(value: float, digits: int = 3) -> str:
    """With a comma, as in French."""
    return f"{value:.{digits}f}".replace(".", ",")


def number(value: int) -> str:
    """With a thin space before thousands."""
    return f"{value:,}".replace(",", "\u202f")


if __name__ == "__main__":
    main()
