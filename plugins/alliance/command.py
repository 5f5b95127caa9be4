"""The door of the alliance for `tasks.py`: what a change of the content would change."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast

from plugins.alliance.changes import Told, changes, comment
from plugins.crosslinks.command import Render, gather
from plugins.crosslinks.mention import Policy
from plugins.diagnostics import Diagnostic, errors, listing
from plugins.model.loading import load


def compare(before: str, after: str, render: Render, policy: str, day: str) -> int:
    """Print, as Markdown, what differs between two states of one content.

    Args:
        before: the content folder as it is.
        after: the content folder as it would be.
        render: how bodies become HTML (the door of reading).
        policy: which mentions are linked, as the settings say.
        day: on which sheets are due, AAAA-MM-JJ.

    Returns:
        The exit code: 1 when one of them cannot be read.
    """
    absent = [folder for folder in (before, after) if not Path(folder).is_dir()]
    if absent:
        print(f"{absent[0]} : ce dossier n'existe pas — donner celui du contenu d'avant", file=sys.stderr)
        return 1
    (old, _), (new, wrong) = (_told(folder, render, policy) for folder in (before, after))
    if errors(wrong):
        print(listing(wrong), file=sys.stderr)
        return 1
    print(comment(changes(old, new, date.fromisoformat(day))), end="")
    return 0


def _told(folder: str, render: Render, policy: str) -> tuple[Told, Sequence[Diagnostic]]:
    """What can be read of it: the content before a change may have the errors that the change mends."""
    content, wrong = load(Path(folder), folder)
    rendered, more = render(content)
    return Told(content, gather(content, rendered, cast(Policy, policy))), [*wrong, *more]
