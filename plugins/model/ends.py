"""Actors that closed or merged, and their names over time: what contradicts itself, and who took over.

An end hides an actor from residents: nothing may go on answering in its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from plugins.diagnostics import Diagnostic
from plugins.model.content import Content, Document
from plugins.model.records import Actor, Member


def successors(content: Content, slug: str) -> tuple[Document[Actor], ...]:
    """The actors of today that took over from one, through those that closed since; itself, when it did not close."""
    found: dict[str, Document[Actor]] = {}
    waiting, seen = [slug], set[str]()
    while waiting:
        one = waiting.pop(0)
        if one in seen or one not in content.actors:
            continue
        seen.add(one)
        if one in content.living:
            found[one] = content.living[one]
        else:
            end = content.actors[one].record.fin
            waiting += end.suite if end else []
    return tuple(found.values())


def sits(member: Member, day: date | None) -> bool:
    """Whether a member of a body sits in it on a day."""
    return day is None or (member.depuis or day) <= day <= (member.jusqu_au or day)


def check_ends(content: Content) -> Iterator[Diagnostic]:
    """Tell each end that comes before its cause, leads to nobody, or that pages do not know of."""
    for actor in content.actors.values():
        yield from _check_end(content, actor)
        yield from _check_names(content, actor)
        yield from _check_members(actor)
    for need in content.needs.values():
        for rank, answer in enumerate(need.record.reponses):
            yield from _answers(content, answer.acteur, need.place("reponses", rank, "acteur").error)
        for rank, slug in enumerate(need.record.attendus):
            yield from _answers(content, slug, need.place("attendus", rank).warning)
    for meeting in content.meetings.values():
        for rank, one in enumerate(meeting.record.participants):
            end = content.actors[one.acteur].record.fin if one.acteur in content.actors else None
            if end and one.present and end.date < meeting.record.date:
                yield meeting.place("participants", rank).warning(
                    f"« {one.acteur} » a fermé le {end.date}, avant cette réunion — nommer qui a pris sa suite, "
                    "ou corriger « fin » dans sa fiche"
                )


def _answers(content: Content, slug: str, tell: Callable[[str], Diagnostic]) -> Iterator[Diagnostic]:
    """A closed actor in a need."""
    if slug in content.closed:
        end = content.closed[slug].record.fin
        after = [one.slug for one in successors(content, slug)]
        instead = f"écrire plutôt « {after[0]} »" if after else "retirer sa réponse, ou nommer un autre acteur"
        yield tell(f"« {slug} » a fermé le {end.date if end else ''} : personne ne peut plus s'y adresser — {instead}")


def _check_end(content: Content, actor: Document[Actor]) -> Iterator[Diagnostic]:
    end = actor.record.fin
    if end is None:
        return
    started = max((name.depuis for name in actor.record.noms_successifs if name.depuis), default=None)
    if started and end.date < started:
        yield actor.place("fin", "date").error(
            f"« fin.date » : le {end.date} vient avant le début de son dernier nom ({started}) — vérifier l'année"
        )
    for rank, slug in enumerate(end.suite):
        place = actor.place("fin", "suite", rank)
        if slug == actor.slug:
            yield place.error("« fin.suite » : l'acteur ne prend pas sa propre suite — nommer l'autre, ou enlever « suite »")
        elif slug in content.closed:
            yield from _closed_too(content, actor, content.closed[slug])


def _closed_too(content: Content, actor: Document[Actor], other: Document[Actor]) -> Iterator[Diagnostic]:
    """A successor that closed as well: residents are led to whoever is left, if anybody is."""
    place, left = actor.place("fin", "suite"), [one.slug for one in successors(content, other.slug)]
    end = other.record.fin
    said = f"« fin.suite » : « {other.slug} » a fermé aussi, le {end.date if end else ''}"
    if left:
        yield place.warning(f"{said} — le site mène à « {left[0]} », qui a pris sa suite")
    else:
        yield place.error(f"{said}, et personne n'a pris sa suite — nommer un acteur d'aujourd'hui, ou enlever « suite »")


def _check_names(content: Content, actor: Document[Actor]) -> Iterator[Diagnostic]:
    """Two names of one day: nobody knows which of the two spoke."""
    names = actor.record.noms_successifs
    ranks = sorted(range(len(names)), key=lambda rank: _last(names[rank].jusqu_au))
    for before, after in pairwise(ranks):
        one, other = names[before], names[after]
        # A name without a first day begins when the one before it ends.
        if _last(one.jusqu_au) == _last(other.jusqu_au) or (other.depuis and other.depuis <= _last(one.jusqu_au)):
            yield actor.place("noms_successifs", after).warning(
                f"« {one.nom} » et « {other.nom} » sont ses noms les mêmes jours — dater « depuis » et « jusqu_au » ; "
                "pour une fusion, laisser à l'autre acteur sa fiche, avec « fin: {date: …, suite: …} »"
            )
    last = max((_last(name.jusqu_au) for name in names), default=date.max)
    if actor.record.fin is None and content.day and last < content.day:
        yield actor.place("noms_successifs").warning(
            f"aucun nom ne vaut depuis le {last} — s'il a fermé, ajouter « fin: {{date: {last}}} » ; sinon, son nom d'aujourd'hui"
        )


def _last(day: date | None) -> date:
    return day or date.max


def _check_members(actor: Document[Actor]) -> Iterator[Diagnostic]:
    """Seats where nobody meets, or that one organisation holds twice on the same days."""
    members = actor.record.membres
    if members and actor.record.nature != "instance":
        yield actor.place("membres").warning(
            f"« membres » : seule une instance en a, et celui-ci est « {actor.record.nature} » — écrire « nature: instance », ou les enlever"
        )
    for rank, one in enumerate(members):
        for other in members[:rank]:
            if one.acteur == other.acteur and _first(one) <= _last(other.jusqu_au) and _first(other) <= _last(one.jusqu_au):
                yield actor.place("membres", rank).warning(
                    f"« {one.acteur} » siège deux fois les mêmes jours — n'en garder qu'une ligne, ou dater « depuis » et « jusqu_au »"
                )


def _first(member: Member) -> date:
    return member.depuis or date.min
