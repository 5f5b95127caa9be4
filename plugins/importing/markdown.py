"""Blocks → Markdown that says the same words, whatever signs they hold; doubts are quotations that open with « à relire »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.importing.pieces import CELL_LINE, Block

_SIGNS = re.compile(r"([\\`*_\[\]<>{}|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# At the beginning of a line they would open a list, a heading, a block.
_START = re.compile(r"^(?:([-+#=:>])|(\d{1,9})([.)])(?=\s|$))")
_LONGEST = 8_000


def escaped(text: str) -> str:
    """A paragraph as Markdown."""
    plain = " ".join(text.replace("\t", " ").replace(CELL_LINE, " ").split())
    safe = _ENTITY.sub(r"\\&", _SIGNS.sub(r"\\\1", plain))
    return _START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", safe)


def body(blocks: Sequence[tuple[Block, tuple[str, ...]]], original: str = "") -> str:
    """The text of the page.

    Args:
        blocks: each with what a person must look at.
        original: address of the file, when it is attached: each doubt leads to its place in it.
    """
    lowest = min((block.level for block, _ in blocks if block.kind == "heading"), default=1)
    parts: list[str] = []
    listed = False
    for block, doubts in blocks:
        is_item = block.kind == "item"
        text = _block(block, lowest)
        if is_item and listed:
            parts[-1] += f"\n{text}"
        elif text:
            parts.append(text)
        listed = is_item and not doubts
        parts += [f"> à relire ({_place(block, original)}) : {escaped(doubt)}" for doubt in doubts]
    return "\n\n".join(parts) + "\n"


def _place(block: Block, original: str) -> str:
    """In words; a link to the page and its height, where the original is a PDF.

    Source: RFC 8118, « The application/pdf Media Type », 3: page and zoom.
    """
    box = block.spots[0].box
    if not original.endswith(".pdf") or box is None:
        return block.where
    return (
        f"[{block.where}]({original}#page={block.spots[0].page}&zoom=100,{max(0, box.left - 20):.0f},{max(0, box.top - 20):.0f})"
    )


def _block(block: Block, lowest: int) -> str:
    if block.kind == "heading":
        return "#" * min(block.level - lowest + 2, 5) + " " + escaped(block.text)
    if block.kind == "item":
        indent = "   " * min(block.depth, 3)
        return f"{indent}{block.marker or '-'} {escaped(block.text)}"
    if block.kind == "table":
        return _table(block)
    return escaped(block.text)


def _table(block: Block) -> str:
    width = max(len(row) for row in block.rows)
    rows = [[*row, *[""] * (width - len(row))] for row in block.rows]
    lines = ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def _cell(text: str) -> str:
    return escaped(text.replace(CELL_LINE, " / ")) if text else " "
