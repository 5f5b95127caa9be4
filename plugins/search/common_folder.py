"""The folder of the common index as it was published once, or nothing → the one to come, in which only what changes is written.

At thirteen committees of a thousand pages, giving every piece a second name costs more than all that changed. So the folder
that a publication replaced is kept, and brought up to date the next time: in it, what the last publication wrote, and what
this one does, is all that is not there yet.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from plugins.search.transport import file_name, script
from plugins.text.files import bytes_of, link_or_copy

# Which build a piece says to be of: the folder says it, and what did not change is not written again.
ANY_BUILD = "0"
# What is on its way: a run that was killed leaves it, and the next one does not believe it.
_COMING = "a-venir"


@dataclass(frozen=True)
class Published:
    """What the last publication was.

    Attributes:
        build: its name; empty when nothing is known of it.
        earlier: that of the publication before, if it had pieces of the same names.
        buckets: in how many pieces terms stand.
        names: of the pieces that are neither of terms nor of places.
        written: names of the pieces in which it differs from the one before.
    """

    build: str = ""
    earlier: str = ""
    buckets: int = 0
    names: Sequence[str] = ()
    written: Sequence[str] = ()


@dataclass(frozen=True)
class Pieces:
    """The pieces of an index to come."""

    folder: Path
    written: list[str] = field(default_factory=list)

    def path(self, name: str) -> Path:
        """Where a piece stands."""
        return self.folder / f"{file_name(name)}.js"

    def write(self, name: str, text: str, *, same: bool = False) -> None:
        """Write a piece, in the place of the one that was there; where that may say the `same`, it is left then."""
        path, told = self.path(name), "".join(script(ANY_BUILD, {name: text}))
        if same and path.is_file() and bytes_of(path) == told.encode():
            return
        self.written.append(name)
        write_new(path, told)

    def drop(self, name: str) -> None:
        """Take a piece away."""
        self.path(name).unlink(missing_ok=True)

    def done(self, build: str, last: Published, buckets: int, names: Sequence[str]) -> list[object]:
        """Give the folder the name of its build; what the next run has to know of it, as `Published` holds it."""
        self.folder.rename(self.folder.with_name(build))
        alike = set(names) == set(last.names)
        return [build, last.build if alike else "", buckets, names, self.written if alike else []]


def begun(target: Path) -> Pieces:
    """A folder without pieces."""
    _clear(target)
    (target / _COMING).mkdir(parents=True)
    return Pieces(target / _COMING)


def taken_up(target: Path, published: Path, last: Published) -> Pieces | None:
    """A folder with the pieces of the last publication, from what stands in `target`, or as second names of all that is published.

    Args:
        target: the folder to write in.
        published: the common index, as it is published.
        last: what it is.

    Returns:
        None when it is not there any more.
    """
    old, coming = published / last.build, target / _COMING
    if not last.build or not old.is_dir():
        return None
    try:
        if (target / last.build).is_dir():
            _clear(target, last.build)
            (target / last.build).rename(coming)
        elif last.earlier and (target / last.earlier).is_dir():
            _clear(target, last.earlier)
            (target / last.earlier).rename(coming)
            for name in last.written:
                _renew(old, coming, f"{file_name(name)}.js")
        else:
            pieces = begun(target)
            with os.scandir(old) as found:
                for entry in found:
                    link_or_copy(entry.path, f"{pieces.folder}/{entry.name}")
    except OSError:
        return None
    return Pieces(coming)


def write_new(path: str | Path, text: str) -> None:
    """Write a file that may have had a second name: what bears the other one stays as it is."""
    with suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108 — thousands of them
    with open(path, "x", encoding="utf-8", newline="") as file:  # noqa: PTH123 — thousands of them
        file.write(text)


def _renew(old: Path, coming: Path, name: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(f"{coming}/{name}")  # noqa: PTH108 — thousands of them
    link_or_copy(f"{old}/{name}", f"{coming}/{name}")


def _clear(target: Path, kept: str = "") -> None:
    """Take away all folders but one."""
    if target.is_dir():
        for folder in [one for one in target.iterdir() if one.is_dir() and one.name != kept]:
            shutil.rmtree(folder)
