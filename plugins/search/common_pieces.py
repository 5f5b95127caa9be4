"""The shares of all committees → what the common index says beside its terms and words: facets, times, needs, pages of small sites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from plugins.search.committee import Share
from plugins.search.postings import dump


def common_manifest(shares: Sequence[Share], beginnings: Sequence[str], needs: Mapping[str, Any], buckets: int) -> dict[str, Any]:
    """What every question needs.

    Args:
        shares: those of all committees; the first one is the common root, whose French words are taken.
        beginnings: of the ranges of all their words.
        needs: what is said of their table.
        buckets: in how many pieces terms stand.
    """
    root = shares[0].manifest
    return {
        "documents": sum(share.manifest["documents"] for share in shares),
        "pages": [size for share in shares for size in share.manifest["pages"]],
        "champs": [_field([share.manifest["champs"][rank] for share in shares]) for rank in range(len(root["champs"]))],
        **{key: root[key] for key in ("b", "k1", "longueurs", "premiere")},
        "termes": [],
        "seaux": buckets,
        "mots": beginnings,
        "besoins": needs,
        "francais": root["francais"],
        # Of a site in one file, pages are taken from here: they would come with the whole of it.
        "comites": [
            [one.committee.prefix, one.committee.name, "" if one.whole else one.build, len(one.manifest["pages"])]
            for one in shares
        ],
        "entier": False,
    }


def _field(said: Sequence[Sequence[Any]]) -> list[Any]:
    """A field of all indexes: its name, its weight, its average length in the documents that have it, how many have it."""
    name, boost, *_ = said[0]
    count = sum(documents for *_, documents in said)
    return [name, boost, sum(length * documents for *_, length, documents in said) / count if count else 1.0, count]


def first_pages(shares: Sequence[Share]) -> list[int]:
    """The number of the first page of each committee, and of one more."""
    return [0, *accumulate(len(share.manifest["pages"]) for share in shares)]


def small_names(shares: Sequence[Share]) -> Iterator[str]:
    """The names of all pieces but those of words, of needs, of terms and of their places."""
    yield from ("facettes", "temps")
    for rank, share in enumerate(shares):
        if share.whole:
            yield from (f"fiches/{rank}-{page}" for page in range(len(share.manifest["pages"])))


def small_pieces(shares: Sequence[Share], thens: Sequence[Share]) -> Iterator[tuple[str, str]]:
    """Those pieces, but for those that say what they said before.

    Args:
        shares: those of all committees.
        thens: those of before, in the same order; empty when it is not known.
    """
    changed = [True] * len(shares) if not thens else [share is not then for share, then in zip(shares, thens, strict=True)]
    if not thens or any(map(_moved, shares, thens)):
        yield "facettes", dump(_facets(shares))
        yield "temps", dump(_times(shares, first_pages(shares)))
    for name in small_names(shares):
        kind, _, number = name.partition("/")
        if kind == "fiches":
            rank, page = map(int, number.split("-"))
            if changed[rank]:
                yield name, dump(shares[rank].piece(f"fiches/{page}"))


def _moved(share: Share, then: Share) -> bool:
    """Whether its pages stand elsewhere, or bear other facets or other days."""
    if share is then:
        return False
    said, before = ([one.optional(name) for name in ("facettes", "temps")] for one in (share, then))
    return said != before or len(share.manifest["pages"]) != len(then.manifest["pages"])


def _facets(shares: Sequence[Share]) -> dict[str, Any]:
    """Facet → its values in order, and for each page the ranks of its own; the committee is one more facet."""
    own = [share.piece("facettes") for share in shares]
    found: dict[str, Any] = {}
    for name in own[0]:
        values = sorted({value for one in own for value in one[name][0]})
        rank = {value: number for number, value in enumerate(values)}
        found[name] = [values, [[rank[one[name][0][value]] for value in some] for one in own for some in one[name][1]]]
    sizes = [len(share.manifest["pages"]) for share in shares]
    found["comites"] = [
        [share.committee.name for share in shares],
        [[number] for number, size in enumerate(sizes) for _ in range(size)],
    ]
    return found


def _times(shares: Sequence[Share], firsts: Sequence[int]) -> dict[str, Any]:
    """When the pages of all committees were; the pages that list entries are those of the common root, if it has some."""
    days: list[tuple[int, str]] = []
    kinds: dict[str, list[Any]] = {}
    states: dict[str, list[list[int]]] = defaultdict(list)
    lists: dict[str, int] = {}
    for number, (share, first) in enumerate(zip(shares, firsts, strict=False)):
        own = share.optional("temps")
        if own is None:
            continue
        days += [(page + first, day) for page, day in own["jours"]]
        for kind, (word, pages) in own["genres"].items():
            kinds.setdefault(kind, [word, []])[1].extend([page + first, *some] for page, *some in pages)
        for state, pages in own["etats"].items():
            states[state] += [[page + first, *some] for page, *some in pages]
        lists |= own["listes"] if number == 0 else {}
    days.sort(key=lambda one: (one[1], -one[0]), reverse=True)
    return {"jours": days, "genres": kinds, "etats": dict(states), "listes": lists}
