"""Content → the sheet of every need and of every actor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from plugins.model.content import Content, Document
from plugins.model.orders import ordered
from plugins.model.records import Actor, Answer, Contact, Need
from plugins.needs.relay import Relay, relays
from plugins.needs.ways import Way, ways
from plugins.sheets.fitting import ROOM, height
from plugins.sheets.names import SheetNames
from plugins.sheets.sheet import Fact, Sheet, SheetEntry
from plugins.text.addresses import host_of
from plugins.text.labels import label

# What one A5 page holds at most; less where texts are long.
MOST_DOORS, MOST_NEEDS = 6, 5
_BRACKET = re.compile(r"\s*\([^)]*\)")

NOBODY = "Personne n'a encore répondu à ce besoin."
OTHERS = "Le site donne encore d'autres réponses."
SOME_UNREACHED = "Pour certains, le moyen de les joindre n'est pas encore connu."
UNREACHED = "Le moyen de joindre cet acteur n'est pas encore connu."
ONLY_SITE = "Son numéro et son adresse ne sont pas encore connus."
UNREAD = "Aucune personne concernée n'a encore relu cette fiche."


def sheets(content: Content, names: SheetNames) -> Iterator[Sheet]:
    """Every sheet: needs, then the actors of today.

    Args:
        content: the content, names of persons masked.
        names: registered names and acronyms.
    """
    relay, known = relays(content), ways(content)
    for need in content.needs.values():
        yield _held(partial(_of_need, need, relay[need.slug]), MOST_DOORS, names)
    for actor in content.living.values():
        yield _held(partial(_of_actor, actor, content, known.get(actor.slug, ())), MOST_NEEDS, names)


def _held(make: Callable[[int], Sheet], most: int, names: SheetNames) -> Sheet:
    """The sheet with as many entries as its page holds, one at least."""
    for count in range(most, 0, -1):
        made = make(count)
        sheet = replace(made, words=_words(made, names))
        if height(sheet) <= ROOM:
            break
    return sheet


def _of_need(need: Document[Need], found: Relay, most: int) -> Sheet:
    shared = _shared(found)
    openers = [way for way in found.ways if way != shared][:most]
    opening = tuple(SheetEntry(way.name or way.text, (way.note,) if way.note else (), written(way)) for way in openers)
    shown = found.answers[: most - len(opening)]
    told = {door.reach for door in opening}
    doors = opening + tuple(
        _door(step.actor, step.answer, (shared,) if shared and step is shown[0] else _untold(step.ways, told))
        for step in shown
        if step.answer
    )
    remarks = []
    if not doors:
        remarks.append(NOBODY)
    elif not all(door.reach for door in doors):
        remarks.append(SOME_UNREACHED)
    if len(found.answers) > len(shown) or len(found.ways) > len(opening) + bool(shared):
        remarks.append(OTHERS)
    checked = min((step.actor.record.verifie_le for step in shown), default=None)
    return Sheet(
        key=need.key,
        page=need.url,
        kind="besoin",
        title=need.record.titre,
        acronym="",
        lead=need.record.resume or "",
        entries=doors,
        facts=(),
        remarks=tuple(remarks),
        notice=UNREAD,
        checked=checked,
        urgent=need.record.urgence,
    )


def _shared(found: Relay) -> Way | None:
    """The one way that opens the sheet and is the first answer's own: it is told with that answer, not as a door before it."""
    both = [way for way in found.ways if found.answers and way in found.answers[0].ways]
    return both[0] if len(both) == 1 else None


def _door(actor: Document[Actor], answer: Answer, known: tuple[Way, ...]) -> SheetEntry:
    """An answer on paper: advice on how to go about it does not take the place of the number, unless it tells it."""
    reach, advice = written(known[0]) if known else host_of(actor.record.contact.site or ""), answer.contact or ""
    told = not reach or reach in advice
    texts = filter(None, (answer.texte, answer.conditions, "" if told else advice))
    return SheetEntry(actor.record.titre, tuple(texts), advice if told else reach, answer.apporter or "")


def _untold(known: tuple[Way, ...], told: set[str]) -> tuple[Way, ...]:
    """The ways of an answer without those that open the sheet, unless it has no other."""
    return tuple(way for way in known if written(way) not in told) or known


def written(way: Way) -> str:
    """A way in, as paper can say it: the number or the postal address in full, a web page by its site."""
    return way.value if way.kind in {"telephone", "courriel", "adresse"} else host_of(way.value)


def _of_actor(actor: Document[Actor], content: Content, known: tuple[Way, ...], most: int) -> Sheet:
    record = actor.record
    asked = [
        SheetEntry(need.record.titre, (answer.texte,))
        for need in ordered(content.needs.values())
        for answer in need.record.reponses
        if answer.acteur == actor.slug
    ]
    places = {place.slug: place.nom for place in content.territories}
    facts = [
        Fact("Son rôle", label(record.role, "role")),
        Fact("Pour qui", ", ".join(_BRACKET.sub("", label(public, "public")) for public in record.publics)),
        Fact("Où", ", ".join(places.get(slug, slug) for slug in record.territoires)),
        *_contact(record.contact, known),
    ]
    remarks = [OTHERS] if len(asked) > most else []
    if not known:
        remarks.append(ONLY_SITE if record.contact.site else UNREACHED)
    return Sheet(
        key=actor.key,
        page=actor.url,
        kind="acteur",
        title=record.titre,
        acronym=record.sigle if record.sigle and record.sigle not in record.titre else "",
        lead=record.resume,
        entries=tuple(asked[:most]),
        facts=tuple(fact for fact in facts if fact.text),
        remarks=tuple(remarks),
        notice=UNREAD,
        checked=record.verifie_le,
    )


def _contact(contact: Contact, known: tuple[Way, ...]) -> Iterator[Fact]:
    words = {
        "telephone": "Téléphone",
        "demarche": "En ligne",
        "annuaire": "Trouver le plus proche",
        "courriel": "Courriel",
        "adresse": "Adresse",
    }
    yield from (Fact(words[way.kind], written(way), reach=True) for way in known)
    yield Fact("Horaires", contact.horaires or "", reach=True)
    yield Fact("Site", host_of(contact.site or ""), reach=True)


def _words(sheet: Sheet, names: SheetNames) -> tuple[tuple[str, str], ...]:
    """Acronyms of the sheet, in the order of reading; the actor's own, beside its name in full, needs no other word."""
    found = names.defined("\n".join(sheet.texts()))
    return tuple((term.sigle or "", term.terme) for term in found if term.sigle != sheet.acronym)
