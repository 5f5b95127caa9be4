"""Folders and files → readable by the server that publishes them, whatever the umask of the person who built."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

_FOLDER, _FILE = 0o755, 0o644


def open_to_read(folder: Path) -> None:
    """Give a folder and all that is in it the rights of a published site: 755 for folders, 644 for files."""
    _set(folder, _FOLDER)
    for base, folders, files in os.walk(folder):
        for name in folders:
            _set(f"{base}/{name}", _FOLDER)
        for name in files:
            _set(f"{base}/{name}", _FILE)


def make_folder(folder: Path) -> list[Path]:
    """Make a folder, and those above it that are missing.

    Returns:
        Those that were made, the outermost first.

    Raises:
        OSError: as the system says.
    """
    missing = [path for path in (folder, *folder.parents) if not path.is_dir()]
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        _set(path, _FOLDER)
    return missing[::-1]


def _set(path: str | Path, rights: int) -> None:
    mode = os.lstat(path).st_mode
    wanted = rights | (mode & stat.S_ISGID)
    if stat.S_ISLNK(mode) or stat.S_IMODE(mode) == wanted:
        return
    # A folder of a group (setgid) stays one; a disk without rights (FAT) refuses, and has none to open.
    with suppress(PermissionError):
        Path(path).chmod(wanted)
