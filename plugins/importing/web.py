"""HTML → its paragraphs, headings, items and tables; scripts and styles are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.importing.pieces import CELL_LINE, Piece, RefusedError, Spot, Style
from plugins.importing.plain import decoded
from plugins.markup.guard import sanitize
from plugins.markup.tree import Node, tree

_BLOCKS = frozenset(
    "p div section article header footer main aside ul ol li dl dt dd table thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 blockquote "
    "pre figure figcaption address hr caption body html center".split()
)
_HEADING = re.compile(r"h([1-6])")
_HEADING_TAG, _TITLE = re.compile(r"<(/?)h([1-5])\b", re.IGNORECASE), re.compile(r"<title\b[^<]*</title>", re.IGNORECASE)
_MOST_TAGS = 100_000
_DEEPEST = 200
# What a browser does not show was not meant to be read: an element without another of its name in it.
_HIDDEN = re.compile(
    r"<(\w+)\b[^>]*?(?:\shidden\b|style\s*=\s*[\"'][^\"'>]*?(?:display\s*:\s*none|visibility\s*:\s*hidden))[^>]*>(?:(?!<\1\b).)*?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", re.IGNORECASE)


@dataclass
class _Reading:
    pieces: list[Piece]
    tables: int = 0

    def put(self, text: str, style: Style) -> None:
        shown = re.sub(r"[ \u00a0]*\t[ \t\u00a0]*", "\t", re.sub(r"[ \n\r\f]+", " ", text)).strip()
        if shown:
            self.pieces.append(Piece(shown, Spot(rank=len(self.pieces) + 1, unit="paragraphe"), style, whole=True))


def read(data: bytes) -> list[Piece]:
    """Every block of text, in order.

    Raises:
        RefusedError: a page of more tags than minutes have.
    """
    named = _CHARSET.search(data[:2000])
    try:
        text = data.decode(named[1].decode("ascii") if named else "utf-8")
    except (UnicodeDecodeError, LookupError):
        text = decoded(data)
    if text.count("<") > _MOST_TAGS:
        raise RefusedError(f"cette page a plus de {_MOST_TAGS} balises — n'en garder que le compte rendu")
    # The guard closes what nothing closed, and knows no title of the first level.
    text = _HIDDEN.sub("", text)
    lowered = _HEADING_TAG.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", _TITLE.sub("", text))
    return paragraphs(sanitize(lowered))


def paragraphs(text: str) -> list[Piece]:
    """The same, of a page whose tags are all closed."""
    reading = _Reading([])
    _walk(tree(text), Style(), reading, 0)
    return reading.pieces


def _walk(parent: Node, style: Style, reading: _Reading, deep: int) -> None:
    """Texts between two blocks make a paragraph."""
    if deep > _DEEPEST:
        raise RefusedError("cette page a trop de balises l'une dans l'autre — l'enregistrer en texte")
    texts: list[tuple[str, bool]] = []

    def flush() -> None:
        said = [(text, bold) for text, bold in texts if text.strip()]
        bold = bool(said) and all(bold for _, bold in said)
        for line in "".join(text for text, _ in texts).split("\v"):
            reading.put(line, replace(style, bold=style.bold or bold))
        texts.clear()

    for child in parent.children:
        if isinstance(child, Node) and child.name in _BLOCKS:
            flush()
            _block(child, style, reading, deep + 1)
        elif isinstance(child, Node) and any(one.name in _BLOCKS for one in child.within()):
            flush()
            _walk(child, style, reading, deep + 1)
        else:
            texts.extend(_inline(child, bold=False, deep=deep))
    flush()


def _inline(node: Node | str, *, bold: bool, deep: int) -> Iterator[tuple[str, bool]]:
    if isinstance(node, str):
        yield node, bold
    elif node.name == "br":
        yield "\v", bold
    elif deep < _DEEPEST:
        for child in node.children:
            yield from _inline(child, bold=bold or node.name in {"b", "strong", "u"}, deep=deep + 1)


def _block(element: Node, style: Style, reading: _Reading, deep: int) -> None:
    heading = _HEADING.fullmatch(element.name)
    if heading:
        _walk(element, replace(style, level=int(heading[1])), reading, deep)
    elif element.name == "table":
        _table(element, reading, deep)
    elif element.name in {"ul", "ol"}:
        depth = style.depth + 1 if style.marker else 0
        start = element.attributes.get("start", "1")
        number = int(start) if start.isdigit() and len(start) < 5 else 1
        for rank, item in enumerate(element.elements("li"), start=number):
            marker = "-" if element.name == "ul" else f"{rank}."
            _item(item, replace(style, marker=marker, depth=depth), reading, deep)
    else:
        _walk(element, style, reading, deep)


def _item(item: Node, style: Style, reading: _Reading, deep: int) -> None:
    """The first paragraph of an item has its mark; more of them are paragraphs."""
    before = len(reading.pieces)
    _walk(item, style, reading, deep + 1)
    for rank in range(before + 1, len(reading.pieces)):
        piece = reading.pieces[rank]
        if piece.style == style:
            reading.pieces[rank] = replace(piece, style=replace(style, marker="", depth=0))


def _table(table: Node, reading: _Reading, deep: int) -> None:
    number = reading.tables = reading.tables + 1
    parts = [table, *table.elements("thead", "tbody", "tfoot")]
    rows = [row.elements("td", "th") for part in parts for row in part.elements("tr")]
    if max(map(len, rows), default=0) < 2:  # a frame around a text
        for cell in (cell for row in rows for cell in row):
            _walk(cell, Style(), reading, deep + 1)
        return
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            own = _Reading([])
            _walk(cell, Style(), own, deep + 1)
            text = CELL_LINE.join(piece.text.replace("\t", " ") for piece in own.pieces)
            if text:
                spot = Spot(rank=len(reading.pieces) + 1, unit="paragraphe")
                look = Style(bold=cell.name == "th", cell=(number, down, across))
                reading.pieces.append(Piece(text, spot, look, whole=True))
