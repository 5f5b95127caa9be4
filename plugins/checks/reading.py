"""One page → the words of its body that a visitor would not read."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from plugins.checks.tags import HtmlPage
from plugins.diagnostics import Diagnostic
from plugins.markup.elements import BLOCKS, TAG
from plugins.text.words import RUN


def check_words(page: HtmlPage) -> Iterator[Diagnostic]:
    """Every word of the body is on the page, in order, with the numbers of its lists; the theme may add some.

    The first word that is missing is told: all those after it would be looked for in the wrong place.
    """
    if page.origin is None or not page.origin.words:
        return
    found = RUN.findall(read_text(page.source[page.written.start : page.written.stop]))
    if found == [word for words, _ in page.origin.words for word in words.split(" ")]:
        return
    read = iter(found)
    for word, line in ((word, line) for words, line in page.origin.words for word in words.split(" ")):
        if word not in read:  # consumes what was read before it
            yield page.origin.place.at(line).error(
                f"« {word} » manque sur la page {page.path}, ou y est déplacé — l'écrire autrement, et signaler cette faute du site"
            )
            return


def read_text(html: str) -> str:
    """HTML as it is read: blocks apart, items of numbered lists with the number that a browser shows."""
    parts: list[str] = []
    position = 0
    counts: list[int | None] = []
    for tag in TAG.finditer(html):
        parts.append(html[position : tag.start()])
        position = tag.end()
        name = (tag["name"] or "").lower()
        if name in {"ol", "ul"}:
            if tag["close"]:
                counts = counts[:-1]
            else:
                counts.append(_number(tag["attributes"], "start", 1) if name == "ol" else None)
        if name == "li" and not tag["close"] and counts and counts[-1] is not None:
            number = _number(tag["attributes"], "value", counts[-1])
            counts[-1] = number + 1
            parts.append(f" {number} ")
        elif name in BLOCKS or name == "br":
            parts.append(" ")
    return unescape("".join([*parts, html[position:]]))


def _number(attributes: str, name: str, otherwise: int) -> int:
    for attribute in attributes.split():
        key, _, value = attribute.partition("=")
        if key == name and value.strip("\"'").isdigit():
            return int(value.strip("\"'"))
    return otherwise
