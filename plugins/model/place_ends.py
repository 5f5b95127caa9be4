"""Territories that are no more → those that took their place, wherever pages of today name them; minutes keep what they said.

A town joins another, a priority district leaves the list: actors, needs and doors that still name it are those of its
successors, so that nothing stops on the day of the change; a warning says where to write the new name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content, Document, once
from plugins.model.lists import Territory
from plugins.model.messages import unknown
from plugins.model.records import Actor, Need
from plugins.model.values import TerritoryRef

R = TypeVar("R", Actor, Need)


@once
def instead(content: Content) -> Mapping[str, tuple[str, ...]]:
    """Slug of each territory that ended → those of today that stand for it: its successors, through those that ended since, else what holds it."""
    known = {str(one.slug): one for one in content.territories}
    living = {str(one.slug) for one in content.places_today}
    return {slug: _successors(slug, known, living) for slug in known if slug not in living}


def _successors(slug: str, known: Mapping[str, Territory], living: set[str]) -> tuple[str, ...]:
    found, waiting, seen = dict[str, None](), [slug], set[str]()
    while waiting:
        one = waiting.pop(0)
        if one in living:
            found[one] = None
        elif one in known and one not in seen:
            end, holder = known[one].fin, known[one].dans
            waiting += end.suite if end and end.suite else [holder] if holder else []
        seen.add(one)
    return tuple(found)


def brought_up(content: Content) -> Content:
    """The content whose actors, needs, doors and territories name no territory that ended."""
    stead = instead(content)
    if not stead:
        return content

    def today(slugs: Sequence[TerritoryRef]) -> list[TerritoryRef]:
        return [TerritoryRef(one) for one in dict.fromkeys(one for slug in slugs for one in stead.get(slug, (str(slug),)))]

    def moved(documents: Mapping[str, Document[R]]) -> dict[str, Document[R]]:
        return {
            slug: replace(one, record=one.record.model_copy(update={"territoires": today(one.record.territoires)}))
            if stead.keys() & set(one.record.territoires)
            else one
            for slug, one in documents.items()
        }

    held = [
        one.model_copy(update={"dans": next(iter(today([one.dans])), None)}) if one.dans else one for one in content.territories
    ]
    doors = [one.model_copy(update={"territoires": today(one.territoires)}) for one in content.doors]
    return replace(content, actors=moved(content.actors), needs=moved(content.needs), territories=tuple(held), doors=tuple(doors))


def check_place_ends(content: Content, root: str) -> Iterator[Diagnostic]:
    """Tell each end that leads nowhere or round in a circle, and each page of today that still names a territory that ended.

    Args:
        content: as it was read.
        root: how messages name the folder.
    """
    known = {str(one.slug): one for one in content.territories}
    for entry, place in zip(content.territories, content.territory_places, strict=True):
        for slug in entry.fin.suite if entry.fin else ():
            if slug not in content.known("territoires.yml"):
                yield place.error(f"« fin.suite » : {unknown('territoires.yml', slug, content.known('territoires.yml'), root)}")
            elif slug in known:
                yield from _check_successor(entry, known[slug], known, place)
    stead = instead(content)
    documents: list[Document[Actor] | Document[Need]] = [*content.actors.values(), *content.needs.values()]
    for document in documents:
        for rank, slug in enumerate(document.record.territoires):
            if slug in stead:
                yield document.place("territoires", rank).warning(_said(known[slug], stead[slug]))
    for door, place in zip(content.doors, content.door_places, strict=True):
        yield from (place.warning(_said(known[slug], stead[slug])) for slug in door.territoires if slug in stead)


def _check_successor(entry: Territory, other: Territory, known: Mapping[str, Territory], place: Place) -> Iterator[Diagnostic]:
    if other.slug == entry.slug:
        yield place.error("« fin.suite » : le territoire ne prend pas sa propre place — nommer l'autre, ou enlever « suite »")
    elif entry.slug in _after(other, known):
        # Told once, at the first of the circle by its slug.
        if entry.slug == min(_after(other, known)):
            yield place.error(
                f"« fin.suite » : « {entry.slug} » et « {other.slug} » se remplacent en rond — enlever une des deux suites"
            )
    elif entry.fin and other.fin and other.fin.date < entry.fin.date:
        yield place.error(
            f"« fin.suite » : « {other.slug} » a fini le {other.fin.date}, avant celui-ci ({entry.fin.date}) — nommer celui qui a pris sa place"
        )


def _after(entry: Territory, known: Mapping[str, Territory]) -> set[str]:
    found, waiting = set[str](), [entry]
    while waiting:
        one = waiting.pop()
        if str(one.slug) not in found:
            found.add(str(one.slug))
            waiting += [known[slug] for slug in (one.fin.suite if one.fin else ()) if slug in known]
    return found


def _said(ended: Territory, stead: Sequence[str]) -> str:
    day, why = (ended.fin.date, f" ({ended.fin.motif.rstrip('.')})" if ended.fin.motif else "") if ended.fin else ("", "")
    after = f"le site montre « {' », « '.join(stead)} » ; l'écrire ici" if stead else "écrire un territoire d'aujourd'hui"
    return f"« territoires » : « {ended.slug} » n'est plus un territoire depuis le {day}{why} — {after}"
