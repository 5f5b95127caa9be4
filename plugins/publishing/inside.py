"""A folder that cannot be renamed (a mount point, a container's volume) → its contents replaced, file by file.

What comes waits, complete, in a stage inside the folder. Each file then takes its place at once, pages after what they
load; files that are no longer published go last. A run that is killed on the way is ended by the next.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from plugins.publishing import marks
from plugins.publishing.rights import make_folder


def bring_inside(new: Path, target: Path) -> None:
    """Copy what was built elsewhere into the stage of a folder.

    Raises:
        OSError: nothing is published, and the stage is gone.
    """
    stage = target / marks.STAGE
    if new == stage:
        return
    try:
        shutil.copytree(new, stage)
    except OSError:
        shutil.rmtree(stage, ignore_errors=True)
        raise


def replace_contents(target: Path) -> None:
    """Publish the stage of a folder, which is complete and marked."""
    # Marks change on the way: what is to be done is said before.
    (target / marks.READY).write_text(json.dumps(_to_do(target)), encoding="utf-8", newline="")
    finish(target)


def _to_do(target: Path) -> tuple[list[str], list[str]]:
    """Which files of the stage take their places, in order, and which of those that are published go."""
    coming, before = marks.read(target / marks.STAGE), marks.read(target)
    written = (coming.files if coming else None) or frozenset()
    gone = ((before.files if before else None) or frozenset()) - written
    return sorted(written, key=lambda name: (name.endswith(".html"), name)), sorted(gone)


def finish(target: Path) -> None:
    """Go on from wherever a run stopped; nothing to do without a complete stage."""
    stage, ready = target / marks.STAGE, target / marks.READY
    if not ready.exists():
        return
    if marks.read(stage) is not None:
        try:
            written, gone = json.loads(ready.read_text(encoding="utf-8"))
        except ValueError:  # it stopped before anything took its place
            written, gone = _to_do(target)
        for name in written:
            if os.path.lexists(stage / name):
                _make_room(target, name)
                (stage / name).replace(target / name)
        remove(target, gone)
        (stage / marks.MARK).replace(target / marks.MARK)
    shutil.rmtree(stage, ignore_errors=True)
    ready.unlink()


def _make_room(target: Path, name: str) -> None:
    """A page may become a folder, and a folder a page; what stands there is ours: what is not was refused before."""
    path = target / name
    for above in reversed(path.relative_to(target).parents):
        folder = target / above
        if os.path.lexists(folder) and not folder.is_dir():
            folder.unlink()
    make_folder(path.parent)
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)


def remove(target: Path, names: Iterable[str]) -> None:
    """Take files away, and the folders that they leave empty."""
    for name in sorted(names):
        path = target / name
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            path.unlink()
        for folder in path.parents:
            if folder == target:
                break
            with suppress(OSError):  # it still holds something
                folder.rmdir()
