"""The words of all committees → the ranges by which they are served; of what was cut before, only what changed is cut again.

A range ends where one more word would pass its size, so that what is cut depends on all words before it. But after a range
in which something changed, the ranges soon begin again where they began: from there on they are what they were.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.search.committee import Share
from plugins.search.pieces import vocabulary
from plugins.search.postings import dump
from plugins.search.ranges import RANGE, beginnings, in_order, ranges, utf16

# Word → how many documents write it, and in how many committees one does so in a name.
Words = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Range:
    """Some words that follow each other.

    Attributes:
        first, last: of its words.
        size: of its first word, as `ranges` weighs it.
        before: its rank among those that were cut before, if it is one of them.
        words: all of them, unless it is one that was cut before.
    """

    first: str
    last: str
    size: int
    before: int | None = None
    words: Words | None = None


@dataclass(frozen=True)
class CommonWords:
    """All ranges, in order; those that have no words here are as they were, and where they were."""

    ranges: Sequence[Range]

    @property
    def whole(self) -> bool:
        """Whether all pieces are here."""
        return all(one.words is not None for one in self.ranges)

    @property
    def beginnings(self) -> list[str]:
        """Where each one begins, as the manifest says."""
        return beginnings([(one.first, one.last) for one in self.ranges])

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The pieces that say something else than before, or stand elsewhere."""
        for rank, one in enumerate(self.ranges):
            if one.words is not None:
                yield f"mots/{rank}", dump(vocabulary(one.words, list(one.words)))


class _LostError(Exception):
    """What was kept of a range cannot be read."""


def common_words(shares: Sequence[Share], thens: Sequence[Share], store: Store) -> CommonWords:
    """The words of all committees.

    Args:
        shares: those of all committees.
        thens: those of which the words were counted before, in the same order; empty when it is not known.
        store: what was cut before; left open.
    """
    key, told = key_of("common words"), [[one.committee.id, one.build] for one in shares]
    counted, before = store.get(key, lambda kept: (kept[0], _ranges_of(kept[1])), last=True) or ([], [])
    try:
        known = bool(thens) and counted == [[one.committee.id, one.build] for one in thens]
        found = (
            [_here(one, rank, store) for rank, one in enumerate(_cut(before, _changes(shares, thens), store))] if known else []
        )
    except _LostError:
        known = False
    if not known:
        changes: dict[str, tuple[int, int]] = {}
        for share in shares:
            _add(changes, share.said("mots"), 1)
        found = list(_whole({word: changes[word] for word in in_order(changes)}))
    for one in found:
        if one.words is None:
            store.keep(_key(one))
        else:
            counts, named = zip(*one.words.values(), strict=True)
            store.put(_key(one), [" ".join(one.words), counts, named])
    store.put(key, [told, [[one.first, one.last, one.size] for one in found]])
    return CommonWords(found)


def _changes(shares: Sequence[Share], thens: Sequence[Share]) -> dict[str, tuple[int, int]]:
    """Word → how many more documents write it now, and how many more committees in a name; those that stay are not there."""
    found: dict[str, tuple[int, int]] = {}
    for share, then in zip(shares, thens, strict=True):
        if share is not then:
            _add(found, share.said("mots", set(then.texts["mots"])), 1)
            _add(found, then.said("mots", set(share.texts["mots"])), -1)
    return {word: more for word, more in found.items() if more != (0, 0)}


def _add(found: dict[str, tuple[int, int]], own: Words, sign: int) -> None:
    for word, (count, named) in own.items():
        written, names = found.get(word, (0, 0))
        found[word] = written + sign * count, names + sign * named


def _cut(before: Sequence[Range], changes: Words, store: Store) -> Iterator[Range]:
    """The ranges of before, those cut again that a change reaches; the same as when all words are cut at once.

    Raises:
        _LostError: what was kept cannot be read.
    """
    firsts = [one.first for one in before]
    touched: dict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
    for word, more in changes.items():
        touched[max(0, bisect_right(firsts, utf16(word), key=utf16) - 1)][word] = more
    if not before:
        yield from _whole({word: changes[word] for word in in_order(changes)})
    left: Words = {}
    for rank, one in enumerate(before):
        following = before[rank + 1] if rank + 1 < len(before) else None
        # The first word of the following range is why this one ends.
        loose = following is not None and following.first in touched.get(rank + 1, ())
        if rank not in touched and not left and not loose:
            yield Range(one.first, one.last, one.size, rank)
            continue
        cut = list(_whole({**left, **_changed(_known(one, store), touched.get(rank, {}))}))
        ends = not cut or following is None or not (loose or _takes(cut[-1], following))
        left = {} if ends else cut.pop().words or {}
        yield from cut


def _here(one: Range, rank: int, store: Store) -> Range:
    """What stands elsewhere than before is written again."""
    return one if one.words is not None or one.before == rank else replace(one, words=_known(one, store))


def _changed(words: Words, changes: Words) -> Words:
    if not changes:
        return words
    found = dict(words)
    _add(found, changes, 1)
    return {word: found[word] for word in in_order(found) if found[word][0]}


def _whole(words: Words) -> Iterator[Range]:
    """Words in order, cut."""
    for keys, texts in ranges(((word, _text(word, count)) for word, (count, _) in words.items()), RANGE):
        yield Range(keys[0], keys[-1], len(texts[0]), words={word: words[word] for word in keys})


def _text(word: str, count: int) -> str:
    return f"{word} {count},"


def _takes(one: Range, following: Range) -> bool:
    """Whether a range has room for the first word of the following one: then it does not end here."""
    return sum(len(_text(word, count)) for word, (count, _) in (one.words or {}).items()) + following.size <= RANGE


def _key(one: Range) -> bytes:
    return key_of("common words", one.first)


def _known(one: Range, store: Store) -> Words:
    found = store.get(_key(one), _words_of, last=True)
    if found is None or next(iter(found), "") != one.first:
        raise _LostError
    return found


def _words_of(kept: Any) -> dict[str, tuple[int, int]]:
    words, counts, named = kept
    return dict(zip(words.split(" "), zip(counts, named, strict=True), strict=True))


def _ranges_of(kept: Any) -> list[Range]:
    return [Range(*one) for one in kept]
