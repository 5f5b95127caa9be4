"""A content folder → the texts of its files, line ends as they are; two texts of a file → what differs."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from plugins.diagnostics import Diagnostic
from plugins.model.folder import explore
from plugins.model.source_text import decode


def texts_of(root: Path, shown: str) -> tuple[dict[str, str], list[Diagnostic]]:
    """Texts of pages and of the files at the top, by path under the folder, and what is no text.

    Args:
        root: an existing content folder.
        shown: how messages name it.
    """
    found = explore(root, shown)
    texts, wrong = dict[str, str](), list[Diagnostic]()
    for path, place in [*found.lists, *found.site, *((page, where) for page, where, _ in found.pages)]:
        data = path.read_bytes()
        text, told = decode(data, place)
        if text is None:
            wrong += told
        else:
            texts[path.relative_to(root).as_posix()] = data.decode()
    return texts, wrong


def difference(name: str, before: str | None, after: str) -> Iterator[str]:
    """Lines of what differs, as `git diff` shows them.

    Args:
        name: of the file.
        before: its text; None when there was none.
        after: its new text.
    """
    lines = [text.replace("\r\n", "\n").splitlines(keepends=True) for text in (before or "", after)]
    for line in unified_diff(lines[0], lines[1], name if before is not None else "/dev/null", name, n=2):
        yield line if line.endswith("\n") else f"{line}\n"
