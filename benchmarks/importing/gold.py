"""Judged minutes, written in a small Markdown → their blocks, and what a draft must say of them.

The front matter gives `date`, `instance`, `prochaine_reunion`, `personnes` ({nom, acteur, qualite}), `corps` (the heading at
which the text itself begins). Below: `# title`, `## heading`, `- item`, `| a | b |`, paragraphs between blank lines; a tab
stands for the wide gap between a name and an organisation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class GoldBlock:
    """`kind`: `title`, `heading`, `item`, `paragraph` or `table`; a table's text is its cells."""

    kind: str
    text: str
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Gold:
    """Minutes, and what is to be found in them."""

    name: str
    blocks: tuple[GoldBlock, ...]
    expected: dict[str, Any]

    @property
    def body(self) -> tuple[GoldBlock, ...]:
        """What the draft's text must hold: all that follows the list of those who were there."""
        start = next((rank for rank, block in enumerate(self.blocks) if block.text == self.expected.get("corps")), 0)
        return self.blocks[start:]


def read(path: Path) -> Gold:
    """A file of judged minutes."""
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    blocks = tuple(_block(part) for part in re.split(r"\n[ \t]*\n", text.strip("\n")) if part.strip())
    return Gold(path.stem, blocks, yaml.safe_load(front.replace("\t", " ")))


def _block(text: str) -> GoldBlock:
    if text.startswith("|"):
        rows = tuple(tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in text.strip().split("\n"))
        return GoldBlock("table", " ".join(cell for row in rows for cell in row), rows=rows)
    heading = re.match(r"(#{1,4}) (.*)", text)
    if heading:
        level = len(heading[1])
        return GoldBlock("title" if level == 1 else "heading", heading[2].strip(), level)
    if re.match(r"[-–•▪➢→✓*o] ", text):
        return GoldBlock("item", text[2:].strip())
    return GoldBlock("paragraph", text.strip())
