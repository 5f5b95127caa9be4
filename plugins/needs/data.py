"""The finder → one script for the browser: every actor, what it answers, and the words of its values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.model.content import Content
from plugins.needs.helping import FOLDER, Finder, Helper

# What an editor typed → what a book prints; (code, table) → its words: the presentation's filters, given by the glue.
Typeset = Callable[[str], str]
Label = Callable[[str, str], str]


@dataclass(frozen=True)
class DataFile:
    """A classic script that the page loads when someone chooses: it also loads from a folder.

    Attributes:
        name: its path under the site's root; it changes with its text.
        text: its text.
    """

    name: str
    text: str


def data_file(found: Finder, content: Content, typeset: Typeset, label: Label) -> DataFile:
    """`window.aides`: the words of each value by facet, and the actors in the order of the relay.

    Args:
        found: the finder.
        content: names of persons masked.
        typeset: spaces and apostrophes of French.
        label: words for a code.
    """
    data = {"mots": _words(found, content, typeset, label), "acteurs": [_told(helper, typeset) for helper in found.helpers]}
    text = f"window.aides={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
    # Two line ends that JSON allows and old scripts do not.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return DataFile(f"{FOLDER}/aides-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)


def _words(found: Finder, content: Content, typeset: Typeset, label: Label) -> Mapping[str, Mapping[str, str]]:
    used = {code: {value for helper in found.helpers for value in helper.values[code]} for code in ("public", "role")}
    words: dict[str, dict[str, str]] = {
        "besoin": {need.slug: need.record.titre for need in content.needs.values()},
        "public": {value: label(value, "public") for value in sorted(used["public"])},
        "territoire": {place.slug: place.nom for place in content.territories},
        "role": {value: label(value, "role-court") for value in sorted(used["role"])},
        "famille": {family.slug: family.record.titre for family in content.families.values()},
    }
    return {code: {value: typeset(text) for value, text in of.items()} for code, of in words.items()}


def _told(helper: Helper, typeset: Typeset) -> Mapping[str, object]:
    record = helper.actor.record
    told: dict[str, object] = {
        "url": helper.actor.url,
        "titre": typeset(record.titre),
        "resume": typeset(record.resume or ""),
        "valeurs": {code: values for code, values in helper.values.items() if values},
    }
    if record.sigle and record.sigle != record.titre:
        told["sigle"] = record.sigle
    if helper.ways:
        told["voies"] = [[way.text, way.href, typeset(way.name), typeset(way.note)] for way in helper.ways[:2]]
    if helper.answers:
        told["reponses"] = {need.slug: typeset(answer.texte) for need, answer in helper.answers}
    return told
