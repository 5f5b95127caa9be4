"""A body in Markdown → its HTML, the lines of its parts, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from plugins.diagnostics import Diagnostic, Place, shortened
from plugins.markup.guard import sanitize
from plugins.reading.anchors import Anchors, Heading
from plugins.reading.blocks import check_block, check_ends
from plugins.reading.dialect import BLOCKS, parser
from plugins.reading.fidelity import check_fidelity
from plugins.reading.link_faults import fault
from plugins.reading.links import Link, Typed, links
from plugins.reading.literal_marks import TEXTS, check_literal_marks
from plugins.reading.numbering import keep_numbers
from plugins.reading.reserved import Reserved
from plugins.reading.words import Words, shown_words

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
    words: Sequence[Words] = field(default=(), repr=False)


@dataclass(frozen=True)
class Read:
    """A body whose links are still as they were typed.

    Attributes:
        tokens, env: the parser's.
        anchors: ids, lines and headings.
        links: every link and image.
        place: of the body's first line.
        diagnostics: what is wrong so far.
        words: all that a visitor must read, in order.
    """

    tokens: list[Token]
    env: dict[str, Any]
    anchors: Anchors
    links: Sequence[Link]
    place: Place
    diagnostics: Sequence[Diagnostic]
    words: Sequence[Words]


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
    words = shown_words(tokens, place.line)
    found = links(tokens, place.line)
    diagnostics += [place.at(one.line).error(f"image « {one.address} » : {one.missing}") for one in found if one.missing]
    return Read(tokens, env, anchors, found, place, diagnostics, words)


@dataclass(frozen=True)
class Resolved:
    """Where the links of a body lead: their addresses in order, what is wrong, and the lines of each published address."""

    addresses: Sequence[str]
    diagnostics: Sequence[Diagnostic]
    lines: Mapping[str, Sequence[int]]


def resolved(typed: Iterable[Typed], place: Place, resolve: Resolve) -> Resolved:
    """Links as they were typed → where they lead."""
    addresses, diagnostics, lines = list[str](), list[Diagnostic](), dict[str, list[int]]()
    for one in typed:
        found = one.address
        try:
            found = resolve(one.address)
            wrong = fault(found, image=one.image)
        except ValueError as error:
            wrong = str(error)
        addresses.append(found)
        if wrong:
            diagnostics.append(
                place.at(one.line).error(f"{'image' if one.image else 'lien'} « {shortened(one.address)} » : {wrong}")
            )
        else:
            lines.setdefault(found, []).append(one.line)
    return Resolved(addresses, diagnostics, lines)


def write(page: Read, leading: Resolved, markdown: MarkdownIt) -> Rendered:
    """Blocks → HTML, each link leading where it was meant to."""
    for link, address in zip(page.links, leading.addresses, strict=True):
        link.lead_to(address)
    tokens, env = page.tokens, page.env
    html = sanitize(markdown.renderer.render(tokens, markdown.options, env))
    diagnostics = (*page.diagnostics, *leading.diagnostics)
    return Rendered(html, page.anchors.lines, tuple(page.anchors.headings), diagnostics, leading.lines, page.words)


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
    page = read(body, place.at(first_line), actors, markdown, Reserved())
    return write(page, resolved((link.typed for link in page.links), page.place, str), markdown)
