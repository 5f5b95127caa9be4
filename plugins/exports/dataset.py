"""Things of one kind, row by row → JSON with its schema and CSV, each of which says its version, its licence and its day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plugins.exports.addresses import Identity
from plugins.exports.tabular import table

FOLDER = "donnees-ouvertes/"
SCHEMA_VERSION = "1.0"  # a new key: 1.1; a key that goes or changes its sense: 2.0
LICENCE = {"nom": "Licence Ouverte 2.0", "spdx": "etalab-2.0"}
Row = Mapping[str, Any]
Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Dataset:
    """All things of one kind.

    Attributes:
        name: of its files.
        key: under which JSON lists its rows.
        title: as a visitor reads it.
        about: what one row is, in one sentence.
        rows: in a fixed order; what is not known is not in them.
        schema: of a row (JSON Schema, 2020-12).
        columns: of the CSV: header → path into a row, such as `contact.site`; several values are joined.
    """

    name: str
    key: str
    title: str
    about: str
    rows: tuple[Row, ...] = field(repr=False)
    schema: Schema = field(repr=False)
    columns: Mapping[str, str]

    @property
    def json_name(self) -> str:
        """Its JSON file, under the site's root."""
        return f"{FOLDER}{self.name}.json"

    @property
    def csv_name(self) -> str:
        """Its CSV file, under the site's root."""
        return f"{FOLDER}{self.name}.csv"

    @property
    def schema_name(self) -> str:
        """The JSON Schema of its JSON file, and of that beside a page, under the site's root."""
        return f"{FOLDER}schemas/{self.name}.json"


def filled(row: Row) -> dict[str, Any]:
    """Without what is not known, at any depth; zero is a fact: nobody voted against."""
    inner = ((key, _filled(one)) for key, one in row.items())
    return {key: one for key, one in inner if one is not False and one not in (None, "", [], {})}


def _filled(value: Any) -> Any:
    if isinstance(value, Mapping):
        return filled(value)
    return [_filled(one) for one in value] if isinstance(value, list) else value


def json_of(dataset: Dataset, rows: Iterable[Row], file: str, site: Identity, today: date) -> str:
    """The JSON file of a dataset, or the one that stands beside a page and has this row alone; a row is a line.

    Args:
        dataset: whose key and schema the file has.
        rows: to be written.
        file: its path under the site's root, from which links lead.
        site: whose address makes them absolute.
        today: the day of the build.
    """
    head = {
        "schema_version": SCHEMA_VERSION,
        "schema": site.link(dataset.schema_name, file),
        "source": site.name,
        "licence": LICENCE,
        "date": today.isoformat(),
    }
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "{dataset.key}": [\n{lines}\n]}}\n'


def csv_of(dataset: Dataset, today: date) -> str:
    """The CSV file of a dataset; a table has no head, so each row says version, licence and day."""
    same = {"schema_version": SCHEMA_VERSION, "licence": LICENCE["spdx"], "date_export": today.isoformat()}
    return table((*dataset.columns, *same), ({**_cells(row, dataset.columns), **same} for row in dataset.rows))


def schema_of(dataset: Dataset, site: Identity) -> str:
    """The JSON Schema of the JSON files of a dataset."""
    text = {"type": "string"}
    row = dict(dataset.schema)
    defined = row.pop("$defs", {})
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": site.root + dataset.schema_name} if site.root else {}),
        "title": dataset.title,
        "description": dataset.about,
        "type": "object",
        "additionalProperties": False,
        "required": ["schema_version", "schema", "source", "licence", "date", dataset.key],
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "schema": text,
            "source": text,
            "licence": {"const": LICENCE},
            "date": {**text, "format": "date"},
            dataset.key: {"type": "array", "items": row},
        },
        "$defs": defined,
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _cells(row: Row, columns: Mapping[str, str]) -> dict[str, str]:
    return {header: " | ".join(_values(row, path.split("."))) for header, path in columns.items()}


def _values(value: Any, path: list[str]) -> list[str]:
    """What stands at the end of a path, each value as text; nothing where it leads nowhere."""
    if isinstance(value, list):
        return [text for one in value for text in _values(one, path)]
    if path:
        inner = value.get(path[0]) if isinstance(value, Mapping) else None
        return [] if inner is None else _values(inner, path[1:])
    return ["oui" if value is True else str(value)]
