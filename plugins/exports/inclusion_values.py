"""Values of our sheets → those of data.inclusion v1: postal addresses, publics, zones, ways to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.model.content import Content, once
from plugins.model.inclusion_codes import PUBLICS, SAME
from plugins.model.lists import Territory
from plugins.model.place_codes import REGIONS
from plugins.text.folding import fold
from plugins.text.labels import label

_ALL = "tous-publics"
_POSTAL = re.compile(r"(?P<street>.*?)[\s,;–-]*\b(?P<code>\d{5})\s+(?P<town>[^\d,;]+?)\.?$")


@dataclass(frozen=True)
class Address:
    """A postal address in pieces; what it does not say is empty."""

    street: str = ""
    code: str = ""
    town: str = ""


def address(text: str | None) -> Address:
    """« 3 rue du Port, 76600 Le Havre » in three; a text that does not end so is a street alone."""
    found = _POSTAL.fullmatch(text.strip()) if text else None
    return Address(found["street"].strip(), found["code"], found["town"].strip()) if found else Address(text or "")


@once
def _towns(content: Content) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for place in content.territories:
        if place.niveau == "commune" and place.code:
            found.setdefault(fold(place.nom), []).append(place.code)
    return {name: tuple(codes) for name, codes in found.items()}


def town_code(where: Address, content: Content) -> str:
    """The code of the Insee of a town of the content's list, when its name and its département leave no doubt."""
    codes = [code for code in _towns(content).get(fold(where.town), ()) if code[:2] == where.code[:2]] if where.town else []
    return codes[0] if len(codes) == 1 else ""


def publics(codes: Iterable[str]) -> list[str]:
    """Those that it knows, in order; everybody leaves room for nobody else."""
    known = sorted({SAME.get(code, code) for code in codes} & PUBLICS)
    return [_ALL] if _ALL in known else known


def publics_in_words(codes: Iterable[str]) -> str:
    """What the codes lose: the words in which the site says them; empty when nothing is lost."""
    codes = list(codes)
    lost = [code for code in codes if code not in PUBLICS or (_ALL in codes and code != _ALL)]
    return publics_said(lost)


def publics_said(codes: Iterable[str]) -> str:
    """All of them in the words in which the site says them."""
    return ", ".join(label(code, "public") for code in codes)


def zone(slugs: Iterable[str], content: Content) -> list[str]:
    """Official codes of where one is entitled; a region is its départements; a district, which has no place there, says nothing."""
    codes = [code for slug in slugs for code in _known_codes(content).get(slug, ())]
    return ["france"] if "france" in codes else list(dict.fromkeys(codes))


@once
def _known_codes(content: Content) -> Mapping[str, tuple[str, ...]]:
    return {str(place.slug): tuple(_codes(place)) for place in content.territories}


def _codes(place: Territory) -> Iterator[str]:
    if place.niveau == "pays":
        yield "france"
    elif place.niveau == "region" and place.code:
        yield from REGIONS.get(place.code, "").split()
    elif place.niveau != "quartier" and place.code:
        yield place.code
