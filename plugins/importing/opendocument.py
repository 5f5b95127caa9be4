"""An ODT → its paragraphs, headings, items and tables, read in its `content.xml`; notes, comments, deleted and hidden text are left out."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from plugins.importing.containers import parts
from plugins.importing.pieces import CELL_LINE, Piece, RefusedError, Spot, Style

# Source: OpenDocument 1.3, part 3, « OpenDocument Schema ».
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LEFT_OUT = frozenset(
    (_TEXT + "note", _OFFICE + "annotation", _TEXT + "tracked-changes", _TEXT + "ruby-text", _TEXT + "hidden-text")
)
_DEEPEST = 100


@dataclass
class _Reading:
    bold: frozenset[str]
    titles: dict[str, int]
    numbered: frozenset[str]
    hidden: frozenset[str]
    pieces: list[Piece] = field(default_factory=list)
    tables: int = 0

    def put(self, text: str, style: Style) -> None:
        for line in text.split("\v"):
            # Spaces in a row were typed, to part two cells.
            cells = re.sub(r"[ \u00a0]{3,}", "\t", line.strip()).split("\t")
            shown = "\t".join(" ".join(part.split()) for part in cells)
            if shown:
                self.pieces.append(Piece(shown, Spot(rank=len(self.pieces) + 1, unit="paragraphe"), style, whole=True))


def read(data: bytes) -> list[Piece]:
    """Every paragraph of the body.

    Raises:
        RefusedError: what `containers.parts` refuses, and an archive that is no text document.
    """
    found = parts(data)
    if "content.xml" not in found or b"opendocument.text" not in found.get("mimetype", b""):
        raise RefusedError("ce fichier n'est pas un texte OpenDocument (.odt) — l'enregistrer en .odt ou en PDF")
    if b"encryption-data" in found.get("META-INF/manifest.xml", b""):
        raise RefusedError("ce fichier est protégé par un mot de passe — l'ouvrir, puis l'enregistrer sans mot de passe")
    try:
        # Entities and types of documents were refused above: nothing else of XML reads or swells.
        root = ET.fromstring(found["content.xml"])  # noqa: S314
        styles = ET.fromstring(found["styles.xml"]) if "styles.xml" in found else None  # noqa: S314
    except ET.ParseError:
        raise RefusedError("ce document OpenDocument ne se lit pas — l'enregistrer de nouveau, ou en PDF") from None
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    reading = _styles(root, styles)
    if body is not None:
        _walk(body, Style(), reading, 0)
    return reading.pieces


def _styles(*roots: ET.Element | None) -> _Reading:
    bold, titles, numbered, hidden = set(), {}, set(), set()
    for root in roots:
        if root is None:
            continue
        for style in root.iter(_STYLE + "style"):
            name, parent = style.get(_STYLE + "name", ""), style.get(_STYLE + "parent-style-name", "")
            properties = style.find(_STYLE + "text-properties")
            if properties is not None and (
                properties.get(_FO + "font-weight") in {"bold", "700", "800", "900"}
                or properties.get(_STYLE + "text-underline-style", "none") != "none"
            ):
                bold.add(name)
            if properties is not None and properties.get(_TEXT + "display") == "none":
                hidden.add(name)
            level = next((level for one in (name, parent) if (level := _level_of(one))), 0)
            if level:
                titles[name] = level
        for style in root.iter(_TEXT + "list-style"):
            if (
                style.find(_TEXT + "list-level-style-number") is not None
                and style.find(_TEXT + "list-level-style-bullet") is None
            ):
                numbered.add(style.get(_STYLE + "name", ""))
    return _Reading(frozenset(bold), titles, frozenset(numbered), frozenset(hidden))


def _level_of(name: str) -> int:
    """Of a style, or of the one that it is made from: a page break makes a style of its own."""
    if name in {"Title", "Subtitle"}:
        return 1 if name == "Title" else 2
    heading = re.fullmatch(r"(?:Heading|Titre)(?:_20_)?([1-9])", name)
    return int(heading[1]) if heading else 0


def _walk(parent: ET.Element, style: Style, reading: _Reading, deep: int, list_style: str = "") -> None:
    if deep > _DEEPEST:
        raise RefusedError("ce document a trop d'éléments l'un dans l'autre — l'enregistrer en PDF")
    for child in parent:
        if child.tag in {_TEXT + "p", _TEXT + "h"}:
            _paragraph(child, style, reading)
        elif child.tag == _TEXT + "list":
            _list(child, style, reading, deep, child.get(_TEXT + "style-name", "") or list_style)
        elif child.tag == _TABLE + "table":
            _table(child, reading, deep)
        elif child.tag not in _LEFT_OUT and not _is_hidden(child):
            _walk(child, style, reading, deep + 1, list_style)


def _paragraph(element: ET.Element, style: Style, reading: _Reading) -> None:
    name = element.get(_TEXT + "style-name", "")
    if name in reading.hidden or any(map(_is_hidden, element.iter(_TEXT + "hidden-paragraph"))):
        return
    level = reading.titles.get(name, 0)
    if element.tag == _TEXT + "h":
        given = element.get(_TEXT + "outline-level", "1")
        level = int(given) if given.isdigit() and len(given) < 3 else 1
    said = [(text, bold) for text, bold in _texts(element, reading, name in reading.bold) if text]
    bold = bool(said) and all(bold for text, bold in said if text.strip())
    reading.put("".join(text for text, _ in said), replace(style, level=level, bold=bold, marker="" if level else style.marker))


def _is_hidden(element: ET.Element) -> bool:
    """A section that is not shown, or the mark of a paragraph that is not."""
    return element.get(_TEXT + "display") == "none" or element.get(_TEXT + "is-hidden") == "true"


def _texts(element: ET.Element, reading: _Reading, bold: bool) -> Iterator[tuple[str, bool]]:
    if element.tag in _LEFT_OUT or element.get(_TEXT + "style-name", "") in reading.hidden:
        return
    yield (element.text or ""), bold
    for child in element:
        own = bold or child.get(_TEXT + "style-name", "") in reading.bold
        if child.tag == _TEXT + "s":
            yield " " * min(int(child.get(_TEXT + "c", "1") or 1), 20), bold
        elif child.tag == _TEXT + "tab":
            yield "\t", bold
        elif child.tag == _TEXT + "line-break":
            yield "\v", bold
        elif child.tag != _TABLE + "table":
            yield from _texts(child, reading, own)
        yield (child.tail or ""), bold


def _list(element: ET.Element, style: Style, reading: _Reading, deep: int, name: str) -> None:
    depth = style.depth + 1 if style.marker else 0
    rank = 0
    for item in element:
        if item.tag not in {_TEXT + "list-item", _TEXT + "list-header"}:
            continue
        rank += item.tag == _TEXT + "list-item"
        before = len(reading.pieces)
        marker = f"{rank}." if name in reading.numbered else "-"
        own = replace(style, marker=marker, depth=depth)
        _walk(item, own, reading, deep + 1, name)
        for at in range(before + 1, len(reading.pieces)):
            if reading.pieces[at].style == own:
                reading.pieces[at] = replace(reading.pieces[at], style=replace(own, marker="", depth=0))


def _table(element: ET.Element, reading: _Reading, deep: int) -> None:
    number = reading.tables = reading.tables + 1
    for down, row in enumerate(element.iter(_TABLE + "table-row")):
        cells = [cell for cell in row if cell.tag == _TABLE + "table-cell"]
        for across, cell in enumerate(cells):
            own = replace(reading, pieces=[], tables=0)
            _walk(cell, Style(), own, deep + 1)
            bold = bool(own.pieces) and all(piece.style.bold for piece in own.pieces)
            text = CELL_LINE.join(piece.text.replace("\t", " ") for piece in own.pieces)
            if text:
                spot = Spot(rank=len(reading.pieces) + 1, unit="paragraphe")
                reading.pieces.append(Piece(text, spot, Style(bold=bold, cell=(number, down, across)), whole=True))
