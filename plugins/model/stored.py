"""A file's bytes → its front matter as plain data; taken from the store when an earlier build had read these bytes without a fault."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Loc
from plugins.model.front_matter import MOST_VALUES, Data, parse
from plugins.model.source_text import Split, decode, split, text_of


@dataclass(frozen=True)
class FileRead:
    """A file.

    Attributes:
        data: what its YAML holds; None when it holds nothing, or cannot be read.
        lines: where.
        body: what stands under the front matter.
        body_line: the line of the file on which it starts, from 1.
        unread: whether something was said of its YAML.
        front: a name for the text of its YAML, and for the line on which it starts.
    """

    data: Data | None
    lines: dict[Loc, int] = field(repr=False)
    body: str = field(repr=False)
    body_line: int
    unread: bool = False
    front: str = ""


def read_file(
    written: bytes, place: Place, store: Store, *, page: bool, most: int = MOST_VALUES
) -> tuple[FileRead | None, list[Diagnostic]]:
    """Read one file.

    Args:
        written: the file.
        place: of its first line.
        store: what was read before; left open.
        page: whether it is front matter and a body; else all of it is YAML.
        most: how many values its YAML may hold.

    Returns:
        What was read, None when it is no text, or has no front matter; what is wrong.
    """
    key = key_of("file", f"{page} {most}", written)
    kept = store.get(key, lambda value: _from_store(value, written))
    if kept is not None:
        return kept, []
    text, found = decode(written, place)
    parts, more = (split(text, place) if page else (Split(text, 1, "", 0), [])) if text is not None else (None, [])
    if parts is None:
        return None, [*found, *more]
    data, lines, wrong = parse(parts.front, place, parts.front_line, most)
    told, front = [*found, *more, *wrong], key_of(str(parts.front_line), parts.front).decode()
    if not told:
        store.put(key, [data, [[line, *loc] for loc, line in lines.items()], len(parts.body), parts.body_line, front])
    return FileRead(data, lines, parts.body, parts.body_line, bool(wrong), front), told


def _from_store(kept: Any, written: bytes) -> FileRead:
    data, lines, length, body_line, front = kept
    text = text_of(written) if length else ""
    return FileRead(data, {tuple(loc): line for line, *loc in lines}, text[len(text) - length :], body_line, front=front)
