"""Territories → those around each of them: who acts in a whole region also acts in its towns.

Only INSEE codes are read (Code officiel géographique; QPV codes of the ANCT): a town or district without a code is known
to lie in the country, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.model.lists import Territory

# Code of a region → codes of its départements (INSEE, Code officiel géographique, since 2016).
REGIONS: Mapping[str, str] = {
    "01": "971",
    "02": "972",
    "03": "973",
    "04": "974",
    "06": "976",
    "11": "75 77 78 91 92 93 94 95",
    "24": "18 28 36 37 41 45",
    "27": "21 25 39 58 70 71 89 90",
    "28": "14 27 50 61 76",
    "32": "02 59 60 62 80",
    "44": "08 10 51 52 54 55 57 67 68 88",
    "52": "44 49 53 72 85",
    "53": "22 29 35 56",
    "75": "16 17 19 23 24 33 40 47 64 79 86 87",
    "76": "09 11 12 30 31 32 34 46 48 65 66 81 82",
    "84": "01 03 07 15 26 38 42 43 63 69 73 74",
    "93": "04 05 06 13 83 84",
    "94": "2A 2B",
}
_REGION_OF = {department: region for region, departments in REGIONS.items() for department in departments.split()}


def department_of(territory: Territory) -> str:
    """Code of the département in which a territory lies, or which it is; empty when its code does not say."""
    code = territory.code or ""
    if territory.niveau == "departement":
        return code
    if territory.niveau == "commune":
        return code[:3] if code.startswith("97") else code[:2]
    if territory.niveau == "quartier" and code[:2] in {"QN", "QP"}:
        return code[2:5].removeprefix("0")  # QN07601M, QP076001: three signs
    return ""


def region_of(territory: Territory) -> str:
    """Code of the region in which a territory lies, or which it is; empty when its code does not say."""
    return (territory.code or "") if territory.niveau == "region" else _REGION_OF.get(department_of(territory), "")


def around(territories: Iterable[Territory]) -> Mapping[str, tuple[str, ...]]:
    """For each slug, itself and the slugs of the territories that hold it, the nearest first."""
    known = tuple(territories)
    places: dict[tuple[str, str], str] = {(place.niveau, place.code): place.slug for place in known if place.code}
    countries = tuple(place.slug for place in known if place.niveau == "pays")
    return {place.slug: tuple(dict.fromkeys((place.slug, *_holders(place, places), *countries))) for place in known}


def _holders(place: Territory, places: Mapping[tuple[str, str], str]) -> Iterator[str]:
    if place.niveau == "pays":
        return
    for holder in (("departement", department_of(place)), ("region", region_of(place))):
        if holder in places:
            yield places[holder]
