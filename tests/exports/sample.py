"""A small content of invented actors and persons, for the tests of the exports."""

from plugins.exports.addresses import Identity
from plugins.model.content import SCHEMAS, Content, Document
from plugins.model.kinds import Kind
from plugins.model.lists import Term

PUBLISHED = Identity("Le site", "Son sous-titre", "https://exemple.fr/alliance")
AT_WORK = Identity("Le site")


def document(kind: Kind, slug: str, **front_matter: object) -> Document:
    return Document(
        kind, slug, f"{kind.folder}/{slug}.md", SCHEMAS[kind].model_validate({"titre": slug, **front_matter}), "", 1, {}
    )


def actor(slug: str, **more: object) -> Document:
    given = {
        "titre": slug.title(),
        "famille": "etat",
        "nature": "institution",
        "role": "aller-dans",
        "resume": "Accueille les habitants.",
        "statut": "amorce",
        "verifie_le": "2026-11-22",
    }
    return document(Kind.ACTOR, slug, **(given | more))


def meeting(slug: str, day: str, **more: object) -> Document:
    return document(Kind.MEETING, slug, **({"date": day, "instance": "comite", "participants": []} | more))


def content(*documents: Document, terms: tuple[Term, ...] = ()) -> Content:
    return Content.holding(documents, glossary=terms)
