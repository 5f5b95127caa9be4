"""The shares of all committees → what the common index says beside its terms: words, facets, times, needs, pages of small sites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.search.committee import Share
from plugins.search.pieces import vocabulary
from plugins.search.postings import dump
from plugins.search.ranges import beginnings, in_order, ranges

# Word → how many documents write it, and in how many committees one does so in a name.
Words = dict[str, tuple[int, int]]


def common_words(shares: Sequence[Share], thens: Sequence[Share], store: Store) -> Words:
    """The words of all committees: of what was counted before, only what changed is counted again.

    Args:
        shares: those of all committees.
        thens: those of which the words were counted before, in the same order; empty when it is not known.
        store: the words that were counted before; left open.
    """
    key, before = key_of("common words"), [[one.committee.id, one.build] for one in thens]
    counted, found = store.get(key, lambda kept: (kept[0], _words_of(kept[1])), last=True) or ([], {})
    if not thens or counted != before:
        found = {}
        for share in shares:
            _add(found, share.said("mots"), 1)
    else:
        for share, then in zip(shares, thens, strict=True):
            if share is not then:
                _replace(found, share, then)
    found = {word: found[word] for word in in_order(found)}
    store.put(key, [[[one.committee.id, one.build] for one in shares], _kept(found)])
    return found


def _replace(found: Words, share: Share, then: Share) -> None:
    """In place of what a committee said, what it says now."""
    old, new = (one.said("mots", set(other.texts["mots"])) for one, other in ((then, share), (share, then)))
    _add(found, new, 1)
    _add(found, old, -1)


def _add(found: Words, own: Mapping[str, tuple[int, int]], sign: int) -> None:
    for word, (count, named) in own.items():
        written, names = found.get(word, (0, 0))
        if written + sign * count:
            found[word] = written + sign * count, names + sign * named
        else:
            del found[word]


def _kept(words: Words) -> list[Any]:
    counts, named = zip(*words.values(), strict=True) if words else ((), ())
    return ["\n".join(words), counts, named]


def _words_of(kept: Any) -> Words:
    words, counts, named = kept
    return dict(zip(words.split("\n") if words else (), zip(counts, named, strict=True), strict=True))


def common_manifest(shares: Sequence[Share], runs: Sequence[Sequence[str]], buckets: int) -> dict[str, Any]:
    """What every question needs.

    Args:
        shares: those of all committees; the first one is the common root, whose needs and French words are taken.
        runs: the ranges of all their words.
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
        "mots": beginnings(runs),
        "besoins": root["besoins"],
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


def small_pieces(shares: Sequence[Share], words: Words, runs: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """All pieces but those of terms and of their places."""
    for rank, keys in enumerate(runs):
        yield f"mots/{rank}", dump(vocabulary(words, keys))
    firsts = [0, *accumulate(len(share.manifest["pages"]) for share in shares)]
    yield "facettes", dump(_facets(shares))
    yield "temps", dump(_times(shares, firsts))
    for rank in range(len(shares[0].manifest["besoins"]["termes"])):
        yield f"besoins/{rank}", dump(shares[0].piece(f"besoins/{rank}"))
    for page in shares[0].manifest["besoins"]["pages"]:
        if page >= 0:
            yield f"tetes/{page}", dump(shares[0].piece(f"tetes/{page}"))
    for rank, share in enumerate(shares):
        if share.whole:
            for page in range(len(share.manifest["pages"])):
                yield f"fiches/{rank}-{page}", dump(share.piece(f"fiches/{page}"))


def word_ranges(words: Words) -> list[list[str]]:
    """The words of each piece of them."""
    return [keys for keys, _ in ranges((word, f"{word} {count},") for word, (count, _) in words.items())]


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
