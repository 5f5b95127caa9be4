"""Files → a short hash of their names and bytes: equal files, equal hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def of_files(paths: Iterable[Path], base: Path) -> str:
    """Ten hexadecimal digits for these files, in any order.

    Args:
        paths: files under `base`.
        base: names are taken relative to it, so that the hash is the same in every folder.
    """
    digest = hashlib.sha256()
    for name, path in sorted((path.relative_to(base).as_posix(), path) for path in paths):
        data = path.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:10]


def of_folder(folder: Path) -> str:
    """Ten hexadecimal digits for all the files of a folder."""
    return of_files((path for path in folder.rglob("*") if path.is_file()), folder)
