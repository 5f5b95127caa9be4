"""A body in Markdown → its HTML, the lines of its parts, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from plugins.diagnostics import Diagnostic, Place
from plugins.markup.guard import sanitize
from plugins.reading.addresses import fault
from plugins.reading.anchors import Anchors, Heading
from plugins.reading.blocks import check_block, check_ends
from plugins.reading.dialect import BLOCKS, parser
from plugins.reading.fidelity import check_fidelity
from plugins.reading.links import Link, links
from plugins.reading.literal_marks import TEXTS, check_literal_marks
from plugins.reading.numbering import keep_numbers
from plugins.reading.reserved import Reserved
from plugins.reading.words import Word, shown_words

# An address as typed → the one to publish; ValueError says what is wrong with it.
Resolve = Callable[[str], str]


@dataclass(frozen=True)
class Rendered:
    """A body as HTML.

    Attributes:
        html: the HTML.
        lines: line of the file for each element id.
        headings: in order.
        diagnostics: what is wrong in the Markdown.
        addresses: the lines on which each published address was typed.
        words: all that a visitor must read, in order.
    """

    html: str
    lines: Mapping[str, int] = field(repr=False)
    headings: Sequence[Heading] = ()
    diagnostics: Sequence[Diagnostic] = ()
    addresses: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False)
    words: Sequence[Word] = field(default=(), repr=False)


@dataclass(frozen=True)
class Read:
    """A body whose links are still as they were typed.

    Attributes:
        tokens, env: the parser's.
        anchors: ids, lines and headings.
        links: every link and image.
        place: of the body's first line.
        diagnostics: what is wrong so far.
    """

    tokens: list[Token]
    env: dict[str, Any]
    anchors: Anchors
    links: Sequence[Link]
    place: Place
    diagnostics: Sequence[Diagnostic]


def read(body: str, place: Place, actors: Collection[str], markdown: MarkdownIt, reserved: Reserved) -> Read:
    """Markdown → blocks with their ids.

    Args:
        body: the Markdown, names already masked.
        place: of its first line.
        actors: known actor slugs (a `::: parole` names some of them).
        markdown: a parser made by `parser()`.
        reserved: ids that the page gives to its own parts.
    """
    env: dict[str, Any] = {}
    tokens = markdown.parse(body, env)
    blocks: list[Token] = env[BLOCKS]
    diagnostics = [*check_fidelity(body, blocks, tokens, env, place), *check_ends(blocks, body.split("\n"), place)]
    for token in blocks:
        if token.type.startswith("container_") and token.nesting > 0 and token.map:
            diagnostics += check_block(token, place.at(place.line + token.map[0]), actors)
    for line, text in env[TEXTS]:
        diagnostics += check_literal_marks(text, place.at(place.line + line))
    keep_numbers(tokens)
    anchors = Anchors(place.line, reserved)
    anchors.give(tokens)
    return Read(tokens, env, anchors, links(tokens, place.line), place, diagnostics)


def write(page: Read, resolve: Resolve, markdown: MarkdownIt) -> Rendered:
    """Blocks → HTML, each link leading where it was meant to."""
    diagnostics, addresses = list(page.diagnostics), dict[str, list[int]]()
    for link in page.links:
        at, typed = page.place.at(link.line), link.address
        try:
            link.lead_to(resolve(typed))
            wrong = fault(link.address, image=link.image)
        except ValueError as error:
            wrong = str(error)
        if wrong:
            diagnostics.append(at.error(f"{'image' if link.image else 'lien'} « {typed} » : {wrong}"))
        else:
            addresses.setdefault(link.address, []).append(link.line)
    tokens, env = page.tokens, page.env
    words = shown_words(tokens, page.place.line)
    html = sanitize(markdown.renderer.render(tokens, markdown.options, env))
    return Rendered(html, page.anchors.lines, tuple(page.anchors.headings), tuple(diagnostics), addresses, words)


def render(body: str, place: Place, first_line: int, actors: Collection[str], markdown: MarkdownIt | None = None) -> Rendered:
    """One body alone: its links stay as they were typed.

    Args:
        body: the Markdown, names already masked.
        place: the file, for diagnostics.
        first_line: line of the file on which `body` starts.
        actors: known actor slugs.
        markdown: a parser made by `parser()`, to spare making one.
    """
    markdown = markdown or parser()
    return write(read(body, place.at(first_line), actors, markdown, Reserved()), str, markdown)
