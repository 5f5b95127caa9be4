"""The door of publishing for `tasks.py`: a published folder, made good before a verb reads it or writes it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from plugins.diagnostics import errors, listing
from plugins.publishing import swap
from plugins.publishing.neighbours import previous


def put_back(folder: str) -> str:
    """Make good what a killed run left of a published folder.

    Args:
        folder: as typed; a folder that nobody published is left alone.

    Returns:
        The same folder.

    Raises:
        OSError: as the system says.
    """
    swap.put_back(Path(folder))
    return folder


def roll_back(folder: str) -> int:
    """Publish again what was published before, and say so.

    Args:
        folder: as typed.

    Returns:
        The exit code: 1 when nothing is kept, or something is in the way; then nothing changed.

    Raises:
        OSError: as the system says.
    """
    found = swap.roll_back(Path(folder))
    if errors(found):
        sys.stderr.write(listing(found) + "\n")
        return 1
    print(f"{folder} : la publication précédente est revenue ; la même commande remet celle qu'elle remplace.")
    return 0


def forget_previous(folder: str) -> None:
    """Erase the publication before, which `inv rollback` would bring back, with what was withdrawn since.

    Args:
        folder: the published folder, as typed.
    """
    shutil.rmtree(previous(Path(folder)), ignore_errors=True)


def erase(*folders: Path) -> None:
    """Take away what verbs published, and say what is somebody else's, which stays.

    Raises:
        OSError: as the system says.
    """
    found = [one for folder in folders for one in swap.erase(folder)]
    if found:
        sys.stderr.write(listing(found) + "\n")
