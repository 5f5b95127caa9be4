"""Entries of `territoires.yml`, some of them written twice → each once.

A list that several hands fill says a town again without its code: what agrees is one territory, told in passing;
what contradicts is an error, for nobody knows which of the two is right.
"""

from __future__ import annotations

from collections.abc import Sequence

from plugins.diagnostics import Diagnostic, Place
from plugins.model.lists import Territory


def gathered(entries: Sequence[Territory], places: Sequence[Place]) -> tuple[list[Territory], list[Place], list[Diagnostic]]:
    """Each territory once, with all that its entries say of it.

    Args:
        entries: in the order of the file.
        places: where each stands.

    Returns:
        The territories, the place of the first entry of each, and a diagnostic for each entry after the first.
    """
    first: dict[str, tuple[Territory, Place]] = {}
    told: list[Diagnostic] = []
    for entry, place in zip(entries, places, strict=True):
        known, where = first.get(entry.slug, (entry, place))
        both = known.model_fields_set & entry.model_fields_set
        apart = [key for key in type(entry).model_fields if key in both and getattr(known, key) != getattr(entry, key)]
        before = f"territoire « {entry.slug} » : déjà à la ligne {where.line}"
        if place is where:
            first[entry.slug] = entry, place
        elif apart:
            other = ", ".join(f"« {key} »" for key in apart)
            told.append(place.error(f"{before}, qui dit autre chose pour {other} — n'en garder qu'une entrée"))
        else:
            told.append(place.warning(f"{before}, que celle-ci ne contredit pas — n'en garder qu'une entrée"))
            more = {key: getattr(entry, key) for key in entry.model_fields_set - known.model_fields_set}
            first[entry.slug] = known.model_copy(update=more), where
    return [entry for entry, _ in first.values()], [place for _, place in first.values()], told
