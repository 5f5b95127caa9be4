"""An actor, a door → the ways in: what a person can dial, open, write or walk to today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from plugins.model.content import Content, once
from plugins.model.lists import Door
from plugins.model.records import Contact, Source
from plugins.text.addresses import host_of
from plugins.text.telephone import pieces
from plugins.text.typography import NO_BREAK

WayKind = Literal["telephone", "demarche", "annuaire", "courriel", "adresse"]
# A number is dialled at once, a step on the web is done at once, a list of places takes one tap more.
_ORDER: tuple[WayKind, ...] = ("telephone", "demarche", "annuaire", "courriel", "adresse")
# What stands between two numbers and says nothing.
_BETWEEN = " ,;/()"
_KINDS: dict[str, WayKind] = {"demarche": "demarche", "annuaire": "annuaire"}


@dataclass(frozen=True)
class Way:
    """One way in, in the words in which it is shown.

    Attributes:
        kind: what one does with it.
        value: the number, the web address, the e-mail address or the postal one, as paper gives it.
        text: what is shown, and does it.
        href: where it leads; empty for a postal address.
        name: whose it is, beside the link; empty when the link says so.
        note: when it is open, for whom; empty when nobody said.
        urgent: whether it is for a danger.
    """

    kind: WayKind
    value: str
    text: str
    href: str
    name: str = ""
    note: str = ""
    urgent: bool = False

    @property
    def host(self) -> str:
        """The site that opens, told beside the link: one sees where one goes. Empty for what is no web page."""
        return host_of(self.href) if self.href.startswith("https:") else ""


def of_door(door: Door) -> tuple[Way, ...]:
    """The ways that a door of `portes.yml` opens: a number may be two."""
    note = " ".join(text for text in (door.texte, door.horaires) if text)
    if door.genre == "numero":
        return tuple(_numbers(door.telephone or "", door.nom, note, door.urgence))
    if door.genre == "lieu":
        return tuple(_of_place(door, note))
    address = door.url or ""
    return (Way(_KINDS[door.genre], address, door.nom, address, note=note, urgent=door.urgence),)


def _of_place(door: Door, note: str) -> Iterator[Way]:
    """A place: where it is, its number, its page."""
    address = door.adresse or ""
    yield Way("adresse", address, address, "", door.nom, note, door.urgence)
    yield from _numbers(door.telephone or "", door.nom, "", door.urgence)
    if door.url:
        yield Way("demarche", door.url, f"{door.nom}, en ligne", door.url)


def of_contact(contact: Contact) -> Iterator[Way]:
    """The ways of an actor's own sheet; its official site alone is none: one has to look for the way there."""
    hours = contact.horaires or ""
    yield from _numbers(contact.telephone or "", "", hours)
    if contact.annuaire:
        yield Way("annuaire", contact.annuaire, "Trouver le lieu le plus proche", contact.annuaire)
    if contact.courriel:
        yield Way("courriel", contact.courriel, contact.courriel, f"mailto:{contact.courriel}")
    if contact.adresse:
        yield Way("adresse", contact.adresse, contact.adresse, "", note="" if contact.telephone else hours)


def _numbers(text: str, name: str, note: str, urgent: bool = False) -> Iterator[Way]:
    """Each number of a text, with the words that follow it: « 02 61 91 00 01, poste 12 »."""
    found = pieces(text) or []
    for rank, piece in enumerate(found):
        if piece.dialled:
            after = found[rank + 1].text.strip(_BETWEEN) if rank + 1 < len(found) else ""
            aside = "" if after in {"ou", "et"} else after
            number = piece.text.strip().replace(" ", NO_BREAK)
            yield Way(
                "telephone", piece.text.strip(), f"Appeler le {number}", f"tel:{piece.dialled}", name, _with(aside, note), urgent
            )


def _with(*notes: str) -> str:
    return " ".join(note for note in notes if note)


@once
def doors(content: Content) -> dict[str, tuple[Way, ...]]:
    """By slug of the door, the ways that it opens."""
    return {door.slug: of_door(door) for door in content.doors}


@once
def ways(content: Content) -> dict[str, tuple[Way, ...]]:
    """By slug of the actor, its ways in, those that are quickest to take first; nothing for who cannot be reached."""
    of_doors: dict[str, list[Way]] = {}
    for door in everywhere(content):
        for owner in door.owners:
            of_doors.setdefault(owner, []).extend(doors(content)[door.slug])
    found = {
        slug: in_order([*of_doors.get(slug, ()), *of_contact(actor.record.contact)]) for slug, actor in content.living.items()
    }
    return {slug: known for slug, known in found.items() if known}


def everywhere(content: Content) -> Iterator[Door]:
    """The doors that are the same for all; the others open in some places alone."""
    return (door for door in content.doors if not door.territoires)


@dataclass(frozen=True)
class Nearby:
    """A place of an actor, and for whom it is the nearest.

    Attributes:
        name: as the place calls itself.
        ways: how to get there; the first bears its name.
        places: slugs of the territories for which it is the nearest.
        verified: the day on which it was, at its source.
    """

    name: str
    ways: tuple[Way, ...]
    places: tuple[str, ...]
    verified: date
    source: Source


@once
def nearby(content: Content) -> dict[str, tuple[Nearby, ...]]:
    """By slug of the actor, its places, in the order of the list."""
    found: dict[str, list[Nearby]] = {}
    for door in content.doors:
        if door.territoires:
            first, *others = of_door(door)
            ways_in = (first, *(replace(way, name="") for way in others))
            place = Nearby(door.nom, ways_in, tuple(str(slug) for slug in door.territoires), door.verifie_le, door.source)
            for owner in door.owners:
                found.setdefault(owner, []).append(place)
    return {owner: tuple(places) for owner, places in found.items()}


def in_order(known: Iterable[Way]) -> tuple[Way, ...]:
    """Each way once, those for a danger first, then the quickest ones."""
    once: dict[str, Way] = {}
    for way in known:
        once.setdefault(way.href or way.value, way)
    return tuple(sorted(once.values(), key=lambda way: (not way.urgent, _ORDER.index(way.kind))))
