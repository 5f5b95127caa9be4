"""Actors and glossary → one script for the whole site: what the cards of their links say, loaded when one is first wanted."""

from __future__ import annotations

from plugins.model.content import Content, Document
from plugins.model.lists import Term
from plugins.model.records import Actor
from plugins.text.dates import full_date
from plugins.text.labels import label
from plugins.text.scripts import Script, script
from plugins.text.typesetting import sentence_case, typeset


def card_file(site: Content) -> Script:
    """`window.cartes`: by the slug of an actor, by the anchor of a term, (line, text) in the order of reading."""
    cards = {
        "acteurs": {slug: _actor(site, document) for slug, document in site.actors.items()},
        "termes": {term.anchor: _term(term) for term in site.glossary},
    }
    return script("cartes", cards, "cartes")


def _actor(site: Content, document: Document[Actor]) -> dict[str, str]:
    record = document.record
    family = site.families.get(record.famille)
    lines = {
        "title": record.titre,
        "family": family.record.titre if family else "",
        "role": label(record.role, "role"),
        "summary": record.resume or "",
    }
    if document.slug in site.closed and record.fin:
        lines |= {"role": "", "summary": f"Cet acteur a fermé le {full_date(record.fin.date)}."}
    return {name: typeset(sentence_case(text)) for name, text in lines.items() if text}


def _term(term: Term) -> dict[str, str]:
    lines = {"title": term.terme, "summary": term.definition}
    if term.aujourd_hui:
        lines["today"] = f"Aujourd’hui : {term.aujourd_hui}"
    return {name: typeset(text) for name, text in lines.items()}
