"""The schema, and where the content is kept → the configuration of the web editor (Sveltia CMS)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plugins.model.content import SCHEMAS
from plugins.model.editor_fields import ENTRIES, FILES, Field, fields_of
from plugins.model.editor_words import label
from plugins.model.forge import Forge
from plugins.model.kinds import SITE_FILE, Kind
from plugins.model.lists import SCHEMAS as LISTS
from plugins.model.site_file import SiteFile
from plugins.model.values import SLUG_LENGTH

# The key under which a form carries the file as it was read: `theme/static/js/editor/files.js` writes it again.
READ = "_lu"
_READ: Field = {"name": READ, "widget": "hidden"}
_BODY: Field = {"name": "body", "label": "Texte", "widget": "richtext", "required": False, "modes": ["raw"]}
# Names of Material Symbols, the icons that the editor brings.
_ICONS = {
    Kind.ACTOR: "groups", Kind.FAMILY: "category", Kind.APPROACH: "footprint", Kind.NEED: "help",
    Kind.MEETING: "event", Kind.STEP: "flag", Kind.PAGE: "description",
}  # fmt: skip
_NAMED = {"glossaire.yml": "terme", "territoires.yml": "nom", "portes.yml": "nom", "suivi.yml": "reunion"}
# Where there is no forge yet, the editor is tried on this machine's own folder.
NOWHERE = Forge(depot="https://github.com/alliance/contenu")


@dataclass(frozen=True)
class Edited:
    """The site whose content is edited.

    Attributes:
        name: as its pages bear it.
        address: where it is published, without a final slash; empty when nobody knows.
        forge: where its content is kept.
    """

    name: str
    address: str
    forge: Forge


def configuration(site: Edited) -> dict[str, Any]:
    """What Sveltia CMS is told, all of it from the schema of the content; its own JSON Schema accepts it."""
    base = site.forge.base
    made: dict[str, Any] = {
        "backend": _backend(site.forge),
        "publish_mode": "simple" if site.forge.kind == "gitea" else "editorial_workflow",
        "app_title": site.name,
        "media_folder": f"{base}images",
        "public_folder": "/images",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": SLUG_LENGTH},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},  # our own build shows the page
        "collections": [*_folders(base), _files(base)],
    }
    return made | ({"site_url": site.address, "display_url": site.address} if site.address else {})


def _backend(forge: Forge) -> dict[str, Any]:
    made: dict[str, Any] = {"name": forge.kind, "repo": forge.repository}
    root = f"https://{forge.host}"
    if forge.branche:
        made["branch"] = forge.branche
    if forge.kind == "github" and forge.host != "github.com":
        made |= {"api_root": f"{root}/api/v3"}
    elif forge.kind == "gitlab":
        made |= {"base_url": root, "api_root": f"{root}/api/v4", "auth_type": "pkce"}
    elif forge.kind == "gitea":
        made |= {"base_url": root, "api_root": f"{root}/api/v1"}
    if forge.kind == "github" and forge.connexion:
        made["base_url"] = str(forge.connexion).rstrip("/")
    if forge.application:
        made["app_id"] = forge.application
    opens = forge.connexion if forge.kind == "github" else forge.application
    return made if opens else made | {"auth_methods": ["token"]}


def _folders(base: str) -> Iterator[dict[str, Any]]:
    for kind, schema in SCHEMAS.items():
        body = _BODY | {"required": kind is Kind.MEETING}
        yield {
            "name": kind.folder,
            "label": label(kind.folder.replace("-", "_")),
            "label_singular": kind.label,
            "icon": _ICONS[kind],
            "folder": f"{base}{kind.folder}",
            "format": f"md-{kind.folder}",
            "identifier_field": "titre",
            "slug": {
                "template": "{{date}}-{{titre}}" if kind is Kind.MEETING else "{{titre}}",
                "editable": ["create"],
                "hint": "Le nom du fichier, et l'adresse de la page.",
                "pattern": ["^[a-z0-9]+(-[a-z0-9]+)*$", "N'employer que a-z, 0-9 et des tirets simples"],
            },
            "summary": "{{titre}}",
            "sortable_fields": ["titre", "date"] if kind is Kind.MEETING else ["titre"],
            "preview_path": kind.url("{{slug}}"),
            "thumbnail": False,
            "aliases_field": False,
            "fields": [*fields_of(schema), body, _READ],
        }


def _files(base: str) -> dict[str, Any]:
    """The files at the top of the content: those of entries, and the one that says whose site it is."""
    files: list[dict[str, Any]] = []
    for name, schema in LISTS.items():
        short = name.removesuffix(".yml")
        entries: Field = {
            "name": ENTRIES,
            "label": label(short),
            "label_singular": "entrée",
            "widget": "list",
            "required": False,
            "collapsed": True,
            "summary": f"{{{{{_NAMED[name]}}}}}",
            "fields": fields_of(schema),
        }
        files.append(_file(short, f"{base}{name}", "liste", [entries, _READ]))
    files.append(_file(SITE_FILE.removesuffix(".yml"), f"{base}{SITE_FILE}", "fiche", [*fields_of(SiteFile), _READ]))
    return {"name": FILES, "label": "Listes et réglages", "icon": "list", "files": files}


def _file(name: str, path: str, form: str, fields: list[Field]) -> dict[str, Any]:
    return {"name": name, "label": label(name), "file": path, "format": f"{form}-{name}", "fields": fields}
