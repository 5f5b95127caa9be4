"""Actors and the answers to needs → structures and services of data.inclusion v1, field by field.

Source: Schéma de l'offre d'insertion v1 (data.inclusion.gouv.fr; PyPI `data-inclusion-schema` 1.0).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.exports.addresses import Identity
from plugins.exports.inclusion_values import Address, address, publics, publics_in_words, town_code, zone
from plugins.exports.mapping import Field
from plugins.model.content import Content, Document, once
from plugins.model.lists import Door
from plugins.model.records import Actor, Answer, Contact, Need
from plugins.text.slugs import slugify
from plugins.text.telephone import numbers

# Who receives nobody under its own name.
_NO_STRUCTURE = frozenset(("metier", "instance"))
_SHORTEST_NAME, _LONGEST_NAME, _SHORTEST_TEXT, _FIRST_YEAR = 3, 150, 5, 2000
_FREE = "les horaires sont ici en mots ; il faut là-bas la notation d’OpenStreetMap"
_PLACE = "le format n’a pas de coordonnées"


@once
def _doors(content: Content) -> Mapping[str, tuple[Door, ...]]:
    """By slug of an actor, its doors that are the same for all."""
    found: dict[str, list[Door]] = {}
    for door in content.doors:
        for owner in () if door.territoires else door.owners:
            found.setdefault(str(owner), []).append(door)
    return {owner: tuple(doors) for owner, doors in found.items()}


@once
def _by_slug(content: Content) -> Mapping[str, tuple[Door, ...]]:
    return {str(door.slug): (door,) for door in content.doors}


@dataclass(frozen=True)
class Structure:
    """An actor that stands in a directory."""

    content: Content
    site: Identity
    actor: Document[Actor]

    @property
    def contact(self) -> Contact:
        """How to reach it."""
        return self.actor.record.contact

    @property
    def telephones(self) -> list[str]:
        """Its own numbers, else those of the doors that are its alone and the same for all."""
        own = _doors(self.content).get(self.actor.slug, ())
        alone = (one for one in own if len(one.owners) == 1)
        return self.contact.telephones or [number for one in alone for number in numbers(one.telephone or "")]

    @property
    def where(self) -> Address:
        """Its postal address."""
        return address(self.contact.adresse)

    @property
    def source(self) -> str:
        """Who says it: this site."""
        return slugify(self.site.name)

    @property
    def id(self) -> str:
        """Its identity, which does not change."""
        return f"{self.source}--{self.actor.slug}"


@dataclass(frozen=True)
class Service(Structure):
    """What an actor answers to a need."""

    need: Document[Need]
    answer: Answer

    @property
    def door(self) -> str | None:
        """Where one asks on the web: the door of the answer, else the only one of its actor."""
        named = self.answer.porte
        own = _by_slug(self.content).get(named, ()) if named else _doors(self.content).get(self.actor.slug, ())
        found = [one.url for one in own if one.url]
        return found[0] if len(found) == 1 else self.contact.annuaire

    @property
    def publics(self) -> list[str]:
        """Whom it is for: those of the need, else those of the actor."""
        return [str(one) for one in self.need.record.publics or self.actor.record.publics]

    @property
    def territories(self) -> list[str]:
        """Where one is entitled to it: those of the need, else those of the actor."""
        return [str(one) for one in self.need.record.territoires or self.actor.record.territoires]


def structures(content: Content, site: Identity) -> list[Structure]:
    """In the order of their identities; trades and bodies that only meet are none."""
    return [Structure(content, site, actor) for _, actor in sorted(content.living.items()) if _stands(actor)]


def _stands(actor: Document[Actor]) -> bool:
    """Whether an actor is a structure, and its sheet says what each must say."""
    own = actor.record
    return own.nature not in _NO_STRUCTURE and len(name(own.titre)) >= _SHORTEST_NAME and own.verifie_le.year >= _FIRST_YEAR


def services(content: Content, site: Identity) -> Iterator[Service]:
    """The answers of structures, need by need; of two answers of one actor to one need, the first."""
    for _, need in sorted(content.needs.items()):
        seen = set()
        for answer in need.record.reponses:
            actor = content.living.get(answer.acteur)
            if actor and actor.slug not in seen and _stands(actor) and _says(need, answer):
                seen.add(actor.slug)
                yield Service(content, site, actor, need, answer)


def _says(need: Document[Need], answer: Answer) -> bool:
    return len(name(need.record.titre)) >= _SHORTEST_NAME and len(answer.texte) >= _SHORTEST_TEXT


def name(title: str) -> str:
    """A name as the schema wants it: it does not end with a full stop, nor is it longer than 150 signs."""
    return title[:_LONGEST_NAME].rstrip(" .") if not title.endswith("etc.") else title[:_LONGEST_NAME]


def _description(one: Structure) -> str:
    text = one.actor.record.resume
    return text if len(text) >= _SHORTEST_TEXT else ""


def _conditions(one: Service) -> str:
    bring = f"À apporter : {one.answer.apporter}" if one.answer.apporter else ""
    return " ".join(text for text in (one.answer.conditions, bring) if text)


def _ways(one: Service) -> list[str]:
    known = (
        ("envoyer-un-courriel", one.contact.courriel),
        ("se-presenter", one.where.street),
        ("telephoner", one.telephones),
        ("utiliser-lien-mobilisation", one.door),
    )
    return [way for way, value in known if value]


def _telephone(one: Structure) -> str:
    return next(iter(one.telephones), "")


# Where a structure stands and how it is reached; a service takes them from it.
_REACHED: tuple[Field[Structure], ...] = (
    Field("commune", lambda one: one.where.town, ("contact.adresse",)),
    Field("code_postal", lambda one: one.where.code, ("contact.adresse",)),
    Field(
        "code_insee", lambda one: town_code(one.where, one.content), (),
        "rempli quand la commune de l’adresse est dans territoires.yml",
    ),
    Field("adresse", lambda one: one.where.street, ("contact.adresse",)),
    Field("complement_adresse", why="l’adresse est écrite en une fois"),
    Field("longitude", why=_PLACE),
    Field("latitude", why=_PLACE),
    Field("telephone", _telephone, ("contact.telephone",), "un seul numéro : le premier"),
    Field("courriel", lambda one: one.contact.courriel, ("contact.courriel",)),
)  # fmt: skip
STRUCTURE: tuple[Field[Structure], ...] = (
    Field("source", lambda one: one.source),
    Field("id", lambda one: one.id),
    Field("nom", lambda one: name(one.actor.record.titre), ("titre",)),
    Field("date_maj", lambda one: one.actor.record.verifie_le.isoformat(), ("verifie_le",)),
    Field("description", _description, ("resume",)),
    Field("lien_source", lambda one: one.site.public(one.actor.url)),
    Field("siret", why="le format n’a pas de numéro SIRET"),
    *_REACHED,
    Field("site_web", lambda one: one.contact.site, ("contact.site",)),
    Field("horaires_accueil", why=_FREE),
    Field("accessibilite_lieu", why="le format n’a pas de lien vers Acceslibre"),
    Field("reseaux_porteurs", why="le format n’a pas les codes des réseaux"),
)
SERVICE: tuple[Field[Service], ...] = (
    Field("source", lambda one: one.source),
    Field("structure_id", lambda one: one.id, ("acteur",)),
    Field("id", lambda one: f"{one.source}--{one.need.slug}--{one.actor.slug}"),
    Field("nom", lambda one: name(one.need.record.titre)),
    Field("description", lambda one: one.answer.texte, ("texte",)),
    Field("lien_source", lambda one: one.site.public(one.need.url)),
    Field("date_maj", lambda one: one.actor.record.verifie_le.isoformat()),
    Field("type", why="une réponse ne dit pas si c’est un atelier, une aide, une formation…"),
    Field("thematiques", lambda one: sorted(set(one.answer.thematiques)), ("thematiques",)),
    Field("frais", lambda one: one.answer.frais, ("frais",)),
    Field("frais_precisions", why="le format ne détaille pas les frais"),
    Field("publics", lambda one: publics(one.publics), (), "un public qui n’a pas de code là-bas est dit en mots"),
    Field("publics_precisions", lambda one: publics_in_words(one.publics)),
    Field("conditions_acces", _conditions, ("conditions", "apporter")),
    *_REACHED,
    Field("modes_accueil", why="une réponse ne dit pas si l’on est reçu sur place ou à distance"),
    Field(
        "zone_eligibilite",
        lambda one: zone(one.territories, one.content),
        (),
        "un quartier prioritaire n’a pas de code là-bas",
    ),
    Field("contact_nom_prenom", why="aucun nom de personne ne sort de ce site"),
    Field("lien_mobilisation", lambda one: one.door, ("porte",)),
    Field("modes_mobilisation", _ways),
    Field("mobilisable_par", lambda one: ["usagers"] if _ways(one) else None),
    Field("mobilisation_precisions", lambda one: one.answer.contact, ("contact",)),
    Field("volume_horaire_hebdomadaire", why="le format n’a pas de durée"),
    Field("nombre_semaines", why="le format n’a pas de durée"),
    Field("horaires_accueil", why=_FREE),
)
