"""A body, already linked + glossary → the same body, its acronyms explained and its terms linked to the glossary."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from plugins.glossary.entries import Glossary, TermReading
from plugins.markup.body import Block, Body
from plugins.markup.elements import LINK, OURS
from plugins.markup.rewriting import Marked, Wrap
from plugins.model.kinds import Kind
from plugins.registry.registry import NEVER
from plugins.text.tokens import Tokens

T = TypeVar("T")

_CLASS = "glossary"
_CHUNK = re.compile(r"[^\s\ufffc«»()]*\Z"), re.compile(r"[^\s\ufffc«»()]*")
_ADDRESS = re.compile(r"://|www\.|[@_\\]|\w\.(?:[a-z]{2,5}|[A-Z]{3,4})(?:$|[/?#:;,])")


@dataclass(frozen=True)
class Annotated:
    """A page with its marks, and the ids of the entries that it writes, marked or not, in the order of the text."""

    marked: Marked
    used: tuple[str, ...] = ()


def annotate(marked: Marked, glossary: Glossary, address: str) -> Annotated:
    """Explain what a page writes.

    An acronym inside the link to the actor that it names gets its `<abbr>`; any other form leads to the glossary at its
    first occurrence in each section, unless it names a page: that is for the cross-links. Nothing is marked in another
    link, in code, a heading or an address. Done twice, it changes nothing; without the tags, the text is the same.

    Args:
        marked: the body, with the links to actors and pages.
        glossary: what to look for.
        address: the glossary page, as this page must write it.
    """
    body = marked.body
    tokens = body.tokens
    found = _leftmost((*one.span(tokens), one.values[0]) for one in glossary.forms.longest(tokens))
    written = list(_written(body))
    used = dict.fromkeys([reading.entry.id for _, _, reading in found] + [name for _, name in written])
    if not found:
        return Annotated(marked, tuple(used))
    run = _Run(marked, glossary, address, written)
    wraps = [wrap for start, end, reading in found for wrap in run.wraps(start, end, reading)]
    return Annotated(replace(marked, wraps=(*marked.wraps, *wraps)), tuple(used))


class _Run:
    def __init__(self, marked: Marked, glossary: Glossary, address: str, written: list[tuple[int, str]]) -> None:
        self.body, self.glossary, self.address = marked.body, glossary, address
        self.starts = [block.start for block in self.body.blocks]
        self.links = sorted(_links(marked), key=lambda link: link[0])
        self.seen = {(self.block(at).section, name) for at, name in written}

    def block(self, offset: int) -> Block:
        return self.body.blocks[bisect_right(self.starts, offset) - 1]

    def wraps(self, start: int, end: int, reading: TermReading) -> Iterator[Wrap]:
        """The mark of one occurrence, or nothing."""
        block = self.block(start)
        if block.heading:
            return
        abbr = ("abbr", (("title", reading.entry.title),))
        link = _touching(self.links, start, end)
        if link:
            if reading.acronym and link[0] <= start and end <= link[1] and self._is_its_actor(reading, start, link[2]):
                yield Wrap(start, end, *abbr)
            return
        key = (block.section, reading.entry.id)
        if reading.named or key in self.seen or self._in_a_name(block, start, end) or _in_address(self.body.text, start, end):
            return
        self.seen.add(key)
        attributes = (("class", _CLASS), ("href", f"{self.address}#{reading.entry.id}"))
        if reading.acronym:
            yield Wrap(start, end, "a", attributes, abbr)
        else:
            today = (("title", reading.entry.title),) if reading.entry.term.aujourd_hui else ()
            yield Wrap(start, end, "a", attributes + today)

    def _is_its_actor(self, reading: TermReading, start: int, target: str) -> bool:
        """Whether the link around leads to the entry's actor, and the acronym is not explained yet."""
        explained = any(element.name == "abbr" for element in self.body.piece_at(start).inline)
        return bool(target) and target == Kind.ACTOR.key(reading.entry.term.acteur or "") and not explained

    def _in_a_name(self, block: Block, start: int, end: int) -> bool:
        """Whether the words are a part of a page's name: « centre de ressources politique de la ville »."""
        tokens = Tokens(self.body.searched[block.start : block.end])
        found = (one for one in self.glossary.registry.forms.longest(tokens) if one.values != (NEVER,))
        names = _leftmost((block.start + tokens.start(one.first), block.start + tokens.end(one.last), True) for one in found)
        name = _touching(names, start, end)
        return name is not None and not (start <= name[0] and name[1] <= end)


def _leftmost(spans: Iterable[tuple[int, int, T]]) -> list[tuple[int, int, T]]:
    """Leftmost, then longest: no two of them share a word."""
    kept: list[tuple[int, int, T]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _touching(spans: Sequence[tuple[int, int, T]], start: int, end: int) -> tuple[int, int, T] | None:
    """The last of disjoint, sorted spans that shares a character with another one."""
    rank = bisect_left(spans, end, key=lambda span: span[0])
    return spans[rank - 1] if rank and spans[rank - 1][1] > start else None


def _links(marked: Marked) -> Iterator[tuple[int, int, str]]:
    """(start, end, key of the page) of the links to actors and pages; where one that stands in the source leads is not asked."""
    yield from ((wrap.start, wrap.end, wrap.to) for wrap in marked.wraps)
    yield from ((one.start, one.end, "") for one in marked.body.closed if one.why == OURS)


def _written(body: Body) -> Iterator[tuple[int, str]]:
    """(offset, id) of the links to the glossary that a body has already."""
    for one in body.closed:
        if one.why == LINK and one.element.attributes.get("class") == _CLASS:
            yield one.start, one.element.attributes.get("href", "").rpartition("#")[2]


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the run of characters without a space around an occurrence is an address or a file's name."""
    before, after = _CHUNK[0].search(text, max(start - 200, 0), start), _CHUNK[1].match(text, end, end + 200)
    around = (before.group() if before else "") + text[start:end] + (after.group() if after else "")
    return bool(_ADDRESS.search(around))
