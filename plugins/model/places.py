"""The list of territories → what contradicts itself: a holder that is unknown, too small or elsewhere, a circle, a code used twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content
from plugins.model.lists import Territory
from plugins.model.messages import unknown
from plugins.model.place_codes import department_of, region_of
from plugins.model.values import Level

_LEVELS = get_args(Level)
_Known = Mapping[str, Territory]


def check_places(content: Content, root: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each entry of `territoires.yml` that cannot stand where it says.

    Args:
        content: what was read.
        root: how messages name the folder.
    """
    known = {str(place.slug): place for place in content.territories}
    targets = content.known("territoires.yml")
    codes: dict[tuple[str, str], tuple[Territory, Place]] = {}
    for entry, place in zip(content.territories, content.territory_places, strict=True):
        if entry.dans and entry.dans not in targets:
            yield place.error(f"« dans » : {unknown('territoires.yml', entry.dans, targets, root)}")
        elif entry.dans in known:
            yield from _check_holder(entry, known, place)
        code = (entry.niveau, entry.code or "")
        if entry.code and entry.fin is None and code in codes and codes[code][0].slug != entry.slug:
            twin, line = codes[code][0], codes[code][1].line
            yield place.error(f"« code » : {entry.code} est déjà celui de « {twin.slug} » (ligne {line}) — relire l'un des deux")
        if entry.fin is None:  # a town that others joined often keeps their code
            codes.setdefault(code, (entry, place))


def _check_holder(entry: Territory, known: _Known, place: Place) -> Iterator[Diagnostic]:
    holder = known[str(entry.dans)]
    chain = _chain(entry, known)
    if chain[-1] == entry.slug:
        # Told once, at the first of the circle by its slug.
        if entry.slug == min(chain):
            yield place.error(f"« dans » : {' → '.join(chain)} tourne en rond — enlever « dans » du plus grand")
    elif _LEVELS.index(holder.niveau) > _LEVELS.index(entry.niveau):
        yield place.error(
            f"« dans » : « {holder.slug} » est de niveau {holder.niveau} et ne peut contenir un territoire de niveau {entry.niveau} "
            "— écrire le slug d'un territoire plus grand"
        )
    else:
        yield from _check_departments(entry, holder, place)


def _check_departments(entry: Territory, holder: Territory, place: Place) -> Iterator[Diagnostic]:
    own, its = (department_of(one.niveau, one.code or "") for one in (entry, holder))
    if own and its and own != its:
        yield place.error(
            f"« dans » : le code {entry.code} est du département {own}, « {holder.slug} » du département {its} "
            "— relire le code, ou écrire un autre « dans »"
        )
        return
    region, around = (region_of(one.niveau, one.code or "") for one in (entry, holder))
    if region and around and region != around:
        yield place.error(
            f"« dans » : le code {entry.code} est de la région {region}, « {holder.slug} » de la région {around} "
            "— relire le code, ou écrire un autre « dans »"
        )


def _chain(entry: Territory, known: _Known) -> list[str]:
    """The entry and its holders; it ends where an entry has none, or where one comes back."""
    chain = [str(entry.slug)]
    while (holder := known[chain[-1]].dans) in known and holder:
        chain.append(str(holder))
        if holder in chain[:-1]:
            break
    return chain
