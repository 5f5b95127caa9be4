"""The known value that an editor most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `word` (case ignored), or None when none is near enough to be proposed.

    Source: Ratcliff–Obershelp similarity of `difflib`, cut at 0.6 as its documentation advises.
    """
    by_fold = {candidate.casefold(): candidate for candidate in candidates}
    close = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None
