"""The open data of each committee's built site → what the common site knows of all, and which names may be one actor."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

from plugins.diagnostics import Diagnostic
from plugins.exports.dataset import FOLDER, SCHEMA_VERSION
from plugins.model.committees import Committees, CommitteeSite, Held, SharedActor, Sheet
from plugins.model.federation_file import Federation
from plugins.text.nearest import nearest
from plugins.text.slugs import slugify

_HELD = frozenset(("tenue", "sans-quorum"))
_AGAIN = "reconstruire ce site : .venv/bin/inv build"
# Actors of one name that are proposed at once.
_MOST_PROPOSED = 20


@dataclass(frozen=True)
class Given:
    """What one committee's built site gives away."""

    id: str
    name: str
    actors: Sequence[Mapping[str, Any]]
    meetings: Sequence[Mapping[str, Any]]

    @property
    def root(self) -> str:
        """The public address that its files say; empty when they say none."""
        for folder, rows in (("acteurs", self.actors), ("reunions", self.meetings)):
            for row in rows:
                end = f"{folder}/{row['slug']}/"
                if row["page"].startswith(("https://", "http://")) and row["page"].endswith(end):
                    return str(row["page"]).removesuffix(end)
        return ""


def given(federation: Federation, sites: Mapping[str, Path]) -> tuple[list[Given], list[Diagnostic]]:
    """What every committee's built site gives away, and what is wrong with it.

    Args:
        federation: which committees.
        sites: id → where its site was built.
    """
    found, wrong = list[Given](), list[Diagnostic]()
    for rank, one in enumerate(federation.record.comites):
        place = federation.at("comites", rank, "site" if one.contenu is None else "contenu")
        try:
            found.append(Given(one.id, one.nom, *(_rows(sites[one.id] / FOLDER, name) for name in ("acteurs", "reunions"))))
        except (OSError, ValueError, KeyError, TypeError):
            wrong.append(place.error(f"« {sites[one.id]} » n'a pas les données d'un site de cette version — {_AGAIN}"))
    wrong += _same_address(federation, found)
    return found, wrong


def _rows(folder: Path, name: str) -> list[Mapping[str, Any]]:
    told = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    if told["schema_version"].partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise ValueError(told["schema_version"])
    rows: list[Mapping[str, Any]] = told[name]
    if any(not isinstance(row[key], str) for row in rows for key in ("slug", "titre", "page")):
        raise TypeError(name)
    return rows


def _same_address(federation: Federation, found: Iterable[Given]) -> Iterator[Diagnostic]:
    owners: dict[str, str] = {}
    ranks = {str(one.id): rank for rank, one in enumerate(federation.record.comites)}
    for one in found:
        owner = owners.setdefault(one.root, one.id) if one.root else one.id
        if owner != one.id:
            why = f"ce site a la même adresse publique que celui de « {owner} », {one.root} — en donner une à chacun (adresse, site.yml)"
            yield federation.at("comites", ranks[one.id]).error(why)


def committees_of(federation: Federation, found: Sequence[Given]) -> tuple[Committees, list[Diagnostic]]:
    """What is known of all committees; the sheets that the file names are there.

    Args:
        federation: which actors they share.
        found: what their sites give away.
    """
    common = federation.record.adresse
    root = f"{common}/" if common else ""
    wrong = list(_unknown_sheets(federation, found))
    names = {(committee, slug): slugify(one.nom) for one in federation.record.acteurs for committee, slug in one.fiches.items()}
    sheets = tuple(_sheet(one, row, names.get((one.id, row["slug"]), "")) for one in found for row in one.actors)
    shared = defaultdict(list)
    for sheet in sheets:
        shared[sheet.shared].append(sheet)
    meetings = [_held(one, row) for one in found for row in one.meetings]
    sites = tuple(
        CommitteeSite(one.id, one.name, len(one.actors), len(one.meetings), "" if one.root.startswith(root) else one.root)
        for one in found
    )
    actors = tuple(SharedActor(slugify(one.nom), one.nom, tuple(shared[slugify(one.nom)])) for one in federation.record.acteurs)
    newest = sorted(sorted(meetings, key=attrgetter("committee")), key=attrgetter("day"), reverse=True)
    return Committees(sites, sheets, tuple(newest), actors), wrong


def _unknown_sheets(federation: Federation, found: Sequence[Given]) -> Iterator[Diagnostic]:
    known = {one.id: {row["slug"] for row in one.actors} for one in found}
    slugs: dict[str, int] = {}
    for rank, actor in enumerate(federation.record.acteurs):
        first = slugs.setdefault(slugify(actor.nom), rank)
        if first != rank:
            line = federation.at("acteurs", first).line
            yield federation.at("acteurs", rank).error(
                f"« {actor.nom} » est déjà un acteur commun (ligne {line}) — n'en garder qu'un"
            )
        for committee, slug in actor.fiches.items():
            if slug not in known.get(committee, {slug}):
                close = nearest(slug, known[committee])
                better = f"écrire plutôt « {close} »" if close else "le nom d'un fichier d'acteurs/, sans .md"
                yield federation.at("acteurs", rank, "fiches", committee).error(
                    f"il n'y a pas de fiche « {slug} » dans {committee} — {better}"
                )


def _sheet(one: Given, row: Mapping[str, Any], shared: str) -> Sheet:
    summary, nature, role = (str(row.get(key) or "") for key in ("resume", "nature", "role"))
    return Sheet(one.name, one.id, row["slug"], row["titre"], summary, nature, role, shared)


def _held(one: Given, row: Mapping[str, Any]) -> Held:
    state = str(row.get("etat") or "")
    return Held(
        one.name,
        one.id,
        row["slug"],
        row["titre"],
        str(row["date"]),
        str(row.get("resume") or ""),
        "" if state in _HELD else state,
    )


def proposals(committees: Committees) -> Iterator[tuple[str, dict[str, str]]]:
    """Names that sheets of several committees bear, and their sheets: whether it is one actor, somebody who knows both says."""
    named: dict[str, dict[str, Sheet]] = defaultdict(dict)
    for sheet in committees.sheets:
        if not sheet.shared:
            named[slugify(sheet.title)].setdefault(sheet.id, sheet)
    several = [own for _, own in sorted(named.items()) if len(own) > 1]
    for own in several[:_MOST_PROPOSED]:
        yield next(iter(own.values())).title, {committee: sheet.slug for committee, sheet in own.items()}
