"""Territories → the places that a visitor chooses from: which actors each accepts, beside which others it stands, on which page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.model.content import Content
from plugins.model.lists import Territory
from plugins.needs.territories import LEVELS, around, inside
from plugins.needs.ways import nearby
from plugins.text.slugs import slugify

# Places are listed under the name of the one that holds them at this level.
_GROUP = "departement"


@dataclass(frozen=True)
class Placed:
    """A place of the finder.

    Attributes:
        place: its entry.
        accepts: where an actor may say that it acts: in the place, in what holds it, the nearest first, then inside it.
        holders: itself, then those that hold it, the nearest first.
        page: slug of the place whose page of links tells about it: its own when somebody acts there in particular.
        group: name of the département under which it is listed; empty for what is wider.
    """

    place: Territory
    accepts: tuple[str, ...]
    holders: tuple[str, ...]
    page: str
    group: str

    @property
    def wide(self) -> bool:
        """Whether it is a region or a country: where everybody lives."""
        return self.place.niveau in ("pays", "region")

    @property
    def small(self) -> bool:
        """Whether it is a part of a town."""
        return self.place.niveau == "quartier"


def places(content: Content) -> tuple[Placed, ...]:
    """Every place of today, the widest first, then département by département, each town before its districts."""
    known = {str(place.slug): place for place in content.places_today}
    used = {str(slug) for actor in content.living.values() for slug in actor.record.territoires}
    used |= {slug for actor in content.living for place in nearby(content).get(actor, ()) for slug in place.places}
    held = around(content.places_today)
    parts = inside(held)
    found = []
    for slug, place in known.items():
        accepts = tuple(one for one in (*held[slug], *parts[slug]) if one in used)
        page = next((one for one in held[slug] if one in used), slug)
        found.append(Placed(place, accepts, held[slug], page, _group(held[slug], known)))
    return tuple(sorted(found, key=lambda one: _order(one, known)))


def _group(holders: tuple[str, ...], known: Mapping[str, Territory]) -> str:
    return next((known[one].nom for one in holders if known[one].niveau == _GROUP), "")


def _order(one: Placed, known: Mapping[str, Territory]) -> tuple[object, ...]:
    """A département, its groups of towns, then its towns by name, each followed by its districts."""
    town = next((known[slug] for slug in one.holders if known[slug].niveau == "commune"), one.place)
    level = LEVELS.index(one.place.niveau)
    wide = min(LEVELS.index(town.niveau), LEVELS.index("commune"))
    return (bool(one.group), slugify(one.group), wide, slugify(town.nom), town.slug, level, slugify(one.place.nom))
