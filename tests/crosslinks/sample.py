"""A small content of invented actors, linked by the real cross-links, for the tests of the backlinks."""

from datetime import date
from typing import Any

from plugins.crosslinks.backlink_records import Backlinks
from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Mention, Policy, Sitting
from plugins.model.content import SCHEMAS, Content, Document
from plugins.model.kinds import Kind
from plugins.registry.building import build
from tests.markup.sample import guarded

NAMES = [{"nom": "Bureau du travail", "jusqu_au": "2023-12-31"}, {"nom": "Agence Avenir", "depuis": "2024-01-01"}]


def document(kind: Kind, slug: str, **front_matter: Any) -> Document[Any]:
    record = SCHEMAS[kind].model_validate({"titre": slug, **front_matter})
    return Document(kind, slug, f"content/{kind.folder}/{slug}.md", record, "", 1, {})


def actor(slug: str, titre: str, famille: str, **more: Any) -> Document[Any]:
    given = {"nature": "institution", "role": "aller-dans", "resume": "R.", "statut": "amorce", "verifie_le": "2026-01-01"}
    return document(Kind.ACTOR, slug, titre=titre, famille=famille, **given, **more)


def meeting(slug: str, day: str, **more: Any) -> Document[Any]:
    people = [{"acteur": "agence"}, {"acteur": "union"}]
    return document(Kind.MEETING, slug, titre=f"Réunion {slug}", date=day, instance="union", participants=people, **more)


def content(*meetings: Document[Any]) -> Content:
    actors = [
        actor("agence", "Agence Avenir", "emploi", alias=["Bureau du travail"], noms_successifs=NAMES),
        actor("union", "Union des métiers", "metiers", sigle="UDM"),
        actor("clubs", "Clubs de quartier", "metiers"),
    ]
    families = [
        document(Kind.FAMILY, "metiers", titre="Métiers", ordre=1),
        document(Kind.FAMILY, "emploi", titre="Emploi", ordre=2, alias=["monde de l'emploi"]),
        document(Kind.FAMILY, "vide", titre="Vide"),
    ]
    return Content(
        actors={one.slug: one for one in actors},
        families={one.slug: one for one in families},
        approaches={"aller-vers": document(Kind.APPROACH, "aller-vers", titre="Aller vers", alias=["aller vers"])},
        meetings={one.slug: one for one in meetings},
        pages={"a-propos": document(Kind.PAGE, "a-propos", titre="À propos")},
    )


def mentions(site: Content, bodies: dict[str, str], policy: Policy = "section") -> dict[str, tuple[Mention, ...]]:
    registry = build(site)[0]
    found = {}
    for key, html in bodies.items():
        record = site.by_key()[key].record
        known = (
            Sitting(key.partition("/")[2], record.date, frozenset({"agence", "union"}))
            if hasattr(record, "participants")
            else None
        )
        found[key] = link(guarded(html), registry, key, lambda target: target, known, policy).mentions
    return found


def sentence(links: Backlinks, group: int = 0, excerpt: int = 0) -> str:
    one = links.groups[group].excerpts[excerpt]
    return f"{one.before}[{one.mention}]{one.after}"


OCTOBER = meeting("octobre", "2021-10-15")
MARCH = meeting("mars", "2024-03-01")
TODAY = date(2026, 11, 25)
