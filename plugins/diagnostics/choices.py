"""A setting or an option whose values are a closed list → an error with those that exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.diagnostics.diagnostic import Diagnostic, Place
from plugins.diagnostics.visible import shortened


def check_choice(name: str, value: object, known: Sequence[str]) -> Iterator[Diagnostic]:
    """The value is one of those that exist.

    Args:
        name: of the setting, or of the option with its dashes.
        value: as a person gave it.
        known: every value that exists.
    """
    if value not in known:
        yield Place(name, 0).error(f"« {shortened(value)} » — choisir parmi : {', '.join(known)}")
