"""Pages → JSON-LD of schema.org, by page key, ready to stand inside a `<script type="application/ld+json">`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from plugins.exports.addresses import Identity
from plugins.exports.catalogue import Catalogue
from plugins.exports.dataset import filled
from plugins.model.content import Content, Document
from plugins.model.kinds import DATA_PAGE, GLOSSARY_URL, Kind
from plugins.model.meeting import Meeting
from plugins.model.records import Actor, Need, Page

GLOSSARY, HOME = "glossaire", "index"
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
_LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
# Of the files of a dataset: JSON, CSV, schema.
_FORMS = ("application/json", "text/csv", "application/schema+json")
# What became of a meeting that did not take place.
_STATUS = {"annulee": "EventCancelled", "reportee": "EventPostponed"}
Node = dict[str, Any]


def structured_data(content: Content, site: Identity, given: Catalogue | None = None) -> Mapping[str, str]:
    """JSON by page key: every page of the content, the glossary, the home page (`index`), the page about data.

    Args:
        content: with the names of persons masked.
        site: whose address makes the links absolute.
        given: what can be taken.
    """
    nodes: dict[str, Node] = {HOME: _home(site)}
    nodes.update((document.key, _page(document, site)) for document in content.documents())
    nodes.update((document.key, _actor(document, content, site)) for document in content.actors.values())
    nodes.update((document.key, _meeting(document, content, site)) for document in content.meetings.values())
    nodes.update((need.key, _need(need, content, site)) for need in content.needs.values() if need.record.reponses)
    if content.glossary:
        nodes[GLOSSARY] = _glossary(content, site)
    if given:
        data = Kind.PAGE.key(DATA_PAGE)
        nodes[data if data in nodes else DATA_PAGE] = _catalogue(given, site)
    return {key: as_script({"@context": "https://schema.org", **node}) for key, node in nodes.items()}


def as_script(data: Node) -> str:
    """JSON that no HTML parser can leave: `<`, `>` and `&` are written as escapes (HTML, § 4.12.1.3)."""
    return json.dumps(filled(data), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _home(site: Identity) -> Node:
    return {
        "@type": "WebSite",
        "name": site.name,
        "description": site.description,
        "url": site.link("", ""),
        "inLanguage": "fr",
    }


def _page(document: Document[Page], site: Identity) -> Node:
    """A page of which no more is known than what it says of itself."""
    link, own = site.link(document.url, document.url), document.record
    home = {"@type": "WebSite", "@id": site.link("", document.url), "name": site.name}
    return {"@type": "WebPage", "@id": link, "name": own.titre, "description": own.resume, "inLanguage": "fr", "isPartOf": home}


def _catalogue(given: Catalogue, site: Identity) -> Node:
    """What can be taken, as directories of data find it."""
    page = Kind.PAGE.url(DATA_PAGE)
    sets = [
        {
            "@type": "Dataset",
            "name": one.title,
            "description": one.about,
            "license": _LICENCE,
            "isAccessibleForFree": True,
            "distribution": [
                {"@type": "DataDownload", "name": file.label, "contentUrl": site.link(file.address, page), "encodingFormat": form}
                for file, form in zip(one.files, _FORMS, strict=True)
            ],
        }
        for one in given.datasets
    ]
    name = f"Données de « {site.name} »"
    return {
        "@type": "DataCatalog",
        "@id": site.link(page, page),
        "name": name,
        "license": _LICENCE,
        "inLanguage": "fr",
        "dataset": sets,
    }


def organisation_type(actor: Actor) -> str:
    """A trade is an occupation; a body on a `.gouv.fr` address is governmental; nothing else is presumed."""
    if actor.nature == "metier":
        return "Occupation"
    host = urlsplit(actor.contact.site or "").hostname or ""
    return "GovernmentOrganization" if host.endswith(".gouv.fr") else "Organization"


def _actor(document: Document[Actor], content: Content, site: Identity) -> Node:
    actor, page = document.record, site.link(document.url, document.url)
    kind = organisation_type(actor)
    node: Node = {
        "@type": kind,
        "@id": f"{page}#acteur",
        "name": actor.titre,
        "description": actor.resume,
        "mainEntityOfPage": page,
    }
    if actor.fin:
        node["dissolutionDate"] = actor.fin.date.isoformat()
    names = [actor.sigle, *(name.nom for name in actor.noms_successifs), *(alias.forme for alias in actor.alias)]
    node["alternateName"] = [name for name in dict.fromkeys(names) if name and name != actor.titre]
    if kind == "Occupation":
        return node
    known = {territory.slug: territory.nom for territory in content.territories}
    return node | {
        "url": actor.contact.site,
        "telephone": actor.contact.telephones,
        "email": actor.contact.courriel,
        "address": actor.contact.adresse,
        "areaServed": [known[slug] for slug in actor.territoires if slug in known],
    }


def _meeting(document: Document[Meeting], content: Content, site: Identity) -> Node:
    meeting, page = document.record, site.link(document.url, document.url)
    attending = dict.fromkeys(one.acteur for one in meeting.participants if one.present)
    return {
        "@type": "Event",
        "@id": f"{page}#reunion",
        "name": meeting.titre,
        "description": meeting.resume,
        "startDate": meeting.starts,
        "eventStatus": f"https://schema.org/{_STATUS.get(meeting.etat, 'EventScheduled')}",
        "location": meeting.lieu,
        "inLanguage": "fr",
        "organizer": _short(meeting.instance, content, site, document.url),
        "attendee": [_short(slug, content, site, document.url) for slug in attending],
        "mainEntityOfPage": page,
    }


def _short(slug: str, content: Content, site: Identity, page: str) -> Node:
    """An organisation as another node refers to it; those who sit at a table are never occupations there."""
    actor = content.actors.get(slug)
    if actor is None:
        return {}
    kind = organisation_type(actor.record).replace("Occupation", "Organization")
    return {"@type": kind, "@id": site.link(actor.url, page) + "#acteur", "name": actor.record.titre}


def _need(document: Document[Need], content: Content, site: Identity) -> Node:
    need = document.record
    answers = []
    for answer in need.reponses:
        actor = content.actors.get(answer.acteur)
        answers.append(f"{actor.record.titre} : {answer.texte}" if actor else answer.texte)
    question = {"@type": "Question", "name": need.titre, "acceptedAnswer": {"@type": "Answer", "text": "\n".join(answers)}}
    return {"@type": "FAQPage", "@id": site.link(document.url, document.url), "inLanguage": "fr", "mainEntity": [question]}


def _glossary(content: Content, site: Identity) -> Node:
    page = site.link(GLOSSARY_URL, GLOSSARY_URL)
    terms = [
        {
            "@type": "DefinedTerm",
            "@id": f"{page}#{term.anchor}",
            "name": term.sigle or term.terme,
            "alternateName": [name for name in (term.terme if term.sigle else None, term.aujourd_hui) if name],
            "description": term.definition,
        }
        for term in sorted(content.glossary, key=lambda term: term.anchor)
    ]
    return {"@type": "DefinedTermSet", "@id": page, "name": "Glossaire", "inLanguage": "fr", "hasDefinedTerm": terms}
