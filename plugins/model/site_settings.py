"""`site.yml` of a content folder → the settings that it fills, and what is wrong with what it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.diagnostics import Diagnostic, Place, shortened
from plugins.model.front_matter import parse
from plugins.model.kinds import RESERVED_SLUGS, SITE_FILE, Kind
from plugins.model.site_file import SiteFile, SiteSettings
from plugins.model.source_text import decode
from plugins.model.starting import examples

# Setting of `pelicanconf.py` → key of the file, and what is written where nobody says it.
_FILLED = {
    "SITENAME": ("nom", "Base de connaissance"),
    "SITE_SUBTITLE": ("sous_titre", "Qui fait quoi, pour qui, comment les joindre"),
    "SITE_SHORT_NAME": ("nom_court", ""),
    "PUBLISHER": ("editeur", ""),
    "PUBLICATION_DIRECTOR": ("direction", ""),
    "HOST": ("hebergeur", ""),
    "CORRECTION_ADDRESS": ("contact", ""),
}
_FILLED_IN_PUBLIC = {"SITE_ADDRESS": ("adresse", ""), "SITEURL": ("adresse", "")}


def settings_of(folder: Path, settings: Mapping[str, Any]) -> dict[str, str]:
    """What the file of a content folder says, for the settings that nobody gave.

    Args:
        folder: the content folder.
        settings: those of Pelican; what is empty there is filled.

    Returns:
        Settings to be added; a file with a fault says nothing here: reading the content tells it.
    """
    record = _record(folder / SITE_FILE)
    wanted = {**_FILLED, **(_FILLED_IN_PUBLIC if settings.get("PUBLISHED") else {})}
    found = {name: getattr(record, key) or otherwise for name, (key, otherwise) in wanted.items()}
    return {name: text for name, text in found.items() if text and not str(settings.get(name) or "").strip()}


def names_forge(folder: Path) -> bool:
    """Whether the file of a content folder says where the content is kept, so that its web editor has somewhere to write."""
    return _record(folder / SITE_FILE).forge is not None


def _record(path: Path) -> SiteFile:
    try:
        text, _ = decode(path.read_bytes(), Place(SITE_FILE))
        data, _, wrong = parse(text or "", Place(SITE_FILE), 1)
        return SiteFile.model_validate(data) if isinstance(data, dict) and not wrong else SiteFile()
    except (OSError, ValueError):
        return SiteFile()


def check_site_file(settings: SiteSettings, folders: Mapping[str, Mapping[str, Any]], attached: set[str]) -> Iterator[Diagnostic]:
    """The pages and the image that it names are there; its colours can be read.

    Args:
        settings: the file.
        folders: by folder, the pages that are there, by slug.
        attached: paths of the files to be copied, under the content folder.
    """
    record = settings.record
    there = {kind.url(slug).strip("/"): f"{kind.folder}/{slug}.md" for kind in Kind for slug in folders[kind.folder]}
    for index, address in enumerate(record.retirees):
        if address in there or address in RESERVED_SLUGS:
            what = there.get(address, "une page que le site construit")
            yield settings.at("retirees", index).error(f"« /{address}/ » est l'adresse de {what} — l'enlever de « retirees »")
    for key, folder in (("socle", "demarche"), ("comparaison", "feuille-de-route")):
        slug = getattr(record, key)
        if slug and slug not in folders[folder]:
            yield settings.at(key).error(f"« {key} » : il n'y a pas de page {folder}/{slug}.md — en nommer une qui existe")
    for key, example in examples().items():
        if getattr(record, key) == example:
            yield settings.at(key).error(
                f"« {key} » est encore l'exemple, « {example} » — écrire le vôtre, ou remettre « # » devant"
            )
    if record.logo and (record.logo not in attached or not record.logo.startswith("images/")):
        yield settings.at("logo").error(
            f"« {shortened(record.logo)} » n'est pas là — mettre l'image dans images/, et l'écrire ainsi : images/logo.svg"
        )
    elif record.logo and not record.logo.lower().endswith((".svg", ".png")):
        yield settings.at("logo").error(f"« {shortened(record.logo)} » — donner une image .svg ou .png")
