"""Words in order come in, the ranges that they are served by go out, and where each one begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

# Bytes of JSON: about 1.3 kB once compressed. A question in people's words reads a dozen ranges, and the whole list of them: measured
# at 300, 828 and 10,000 pages, shorter ranges weigh more in the list, longer ones in what is read for nothing.
RANGE = 2_600
# From here on, code points and UTF-16 code units are not in the same order.
_ELSEWHERE = re.compile("[\ud800-\U0010ffff]")


def utf16(word: str) -> bytes:
    """The key that sorts words as JavaScript does: by UTF-16 code unit."""
    return word.encode("utf-16-be")


def in_order(words: Iterable[str]) -> list[str]:
    """Words sorted so: as Python does, unless one has a sign that UTF-16 writes otherwise than by its code point."""
    found = sorted(words)
    return found if not _ELSEWHERE.search("".join(found)) else sorted(found, key=utf16)


def ranges(entries: Iterable[tuple[str, str]], size: int = RANGE) -> Iterator[tuple[list[str], list[str]]]:
    """Entries (key, text) in order, cut where the texts of a range would pass `size` bytes: its keys, its texts."""
    keys: list[str] = []
    texts: list[str] = []
    weight = 0
    for key, text in entries:
        if keys and weight + len(text) > size:
            yield keys, texts
            keys, texts, weight = [], [], 0
        keys.append(key)
        texts.append(text)
        weight += len(text)
    if keys:
        yield keys, texts


def beginnings(runs: Sequence[Sequence[str]]) -> list[str]:
    """For each range, the shortest text that is above the one before it and not above its own first key."""
    starts: list[str] = []
    last = b""
    for keys in runs:
        first = keys[0]
        starts.append(next((first[:size] for size in range(1, len(first)) if utf16(first[:size]) > last), first))
        last = utf16(keys[-1])
    return starts
