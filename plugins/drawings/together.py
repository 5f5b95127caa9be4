"""Who is mentioned beside whom → a row of names and the threads between them, the closest side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.crosslinks.backlink_records import CitedActor
from plugins.drawings.ordering import by_closeness
from plugins.drawings.svg import Drawing
from plugins.drawings.threads import Row, Thread, draw
from plugins.model.content import Content, Document
from plugins.model.records import Actor
from plugins.text.slugs import slugify
from plugins.text.typesetting import typeset

MOST = 24
# As many threads as an eye can follow; the text tells the others as well, up to a page of them.
MOST_THREADS = 40
MOST_TOLD = 30


@dataclass(frozen=True)
class Pair:
    """Two actors and in how many passages both are mentioned; `one` stands higher in the drawing."""

    one: str
    other: str
    passages: int


@dataclass(frozen=True)
class Together:
    """The facts of the drawing.

    Attributes:
        actors: who is drawn, in the order of the drawing.
        pairs: the threads, in the order of their upper ends.
        others: pairs that are told and not drawn.
        hidden: how many other actors are mentioned beside someone.
        untold: how many pairs among those drawn are not even told.
    """

    actors: tuple[Document[Actor], ...]
    pairs: tuple[Pair, ...]
    others: tuple[Pair, ...]
    hidden: int
    untold: int

    def of(self, slug: str) -> tuple[Pair, ...]:
        """Every pair of one actor, that which is mentioned most often first."""
        own = (pair for pair in (*self.pairs, *self.others) if slug in {pair.one, pair.other})
        return tuple(sorted(own, key=lambda pair: -pair.passages))


def together(content: Content, companions: Mapping[str, Iterable[CitedActor]]) -> Together:
    """Choose the actors that are most often mentioned together, and order them.

    Args:
        content: the actors.
        companions: by page key of an actor, those mentioned in the same passages.
    """
    counts = {
        slug: {other.slug: other.count for other in companions.get(actor.key, ()) if other.slug in content.living}
        for slug, actor in content.living.items()
    }
    cited = [slug for slug in counts if counts[slug]]
    every = {(one, other): count for one in cited for other, count in counts[one].items() if one < other}
    ranked = sorted(every.items(), key=lambda tie: (-tie[1], tie[0]))
    chosen = list(dict.fromkeys(slug for tie, _ in ranked for slug in tie))[:MOST]
    shown = sorted(chosen, key=lambda slug: (slugify(content.actors[slug].record.titre), slug))
    ranked = [(tie, count) for tie, count in ranked if tie[0] in chosen and tie[1] in chosen]
    kept = _strongest(shown, ranked)
    place = {slug: rank for rank, slug in enumerate(by_closeness(shown, kept))}
    told = [(tie, count) for tie, count in ranked if tie not in kept]
    pairs = sorted(
        (Pair(min(tie, key=place.__getitem__), max(tie, key=place.__getitem__), count) for tie, count in kept.items()),
        key=lambda pair: (place[pair.one], -pair.passages, place[pair.other]),
    )
    return Together(
        tuple(content.actors[slug] for slug in place),
        tuple(pairs),
        tuple(Pair(*tie, count) for tie, count in told[:MOST_TOLD]),
        len(cited) - len(place),
        len(told[MOST_TOLD:]),
    )


def _strongest(shown: Iterable[str], ranked: Sequence[tuple[tuple[str, str], int]]) -> dict[tuple[str, str], int]:
    """The strongest thread of each actor, then the strongest of all."""
    first = [next((tie for tie in ranked if slug in tie[0]), None) for slug in shown]
    kept = dict(tie for tie in first if tie)
    for tie, count in ranked:
        if len(kept) >= MOST_THREADS:
            break
        kept[tie] = count
    return kept


def drawings(found: Together) -> tuple[Drawing, ...]:
    """The thicker the thread, the more passages; a desk leaves more room to the threads."""
    rows = [Row(actor.slug, typeset(actor.record.titre), actor.url) for actor in found.actors]
    threads = [Thread(pair.one, pair.other, pair.passages) for pair in found.pairs]
    return draw(rows, threads, "drawing-link", variant="narrow"), draw(rows, threads, "drawing-link", 560, "medium")
