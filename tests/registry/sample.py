"""A small registry with every kind of trap; all names are invented."""

from datetime import date
from typing import Any

from plugins.model.content import Content, Document
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.records import Actor, Approach, PlainPage, Record

ACTORS: dict[str, dict[str, Any]] = {
    "union": {"titre": "Union des métiers", "sigle": "UDM"},
    "agence": {
        "titre": "Agence Avenir",
        "alias": ["Bureau du travail", {"forme": "AA", "casse": True}],
        "noms_successifs": [
            {"nom": "Bureau du travail", "jusqu_au": "2023-12-31"},
            {"nom": "Agence Avenir", "depuis": "2024-01-01"},
        ],
    },
    "comte": {
        "titre": "Comté de Rive",
        "alias": [{"forme": "Comté", "casse": True, "nombre": True}, "Conseil du comté"],
        "jamais": ["Comté académique", "fromage de Comté"],
    },
    "aide": {"titre": "Caisse d’aide aux familles", "sigle": "CAF", "alias": ["Caf de Rive"]},
    "medias": {"titre": "Médiateurs socio-culturels", "alias": ["médiation socio-culturelle", "médiateur socio-culturel"]},
    "clubs": {"titre": "Clubs de quartier", "alias": [{"forme": "clubs", "nombre": True}]},
    "ecole": {"titre": "Éducation partagée"},
    "ape": {"titre": "Aide à la petite enfance", "sigle": "APE", "alias": [{"forme": "APE", "casse": True}]},
    "relais": {"titre": "Association Le Relais", "alias": [{"forme": "Le Relais", "litteral": True}]},
}
PARTICIPANTS: list[dict[str, Any]] = [
    {"acteur": "union", "civilite": "Mme", "nom": "VASSEUR", "prenom": "Claire", "represente": "Denis Marchal"},
    {"acteur": "aide", "civilite": "M.", "nom": "BRUNEL", "prenom": "Paul"},
    {"acteur": "comte", "civilite": "M.", "nom": "BRUNEL", "prenom": "Jean-Marc"},
    {"acteur": "agence", "civilite": "Mme", "nom": "LAIR-BEAUCHAMP", "prenom": "Michèle"},
    {"acteur": "ecole", "civilite": "M.", "nom": "LE MAIRE", "prenom": "Yann", "qualite": "excuse"},
    {"acteur": "clubs", "civilite": "Mme", "nom": "D’ARCY", "prenom": "Zoé", "qualite": "invite"},
    {"acteur": "medias", "civilite": "Mme", "nom": "Duprés", "prenom": "Aude"},
]


def document(kind: Kind, slug: str, record: Record, body: str = "") -> Document[Any]:
    return Document(kind, slug, f"content/{kind.folder}/{slug}.md", record, body, 1, {})


def actor(slug: str, **fields: Any) -> Document[Actor]:
    common = {
        "famille": "f",
        "nature": "institution",
        "role": "les-deux",
        "resume": "R.",
        "statut": "amorce",
        "verifie_le": "2026-01-01",
    }
    return document(Kind.ACTOR, slug, Actor(**(common | fields)))


def meeting(slug: str, day: str, participants: list[dict[str, Any]], body: str = "", **more: Any) -> Document[Meeting]:
    record = Meeting(titre="Réunion", date=date.fromisoformat(day), instance="union", participants=participants, **more)
    return document(Kind.MEETING, slug, record, body)


def content(*meetings: Document[Meeting], page: str = "") -> Content:
    approach = document(Kind.APPROACH, "aller-vers", Approach(titre="Aller vers", alias=["aller vers"]))
    return Content(
        actors={slug: actor(slug, **fields) for slug, fields in ACTORS.items()},
        approaches={"aller-vers": approach},
        meetings={one.slug: one for one in meetings},
        pages={"a-propos": document(Kind.PAGE, "a-propos", PlainPage(titre="À propos"), page)},
    )
