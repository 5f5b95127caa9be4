"""The schema of a record → that of the row that is given away of it: what is never shown is not in it, what is empty is left out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from plugins.model.records import Record

# What orders lists and answers an editor's doubt is no fact; what may name a person never goes out, however a site shows people.
PRIVATE: Mapping[str, frozenset[str]] = {
    "": frozenset({"ordre", "redirections", "homonymes", "personnes_citees"}),
    "participants": frozenset({"civilite", "nom", "prenom", "fonction", "represente"}),
}
TEXT: Mapping[str, Any] = {"type": "string"}


def said(**keys: str) -> dict[str, Any]:
    """Properties that are texts, each with its sense."""
    return {key: {**TEXT, "description": sense} for key, sense in keys.items()}


def written(properties: Mapping[str, Any], *required: str) -> dict[str, Any]:
    """The schema of a row that no record stands for."""
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": dict(properties)}


@cache
def _of(record: type[Record]) -> dict[str, Any]:
    return dict(record.model_json_schema())


def of_record(record: type[Record], more: Mapping[str, Any], *required: str) -> dict[str, Any]:
    """The schema of the rows of a record.

    Args:
        record: its class.
        more: properties that the row has before those of the record.
        required: those of them that every row has.
    """
    full = _of(record)
    row = _plain(full, PRIVATE[""])
    people = full["properties"].get("participants", {}).get("items", {}).get("$ref", "").rpartition("/")[2]
    kept = {
        name: _plain(one, PRIVATE["participants"] if name == people else frozenset())
        for name, one in full.get("$defs", {}).items()
    }
    row["properties"] = {**more, **row["properties"]}
    row["required"] = [*required, *row["required"]]
    return {**row, "$defs": _reached(row, kept)}


def _plain(schema: Mapping[str, Any], private: frozenset[str]) -> dict[str, Any]:
    properties = {name: _value(one) for name, one in schema["properties"].items() if name not in private}
    # An empty list is left out, a required one too.
    required = [name for name in schema.get("required", ()) if name in properties and properties[name].get("type") != "array"]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _value(one: Mapping[str, Any]) -> dict[str, Any]:
    """Without what only an editor's tool asks: names of Python, defaults, lengths (a masked name may be longer), null."""
    value = {key: inner for key, inner in one.items() if key not in {"title", "default", "maxLength", "anyOf"}}
    choices = [choice for choice in one.get("anyOf", ()) if choice != {"type": "null"}]
    # What an editor may write short, one text for a list of one, goes out as the list that it means.
    for choice in [choice for choice in choices if choice.get("type") == "array"] or choices:
        value |= {key: inner for key, inner in choice.items() if key != "maxLength"}
    if "items" in value:
        value["items"] = _value(value["items"])
    return value


def _reached(schema: Any, known: Mapping[str, Any]) -> dict[str, Any]:
    """The definitions that a schema leads to, with those that they lead to."""
    found: dict[str, Any] = {}
    waiting = [schema]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            name = str(one.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found[name] = known[name]
                waiting.append(known[name])
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return {name: found[name] for name in sorted(found)}
