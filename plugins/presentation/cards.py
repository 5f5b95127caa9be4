"""Actors and glossary → one script for the whole site: what the cards of their links say, loaded when one is first wanted."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from plugins.model.content import Content, Document
from plugins.model.lists import Term
from plugins.model.records import Actor
from plugins.presentation.labels import label
from plugins.presentation.wording import typeset


@dataclass(frozen=True)
class CardFile:
    """A file at the root of the site.

    Attributes:
        name: its name, which changes with its text: `cartes-<hash>.js`.
        text: a classic script, that pages opened from a folder can load as well.
    """

    name: str
    text: str


def card_file(site: Content) -> CardFile:
    """`window.cartes`: by the slug of an actor, by the anchor of a term, (line, text) in the order of reading."""
    cards = {
        "acteurs": {slug: _actor(site, document) for slug, document in site.actors.items()},
        "termes": {term.anchor: _term(term) for term in site.glossary},
    }
    text = f"window.cartes={_script(cards)};\n"
    return CardFile(f"cartes-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)


def _script(value: object) -> str:
    """JSON that a script can hold: the two line ends that JSON allows and old scripts do not are written as escapes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _actor(site: Content, document: Document[Actor]) -> dict[str, str]:
    record = document.record
    family = site.families.get(record.famille)
    lines = {
        "titre": record.titre,
        "famille": family.record.titre if family else "",
        "role": label(record.role, "role"),
        "resume": record.resume or "",
    }
    return {name: typeset(text[:1].upper() + text[1:]) for name, text in lines.items() if text}


def _term(term: Term) -> dict[str, str]:
    lines = {"titre": term.terme, "resume": term.definition}
    if term.aujourd_hui:
        lines["aujourd-hui"] = f"Aujourd’hui : {term.aujourd_hui}"
    return {name: typeset(text) for name, text in lines.items()}
