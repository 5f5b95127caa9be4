"""What is known of all committees → the files that tell it: data, feed, sitemap of sitemaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from plugins.exports.addresses import Identity
from plugins.exports.catalogue import Catalogue, File, offered
from plugins.exports.dataset import FOLDER, Dataset, csv_of, filled, json_of, schema_of
from plugins.exports.feed import Channel, FeedEntry, feed
from plugins.exports.indexing import sitemap
from plugins.exports.row_schemas import said, written
from plugins.model.committees import Committees, Held
from plugins.model.federation_file import COMMITTEES_URL

FEED = Channel(f"{COMMITTEES_URL}atom.xml", COMMITTEES_URL, "Les réunions de tous les comités")
# That of the root alone, beside those of the committees.
COMMON_SITEMAP = "sitemap-commun.xml"


def files_of(committees: Committees, catalogue: Catalogue, site: Identity, today: date) -> tuple[dict[str, str], Catalogue]:
    """The merged data and feed, by path under the common root, and what the page about data tells, these first; nothing of one site."""
    if not committees.sites:
        return {}, catalogue
    given_away = datasets(committees, site)
    files = {}
    for one in given_away:
        files[one.json_name] = json_of(one, one.rows, one.json_name, site, today)
        files[one.csv_name] = csv_of(one, today)
        files[one.schema_name] = schema_of(one, site)
    if site.root:
        files[FEED.file] = feed(site, map(_entry, committees.meetings), today, FEED)
    more = () if not site.root else (File("Les réunions de tous les comités", FEED.file, "Un fil Atom."),)
    told = (*map(offered, given_away), *catalogue.datasets)
    return files, replace(catalogue, datasets=told, others=(*more, *catalogue.others))


def datasets(committees: Committees, site: Identity) -> tuple[Dataset, ...]:
    """Who is there, every actor and every meeting of all; what each committee gives away besides stands in its own folder."""
    whose = said(comite="Le comité.", id="Identifiant dans l’ensemble : comité, deux-points, fiche ; aucun n’est pris deux fois.")
    page = said(page="Adresse de la page.")
    number = {"type": "integer", "minimum": 0}
    sites = [
        {
            "id": one.id,
            "nom": one.name,
            "acteurs": one.actors,
            "reunions": one.meetings,
            "donnees": site.link(f"{one.url}{FOLDER}", FOLDER),
            "page": site.link(one.url, FOLDER),
        }
        for one in committees.sites
    ]
    actors = [
        filled(
            {
                "id": f"{one.id}:{one.slug}",
                "comite": one.committee,
                "titre": one.title,
                "resume": one.summary,
                "nature": one.nature,
                "role": one.role,
                "acteur_commun": one.shared,
                "page": site.link(one.url, FOLDER),
            }
        )
        for one in committees.sheets
    ]
    meetings = [
        filled(
            {
                "id": f"{one.id}:{one.slug}",
                "comite": one.committee,
                "titre": one.title,
                "date": one.day,
                "etat": one.state,
                "resume": one.summary,
                "page": site.link(one.url, FOLDER),
            }
        )
        for one in committees.meetings
    ]
    of_sites = said(id="Identifiant du comité.", nom="Son nom.") | {
        "acteurs": {**number, "description": "Combien de fiches d’acteurs."},
        "reunions": {**number, "description": "Combien de réunions."},
    }
    of_sites |= said(donnees="Le dossier de tout ce qu’il donne.") | page
    of_actors = whose | said(
        titre="Nom de la fiche.",
        resume="Une phrase.",
        nature="institution, reseau, instance ou metier.",
        role="aller-vers, aller-dans…",
        acteur_commun="Identifiant de l’acteur que plusieurs comités ont déclaré être le même.",
    )
    of_meetings = whose | said(titre="Titre.", date="Jour.", etat="Vide quand elle s’est tenue.", resume="Une phrase.")
    return (
        _dataset("comites", "comites", "Les comités", "Un comité, et où prendre ses données.", sites, of_sites, "nom"),
        _dataset(
            "acteurs-des-comites",
            "acteurs",
            "Les acteurs de tous les comités",
            "Une fiche d’un comité.",
            actors,
            of_actors | page,
        ),
        _dataset(
            "reunions-des-comites",
            "reunions",
            "Les réunions de tous les comités",
            "Une réunion d’un comité.",
            meetings,
            of_meetings | page,
        ),
    )


def _dataset(
    name: str,
    key: str,
    title: str,
    about: str,
    rows: Iterable[Mapping[str, Any]],
    properties: Mapping[str, Any],
    named: str = "titre",
) -> Dataset:
    schema = written(properties, "id", named, "page")
    return Dataset(name, key, title, about, tuple(rows), schema, {column: column for column in properties})


def _entry(one: Held) -> FeedEntry:
    return FeedEntry(one.url, f"{one.committee} : {one.title}", date.fromisoformat(one.day), one.summary, "")


def sitemaps(site: Identity, urls: Iterable[str], committees: Committees) -> dict[str, str]:
    """The sitemap of a site; of a common one, also that of sitemaps (sitemaps.org, protocol 0.9): its own, and those under it."""
    if not committees.sites:
        return {"sitemap.xml": sitemap(site, urls)}
    own = [COMMON_SITEMAP, *(f"{one.url}sitemap.xml" for one in committees.sites if not one.elsewhere)]
    lines = "".join(f"<sitemap><loc>{site.root}{name}</loc></sitemap>\n" for name in own)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return {COMMON_SITEMAP: sitemap(site, urls), "sitemap.xml": f"{head}{lines}</sitemapindex>\n"}
