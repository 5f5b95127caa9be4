"""Content → the sheet of every need and of every actor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from plugins.model.content import Content, Document
from plugins.model.orders import ordered
from plugins.model.records import Actor, Answer, Contact, Need
from plugins.sheets.names import Names
from plugins.sheets.sheet import Entry, Fact, Sheet

# (code, table) → words; the presentation's filter, given by the glue.
Label = Callable[[str, str], str]

# What one A5 page holds.
MOST_DOORS, MOST_NEEDS = 6, 5
_BRACKET = re.compile(r"\s*\([^)]*\)")
_ROLES = ("aller-vers", "les-deux", "aller-dans", "coordination", "ressource")

NOBODY = "Personne n'a encore répondu à ce besoin."
OTHERS = "Le site donne encore d'autres réponses."
SOME_UNREACHED = "Pour certains, le moyen de les joindre n'est pas encore connu."
UNREACHED = "Le moyen de joindre cet acteur n'est pas encore connu."
ONLY_SITE = "Son numéro et son adresse ne sont pas encore connus."
UNREAD = "Aucune personne concernée n'a encore relu cette fiche."


def sheets(content: Content, names: Names, label: Label) -> Iterator[Sheet]:
    """Every sheet: needs, then actors.

    Args:
        content: the content, names of persons masked.
        names: registered names and acronyms.
        label: words for a code of the front matter.
    """
    made = [_of_need(need, content) for need in content.needs.values()]
    made += [_of_actor(actor, content, label) for actor in content.actors.values()]
    return (replace(sheet, words=_words(sheet, names)) for sheet in made)


def _of_need(need: Document[Need], content: Content) -> Sheet:
    answers = [(content.actors[answer.acteur], answer) for answer in need.record.reponses]
    answers.sort(key=lambda pair: _ROLES.index(pair[0].record.role))
    shown = answers[:MOST_DOORS]
    doors = tuple(_door(actor, answer) for actor, answer in shown)
    remarks = []
    if not doors:
        remarks.append(NOBODY)
    elif not all(door.reach for door in doors):
        remarks.append(SOME_UNREACHED)
    if len(answers) > MOST_DOORS:
        remarks.append(OTHERS)
    checked = min((actor.record.verifie_le for actor, _ in shown), default=None)
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
    )


def _door(actor: Document[Actor], answer: Answer) -> Entry:
    texts = tuple(filter(None, (answer.texte, answer.conditions)))
    return Entry(actor.record.titre, texts, answer.contact or _reach(actor.record.contact))


def _of_actor(actor: Document[Actor], content: Content, label: Label) -> Sheet:
    record = actor.record
    asked = [
        Entry(need.record.titre, (answer.texte,))
        for need in ordered(content.needs.values())
        for answer in need.record.reponses
        if answer.acteur == actor.slug
    ]
    places = {place.slug: place.nom for place in content.territories}
    facts = [
        Fact("Son rôle", label(record.role, "role")),
        Fact("Pour qui", ", ".join(_BRACKET.sub("", label(public, "public")) for public in record.publics)),
        Fact("Où", ", ".join(places.get(slug, slug) for slug in record.territoires)),
        *_contact(record.contact),
    ]
    remarks = [OTHERS] if len(asked) > MOST_NEEDS else []
    if not _direct(record.contact):
        remarks.append(ONLY_SITE if record.contact.site else UNREACHED)
    return Sheet(
        key=actor.key,
        page=actor.url,
        kind="acteur",
        title=record.titre,
        acronym=record.sigle if record.sigle and record.sigle not in record.titre else "",
        lead=record.resume,
        entries=tuple(asked[:MOST_NEEDS]),
        facts=tuple(fact for fact in facts if fact.text),
        remarks=tuple(remarks),
        notice=UNREAD,
        checked=record.verifie_le,
    )


def _contact(contact: Contact) -> Iterator[Fact]:
    yield Fact("Téléphone", contact.telephone or "")
    yield Fact("Courriel", contact.courriel or "")
    yield Fact("Adresse", contact.adresse or "")
    yield Fact("Horaires", contact.horaires or "")
    yield Fact("Trouver le plus proche", _host(contact.annuaire))
    yield Fact("Site", _host(contact.site))


def _direct(contact: Contact) -> str:
    return contact.telephone or contact.adresse or contact.courriel or _host(contact.annuaire)


def _reach(contact: Contact) -> str:
    return _direct(contact) or _host(contact.site)


def _host(address: str | None) -> str:
    return (urlsplit(address or "").hostname or "").removeprefix("www.")


def _words(sheet: Sheet, names: Names) -> tuple[tuple[str, str], ...]:
    """Acronyms of the sheet, in the order of reading; the actor's own, beside its name in full, needs no other word."""
    found = names.defined("\n".join(sheet.texts()))
    return tuple((term.sigle or "", term.terme) for term in found if term.sigle != sheet.acronym)
