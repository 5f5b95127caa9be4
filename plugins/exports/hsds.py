"""Structures and services → tables of Open Referral HSDS 3, those of which a field fits, and the package that describes them.

Source: Human Services Data Specification 3.1 (docs.openreferral.org), profile « tabular data package » (specs.frictionlessdata.io).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.exports.addresses import Identity
from plugins.exports.catalogue import File, Standard
from plugins.exports.dataset import FOLDER
from plugins.exports.hsds_fields import (
    ADDRESS,
    LOCATION,
    ORGANIZATION,
    PHONE,
    REQUIRED_DOCUMENT,
    SERVICE,
    SERVICE_AREA,
    SERVICE_AT_LOCATION,
    identity,
)
from plugins.exports.inclusion import Service, Structure
from plugins.exports.mapping import Field, Limits, limits_of, row
from plugins.exports.tabular import table
from plugins.model.content import Content
from plugins.model.records import Actor, Answer, Record

_FOLDER = f"{FOLDER}hsds/"


@dataclass(frozen=True)
class _Table:
    """A table: its name, its file, its fields, its rows."""

    name: str
    file: str
    fields: Sequence[Field[Any]]
    rows: list[dict[str, Any]]


def hsds(
    places: Sequence[Structure], offers: Sequence[Service], content: Content, site: Identity, today: date
) -> tuple[dict[str, str], Standard]:
    """The tables that have a row, their package, and what they cannot hold.

    Args:
        places: who stands in a directory.
        offers: what they answer.
        content: its territories.
        site: whose address makes links absolute; without it there are none.
        today: the day of the build.
    """
    tables = [one for one in _tables(places, offers, content) if one.rows]
    files = {
        f"{_FOLDER}{one.file}": table(
            [f.name for f in one.fields if f.value], ({k: str(v) for k, v in r.items()} for r in one.rows)
        )
        for one in tables
    }
    files[f"{_FOLDER}datapackage.json"] = _package(tables, site, today)
    limits = tuple(_limits(one) for one in tables)
    about = "Le format international des annuaires de services : des tables, et le paquet qui les décrit."
    names = tuple(File(name.rpartition("/")[2], name) for name in files)
    return files, Standard("Open Referral HSDS 3", about, names, limits)


def _tables(places: Sequence[Structure], offers: Sequence[Service], content: Content) -> Iterator[_Table]:
    reached = [one for one in places if one.where.street and one.where.town]
    sites = {one.actor.slug for one in reached}
    numbers = [(one, number) for one in places for number in one.telephones]
    known = {str(place.slug): place for place in content.territories}
    areas = [(one, known[slug]) for one in offers for slug in one.territories if slug in known]
    yield _Table("organization", "organizations.csv", ORGANIZATION, [row(ORGANIZATION, one) for one in places])
    yield _Table("service", "services.csv", SERVICE, [row(SERVICE, one) for one in offers])
    yield _Table("location", "locations.csv", LOCATION, [row(LOCATION, one) for one in reached])
    yield _Table("address", "addresses.csv", ADDRESS, [row(ADDRESS, one) for one in reached])
    at = [row(SERVICE_AT_LOCATION, one) for one in offers if one.actor.slug in sites]
    yield _Table("service_at_location", "service_at_location.csv", SERVICE_AT_LOCATION, at)
    yield _Table("phone", "phones.csv", PHONE, [row(PHONE, one) for one in numbers])
    yield _Table("service_area", "service_areas.csv", SERVICE_AREA, [row(SERVICE_AREA, one) for one in areas])
    papers = [row(REQUIRED_DOCUMENT, one) for one in offers if one.answer.apporter]
    yield _Table("required_document", "required_documents.csv", REQUIRED_DOCUMENT, papers)


def _limits(one: _Table) -> Limits:
    of: Mapping[str, type[Record]] = {"organization": Actor, "service": Answer}
    record = of.get(one.name)
    return limits_of(one.name, len(one.rows), one.fields, record)


def _package(tables: Sequence[_Table], site: Identity, today: date) -> str:
    resources = [
        {
            "name": one.name,
            "path": one.file,
            "profile": "tabular-data-resource",
            "schema": {
                "primaryKey": "id",
                "fields": [
                    {"name": f.name, "type": "date" if f.name == "assured_date" else "string"} for f in one.fields if f.value
                ],
            },
        }
        for one in tables
    ]
    package = {
        "name": "human_services_data",
        "title": site.name,
        "id": identity(site.name),
        "profile": "tabular-data-package",
        "created": today.isoformat(),
        "version": "3.1",
        "licenses": [{"name": "etalab-2.0", "title": "Licence Ouverte 2.0"}],
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"
