"""An index comes in, the pieces that a browser asks for go out, as texts of JSON.

A piece is what one question needs: `termes/3` the postings of a range of the alphabet with the
acronyms of that range, `places/3` the positions of the same words, `mots/2` the words as they are
written of another range, `fiches/57` what a result shows of one page and where its excerpt is cut,
`facettes` what results are counted by.
At any size the browser reads the same pieces: all at once, or one by one (see `transport.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plugins.search.documents import BOOSTS, Page, name_term
from plugins.search.merged import Merged
from plugins.search.postings import FIRST_STEP, LENGTHS, averages, dump
from plugins.search.ranges import beginnings, ranges, utf16

LONGEST_SHARED = 9


def pieces(
    index: Merged, pages: Sequence[Page], acronyms: Mapping[str, Iterable[Sequence[str]]]
) -> tuple[dict[str, Any], dict[str, str]]:
    """The manifest, and every piece by name."""
    found: dict[str, str] = {}
    cut = list(ranges(index.terms.items()))
    starts = beginnings([terms for terms, _ in cut])
    short: dict[int, dict[str, list[Any]]] = defaultdict(dict)
    for key, values in both_ways(acronyms).items():
        short[max(0, bisect_right(starts, utf16(key), key=utf16) - 1)][key] = values
    for rank, (terms, texts) in enumerate(cut):
        found[f"termes/{rank}"] = f"[[{','.join(texts)}],{dump(short[rank])}]"
        found[f"places/{rank}"] = f"[{','.join(index.places[term] for term in terms if term in index.places)}]"
    words = list(ranges((word, f"{word} {count},") for word, (count, _) in index.words.items()))
    for rank, (range_, _) in enumerate(words):
        found[f"mots/{rank}"] = dump(vocabulary(index.words, range_))
    for number, page in enumerate(pages):
        found[f"fiches/{number}"] = dump([shown(page), [[s.anchor, s.heading, s.text] for s in page.sections]])
    found["facettes"] = dump(facets(pages))
    lengths, (b, k1) = averages(index.totals), index.constants
    manifest = {
        "documents": sum(index.sizes),
        "pages": index.sizes,
        "champs": [[name, boost, lengths[name], index.totals[name][1]] for name, boost in BOOSTS.items()],
        "b": b,
        "k1": k1,
        "longueurs": LENGTHS,
        "premiere": FIRST_STEP,
        "termes": starts,
        "mots": beginnings([range_ for range_, _ in words]),
    }
    return manifest, found


def vocabulary(counted: Mapping[str, tuple[int, int]], words: Sequence[str]) -> list[Any]:
    """Words and their counts.

    Each word is written without the beginning that it shares with the one before; a count is
    doubled, and odd when the word stands in the name of a page.
    """
    written, counts = [], []
    previous = ""
    for word in words:
        shared = _shared(word, previous)
        written.append(f"{shared}{word[shared:]}")
        count, named = counted[word]
        counts.append(2 * count + (named > 0))
        previous = word
    return [" ".join(written), counts]


def _shared(word: str, previous: str) -> int:
    """How many letters two words begin with together."""
    rank = 0
    for rank, letter in enumerate(word[:LONGEST_SHARED]):
        if letter != previous[rank : rank + 1]:
            return rank
    return rank + 1


def both_ways(acronyms: Mapping[str, Iterable[Sequence[str]]]) -> dict[str, list[Any]]:
    """Acronym → its expansions; the name term of an expansion (`stem_stem=`) → its acronyms."""
    found: dict[str, list[Any]] = defaultdict(list)
    for short, expansions in acronyms.items():
        for stems in expansions:
            found[short].append(list(stems))
            found[name_term(stems)].append(short)
    return found


def shown(page: Page) -> list[Any]:
    """What a result shows: address, title, acronym, kind, family, date, summary."""
    return [page.url, page.title, page.acronym, page.kind, page.family, page.date, page.summary]


def facets(pages: Sequence[Page]) -> dict[str, Any]:
    """Facet → its values in order, and for each page the ranks of its own."""
    found: dict[str, Any] = {}
    for name in ("kind", "family", "role", "publics", "bodies", "year"):
        own = [(value,) if isinstance(value := getattr(page, name), str) else value for page in pages]
        values = sorted({value for some in own for value in some if value})
        rank = {value: number for number, value in enumerate(values)}
        found[name] = [values, [[rank[value] for value in some if value] for some in own]]
    return found
