"""The inline parts of a body → its links and images, each with the line on which it was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from markdown_it.token import Token


class Typed(NamedTuple):
    """What an editor typed: an address, percent-encoded, its line, and whether a browser loads it by itself."""

    address: str
    line: int
    image: bool


@dataclass(frozen=True)
class Link:
    """A link or an image of a body.

    Attributes:
        token: the parser's, whose address may be changed.
        line: of the file.
    """

    token: Token
    line: int

    @property
    def image(self) -> bool:
        """Whether a browser loads it by itself."""
        return self.token.type == "image"

    @property
    def address(self) -> str:
        """As it stands now, percent-encoded."""
        return str(self.token.attrs["src" if self.image else "href"])

    @property
    def typed(self) -> Typed:
        """Its address as it stands now, its line, its kind."""
        return Typed(self.address, self.line, self.image)

    @property
    def missing(self) -> str | None:
        """What a reader who does not see an image would miss."""
        if self.image and not unescape(str(self.token.content)).strip():
            return "rien ne dit ce qu'elle montre à qui ne la voit pas — écrire « ![ce qu'elle montre](adresse) »"
        return None

    def lead_to(self, address: str) -> None:
        """Change the address."""
        self.token.attrs["src" if self.image else "href"] = address


def links(tokens: Sequence[Token], first_line: int) -> tuple[Link, ...]:
    """Every link and image, in order.

    Args:
        tokens: all that is shown.
        first_line: line of the file on which the body starts.
    """
    return tuple(Link(token, first_line + line) for token, line in _inline(tokens) if token.type in {"link_open", "image"})


def labels(tokens: Sequence[Token]) -> frozenset[str]:
    """The definitions that links and images call."""
    return frozenset(str(token.meta.get("label", "")) for token, _ in _inline(tokens) if token.type in {"link_open", "image"})


def _inline(tokens: Iterable[Token]) -> Iterator[tuple[Token, int]]:
    line = 0
    for block in tokens:
        if block.type == "inline":
            line = at = block.map[0] if block.map else line
            for token in block.children or ():
                yield token, at
                for inner in token.children or ():
                    yield inner, at
                at += token.type in {"softbreak", "hardbreak"}
