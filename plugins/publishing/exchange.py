"""Two folders of one disk → each in the place of the other, at once where the system can; and one build at a time."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # not a POSIX system: two builds in one place do not wait for each other
    fcntl = None  # type: ignore[assignment]

# linux/fcntl.h and linux/fs.h: paths are from the current folder; the two names are exchanged.
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def exchange(one: Path, other: Path) -> bool:
    """Give each of two folders the name of the other, so that no instant is without either (renameat2(2)).

    Returns:
        False when the system, or the disk, cannot; then nothing changed.
    """
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    code: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return code == 0


def take_place(new: Path, target: Path, old: Path) -> None:
    """Put a folder in the place of another, which then lies at `new` or at `old`.

    Args:
        new: the folder to publish.
        target: where it goes; it may not exist.
        old: a free name beside them, used where the system cannot exchange.

    Raises:
        OSError: the target is as it was.
    """
    if not target.exists():
        new.rename(target)
    elif not exchange(new, target):
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise


@contextmanager
def alone(folder: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold the lock of a folder; it dies with the process. A system without locks lets everyone in.

    Args:
        folder: which must exist.
        wait: for whoever holds it; else the value says whether it was free.
    """
    handle = None
    with suppress(OSError):  # a folder that may not be listed has no lock
        handle = os.open(folder, os.O_RDONLY)
    try:
        yield _locked(handle, wait)
    finally:
        if handle is not None:
            os.close(handle)


def _locked(handle: int | None, wait: bool) -> bool:
    if handle is None or fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:  # some network disks have no locks
        return True
    return True
