"""The finder → one script for the browser: every actor, what it answers, and the words of its values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.model.content import Content
from plugins.model.records import Actor
from plugins.needs.finder import FOLDER, MOST_NEAR, Choice, Finder, Helper
from plugins.needs.relay import relays
from plugins.needs.ways import Way
from plugins.text.labels import label
from plugins.text.scripts import Script, script
from plugins.text.typesetting import typeset


def data_file(found: Finder, content: Content) -> Script:
    """`window.aides`: the words of each value by facet, and the actors in the order of the relay.

    Args:
        found: the finder.
        content: names of persons masked.
    """
    order = {need: [str(step.actor.slug) for step in told.steps] for need, told in relays(content).items()}
    places = next((facet.choices for facet in found.facets if facet.code == "territoire"), ())
    data = {"mots": _words(found, content), "acteurs": [_told(helper, order, places) for helper in found.helpers]}
    return script("aides", data, f"{FOLDER}/aides")


def _words(found: Finder, content: Content) -> Mapping[str, Mapping[str, str]]:
    used = {code: {value for helper in found.helpers for value in helper.values[code]} for code in ("public", "role")}
    words: dict[str, dict[str, str]] = {
        "besoin": {need.slug: need.record.titre for need in content.needs.values()},
        "public": {value: label(value, "public") for value in sorted(used["public"])},
        "territoire": {place.slug: place.nom for place in content.territories},
        "role": {value: label(value, "role-court") for value in sorted(used["role"])},
        "famille": {family.slug: family.record.titre for family in content.families.values()},
    }
    return {code: {value: typeset(text) for value, text in of.items()} for code, of in words.items()}


def _told(helper: Helper, order: Mapping[str, list[str]], places: Iterable[Choice]) -> Mapping[str, object]:
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
        told["voies"] = [_way(way, record) for way in helper.shown()]
    if helper.places:
        told["lieux"] = [[_way(way, record) for way in place.ways] for place in helper.places]
        near = ((choice.value, helper.near(choice)[:MOST_NEAR]) for choice in places)
        told["pres"] = {value: [helper.places.index(place) for place in found] for value, found in near if found}
    if helper.answers:
        told["reponses"] = {need.slug: typeset(answer.texte) for need, answer in helper.answers}
        # Its place on the page of each need: the same doors in the same order everywhere.
        told["rangs"] = {need.slug: order[need.slug].index(str(helper.actor.slug)) for need, _ in helper.answers}
    return told


def _way(way: Way, record: Actor) -> list[str]:
    """A name that the card bears already says nothing more."""
    name = "" if way.name in {record.titre, record.sigle} else typeset(way.name)
    return [typeset(way.text), way.href, name, typeset(way.note)]
