"""A published folder → a name for all that is in it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from plugins.publishing import marks
from plugins.publishing.neighbours import beside, old
from plugins.text.files import held


def state_of(target: Path) -> str:
    """A name for what a published folder holds: our files, byte for byte, and the names of those of others.

    Args:
        target: the folder, links followed.

    Returns:
        Empty when it is not one of ours, when a run that was killed left something to be ended, or when it cannot be read.
    """
    left = (target / marks.STAGE, target / marks.READY, beside(target), old(target))
    if any(map(os.path.lexists, left)):
        return ""
    try:
        mark, digest = marks.read(target), hashlib.sha256()
        if mark is None or mark.files is None:
            return ""
        digest.update(held(f"{target}/{marks.MARK}"))
        for name in marks.entries(target):
            digest.update(f"\0{name}\0".encode("utf-8", "surrogateescape"))
            if name in mark.files:
                digest.update(held(f"{target}/{name}"))
    except OSError:
        return ""
    return digest.hexdigest()
