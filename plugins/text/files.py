"""A folder → the names of the files in it, for a site has thousands; files to be written in it → whole ones."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

# The page of the web editor, under the site's root; its scripts, under the folder of the theme's files.
EDITOR_PAGE, EDITOR_SCRIPTS = "admin/", "js/editeur/"


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


def write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file whole, beside its place first: none is ever half there.

    Args:
        folder: the folder.
        files: by path under it, in the order in which they are put in place.

    Raises:
        OSError: when one cannot be written; then none is in its place.
    """
    made: list[tuple[Path, Path]] = []
    try:
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
            made.append((Path(beside), path))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(beside).chmod(0o644)
        for beside_path, path in made:
            beside_path.replace(path)
    finally:
        for beside_path, _ in made:
            beside_path.unlink(missing_ok=True)


def _files(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file():
                yield prefix + entry.name


def of_editor(name: str) -> bool:
    """Whether a file of a built site belongs to the web editor: nobody who reads the site needs it.

    Args:
        name: its path under the site's root.
    """
    return name.startswith(EDITOR_PAGE) or f"/{EDITOR_SCRIPTS}" in name
