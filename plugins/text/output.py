"""A folder to write in, and the one whose place it will take → files; one that stays the same is the same file, under a second name."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from plugins.text.files import linked

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Output:
    """What one build writes.

    Naming a file again costs a tenth of writing it. A file that has two names is never opened to be written: what replaces
    it is another file, and the folder before stays as it was.

    Args:
        folder: where to write.
        before: the published folder that it replaces, if its files may be taken over; it is only read.
    """

    def __init__(self, folder: Path, before: Path | None = None) -> None:
        self.folder, self._before = folder, before
        self._made = set[str]()

    def replaces(self, name: str) -> bool:
        """Whether the folder that is replaced has a file or folder of this name."""
        return self._before is not None and (self._before / name).exists()

    def write(self, name: str, data: bytes) -> None:
        """Write a file, and the folders that it stands in.

        Args:
            name: its path under the folder.
            data: all of it.

        Raises:
            OSError: as the system says.
        """
        path = f"{self.folder}/{name}"
        above = path.rpartition("/")[0]
        if above not in self._made:
            if not os.path.isdir(above):  # noqa: PTH112 — thousands of them, none of which needs to be a path; Pelican made most
                os.makedirs(above, exist_ok=True)  # noqa: PTH103
            self._made.add(above)
        if self._before is not None and _same(f"{self._before}/{name}", data) and linked(f"{self._before}/{name}", path):
            return
        try:
            file = open(path, "xb")  # noqa: PTH123, SIM115 — closed two lines below
        except FileExistsError:
            Path(path).unlink()
            file = open(path, "xb")  # noqa: PTH123, SIM115
        with file:
            file.write(data)


def _same(path: str, data: bytes) -> bool:
    """Whether there is a file of ours that holds this, and no link to one."""
    try:
        handle = os.open(path, _READ)
    except (OSError, ValueError):
        return False
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        ours = not hasattr(os, "geteuid") or about.st_uid == os.geteuid()
        return stat.S_ISREG(about.st_mode) and ours and about.st_size == len(data) and file.read() == data
