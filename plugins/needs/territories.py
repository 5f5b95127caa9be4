"""Territories → those around each of them and inside it: who acts in a whole region also acts in its towns.

Two things are read: what an entry says of itself (`dans`), and what official codes say (plugins/model/place_codes.py). A
place with neither lies in the country, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from plugins.model.lists import Territory
from plugins.model.place_codes import department_of, region_of
from plugins.model.values import Level

# From the widest to the nearest.
LEVELS: tuple[str, ...] = get_args(Level)


def around(territories: Iterable[Territory]) -> Mapping[str, tuple[str, ...]]:
    """For each slug, itself and the slugs of the territories that hold it, the nearest first."""
    known = {str(place.slug): place for place in territories}
    coded: dict[tuple[str, str], str] = {(place.niveau, place.code): slug for slug, place in known.items() if place.code}
    countries = tuple(slug for slug, place in known.items() if place.niveau == "pays")
    held: dict[str, tuple[str, ...]] = {}
    for slug, place in known.items():
        found = [slug]
        for one in found:  # grows as it is read: a town's own holders hold its districts too
            found += [holder for holder in dict.fromkeys(_holders(known[one], coded)) if holder in known and holder not in found]
        found += [country for country in countries if country not in found and place.niveau != "pays"]
        held[slug] = (slug, *sorted(found[1:], key=lambda one: -LEVELS.index(known[one].niveau)))
    return held


def inside(held: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """For each slug, those that it holds, at any depth, in the order of the list.

    Args:
        held: from `around`.
    """
    found: dict[str, list[str]] = {slug: [] for slug in held}
    for slug, holders in held.items():
        for holder in holders[1:]:
            found[holder].append(slug)
    return {slug: tuple(parts) for slug, parts in found.items()}


def _holders(place: Territory, coded: Mapping[tuple[str, str], str]) -> Iterator[str]:
    if place.dans:
        yield place.dans
    for level, code in (
        ("departement", department_of(place.niveau, place.code or "")),
        ("region", region_of(place.niveau, place.code or "")),
    ):
        if (level, code) in coded and coded[level, code] != place.slug:
            yield coded[level, code]
