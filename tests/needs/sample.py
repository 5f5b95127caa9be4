"""A small content of invented actors, needs and places, for the tests of the needs and of their sheets."""

from typing import Any

from plugins.model.content import SCHEMAS, Content, Document
from plugins.model.kinds import Kind
from plugins.model.lists import Term, Territory
from plugins.model.site_file import SiteFile, SiteSettings

PLACES = (
    Territory(slug="france", nom="France", niveau="pays", code="FR"),
    Territory(slug="normandie", nom="Normandie", niveau="region", code="28"),
    Territory(slug="eure", nom="Eure", niveau="departement", code="27"),
    Territory(slug="seine-maritime", nom="Seine-Maritime", niveau="departement", code="76"),
    Territory(slug="rouen", nom="Rouen", niveau="commune", code="76540"),
    Territory(slug="evreux", nom="Évreux", niveau="commune", code="27229"),
)


def document(kind: Kind, slug: str, **front_matter: Any) -> Document[Any]:
    record = SCHEMAS[kind].model_validate({"titre": slug, **front_matter})
    return Document(kind, slug, f"content/{kind.folder}/{slug}.md", record, "", 1, {})


def actor(slug: str, role: str = "aller-dans", **more: Any) -> Document[Any]:
    given = {"famille": "rue", "nature": "institution", "resume": "Elle aide.", "statut": "amorce", "verifie_le": "2026-01-01"}
    return document(Kind.ACTOR, slug, role=role, **(given | more))


def need(slug: str, answers: str = "", expected: str = "", **more: Any) -> Document[Any]:
    """A need; `answers` and `expected` are slugs of actors, in the editor's order."""
    given = [{"acteur": one, "texte": f"{one} répond.", "source": "Un texte"} for one in answers.split()]
    return document(Kind.NEED, slug, **({"reponses": given, "attendus": expected.split()} | more))


def content(
    *documents: Document[Any], places: tuple[Territory, ...] = PLACES, terms: tuple[Term, ...] = (), **site: str
) -> Content:
    street = document(Kind.FAMILY, "rue", titre="La rue")
    return Content.holding(
        [street, *documents], territories=places, glossary=terms, site=SiteSettings(SiteFile.model_validate(site))
    )
