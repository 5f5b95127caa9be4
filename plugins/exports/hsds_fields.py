"""Fields of HSDS 3, table by table, and what of ours fits in each."""

from __future__ import annotations

import uuid

from plugins.exports.inclusion import Service, Structure
from plugins.exports.inclusion_values import publics_said
from plugins.exports.mapping import Field
from plugins.model.lists import Territory
from plugins.model.place_codes import department_of

_NO = "le format n’a rien de tel"


def identity(*parts: str) -> str:
    """A UUID that stays the same from one build to the next (RFC 9562, version 5)."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(parts)))


def _place(one: Structure, kind: str) -> str:
    return identity(one.id, kind)


def _service(one: Service) -> str:
    return identity(one.id, one.need.slug)


def _conditions(one: Service) -> str:
    return " ".join(text for text in (one.answer.conditions, publics_said(one.publics)) if text)


def _department(one: Structure) -> str:
    """French addresses have no state: the code of the département takes its place, which the format wants."""
    return department_of("commune", one.where.code) if one.where.code else ""


ORGANIZATION: tuple[Field[Structure], ...] = (
    Field("id", lambda one: _place(one, "organization")),
    Field("name", lambda one: one.actor.record.titre, ("titre",)),
    Field("alternate_name", lambda one: one.actor.record.sigle, ("sigle",), "un seul autre nom : le sigle"),
    Field("description", lambda one: one.actor.record.resume, ("resume",)),
    Field("email", lambda one: one.contact.courriel, ("contact.courriel",)),
    Field("website", lambda one: one.contact.site, ("contact.site",)),
    Field("tax_status", why=_NO),
    Field("tax_id", why=_NO),
    Field("year_incorporated", why=_NO),
    Field("legal_status", why=_NO),
    Field("logo", why=_NO),
    Field("uri", lambda one: one.site.public(one.actor.url)),
    Field("parent_organization_id", why="le format ne dit pas qui dépend de qui"),
)
SERVICE: tuple[Field[Service], ...] = (
    Field("id", _service),
    Field("organization_id", lambda one: _place(one, "organization"), ("acteur",)),
    Field("program_id", why=_NO),
    Field("name", lambda one: one.need.record.titre),
    Field("alternate_name", why=_NO),
    Field("description", lambda one: one.answer.texte, ("texte",)),
    Field("url", lambda one: one.door or one.site.public(one.need.url), ("porte",)),
    Field("email", lambda one: one.contact.courriel),
    Field("status", lambda _: "active"),
    Field("interpretation_services", why=_NO),
    Field("application_process", lambda one: one.answer.contact, ("contact",)),
    Field("fees_description", lambda one: one.answer.frais, ("frais",)),
    Field("wait_time", why=_NO),
    Field("fees", why="dit en mots, dans fees_description"),
    Field("accreditations", why=_NO),
    Field("eligibility_description", _conditions, ("conditions",), "publics et conditions en mots, sans code"),
    Field("minimum_age", why=_NO),
    Field("maximum_age", why=_NO),
    Field("assured_date", lambda one: one.actor.record.verifie_le.isoformat()),
    Field("assurer_email", why="le site ne nomme pas qui relit"),
    Field("licenses", why=_NO),
    Field("alert", why=_NO),
    Field("last_modified", why="un jour est connu, pas l’instant : voir assured_date"),
)
LOCATION: tuple[Field[Structure], ...] = (
    Field("id", lambda one: _place(one, "location")),
    Field("location_type", lambda _: "physical"),
    Field("url", why=_NO),
    Field("organization_id", lambda one: _place(one, "organization")),
    Field("name", lambda one: one.actor.record.titre),
    Field("alternate_name", why=_NO),
    Field("description", why=_NO),
    Field("transportation", why=_NO),
    Field("latitude", why="le format n’a pas de coordonnées"),
    Field("longitude", why="le format n’a pas de coordonnées"),
    Field("external_identifier", why=_NO),
    Field("external_identifier_type", why=_NO),
)
ADDRESS: tuple[Field[Structure], ...] = (
    Field("id", lambda one: _place(one, "address")),
    Field("location_id", lambda one: _place(one, "location")),
    Field("attention", why=_NO),
    Field("address_1", lambda one: one.where.street),
    Field("address_2", why="l’adresse est écrite en une fois"),
    Field("city", lambda one: one.where.town),
    Field("region", why="voir state_province"),
    Field("state_province", _department, (), "le code du département"),
    Field("postal_code", lambda one: one.where.code),
    Field("country", lambda _: "FR"),
    Field("address_type", lambda _: "physical"),
)
SERVICE_AT_LOCATION: tuple[Field[Service], ...] = (
    Field("id", lambda one: identity(one.id, one.need.slug, "location")),
    Field("service_id", _service),
    Field("location_id", lambda one: _place(one, "location")),
    Field("description", why=_NO),
)
PHONE: tuple[Field[tuple[Structure, str]], ...] = (
    Field("id", lambda one: identity(one[0].id, "phone", one[1])),
    Field("location_id", why="un numéro est celui de l’acteur"),
    Field("service_id", why="un numéro est celui de l’acteur"),
    Field("organization_id", lambda one: _place(one[0], "organization")),
    Field("contact_id", why="aucun nom de personne ne sort de ce site"),
    Field("service_at_location_id", why="un numéro est celui de l’acteur"),
    Field("number", lambda one: one[1]),
    Field("extension", why="un poste est dit en mots"),
    Field("type", lambda _: "voice"),
    Field("description", lambda one: one[0].contact.horaires),
)
SERVICE_AREA: tuple[Field[tuple[Service, Territory]], ...] = (
    Field("id", lambda one: identity(one[0].id, one[0].need.slug, one[1].slug)),
    Field("service_id", lambda one: _service(one[0])),
    Field("service_at_location_id", why=_NO),
    Field("name", lambda one: one[1].nom),
    Field("description", why=_NO),
    Field("extent", why="le format n’a pas de contours"),
    Field("extent_type", why="le format n’a pas de contours"),
    Field("uri", why=_NO),
)
REQUIRED_DOCUMENT: tuple[Field[Service], ...] = (
    Field("id", lambda one: identity(one.id, one.need.slug, "document")),
    Field("service_id", _service),
    Field("document", lambda one: one.answer.apporter, ("apporter",)),
    Field("uri", why=_NO),
)
