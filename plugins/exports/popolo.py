"""Actors, seats and meetings → organisations, posts and events of Popolo (popoloproject.com): organisations alone, never a person."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from plugins.exports.addresses import Identity
from plugins.exports.catalogue import File, Standard
from plugins.exports.dataset import FOLDER
from plugins.exports.mapping import Field, Limits, limits_of, row
from plugins.model.content import Content, Document
from plugins.model.meeting import Meeting
from plugins.model.records import Actor, Member

POPOLO = f"{FOLDER}popolo.json"
_NO_PERSON = "des personnes : aucune ne sort de ce site"
# An actor, the address of its page; a seat: body, who sits there; a meeting.
_Of = tuple[Document[Actor], str]
_Seat = tuple[Document[Actor], Member, str]
_Event = tuple[Document[Meeting], str]


def _names(one: _Of) -> list[dict[str, Any]]:
    own = one[0].record
    former = [
        {
            "name": name.nom,
            "start_date": name.depuis and name.depuis.isoformat(),
            "end_date": name.jusqu_au and name.jusqu_au.isoformat(),
        }
        for name in own.noms_successifs
        if name.nom != own.titre
    ]
    known = {name["name"] for name in former} | {own.titre}
    others = [name for name in (own.sigle, *(alias.forme for alias in own.alias)) if name and name not in known]
    filled = [{key: value for key, value in name.items() if value} for name in former]
    return [*filled, *({"name": name} for name in dict.fromkeys(others))]


def _contacts(one: _Of) -> list[dict[str, Any]]:
    contact = one[0].record.contact
    known = [*(("voice", number) for number in contact.telephones), ("email", contact.courriel), ("address", contact.adresse)]
    note = {"note": contact.horaires} if contact.horaires else {}
    return [{"type": kind, "value": value, **note} for kind, value in known if value]


def _links(one: _Of) -> list[dict[str, Any]]:
    contact = one[0].record.contact
    known = ((contact.site, "Site officiel"), (contact.annuaire, "Trouver le lieu le plus proche"), (one[1], "Page de l’acteur"))
    return [{"url": url, "note": note} for url, note in known if url]


def _sources(one: _Of) -> list[dict[str, Any]]:
    return [{"url": source.url, "note": source.titre or source.url} for source in one[0].record.sources if source.url]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


ORGANIZATION: tuple[Field[_Of], ...] = (
    Field("id", lambda one: one[0].slug),
    Field("name", lambda one: one[0].record.titre, ("titre",)),
    Field("other_names", _names, ("sigle", "alias", "noms_successifs")),
    Field("identifiers", why="le format n’a pas de numéro officiel"),
    Field("classification", lambda one: one[0].record.nature, ("nature",)),
    Field("parent_id", why="le format ne dit pas qui dépend de qui"),
    Field("area_id", why="plusieurs territoires, une seule aire là-bas"),
    Field("abstract", lambda one: one[0].record.resume, ("resume",)),
    Field("founding_date", why="le format n’a pas de date de fondation"),
    Field("dissolution_date", lambda one: _iso(one[0].record.fin.date if one[0].record.fin else None), ("fin",), "la suite et le motif n’y sont pas"),
    Field("image", why="un acteur n’a pas d’image"),
    Field("contact_details", _contacts, ("contact.telephone", "contact.courriel", "contact.adresse", "contact.horaires")),
    Field("links", _links, ("contact.site", "contact.annuaire")),
    Field("sources", _sources, ("sources",), "celles qui ont une adresse"),
)  # fmt: skip
POST: tuple[Field[_Seat], ...] = (
    Field("id", lambda one: f"{one[0].slug}/{one[1].acteur}"),
    Field("label", lambda one: one[2], ("acteur",)),
    Field("other_label", why="un siège n’a qu’un nom"),
    Field("role", lambda _: "membre"),
    Field("organization_id", lambda one: one[0].slug),
    Field("area_id", why="un siège n’a pas de territoire"),
    Field("start_date", lambda one: _iso(one[1].depuis), ("depuis",)),
    Field("end_date", lambda one: _iso(one[1].jusqu_au), ("jusqu_au",)),
    Field("contact_details", why="on joint l’organisation, pas son siège"),
    Field("links", why="la page est celle de l’instance"),
    Field("sources", why="la source est la fiche de l’instance"),
)
EVENT: tuple[Field[_Event], ...] = (
    Field("id", lambda one: one[0].slug),
    Field("name", lambda one: one[0].record.titre, ("titre",)),
    Field("description", lambda one: one[0].record.resume, ("resume",)),
    Field("start_date", lambda one: one[0].record.starts, ("date", "heure")),
    Field("end_date", why="aucune fin n’est inventée"),
    Field("location", lambda one: one[0].record.lieu, ("lieu",)),
    Field("status", lambda one: "confirmed" if one[0].record.held else "cancelled", ("etat",), "reportée et annulée y sont une même chose"),
    Field("classification", lambda _: "meeting"),
    Field("organization_id", lambda one: one[0].record.instance, ("instance",), "la première, d’une réunion commune"),
    Field("attendees", why=_NO_PERSON),
    Field("sources", lambda one: [{"url": one[1], "note": "Page de la réunion"}] if one[1] else []),
)  # fmt: skip


def popolo(content: Content, site: Identity) -> tuple[dict[str, str], Standard]:
    """The file, and what it cannot hold.

    Args:
        content: with every person's name masked.
        site: without a public address, no page is linked.
    """
    actors = [actor for _, actor in sorted(content.actors.items()) if actor.record.nature != "metier"]
    seats = [
        (body, one, content.actors[one.acteur].record.titre)
        for body in actors
        for one in body.record.membres
        if one.acteur in content.actors
    ]
    found: dict[str, list[dict[str, Any]]] = {
        "organizations": [row(ORGANIZATION, (actor, site.public(actor.url))) for actor in actors],
        "posts": [row(POST, seat) for seat in seats],
        "events": [row(EVENT, (meeting, site.public(meeting.url))) for _, meeting in sorted(content.meetings.items())],
    }
    limits: tuple[Limits, ...] = (
        limits_of("organizations", len(found["organizations"]), ORGANIZATION, Actor),
        limits_of("posts", len(found["posts"]), POST, Member),
        limits_of("events", len(found["events"]), EVENT, Meeting),
    )
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    about = "Le format des assemblées ouvertes : organisations, sièges des instances et réunions, sans personne ; les métiers n’y sont pas."
    return {POPOLO: text}, Standard("Popolo", about, (File("popolo.json", POPOLO),), limits)
