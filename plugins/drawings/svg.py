"""Shapes and their places → SVG fit for a strict content security policy: classes and attributes, every value escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

Value = str | int | float


@dataclass(frozen=True)
class Address:
    """An address under the site's root: it is written relative to the page that shows the drawing."""

    url: str


@dataclass(frozen=True)
class Shape:
    """One element of SVG."""

    name: str
    attributes: tuple[tuple[str, Value | Address], ...] = ()
    inside: tuple[Shape | str, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """A whole drawing.

    Attributes:
        width, height: of its own units; a browser scales it to the width that the style sheet gives.
        shapes: back to front.
        variant: `narrow` for a telephone, `wide` for a desk, `single` for both.
    """

    width: int
    height: int
    shapes: tuple[Shape, ...]
    variant: str = "single"

    def written(self, root: str, label: str, flat: bool = False) -> Markup:
        """The element, without identifiers: a page may hold several.

        Args:
            root: the site's root as the page sees it, such as `..`.
            label: id of the element of the page that names the drawing.
            flat: whether it is one image, without links; else it is a group of links.
        """
        attributes: tuple[tuple[str, Value | Address], ...] = (
            ("class", f"drawing drawing--{self.variant}"),
            ("viewBox", f"0 0 {self.width} {self.height}"),
            ("role", "img" if flat else "group"),
            ("aria-labelledby", label),
        )
        return Markup(_written(Shape("svg", attributes, self.shapes), root))  # noqa: S704 -- every value is escaped below


def shape(name: str, *inside: Shape | str, kind: str = "", **attributes: Value | Address) -> Shape:
    """An element; `kind` is its class, an underscore in the name of an attribute is a hyphen."""
    own = tuple((key.replace("_", "-"), value) for key, value in attributes.items())
    return Shape(name, ((("class", kind),) if kind else ()) + own, inside)


def text(lines: Iterable[str], x: float, y: float, kind: str = "", step: float = 19, **attributes: Value) -> Shape:
    """Lines of text, the baseline of the first at `y`, `step` apart."""
    all_lines = tuple(lines)
    if len(all_lines) == 1:
        return shape("text", all_lines[0], kind=kind, x=x, y=y, **attributes)
    # A space between lines, for those who hear or copy them; outside of both, so that nothing underlines it.
    parts: list[Shape | str] = []
    for rank, line in enumerate(all_lines):
        parts += [" "] * bool(rank) + [shape("tspan", line, x=x, y=y + rank * step)]
    return shape("text", *parts, kind=kind, **attributes)


def link(url: str, *inside: Shape | str, full: str = "") -> Shape:
    """A link to a page of the site; `full` is its name in full, when the drawing shortens it."""
    named = (shape("title", full),) if full else ()
    return shape("a", *named, *inside, href=Address(url))


def path(*pieces: Value) -> str:
    """The data of a path, numbers shortened: `path("M", 1, 2.04, "L", 3, 4)` → `M1 2L3 4`."""
    written = ""
    for piece in pieces:
        token = piece if isinstance(piece, str) else number(piece)
        written += ("" if not written or written[-1].isalpha() or token.isalpha() else " ") + token
    return written


def number(value: float) -> str:
    """At most one decimal, no trailing zero: a tenth of a unit is less than a pixel."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def _written(node: Shape | str, root: str) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    attributes = "".join(f' {name}="{_value(value, root)}"' for name, value in node.attributes)
    inside = "".join(_written(child, root) for child in node.inside)
    return f"<{node.name}{attributes}>{inside}</{node.name}>" if inside else f"<{node.name}{attributes}/>"


def _value(value: Value | Address, root: str) -> str:
    if isinstance(value, Address):
        return escape(f"{root}/{value.url}")
    return escape(value) if isinstance(value, str) else number(value)
