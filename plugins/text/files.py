"""A folder → the names of the files in it: a site has thousands, too many to make a path of each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_in(folder: Path) -> list[str]:
    """The name of each file under a folder, such as `acteurs/cgt/index.html`; folder by folder, in order.

    Links to files are files; links to folders are not followed.

    Raises:
        OSError: when a part of it cannot be read.
    """
    return sorted(_files(str(folder), ""), key=lambda name: name.split("/"))


def folders_above(name: str) -> list[str]:
    """The folders that a file stands in, the nearest first: `a/b` and `a` of `a/b/c.html`."""
    return [name[:place] for place in range(len(name) - 1, 0, -1) if name[place] == "/"]


def _files(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file():
                yield prefix + entry.name
