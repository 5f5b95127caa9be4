"""HTML whose tags are all closed → its elements, as plain data: what reads a page that is no body of ours walks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag


@dataclass
class Node:
    """An element.

    Attributes:
        name: of its tag, in lower case; empty for the page itself.
        attributes: by name.
        children: elements and texts, in order; comments are left out.
    """

    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def elements(self, *names: str) -> list[Node]:
        """The elements of those names right inside it."""
        return [child for child in self.children if isinstance(child, Node) and child.name in names]

    def within(self) -> Iterator[Node]:
        """Every element inside it, however deep."""
        waiting = list(self.children)
        while waiting:
            child = waiting.pop()
            if isinstance(child, Node):
                yield child
                waiting += child.children


def tree(html: str) -> Node:
    """The elements of a page; a stack, for texts made to hurt nest by the thousand."""
    page = Node()
    waiting: list[tuple[Node, PageElement]] = [
        (page, child) for child in reversed(BeautifulSoup(html, "html.parser", multi_valued_attributes=None).contents)
    ]
    while waiting:
        parent, child = waiting.pop()
        if isinstance(child, Tag):
            node = Node(child.name, {name: str(value) for name, value in child.attrs.items()})
            parent.children.append(node)
            waiting += [(node, one) for one in reversed(child.contents)]
        elif type(child) is NavigableString:
            parent.children.append(str(child))
    return page
