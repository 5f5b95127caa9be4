"""Sites and queries come in, every figure of `inv bench search` goes out: ours and Pagefind's side by side."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.searching.browser import Asked, Typed, Visitors, visitors
from benchmarks.searching.building import Built, build_site, dress, ours, pagefind, write_html
from benchmarks.searching.corpus import pages
from benchmarks.searching.quality import APART, Quality, judge, read_gold, read_ids

# A gold may judge by names: its content is read here, and published nowhere.
NAMED = "PEOPLE_DISPLAY=complets"
QUERIES = 40
TYPED = 6
SLOW = 12


@dataclass(frozen=True)
class Size:
    """One site, asked in two ways.

    Attributes:
        name: what it is made of.
        count: pages.
        ours, theirs: each query of a new visitor.
        built, pagefind: what the indexes cost to make; None for ours when it was made with its site.
    """

    name: str
    count: int
    ours: list[Asked]
    theirs: list[Asked]
    pagefind: Built
    built: Built | None = None


@dataclass(frozen=True)
class Times:
    """Milliseconds, on the largest site.

    Attributes:
        warm: each query in the engine.
        typed, slowed: from key to paint, on a processor as it is and made four times slower.
        link, link_theirs: from focus to first result on a slow link.
    """

    warm: list[float]
    typed: Typed
    slowed: Typed
    link: list[float]
    link_theirs: list[float]


@dataclass(frozen=True)
class Judged:
    """One content folder: its name, its queries, the names of its pages in the gold, ours and Pagefind's answers in order."""

    name: str
    queries: list[dict[str, Any]]
    ids: dict[str, str]
    ours: list[Asked]
    theirs: list[Asked]


@dataclass
class Measured:
    """Everything."""

    sizes: list[Size] = field(default_factory=list)
    golds: list[Judged] = field(default_factory=list)
    times: Times | None = None

    def quality(self, name: str | None = None) -> tuple[Quality, Quality]:
        """Ours and Pagefind's, of one content folder or of all."""
        judged: list[dict[str, Any]] = []
        ids: dict[str, str] = {}
        mine: dict[str, list[str] | None] = {}
        theirs: dict[str, list[str] | None] = {}
        for one in self.golds:
            if name not in (None, one.name):
                continue
            ids |= one.ids
            for entry, own, other in zip(one.queries, one.ours, one.theirs, strict=True):
                # Two folders may be asked the same question.
                query = f"{one.name} {entry['query']}"
                judged.append({**entry, "query": query})
                mine[query], theirs[query] = own.addresses, other.addresses
        return judge(judged, mine, ids), judge(judged, theirs, ids)


def measure_gold(measured: Measured, gold: Path, content: Path) -> None:
    """Adds one content folder: what each of its queries finds, and weighs."""
    with scratch() as folder:
        site = folder / "site"
        build_site(content, site, NAMED)
        cost = pagefind(site)
        queries, ids = read_gold(gold, content), read_ids(content)
        with visitors(site) as visitor:
            mine = [visitor.ours(entry["query"]) for entry in queries]
            theirs = [visitor.pagefind(entry["query"]) for entry in queries]
        measured.golds.append(Judged(content.resolve().parent.name, queries, ids, mine, theirs))
        weighed = [rank for rank, entry in enumerate(queries) if entry["class"] not in APART]
        count = len(list(content.rglob("*.md")))
        name = f"pages de « {content.resolve().parent.name} »"
        measured.sizes.append(Size(name, count, [mine[rank] for rank in weighed], [theirs[rank] for rank in weighed], cost))


def measure_made_up(measured: Measured, counts: Sequence[int]) -> None:
    """Adds sites of made-up pages, and the times of the last one."""
    with scratch() as folder:
        shell = folder / "shell"
        build_site(None, shell)
        for count in counts:
            site, plain = folder / f"{count}", folder / f"{count}-plain"
            built = ours(count, site)
            dress(shell, site, built.entry)
            write_html(pages(count), plain)
            cost, queries = pagefind(plain), made_up_queries(count)
            with visitors(site) as visitor:
                mine = [visitor.ours(query) for query in queries]
                if count == counts[-1]:
                    mine_times = times_of(visitor, queries)
            with visitors(plain) as visitor:
                theirs = [visitor.pagefind(query) for query in queries]
                if count == counts[-1]:
                    link_theirs = [visitor.slow(query, pagefind=True) for query in queries[:SLOW]]
            measured.sizes.append(Size("pages inventées", count, mine, theirs, cost, built))
        measured.times = Times(*mine_times, link_theirs)


def times_of(visitor: Visitors, queries: Sequence[str]) -> tuple[list[float], Typed, Typed, list[float]]:
    """Everything that is timed of ours."""
    link = [visitor.slow(query) for query in queries[:SLOW]]
    few = queries[:TYPED]
    return visitor.warm(queries), visitor.typed(few), visitor.typed(few, slowed=4), link


def made_up_queries(count: int, after: int = 0) -> list[str]:
    """What people ask of made-up pages: a whole title, a word, two, two that stand apart, one unfinished, one mistyped.

    Args:
        count: of pages.
        after: of pages before them, of which nothing is asked.
    """
    chance = random.Random(count)
    subjects = [page.subject for page in pages(after + count)][after:]
    queries = []
    for rank in range(QUERIES):
        first, second, third, fourth, *_ = chance.choice(subjects)
        queries.append(
            (
                f"{first} {second} {third}",
                first,
                f"{second} {third}",
                f"{first} {fourth}",
                f"{second} {third[: max(3, len(third) - 3)]}",
                f"{first[:3]}{first[4:]} {second}",
            )[rank % 6]
        )
    return queries


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for the time of a measure."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)
