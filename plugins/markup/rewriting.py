"""A body that was read and what to add to it → its HTML, all else unchanged to the byte."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from plugins.markup.body import Body, Element


@dataclass(frozen=True)
class Wrap:
    """An element to put around a span of the text; two spans of one body are apart, or one holds the other.

    Attributes:
        start, end: the span, in the text of the body.
        name: the element's name.
        attributes: its attributes, in the order in which they are written.
        inner: name and attributes of a second element, inside the first one.
        to: key of the page that a link leads to, for those who take the body next.
    """

    start: int
    end: int
    name: str
    attributes: tuple[tuple[str, str], ...]
    inner: tuple[str, tuple[tuple[str, str], ...]] | None = None
    to: str = ""


@dataclass(frozen=True)
class AddedAttribute:
    """An attribute to add to an element of the body."""

    element: Element
    name: str
    value: str


@dataclass(frozen=True)
class Marked:
    """A body and all that is added to it by those who take it one after the other; it is written once, at the end."""

    body: Body
    wraps: tuple[Wrap, ...] = field(default=(), repr=False)
    marks: tuple[AddedAttribute, ...] = field(default=(), repr=False)

    @cached_property
    def html(self) -> str:
        """As it is published."""
        return rewrite(self.body, self.wraps, self.marks)


def rewrite(body: Body, wraps: Iterable[Wrap], marks: Iterable[AddedAttribute] = ()) -> str:
    """The HTML with the elements and attributes added; the source itself when there is nothing to add."""
    openings, closings = list[tuple[int, str]](), list[tuple[int, str]]()
    for wrap in sorted(wraps, key=lambda wrap: (wrap.start, -wrap.end)):
        opened, closed = _around(body, wrap)
        openings.append(opened)
        closings.append(closed)
    closings.reverse()  # of two elements that end at one place, the inner one ends first
    for mark in marks:
        if mark.name not in mark.element.attributes:
            openings.append((mark.element.open_end - 1, f' {mark.name}="{escape(mark.value)}"'))
    if not openings:
        return body.html
    parts, position = [], 0
    for at, text in sorted([*closings, *openings], key=lambda addition: addition[0]):
        parts += [body.html[position:at], text]
        position = at
    return "".join([*parts, body.html[position:]])


def opening(name: str, attributes: Iterable[tuple[str, str]]) -> str:
    """A start tag."""
    return f"<{name}" + "".join(f' {key}="{escape(value)}"' for key, value in attributes) + ">"


def _around(body: Body, wrap: Wrap) -> tuple[tuple[int, str], tuple[int, str]]:
    """Where the two tags go; elements that the span enters or leaves half way are closed before and opened again after."""
    first, last = body.piece_at(wrap.start).inline, body.piece_at(wrap.end - 1).inline
    common = 0
    while common < min(len(first), len(last)) and first[common] is last[common]:
        common += 1
    start, entered = body.source_start(wrap.start), list(first[common:])
    while entered and entered[-1].open_end == start:
        start = entered.pop().open_start
    end, left = body.source_end(wrap.end), list(last[common:])
    while left and left[-1].close_start == end:
        end = left.pop().close_end
    tags, closing = opening(wrap.name, wrap.attributes), f"</{wrap.name}>"
    if wrap.inner:
        tags, closing = tags + opening(*wrap.inner), f"</{wrap.inner[0]}>" + closing
    return (start, _closed(entered) + tags + _opened(entered)), (end, _closed(left) + closing + _opened(left))


def _closed(elements: list[Element]) -> str:
    return "".join(f"</{element.name}>" for element in reversed(elements))


def _opened(elements: list[Element]) -> str:
    return "".join(opening(one.name, (pair for pair in one.attributes.items() if pair[0] != "id")) for one in elements)
