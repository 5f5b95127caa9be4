"""Structures → whose they are among the actors of a content, by network and by name; which is nearest to each town."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from plugins.importing.places import Place
from plugins.model.content import Content
from plugins.model.lists import Territory
from plugins.model.place_codes import REGIONS, department_of
from plugins.text.slugs import slugify


@dataclass(frozen=True)
class Networks:
    """The actors that may have places all over a territory.

    Attributes:
        names: of each, every word in the singular → its slug.
        acronyms: those names that are acronyms.
    """

    names: Mapping[str, str]
    acronyms: frozenset[str]

    def owner(self, place: Place) -> str:
        """The actor whose place it is: by the networks that it declares, else by the words with which its name begins."""
        found = (self._of_code(code) for code in place.reseaux_porteurs)
        return next((slug for slug in found if slug), "") if place.reseaux_porteurs else self._of_name(place.nom)

    def _of_code(self, code: str) -> str:
        """« cap-emploi-reseau-cheops » is Cap emploi's; of one word alone, an acronym's: « ccas-cias »."""
        words = plain(code).split("-")
        for length in range(len(words), 0, -1):
            slug = self._named("-".join(words[:length]), whole=length == len(words))
            if slug:
                return slug
        return ""

    def _of_name(self, name: str) -> str:
        words = plain(name).split("-")
        found = (self._named("-".join(words[:length]), whole=False) for length in range(min(len(words), 6), 0, -1))
        return next((slug for slug in found if slug), "")

    def _named(self, key: str, *, whole: bool) -> str:
        sure = whole or "-" in key or key in self.acronyms
        return self.names.get(key, "") if sure else ""


def networks(content: Content) -> Networks:
    """Those of a content; a name that two actors bear is nobody's."""
    owners: dict[str, set[str]] = defaultdict(set)
    acronyms = set()
    for slug, actor in content.living.items():
        own = actor.record
        for name in (own.titre, own.sigle or "", slug, *(alias.forme for alias in own.alias)):
            if key := plain(name):
                owners[key].add(slug)
                acronyms |= {key} if name.isupper() else set()
    names = {key: next(iter(slugs)) for key, slugs in owners.items() if len(slugs) == 1}
    return Networks(names, frozenset(acronyms))


def plain(name: str) -> str:
    """Words in the singular: « Missions locales » and « mission-locale » are one."""
    return "-".join(word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in slugify(name).split("-"))


def departments(content: Content) -> frozenset[str]:
    """Codes of the départements in which the territories of a content lie."""
    found: set[str] = set()
    for place in content.places_today:
        code = place.code or ""
        found |= set(REGIONS.get(code, "").split()) if place.niveau == "region" else {department_of(place.niveau, code)}
    return frozenset(found - {""})


@dataclass
class Towns:
    """Where the towns of a content are, as far as the structures of the file show it: the middle of those that stand there."""

    content: Content
    _sums: dict[str, list[float]] = field(default_factory=dict)

    def see(self, place: Place) -> None:
        """A structure shows where its town is."""
        if place.code_insee and place.latitude is not None and place.longitude is not None:
            total = self._sums.setdefault(place.code_insee, [0.0, 0.0, 0.0])
            for rank, value in enumerate((place.latitude, place.longitude, 1.0)):
                total[rank] += value

    def nearest(self, places: Iterable[Place]) -> Iterator[tuple[Place, list[str]]]:
        """Each of these places with the slugs of the towns to which it is the nearest; one that stands in a town serves it.

        Without a place in the town, the nearest of its département, as the crow flies; nothing where the file does not show
        where the town is.
        """
        places = list(places)
        served: dict[str, list[str]] = {}
        for town in self.content.places_today:
            if town.niveau == "commune" and town.code:
                for place in self._of(town, places):
                    served.setdefault(place.id, []).append(str(town.slug))
        yield from ((place, served[place.id]) for place in places if place.id in served)

    def _of(self, town: Territory, places: Iterable[Place]) -> list[Place]:
        code = town.code or ""
        inside = [place for place in places if place.code_insee == code]
        if inside or code not in self._sums:
            return inside
        total = self._sums[code]
        here = total[0] / total[2], total[1] / total[2]
        around = [place for place in places if _near(place) and _department(place) == department_of("commune", code)]
        return sorted(around, key=lambda place: (_distance(here, place), place.id))[:1]


def _near(place: Place) -> bool:
    return place.latitude is not None and place.longitude is not None


def _department(place: Place) -> str:
    return department_of("commune", place.code_insee)


def _distance(here: tuple[float, float], place: Place) -> float:
    """Flat, which is enough inside a département; in degrees of latitude."""
    latitude, longitude = place.latitude or 0.0, place.longitude or 0.0
    return math.hypot(latitude - here[0], (longitude - here[1]) * math.cos(math.radians(here[0])))
