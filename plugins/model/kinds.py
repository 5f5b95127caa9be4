"""The kinds of pages: one folder, one schema, one template, one URL pattern."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """A kind of page.

    Attributes:
        folder: its folder in the content.
        template: its Jinja template, without extension.
        label: what a visitor reads, singular.
    """

    ACTOR = ("acteurs", "acteur", "Acteur")
    FAMILY = ("familles", "famille", "Famille d'acteurs")
    APPROACH = ("demarche", "demarche", "Démarche")
    NEED = ("besoins", "besoin", "Besoin")
    MEETING = ("reunions", "reunion", "Réunion")
    STEP = ("feuille-de-route", "etape", "Feuille de route")
    PAGE = ("pages", "page", "Page")

    def __init__(self, folder: str, template: str, label: str) -> None:
        self.folder = folder
        self.template = template
        self.label = label

    def key(self, slug: str) -> str:
        """The identity of a page in the whole pipeline, such as `acteurs/cgt`."""
        return f"{self.folder}/{slug}"

    def url(self, slug: str) -> str:
        """Its address under the site's root, such as `acteurs/cgt/` (`pages/` stand at the root)."""
        return f"{slug}/" if self is Kind.PAGE else f"{self.folder}/{slug}/"


FOLDERS: dict[str, Kind] = {kind.folder: kind for kind in Kind}

# Folders that hold files to be copied as they are.
STATIC_FOLDERS = ("images", "fichiers")

# Files of entries, at the top of the content.
LIST_FILES = ("glossaire.yml", "territoires.yml", "portes.yml", "suivi.yml")

# The file that says whose site it is, there too.
SITE_FILE = "site.yml"

# Where the entries of the glossary stand.
GLOSSARY_URL = "glossaire/"

# Addresses that templates build: a page of `pages/` may not take them.
RESERVED_SLUGS = frozenset(
    {kind.folder for kind in Kind}
    | set(STATIC_FOLDERS)
    | {"glossaire", "recherche", "a-z", "redaction", "licences", "qui-peut-aider", "index", "404", "theme", "donnees-ouvertes"}
    | {"admin", "hors-ligne", "comparer", "reseau", "suivi", "alliance", "en-images", "icones"}
)

# Pages that the law asks of a publisher: the theme writes those that `pages/` does not hold. Title and summary of each.
DATA_PAGE = "donnees"  # it tells also what can be taken
LEGAL_PAGES: dict[str, tuple[str, str]] = {
    "mentions-legales": ("Mentions légales", "Qui publie ce site, qui l'héberge, et ce qu'on peut en reprendre."),
    "accessibilite": ("Déclaration d'accessibilité", "Ce que vaut l'accessibilité du site, et à qui dire ce qui vous gêne."),
    DATA_PAGE: ("Données et vie privée", "Ce que le site garde de votre visite, vos droits, et les données à reprendre."),
}
