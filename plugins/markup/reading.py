"""HTML as the guard writes it → what is to be known of it, read once by BeautifulSoup, for all who need it.

BeautifulSoup tells elements, their nesting and their attributes; the source is followed beside it, for it does not tell where
a text or an end tag stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, NamedTuple, cast

from plugins.markup.body import Block, Body, Closed, Element, Run
from plugins.markup.elements import BLOCKS, CLOSED, ENTITY, HEADINGS, OUR_LINKS, OURS, TAG
from plugins.text.words import OBJECT

if TYPE_CHECKING:  # imported where a body is read: a build whose bodies are known pays nothing for it
    from bs4 import BeautifulSoup
    from bs4.element import PageElement, Tag


def read(html: str) -> Body:
    """Read a body.

    Args:
        html: every tag is closed, no `<` or `&` stands alone: `guard.sanitize` writes nothing else.

    Raises:
        ValueError: it is not so.
    """
    reader = _Reader(html)
    if "<" in html:
        from bs4 import BeautifulSoup

        reader.follow(BeautifulSoup(html, "html.parser", multi_valued_attributes=None))  # a class is one text, as it is written
    else:
        reader.text()
    if reader.at != len(html):
        raise _strange(html, reader.at)
    return reader.done()


class _Entered(NamedTuple):
    element: Element
    inline: tuple[Element, ...]  # around it
    reason: tuple[str, Element] | None


class _Reader:
    def __init__(self, html: str) -> None:
        self.html = html
        self.at = 0  # how far the source was followed
        self.length = 0
        self.parts: list[str] = []
        self.pieces: list[Run] = []
        self.blocks: list[Block] = []
        self.closed: list[Closed] = []
        self.around: list[Element] = []  # block elements, the innermost last
        self.inline: tuple[Element, ...] = ()
        self.reason: tuple[str, Element] | None = None
        self.block_start: int | None = None
        self.section = 0
        self.section_id = ""

    def follow(self, soup: BeautifulSoup) -> None:
        """Follow the source, element by element; a stack, for texts made to hurt nest by the thousand."""
        from bs4.element import Tag

        entered: list[tuple[Iterator[PageElement], _Entered | None]] = [(iter(soup.contents), None)]
        while entered:
            children, around = entered[-1]
            child = next(children, None)
            if child is None:
                entered.pop()
                if around:
                    self._leave(around)
            elif not isinstance(child, Tag):
                self.text()
            elif opened := self._enter(child):
                entered.append((iter(child.contents), opened))

    def _enter(self, tag: Tag) -> _Entered | None:
        """The start tag; None for an element without content."""
        start, opening = self.at, TAG.match(self.html, self.at)
        if opening is None or opening["name"] != tag.name:
            raise _strange(self.html, start)
        self.at = opening.end()
        if tag.name in BLOCKS:
            self._end_block()
        if tag.is_empty_element:
            self._void(tag.name, start)
            return None
        element = Element(tag.name, dict(cast(dict[str, str], tag.attrs)), start, self.at)
        entered = _Entered(element, self.inline, self.reason)
        if tag.name in HEADINGS:
            self.section += 1
            self.section_id = element.id
        if tag.name in BLOCKS:
            self.around.append(element)
        if tag.name in CLOSED:
            ours = tag.name == "a" and element.attributes.get("class") in OUR_LINKS
            self.reason = self.reason or (OURS if ours else CLOSED[tag.name], element)
        elif tag.name not in BLOCKS:
            self.inline = (*self.inline, element)
        return entered

    def _leave(self, entered: _Entered) -> None:
        """The end tag."""
        element, self.inline, self.reason = entered
        tag = f"</{element.name}>"
        if not self.html.startswith(tag, self.at):
            raise _strange(self.html, self.at)
        element.close_start, self.at = self.at, self.at + len(tag)
        element.close_end = self.at
        if element.name in BLOCKS:
            self._end_block()
            self.around.pop()

    def text(self) -> None:
        """A text, up to the next tag."""
        start, end = self.at, self.html.find("<", self.at)
        self.at = end = end if end >= 0 else len(self.html)
        if self.block_start is None:
            if not self.html[start:end].strip():
                return
            self.block_start = self.length
        position = start
        if self.html.find("&", start, end) >= 0:
            for entity in ENTITY.finditer(self.html, start, end):
                self._put(self.html[position : entity.start()], position, entity.start(), verbatim=True)
                self._put(unescape(entity.group()), entity.start(), entity.end(), verbatim=False)
                position = entity.end()
        self._put(self.html[position:end], position, end, verbatim=True)

    def _void(self, name: str, start: int) -> None:
        if self.block_start is None or name == "wbr":
            return
        if name == "br":
            # The end of the source's line after it is no second one.
            self.at += self.html.startswith("\n", self.at)
        self._put("\n" if name == "br" else OBJECT, start, self.at, verbatim=False)

    def _put(self, text: str, start: int, end: int, *, verbatim: bool) -> None:
        if not text:
            return
        self.pieces.append(Run(self.length, start, end, verbatim, self.inline))
        if self.reason:
            self.closed.append(Closed(self.length, self.length + len(text), *self.reason))
        self.parts.append(text)
        self.length += len(text)

    def _end_block(self) -> None:
        if self.block_start is None:
            return
        around = self.around[::-1]
        element = around[0] if around else None
        anchor = next((e.id for e in around if e.id), "")
        heading = element is not None and (element.name in HEADINGS or element.name == "summary")
        speech = next((tuple(e.attributes["data-actors"].split()) for e in around if "data-actors" in e.attributes), ())
        self.blocks.append(Block(self.block_start, self.length, element, anchor, self.section, self.section_id, heading, speech))
        self.parts.append(OBJECT)
        self.pieces.append(Run(self.length, self.pieces[-1].source_end, self.pieces[-1].source_end, verbatim=False, inline=()))
        self.length += 1
        self.block_start = None

    def done(self) -> Body:
        """What was read."""
        self._end_block()
        text = "".join(self.parts)
        hidden = [one for one in self.closed if one.why != OURS]
        searched = text
        if hidden:
            kept, position = [], 0
            for one in hidden:
                kept += [text[position : one.start], OBJECT * (one.end - one.start)]
                position = one.end
            searched = "".join([*kept, text[position:]])
        starts = tuple(piece.start for piece in self.pieces)
        return Body(self.html, text, searched, tuple(self.blocks), tuple(self.closed), tuple(self.pieces), starts)


def _strange(html: str, at: int) -> ValueError:
    return ValueError(f"HTML that the guard did not write: {html[at : at + 60]!r}")
