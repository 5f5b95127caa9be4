"""A scanned page and what to add to it → its HTML, all else unchanged to the byte."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from plugins.markup.elements import ATTRIBUTE_ID
from plugins.markup.scanning import Element, Scanned


@dataclass(frozen=True)
class Wrap:
    """An element to put around a span of the text; spans of one page never overlap.

    Attributes:
        start, end: the span, in the text of the page.
        name: the element's name.
        attributes: its attributes, in the order in which they are written.
        inner: name and attributes of a second element, inside the first one.
    """

    start: int
    end: int
    name: str
    attributes: tuple[tuple[str, str], ...]
    inner: tuple[str, tuple[tuple[str, str], ...]] | None = None


@dataclass(frozen=True)
class Mark:
    """An attribute to add to an element of the page."""

    element: Element
    name: str
    value: str


def rewrite(page: Scanned, wraps: Iterable[Wrap], marks: Iterable[Mark] = ()) -> str:
    """The HTML with the elements and attributes added; the source itself when there is nothing to add."""
    additions: list[tuple[int, str]] = []
    for wrap in wraps:
        additions += _around(page, wrap)
    for mark in marks:
        written = page.html[mark.element.open_start : mark.element.open_end]
        if f" {mark.name}=" not in written:
            additions.append((mark.element.open_end - 1, f' {mark.name}="{escape(mark.value)}"'))
    if not additions:
        return page.html
    parts, position = [], 0
    for at, text in sorted(additions, key=lambda addition: addition[0]):
        parts += [page.html[position:at], text]
        position = at
    return "".join([*parts, page.html[position:]])


def opening(name: str, attributes: Iterable[tuple[str, str]]) -> str:
    """A start tag."""
    return f"<{name}" + "".join(f' {key}="{escape(value)}"' for key, value in attributes) + ">"


def _around(page: Scanned, wrap: Wrap) -> list[tuple[int, str]]:
    """Where the two tags go; elements that the span enters or leaves half way are closed before and opened again after."""
    first, last = page.piece_at(wrap.start).inline, page.piece_at(wrap.end - 1).inline
    common = 0
    while common < min(len(first), len(last)) and first[common] is last[common]:
        common += 1
    start, entered = page.source_start(wrap.start), list(first[common:])
    while entered and entered[-1].open_end == start:
        start = entered.pop().open_start
    end, left = page.source_end(wrap.end), list(last[common:])
    while left and left[-1].close_start == end:
        end = left.pop().close_end
    tags, closing = opening(wrap.name, wrap.attributes), f"</{wrap.name}>"
    if wrap.inner:
        tags, closing = tags + opening(*wrap.inner), f"</{wrap.inner[0]}>" + closing
    return [(start, _closed(entered) + tags + _opened(entered)), (end, _closed(left) + closing + _opened(left))]


def _closed(elements: list[Element]) -> str:
    return "".join(f"</{element.name}>" for element in reversed(elements))


def _opened(elements: list[Element]) -> str:
    return "".join(f"<{element.name}{ATTRIBUTE_ID.sub('', element.attributes)}>" for element in elements)
