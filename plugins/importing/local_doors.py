"""An export of structures and a content → doors to add, and what a person has to look at: twins, changes, sheets to complete."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from plugins.importing.directory import Given
from plugins.importing.networks import Towns, departments, networks, plain
from plugins.importing.places import Place, place_of
from plugins.model.content import Content
from plugins.model.draft import quoted
from plugins.model.lists import Door
from plugins.model.place_codes import department_of
from plugins.text.slugs import slugify
from plugins.text.telephone import pieces

_SECURE = "https://"
MOST_TOLD = 40  # lines


@dataclass(frozen=True)
class LocalDoor:
    """A door to add: whose it is, the towns for which it is the nearest, its identifier in the list."""

    slug: str
    owner: str
    place: Place
    towns: tuple[str, ...]

    @property
    def entry(self) -> str:
        """As `portes.yml` writes it."""
        place = self.place
        known = {
            "slug": quoted(self.slug),
            "nom": quoted(place.nom[:160]),
            "genre": "lieu",
            "telephone": quoted(place.number) if dialled(place) else "",
            "url": quoted(place.site_web) if place.site_web.startswith(_SECURE) else "",
            "adresse": quoted(place.postal[:600]),
            "acteur": self.owner,
            "territoires": f"[{', '.join(self.towns)}]",
            "annuaire": quoted(place.id[:160]),
            "verifie_le": place.date_maj.isoformat(),
            "source": "{titre: " + quoted(f"data.inclusion ({place.source}), mis à jour le {place.date_maj:%d/%m/%Y}"[:160]),
        }
        known["source"] += f", url: {quoted(place.lien_source)}}}" if place.lien_source.startswith(_SECURE) else "}"
        lines = [f"{key}: {value}" for key, value in known.items() if value]
        return "- " + "\n  ".join(lines) + "\n"


@dataclass
class Found:
    """What an export gives to a content.

    Attributes:
        doors: to add, actor by actor.
        told: what a person has to look at, in the order of the file: the first of it.
        untold: how much more there is.
        read: how many structures the file has.
        known: how many were there already, unchanged.
        elsewhere: how many, of these networks and départements, are the nearest to no town of the list.
    """

    doors: list[LocalDoor] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    untold: int = 0
    read: int = 0
    known: int = 0
    elsewhere: int = 0

    def tell(self, sentence: str) -> None:
        """A file of which every line is wrong is not kept in memory, nor read by anybody to its end."""
        if len(self.told) < MOST_TOLD:
            self.told.append(sentence)
        else:
            self.untold += 1


def local_doors(rows: Iterable[Given], content: Content, today: date) -> Found:
    """Read all structures once, keeping those of the content's actors in the content's départements.

    Args:
        rows: the structures, as the export writes them.
        content: its towns, actors and doors.
        today: nothing was verified after it.
    """
    found, towns = Found(), Towns(content)
    owned: dict[str, dict[str, Place]] = {}
    who, where = networks(content), departments(content)
    seen: dict[str, Place] = {}
    for row in rows:
        found.read += 1
        code = str(row.get("code_insee") or "")
        if department_of("commune", code) not in where:
            continue
        place = place_of(row, today)
        if isinstance(place, str):
            found.tell(place)
            continue
        towns.see(place)
        if owner := who.owner(place):
            twin = seen.setdefault(place.id, place)
            if twin is not place:
                found.tell(f"« {place.id} » vient deux fois (« {twin.nom} », « {place.nom} ») : la première est reprise")
            else:
                owned.setdefault(owner, {})[place.id] = place
    for owner, places in sorted(owned.items()):
        _settle(owner, list(places.values()), towns, content, found)
    return found


def _settle(owner: str, places: list[Place], towns: Towns, content: Content, found: Found) -> None:
    alone = list(_without_twins(sorted(places, key=lambda one: one.id), content, found))
    served = list(towns.nearest(alone))
    found.elsewhere += len(alone) - len(served)
    taken = {str(door.slug) for door in content.doors} | {one.slug for one in found.doors}
    there = {door.annuaire: door for door in content.doors if door.annuaire}
    for place, slugs in served:
        if door := there.get(place.id):
            _compare(door, place, found)
            continue
        slug = _free(slugify(f"{owner} {place.commune or slugs[0]}")[:90].strip("-"), taken)
        taken.add(slug)
        found.doors.append(LocalDoor(slug, owner, place, tuple(slugs)))


def _free(wanted: str, taken: set[str]) -> str:
    rank = 1
    while (slug := wanted if rank == 1 else f"{wanted}-{rank}") in taken:
        rank += 1
    return slug


def _without_twins(places: Iterable[Place], content: Content, found: Found) -> Iterator[Place]:
    """One of two that look the same; a sheet or a door that somebody wrote comes first, and is not touched."""
    sheets = {plain(actor.record.titre): actor for actor in content.actors.values()}
    doors = {key: door for door in content.doors if not door.annuaire for key in _numbers(door.telephone or "")}
    same: dict[tuple[str, str], Place] = {}
    for place in places:
        numbers = _numbers(place.telephone)
        keys = [(one, place.code_insee) for one in (*numbers, plain(place.nom))]
        door = next((doors[one] for one in numbers if one in doors), None)
        twin = next((same[key] for key in keys if key in same), None)
        if sheet := sheets.get(plain(place.nom)):
            lacking = [word for word, own, its in _contact(sheet.record.contact, place) if its and not own]
            more = f" ; l'export connaît en plus {', '.join(lacking)}" if lacking else ""
            found.tell(f"« {place.nom} » ({place.id}) a sa fiche, {sheet.path}, qui n'est pas touchée{more}")
        elif door:
            found.tell(f"« {place.nom} » ({place.id}) a le numéro de la porte « {door.slug} » : elle n'est pas ajoutée")
        elif twin:
            found.tell(
                f"doublon probable : « {place.nom} » ({place.id}) et « {twin.nom} » ({twin.id}) ; seul {twin.id} est repris"
            )
        else:
            same |= dict.fromkeys(keys, place)
            yield place


def _contact(contact: object, place: Place) -> Iterator[tuple[str, str | None, str]]:
    for word, own, its in (
        ("un numéro", "telephone", place.telephone),
        ("une adresse", "adresse", place.adresse),
        ("un site", "site", place.site_web),
        ("des horaires", "horaires", place.horaires_accueil),
    ):
        yield word, getattr(contact, own), its


def _compare(door: Door, place: Place, found: Found) -> None:
    """A door that an earlier export gave and that changed since is told; what stands in the list may have been corrected by hand."""
    changed = [
        f"« {own} » → « {its} »"
        for own, its in ((door.telephone or "", place.number if dialled(place) else ""), (door.adresse or "", place.postal))
        if its and _bare(own) != _bare(its)
    ]
    if changed and place.date_maj >= door.verifie_le:
        found.tell(f"la porte « {door.slug} » a changé dans l'export du {place.date_maj} : {', '.join(changed)}")
    else:
        found.known += 1


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _numbers(text: str) -> list[str]:
    """Its long numbers, without what stands before them in some forms: a short one is the same everywhere."""
    found = (re.sub(r"\D", "", piece.dialled or "") for piece in pieces(text) or ())
    return [digits[-9:] for digits in found if len(digits) >= 9]


def dialled(place: Place) -> bool:
    """Whether its number is one that the format takes."""
    return bool(place.telephone) and pieces(place.number) is not None
