"""A folder that is whole → in the place of the published one, which then lies in its place: nothing is copied nor named again."""

from __future__ import annotations

from pathlib import Path

from plugins.diagnostics import Diagnostic
from plugins.publishing import marks
from plugins.publishing.exchange import alone, exchange
from plugins.publishing.inside import remove
from plugins.publishing.neighbours import carry_over, real
from plugins.publishing.swap import in_the_way, kept_as_it_is, recover


def trade(new: Path, target: Path) -> list[Diagnostic] | None:
    """Publish a folder that is whole, marked and open to read, in exchange for the published one, which then lies in its place.

    Nothing is copied nor named again, but for what we did not write, which stays in the published folder.

    Args:
        new: the folder to publish.
        target: the published folder.

    Returns:
        What was kept, as warnings, or errors, and nothing changed, where a file of somebody else is in the way; None, and nothing
        changed, when the two cannot be exchanged: on two disks, or where nothing is published yet.

    Raises:
        OSError: the published folder is as it was.
    """
    shown, target, mark = str(target), real(target), marks.read(new)
    if mark is None or mark.files is None or not target.is_dir():
        return None
    with alone(target.parent):
        recover(target)
        kept = marks.foreign(target)
        refused = in_the_way(shown, mark.product, kept, mark.files)
        if refused:
            return refused
        try:
            carry_over(target, new, kept)
            exchanged = exchange(new, target)
        finally:  # what was carried stands where it belongs, whichever of the two that is
            remove(new, kept)
    return kept_as_it_is(shown, mark.product, kept, mark.files) if exchanged else None
