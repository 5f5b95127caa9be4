"""The needs of the common root, and the urgent ones of committees → one table, by which the common search knows a danger as each committee does.

Each committee has learnt what tells a danger from its own needs (`danger.py`). A term speaks of one as much as it does to the
committee that takes it most seriously: what one of them would not let pass, the common search does not either. An urgent need that
several committees wrote under one title is proposed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.search.committee import Share
from plugins.search.needs import VERSION, written_terms
from plugins.search.postings import dump


@dataclass(frozen=True)
class CommonNeeds:
    """What the manifest says of the table, and its pieces by name."""

    manifest: Mapping[str, Any]
    pieces: Mapping[str, str]


@dataclass
class _Term:
    """What a term asks for: how rare it is, need → weight, and what it speaks of a danger, if it speaks."""

    rarity: int = 0
    needs: dict[int, int] = field(default_factory=dict)
    danger: int | None = None

    def codes(self, last: int) -> Iterator[int]:
        """As `needs.py` writes them: what speaks of a danger is the weight of one more need."""
        yield self.rarity
        for need, weight in sorted(self.needs.items()):
            yield from (need, weight)
        if self.danger:
            yield from (last, self.danger)


def common_needs(shares: Sequence[Share], firsts: Sequence[int], store: Store) -> CommonNeeds:
    """The table of all.

    Args:
        shares: those of all committees; the first one is the common root, all of whose needs are proposed.
        firsts: the number of the first page of each.
        store: the terms that were put together before; left open.
    """
    root = shares[0].manifest["besoins"]
    chosen = list(_chosen(shares))
    tables = [0, *sorted({rank for rank, _, _ in chosen})]
    texts = {rank: [shares[rank].text(name) for name in _pieces(shares[rank])] for rank in tables}
    names = {f"tetes/{page}": shares[0].piece(f"tetes/{page}") for page in root["pages"] if page >= 0}
    if not chosen:
        terms = dict(zip(_pieces(shares[0]), (text.decode() for text in texts[0]), strict=True))
        return CommonNeeds(root, {**terms, **{name: dump(head) for name, head in names.items()}})
    told = [[rank, shares[rank].manifest["besoins"]["urgents"]] for rank in tables]
    places = [[rank, need] for rank, need, _ in chosen]
    key = key_of("common needs", dump([told, places]), *(text for rank in tables for text in texts[rank]))
    known = store.get(key, lambda kept: (list(kept[0]), dict(kept[1])))
    if known is None:
        known = written_terms(_terms(shares, tables, places))
        store.put(key, known)
    starts, pieces = known
    pages, urgents = list(root["pages"]), list(root["urgents"])
    for rank, need, head in chosen:
        page = firsts[rank] + shares[rank].manifest["besoins"]["pages"][need]
        urgents.append(len(pages))
        pages.append(page)
        names[f"tetes/{page}"] = [shares[rank].committee.prefix + head[0], *head[1:]]
    own = [shares[rank].manifest["besoins"] for rank in tables if shares[rank].manifest["besoins"]["urgents"]]
    manifest = {
        **own[0],
        "inconnu": root["inconnu"] if root["termes"] else own[0]["inconnu"],
        "pages": pages,
        "termes": starts,
        "urgents": urgents,
        "danger": max(one["danger"] for one in own),
    }
    return CommonNeeds(manifest, {**pieces, **{name: dump(head) for name, head in names.items()}})


def _pieces(share: Share) -> list[str]:
    return [f"besoins/{rank}" for rank in range(len(share.manifest["besoins"]["termes"]))]


def _chosen(shares: Sequence[Share]) -> Iterator[tuple[int, int, Sequence[str]]]:
    """Rank of a committee, of a need of its that cannot wait, and what is proposed of it; each title once, the root's own not at all."""
    titles = set[str]()
    for rank, share in enumerate(shares):
        table = share.manifest["besoins"]
        if table.get("version") != VERSION:
            continue
        for need in table["urgents"]:
            head = share.piece(f"tetes/{table['pages'][need]}")
            if head[1] not in titles and rank:
                yield rank, need, head
            titles.add(head[1])


def _terms(shares: Sequence[Share], tables: Sequence[int], chosen: Sequence[Sequence[int]]) -> Iterator[tuple[str, list[int]]]:
    count = len(shares[0].manifest["besoins"]["pages"])
    found: dict[str, _Term] = {}
    for rank in tables:
        own = len(shares[rank].manifest["besoins"]["pages"])
        place = {need: count + number for number, (whose, need) in enumerate(chosen) if whose == rank} if rank else None
        for name in _pieces(shares[rank]):
            for term, rarity, *codes in shares[rank].piece(name):
                said = dict(zip(codes[::2], codes[1::2], strict=True))
                danger = said.pop(own, None)
                asked = said if place is None else {place[need]: weight for need, weight in said.items() if need in place}
                if asked or danger is not None:
                    one = found.setdefault(term, _Term())
                    one.rarity = one.rarity or (rarity if asked else 0)
                    one.needs |= asked
                    one.danger = danger if one.danger is None else max(one.danger, danger or one.danger)
    for term, one in found.items():
        yield term, list(one.codes(count + len(chosen)))
