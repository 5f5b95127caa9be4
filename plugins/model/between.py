"""The records of all files → what is wrong between them; bodies do not count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.diagnostics import Diagnostic
from plugins.model.content import Content
from plugins.model.days import check_days
from plugins.model.ends import check_ends
from plugins.model.outcomes import check_outcomes
from plugins.model.place_ends import check_place_ends
from plugins.model.references import check_references
from plugins.model.states import check_states
from plugins.model.themes import check_themes


def between(content: Content, root: str, today: date | None) -> Iterator[Diagnostic]:
    """What is wrong of them as a whole.

    Args:
        content: what was read.
        root: how messages name the folder.
        today: the day of the build; None leaves days unchecked.
    """
    yield from check_references(content, root)
    yield from check_ends(content)
    yield from check_place_ends(content, root)
    yield from check_states(content)
    yield from check_themes(content)
    yield from check_outcomes(content)
    if today is not None:
        yield from check_days(content, today)
