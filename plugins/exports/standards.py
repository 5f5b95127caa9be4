"""The content → files in the formats of others, and what these formats cannot hold: told from the mapping itself."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.exports.addresses import Identity
from plugins.exports.catalogue import File, Standard
from plugins.exports.dataset import FOLDER
from plugins.exports.hsds import hsds
from plugins.exports.inclusion import SERVICE, STRUCTURE, services, structures
from plugins.exports.inclusion_quality import Quality, quality
from plugins.exports.mapping import Field, limits_of, row
from plugins.exports.popolo import popolo
from plugins.exports.tabular import table
from plugins.model.content import Content
from plugins.model.records import Actor, Answer


@dataclass(frozen=True)
class Converted:
    """Texts by path under the site's root, what is told of them, and what an editor is told of the quality of services."""

    files: Mapping[str, str]
    standards: tuple[Standard, ...]
    quality: Quality | None


def converted(content: Content, site: Identity, today: date) -> Converted:
    """All of it.

    Args:
        content: with every person's name masked.
        site: whose address makes links absolute; without it there are none.
        today: the day of the build.
    """
    standing, answering = structures(content, site), list(services(content, site))
    places = [row(STRUCTURE, one) for one in standing]
    offers = [row(SERVICE, one) for one in answering]
    files = {**_both("structures", STRUCTURE, places), **_both("services", SERVICE, offers)}
    limits = (
        limits_of("structures", len(places), STRUCTURE, Actor),
        limits_of("services", len(offers), SERVICE, Answer),
    )
    about = "Le format des annuaires de l’insertion (Dora, Les Emplois, Soliguide…). Un service est la réponse d’un acteur à un besoin ; métiers et instances n’y sont pas."
    names = tuple(File(name.rpartition("/")[2], name) for name in files)
    first = Standard("data.inclusion v1", about, names, limits)
    (tables, services_elsewhere), (bodies, assemblies) = hsds(standing, answering, content, site, today), popolo(content, site)
    return Converted(
        {**files, **tables, **bodies},
        (first, services_elsewhere, assemblies),
        quality(zip(answering, offers, strict=True), today),
    )


def _both(name: str, fields: Sequence[Field[Any]], rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """A list in JSON, and the same in CSV, in which a list of codes is written as JSON."""
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in rows)
    columns = [one.name for one in fields]
    cells = ({key: _cell(value) for key, value in one.items()} for one in rows)
    return {
        f"{FOLDER}data-inclusion/{name}.json": f"[\n{lines}\n]\n",
        f"{FOLDER}data-inclusion/{name}.csv": table(columns, cells),
    }


def _cell(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)
