"""An index comes in, the pieces that a browser asks for go out, as texts of JSON.

A piece is what one question needs: `termes/3` the postings of a range of the alphabet with the
acronyms of that range, `places/3` the positions of the same words, `mots/2` the words as they are
written of another range, `fiches/57` what a result shows of one page and where its excerpt is cut,
`facettes` what results are counted by.
At any size the browser reads the same pieces: all at once, or one by one (see `transport.py`).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from plugins.search.documents import BOOSTS, Page
from plugins.search.postings import FIRST_STEP, LENGTHS, Posting
from plugins.search.ranges import beginnings, ranges, utf16

if TYPE_CHECKING:  # with lunr, which a build of a known index does not load
    from plugins.search.index import FrenchBuilder

LONGEST_SHARED = 9


def pieces(
    builder: FrenchBuilder, pages: Sequence[Page], acronyms: Mapping[str, Iterable[Sequence[str]]]
) -> tuple[dict[str, Any], dict[str, str]]:
    """The manifest, and every piece by name."""
    found: dict[str, str] = {}
    cut = list(ranges((term, dump([term, *postings(builder.postings[term])])) for term in builder.terms()))
    starts = beginnings([terms for terms, _ in cut])
    short: dict[int, dict[str, list[Any]]] = defaultdict(dict)
    for key, values in both_ways(acronyms).items():
        short[max(0, bisect_right(starts, utf16(key), key=utf16) - 1)][key] = values
    for rank, (terms, texts) in enumerate(cut):
        found[f"termes/{rank}"] = f"[[{','.join(texts)}],{dump(short[rank])}]"
        placed = (dump([term, builder.positions[term].tolist()]) for term in terms if term in builder.positions)
        found[f"places/{rank}"] = f"[{','.join(placed)}]"
    words = list(ranges((word, f"{word} {builder.surfaces[word]},") for word in sorted(builder.surfaces, key=utf16)))
    for rank, (range_, _) in enumerate(words):
        found[f"mots/{rank}"] = dump(vocabulary(builder, range_))
    for number, page in enumerate(pages):
        found[f"fiches/{number}"] = dump([shown(page), [[s.anchor, s.heading, s.text] for s in page.sections]])
    found["facettes"] = dump(facets(pages))
    sizes = [0] * len(pages)
    for page_number, _ in builder.places:
        sizes[page_number] += 1
    averages = builder.averages()
    manifest = {
        "documents": builder.document_count,
        "pages": sizes,
        "champs": [[name, boost, averages[name]] for name, boost in BOOSTS.items()],
        "b": builder._b,
        "k1": builder._k1,
        "longueurs": LENGTHS,
        "premiere": FIRST_STEP,
        "termes": starts,
        "mots": beginnings([range_ for range_, _ in words]),
    }
    return manifest, found


# Made once: `json.dumps` with options makes one at each call.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dump(value: Any) -> str:
    """Compact JSON, letters as they are."""
    return _ENCODER.encode(value)


def postings(fields: Sequence[Posting | None]) -> list[Any]:
    """For each field, [lengths, code, code, …]; 0 for one that does not hold the term, nothing after the last one."""
    coded: list[Any] = [0 if one is None else [one.lengths.decode("ascii"), *one.codes] for one in fields]
    while coded and coded[-1] == 0:
        coded.pop()
    return coded


def vocabulary(builder: FrenchBuilder, words: Sequence[str]) -> list[Any]:
    """Words and their counts.

    Each word is written without the beginning that it shares with the one before; a count is
    doubled, and odd when the word stands in the name of a page.
    """
    written, counts = [], []
    previous = ""
    for word in words:
        shared = 0
        while shared < min(len(word), len(previous), LONGEST_SHARED) and word[shared] == previous[shared]:
            shared += 1
        written.append(f"{shared}{word[shared:]}")
        counts.append(2 * builder.surfaces[word] + (word in builder.named))
        previous = word
    return [" ".join(written), counts]


def both_ways(acronyms: Mapping[str, Iterable[Sequence[str]]]) -> dict[str, list[Any]]:
    """Acronym → its expansions; « =stem_stem » of an expansion → its acronyms."""
    found: dict[str, list[Any]] = defaultdict(list)
    for short, expansions in acronyms.items():
        for stems in expansions:
            found[short].append(list(stems))
            found["=" + "_".join(stems)].append(short)
    return found


def shown(page: Page) -> list[Any]:
    """What a result shows: address, title, acronym, kind, family, date, summary."""
    return [page.url, page.title, page.acronym, page.kind, page.family, page.date, page.summary]


def facets(pages: Sequence[Page]) -> dict[str, Any]:
    """Facet → its values in order, and for each page the ranks of its own."""
    found: dict[str, Any] = {}
    for name in ("kind", "family", "role", "publics", "year"):
        own = [(value,) if isinstance(value := getattr(page, name), str) else value for page in pages]
        values = sorted({value for some in own for value in some if value})
        rank = {value: number for number, value in enumerate(values)}
        found[name] = [values, [[rank[value] for value in some if value] for some in own]]
    return found
