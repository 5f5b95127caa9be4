"""Actors and glossary → JSON and CSV files under the Licence Ouverte; their keys are those of the front matter."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from plugins.exports.addresses import Identity
from plugins.model.content import Content, Document
from plugins.model.records import Actor

FOLDER = "donnees-ouvertes/"
LICENCE = {"nom": "Licence Ouverte 2.0", "spdx": "etalab-2.0"}
_CSV_COLUMNS = (
    "slug", "titre", "sigle", "alias", "famille", "famille_titre", "nature", "role", "publics", "territoires", "resume",
    "site", "annuaire", "telephone", "courriel", "adresse", "horaires", "statut", "verifie_le", "absent_des_reunions", "fin", "page",
)  # fmt: skip
# A spreadsheet runs as a formula a cell that begins with one of these, or with their twins (OWASP, « CSV Injection »);
# telephone numbers are left alone.
_FORMULA = re.compile(r"[=@]|[+\-\u2212](?![\d\s().]*$)")
# Controls, signs without width, combining marks, spaces.
_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Zs"})


def datasets(content: Content, site: Identity, today: date) -> dict[str, str]:
    """Text of each file, by path under the site's root.

    Args:
        content: with the names of persons masked.
        site: whose address makes the links absolute.
        today: the day of the build, written in the files.
    """
    return {
        FOLDER + "acteurs.json": _json(site, today, "acteurs", list(_actors(content, site))),
        FOLDER + "acteurs.csv": _csv(content, site),
        FOLDER + "glossaire.json": _json(site, today, "termes", list(_terms(content, site))),
    }


def _json(site: Identity, today: date, name: str, rows: list[dict[str, Any]]) -> str:
    head = {"source": site.name, "licence": LICENCE, "date": today.isoformat()}
    return json.dumps({**head, name: rows}, ensure_ascii=False, indent=1) + "\n"


def _actors(content: Content, site: Identity) -> Iterator[dict[str, Any]]:
    for slug, document in sorted(content.actors.items()):
        record = document.record.model_dump(mode="json", exclude_none=True, exclude={"ordre", "redirections"})
        filled = {key: value for key, value in record.items() if value not in ([], {}, False)}
        yield {"slug": slug, "page": site.link(document.url, FOLDER), **filled}


def _terms(content: Content, site: Identity) -> Iterator[dict[str, Any]]:
    for term in sorted(content.glossary, key=lambda term: term.anchor):
        link = site.link("glossaire/", FOLDER) + f"#{term.anchor}"
        yield {"id": term.anchor, "page": link, **term.model_dump(mode="json", exclude_none=True)}


def _csv(content: Content, site: Identity) -> str:
    r"""RFC 4180, lists joined by ` | `, with the mark by which spreadsheets know UTF-8."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, _CSV_COLUMNS, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    for _, document in sorted(content.actors.items()):
        writer.writerow({key: _cell(value) for key, value in _row(document, content, site).items()})
    return "\ufeff" + file.getvalue()


def _row(document: Document[Actor], content: Content, site: Identity) -> Mapping[str, str]:
    actor = document.record
    family = content.families.get(actor.famille)
    return {
        "slug": document.slug,
        "titre": actor.titre,
        "sigle": actor.sigle or "",
        "alias": " | ".join(alias.forme for alias in actor.alias),
        "famille": actor.famille,
        "famille_titre": family.record.titre if family else "",
        "nature": actor.nature,
        "role": actor.role,
        "publics": " | ".join(actor.publics),
        "territoires": " | ".join(actor.territoires),
        "resume": actor.resume,
        **{key: value or "" for key, value in actor.contact.model_dump().items()},
        "statut": actor.statut,
        "verifie_le": actor.verifie_le.isoformat(),
        "absent_des_reunions": "oui" if actor.absent_des_reunions else "",
        "fin": actor.fin.date.isoformat() if actor.fin else "",
        "page": site.link(document.url, FOLDER),
    }


def _cell(text: str) -> str:
    """One line of text that no spreadsheet runs, even one that cuts at « ; » where we cut at « , », as those in French do."""
    parts = " ".join(text.split()).split(";")
    return ";".join(_disarmed(part) for part in parts)


def _disarmed(text: str) -> str:
    """Full-width signs and invisible ones before them are what a spreadsheet takes them for (NFKC)."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) not in _UNSEEN)
    if not _FORMULA.match(plain):
        return text
    start = len(text) - len(text.lstrip())
    return f"{text[:start]}'{text[start:]}"
