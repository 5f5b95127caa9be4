"""HTML of a page, already linked + glossary → the same HTML, its acronyms explained and its terms linked to the glossary."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from plugins.glossary.entries import Glossary, Reading
from plugins.markup.elements import LINK, OURS
from plugins.markup.rewriting import Wrap, rewrite
from plugins.markup.scanning import Block, Scanned, scan
from plugins.registry.registry import NEVER
from plugins.text.tokens import Tokens

T = TypeVar("T")

_TERM_LINK = re.compile(r'class="glossaire"[^>]*\shref="[^"]*#([^"#]+)"')
_ACTOR_LINK = re.compile(r'data-acteur="([^"]+)"')
_CHUNK = re.compile(r"[^\s\ufffc«»()]*\Z"), re.compile(r"[^\s\ufffc«»()]*")
_ADDRESS = re.compile(r"://|www\.|[@_\\]|\w\.(?:[a-z]{2,5}|[A-Z]{3,4})(?:$|[/?#:;,])")


@dataclass(frozen=True)
class Annotated:
    """A page with its marks, and the ids of the entries that it writes, marked or not, in the order of the text."""

    html: str
    used: tuple[str, ...] = ()


def annotate(html: str, glossary: Glossary, address: str) -> Annotated:
    """Explain what a page writes.

    An acronym inside the link to the actor that it names gets its `<abbr>`; any other form leads to the glossary at its
    first occurrence in each section, unless it names a page: that is for the cross-links. Nothing is marked in another
    link, in code, a heading or an address. Done twice, it changes nothing; without the tags, the text is the same.

    Args:
        html: the body, with the links to actors and pages.
        glossary: what to look for.
        address: the glossary page, as this page must write it.
    """
    page = scan(html)
    tokens = Tokens(page.searched)
    found = _leftmost((*one.span(tokens), one.values[0]) for one in glossary.forms.longest(tokens))
    written = list(_written(page))
    used = dict.fromkeys([reading.entry.id for _, _, reading in found] + [name for _, name in written])
    if not found:
        return Annotated(html, tuple(used))
    run = _Run(page, glossary, address, written)
    wraps = [wrap for start, end, reading in found for wrap in run.wraps(start, end, reading)]
    return Annotated(rewrite(page, wraps), tuple(used))


class _Run:
    def __init__(self, page: Scanned, glossary: Glossary, address: str, written: list[tuple[int, str]]) -> None:
        self.page, self.glossary, self.address = page, glossary, address
        self.starts = [block.start for block in page.blocks]
        self.links = [closed for closed in page.closed if closed[2] == OURS]
        self.seen = {(self.block(at).section, name) for at, name in written}

    def block(self, offset: int) -> Block:
        return self.page.blocks[bisect_right(self.starts, offset) - 1]

    def wraps(self, start: int, end: int, reading: Reading) -> Iterator[Wrap]:
        """The mark of one occurrence, or nothing."""
        block = self.block(start)
        if block.heading:
            return
        abbr = ("abbr", (("title", reading.entry.title),))
        link = _touching(self.links, start, end)
        if link:
            if reading.acronym and link[0] <= start and end <= link[1] and self._is_its_actor(reading, start):
                yield Wrap(start, end, *abbr)
            return
        key = (block.section, reading.entry.id)
        if reading.named or key in self.seen or self._in_a_name(block, start, end) or _in_address(self.page.text, start, end):
            return
        self.seen.add(key)
        attributes = (("class", "glossaire"), ("href", f"{self.address}#{reading.entry.id}"))
        if reading.acronym:
            yield Wrap(start, end, "a", attributes, abbr)
        else:
            today = (("title", reading.entry.title),) if reading.entry.term.aujourd_hui else ()
            yield Wrap(start, end, "a", attributes + today)

    def _is_its_actor(self, reading: Reading, start: int) -> bool:
        """Whether the link around leads to the entry's actor, and the acronym is not explained yet."""
        actor = _ACTOR_LINK.search(_tag_before(self.page, start))
        explained = any(element.name == "abbr" for element in self.page.piece_at(start).inline)
        return actor is not None and actor[1] == reading.entry.term.acteur and not explained

    def _in_a_name(self, block: Block, start: int, end: int) -> bool:
        """Whether the words are a part of a page's name: « centre de ressources politique de la ville »."""
        tokens = Tokens(self.page.searched[block.start : block.end])
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


def _touching(spans: Sequence[tuple[int, int, object]], start: int, end: int) -> tuple[int, int, object] | None:
    """The last of disjoint, sorted spans that shares a character with another one."""
    rank = bisect_left(spans, end, key=lambda span: span[0])
    return spans[rank - 1] if rank and spans[rank - 1][1] > start else None


def _written(page: Scanned) -> Iterator[tuple[int, str]]:
    """(offset, id) of the links to the glossary that a page has already."""
    for start, _, why in page.closed:
        if why == LINK:
            found = _TERM_LINK.search(_tag_before(page, start))
            if found:
                yield start, found[1]


def _tag_before(page: Scanned, start: int) -> str:
    """The opening tag of the link that holds the character at `start`."""
    source = page.source_start(start)
    opening = page.html.rfind("<a ", 0, source)
    return page.html[opening : page.html.find(">", opening) + 1] if opening >= 0 else ""


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the run of characters without a space around an occurrence is an address or a file's name."""
    before, after = _CHUNK[0].search(text, max(start - 200, 0), start), _CHUNK[1].match(text, end, end + 200)
    around = (before.group() if before else "") + text[start:end] + (after.group() if after else "")
    return bool(_ADDRESS.search(around))
