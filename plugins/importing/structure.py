"""Blocks → the same, with the headings that only their look gives away, and the levels of all of them put in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plugins.importing.pieces import Block, Piece
from plugins.importing.sizes import body_size

_LONGEST = 110  # signs of a heading
_BIGGER = 1.07  # times the size of the text
_UNFINISHED = re.compile(r"[.,;!]\s*$")
_NUMBERED = re.compile(
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}[.)/]|[A-H][.)/]|(?:Point|Article|Partie|Axe|Thème)\s+(?:n[°o]\s*)?\d{1,2}\s*[.:–—-]?)\s*[-–—]?\s*)(?=[A-ZÀ-Ý«])"
)


def headed(blocks: Sequence[Block], pieces: Sequence[Piece]) -> list[Block]:
    """Find the headings.

    Args:
        blocks: as `paragraphs` gives them.
        pieces: the lines, for their sizes.
    """
    size = body_size(pieces)
    sizes = {id(piece.spot): piece.style.size for piece in pieces}
    declared = any(block.kind == "heading" for block in blocks)
    found = list(blocks)
    ranks: dict[int, float] = {}
    for rank, block in enumerate(blocks):
        own = max((sizes.get(id(spot), 0.0) for spot in block.spots), default=0.0)
        larger = own / size if size else 0.0
        if _may_be(block, larger) and (
            _looks_so(blocks, rank, larger) or (not declared and not size and _stands_apart(blocks, rank))
        ):
            ranks[rank] = round(own, 0)
            text = block.text if block.marker in {"", "-"} else f"{block.marker} {block.text}"
            found[rank] = replace(block, kind="heading", level=0, text=text, marker="")
    return _levelled(found, ranks)


def _may_be(block: Block, larger: float) -> bool:
    """A short line of letters that ends no sentence, and is no item of a list."""
    text = block.text.strip()
    if block.kind not in {"paragraph", "item"} or block.marker == "-" or len(text) > _LONGEST or "\t" in text:
        return False
    unfinished = bool(_UNFINISHED.search(text)) and not text.endswith("…") and larger < 1.2
    return any(sign.isalpha() for sign in text) and not unfinished


def _looks_so(blocks: Sequence[Block], rank: int, larger: float) -> bool:
    """Larger letters than those of the text, or bold ones."""
    block = blocks[rank]
    text = block.text.strip()
    if larger > _BIGGER and block.kind != "item":
        return True
    if not block.bold:
        return False
    # « **Mme Vasseur :** … » opens a speech, and a bold last line closes nothing.
    opens = rank + 1 < len(blocks) and not text.endswith(":")
    return opens or bool(_NUMBERED.match(text)) or (text.rstrip(" :").istitle() and len(text) < 40)


def _stands_apart(blocks: Sequence[Block], rank: int) -> bool:
    """In a plain text: a short line, blank lines before it, that begins with a capital and does not end a sentence."""
    block = blocks[rank]
    text = block.text
    if len(block.spots) > 1 or len(text) > 70 or text.endswith((":", "?", "»", ")", "…")):
        return False
    # « 1. Le calendrier », alone between two paragraphs.
    if block.kind == "item" and (
        rank + 1 == len(blocks) or blocks[rank + 1].kind == "item" or blocks[rank + 1].spots[0].rank - block.spots[-1].rank < 2
    ):
        return False
    if not (text[0].isupper() or text[0].isdigit()) or rank + 1 == len(blocks):
        return False
    before = blocks[rank - 1].spots[-1].rank if rank else 0
    return block.spots[0].rank - before > 1 or (rank > 0 and blocks[rank - 1].kind == "heading")


def _levelled(blocks: list[Block], ranks: dict[int, float]) -> list[Block]:
    """Declared levels stay in their order; those that a look gives follow sizes: the largest is the highest."""
    sizes = sorted({size for size in ranks.values() if size}, reverse=True)
    levels = {size: rank + 1 for rank, size in enumerate(sizes)}
    found = [replace(block, level=levels.get(ranks[rank], 1)) if rank in ranks else block for rank, block in enumerate(blocks)]
    used = sorted({block.level for block in found if block.kind == "heading"})
    order = {level: rank + 1 for rank, level in enumerate(used)}
    return [replace(block, level=order[block.level]) if block.kind == "heading" else block for block in found]
