"""Needs → what an editor should look at: nobody answers, an answer without source, a public that is probably misspelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from plugins.diagnostics import Diagnostic
from plugins.model.content import Content, Document
from plugins.model.records import Actor, Need
from plugins.model.values import Slug
from plugins.needs.relay import relays
from plugins.needs.sources import check_sources
from plugins.needs.ways import nearby, of_door, ways
from plugins.text.nearest import nearest

# Whoever receives people and opens something to them; the others are reached through somebody.
_DIRECT = frozenset(("aller-dans", "les-deux"))


def check_needs(content: Content, today: date) -> Iterator[Diagnostic]:
    """Warnings only: an unfinished need is published, and its page says what is missing.

    Args:
        content: what was read.
        today: the day of the build; a door that was to be looked at again before it is told.
    """
    for need in content.needs.values():
        yield from _check_answers(need)
    yield from _check_publics(content)
    yield from _check_ways(content)
    yield from check_sources(content)
    publics = {public for _, named in _named(content) for public in named}
    opened: dict[str, str] = {}
    for door, place in zip(content.doors, content.door_places, strict=True):
        for way in of_door(door) if not door.territoires else ():
            first = opened.setdefault(way.href, door.slug)
            if first != door.slug:
                yield place.warning(f"« {door.slug} » ouvre la même chose que « {first} » — n'en garder qu'une, datée une fois")
        for public in door.reconnait:
            if public not in publics:
                close = nearest(public, publics)
                said = f"écrire plutôt « {close} »" if close else "écrire un public d'un acteur ou d'un besoin, ou l'enlever"
                yield place.warning(f"« reconnait » : aucune page n'a le public « {public} » — {said}")
        if door.due < today:
            yield place.warning(f"« {door.nom} » : à revoir depuis le {door.due} — relire sa source, puis dater « verifie_le »")


def _check_ways(content: Content) -> Iterator[Diagnostic]:
    """Nobody is sent to a door without a handle."""
    known = ways(content)
    for slug, found in relays(content).items():
        need = content.needs[slug]
        if found.answers and not found.ways and not found.answers[0].reachable:
            yield need.place("reponses").warning(
                "personne ne peut joindre la première porte de ce besoin — ajouter « portes: […] », « contact » à une réponse, "
                "ou le moyen de joindre l'un des acteurs"
            )
    for slug, actor in content.living.items():
        if actor.record.role in _DIRECT and actor.record.nature != "metier" and slug not in known and slug not in nearby(content):
            yield actor.place("contact").warning(
                "cet acteur reçoit des habitants et rien ne dit comment le joindre — compléter « contact », "
                "ou ajouter sa porte à portes.yml"
            )


def _check_answers(need: Document[Need]) -> Iterator[Diagnostic]:
    record = need.record
    if not record.reponses:
        who = " ; la page ne montre que les réponses attendues" if record.attendus else ""
        yield need.place("reponses").warning(f"aucun acteur ne répond à ce besoin{who} — écrire une réponse et sa source")
    seen: set[str] = set()
    for index, answer in enumerate(record.reponses):
        if answer.acteur in seen:
            yield need.place("reponses", index).warning(f"« {answer.acteur} » répond deux fois — réunir ses réponses en une")
        seen.add(answer.acteur)
        if answer.source is None:
            yield need.place("reponses", index).warning(
                f"la réponse de « {answer.acteur} » n'a pas de source — ajouter « source » : une réunion ou un texte public"
            )
    for index, slug in enumerate(record.attendus):
        if slug in seen:
            yield need.place("attendus", index).warning(f"« {slug} » a déjà répondu — l'enlever de « attendus »")


def _check_publics(content: Content) -> Iterator[Diagnostic]:
    """A public named once, and much like another that is named several times."""
    named = _named(content)
    uses = Counter(public for _, publics in named for public in set(publics))
    common = [public for public, count in uses.items() if count > 1]
    for document, publics in named:
        for index, public in enumerate(publics):
            close = nearest(public, common) if uses[public] == 1 else None
            if close and close != public:
                yield document.place("publics", index).warning(
                    f"public « {public} » employé ici seulement — écrire plutôt « {close} », si c'est le même"
                )


def _named(content: Content) -> list[tuple[Document[Actor] | Document[Need], list[Slug]]]:
    """Every page that names publics, and those publics."""
    return [
        *((actor, actor.record.publics) for actor in content.actors.values()),
        *((need, need.record.publics) for need in content.needs.values()),
    ]
