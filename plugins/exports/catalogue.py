"""What is given away → what the page about it tells: files, rows, keys with their sense; taken from what is written, so that it is true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.exports.dataset import Dataset
from plugins.exports.inclusion_quality import Quality
from plugins.exports.mapping import Limits

_TYPES = {"string": "texte", "integer": "nombre", "boolean": "oui ou non", "object": "clés"}


@dataclass(frozen=True)
class Key:
    """A key of a row: its name, what it holds, its sense."""

    name: str
    type: str
    sense: str


@dataclass(frozen=True)
class File:
    """A file to take: what it is called, its address under the site's root, what it holds."""

    label: str
    address: str
    about: str = ""


@dataclass(frozen=True)
class Offered:
    """A dataset, as the page tells it; `count` is the number of its rows."""

    name: str
    title: str
    about: str
    count: int
    files: tuple[File, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True)
class Standard:
    """Files in another's format, and what they cannot hold."""

    title: str
    about: str
    files: tuple[File, ...]
    limits: tuple[Limits, ...]


@dataclass(frozen=True)
class Catalogue:
    """All that can be taken; `quality` is told to editors alone."""

    datasets: tuple[Offered, ...] = ()
    others: tuple[File, ...] = ()
    standards: tuple[Standard, ...] = ()
    quality: Quality | None = None


def offered(dataset: Dataset) -> Offered:
    """What the page tells of a dataset."""
    files = (File("JSON", dataset.json_name), File("CSV", dataset.csv_name), File("schéma", dataset.schema_name))
    return Offered(dataset.name, dataset.title, dataset.about, len(dataset.rows), files, tuple(_keys(dataset.schema)))


def _keys(schema: Mapping[str, Any]) -> Iterable[Key]:
    for name, one in schema["properties"].items():
        yield Key(name, _type(one), one.get("description", ""))


def _type(one: Mapping[str, Any]) -> str:
    if one.get("type") == "array":
        return f"liste : {_type(one['items'])}"
    if one.get("format") == "date":
        return "jour"
    return _TYPES[one.get("type", "object")]
