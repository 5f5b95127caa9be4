"""`site.yml`, at the top of a content folder → whose site it is: name, colours, logo, publisher; all that is not software."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from plugins.diagnostics import Diagnostic, Place, shortened
from plugins.model.colours import Colours
from plugins.model.forge import Forge
from plugins.model.kinds import SITE_FILE as FILE
from plugins.model.records import Record
from plugins.model.values import LINE, Line, Name, Slug
from plugins.text.public_address import contact_fault, one_line, shown, site_fault

# The format that this software reads; `CHANGELOG.md` says what each one changed, `migrating.py` what moves.
FORMAT = 1
# The format of a content that does not say its own: it is as old as that.
FIRST_FORMAT = 1
_DECLARED = re.compile(r"^\ufeff?[\"']?format[\"']?[ \t]*:[ \t]*[\"']?(\d{1,9})[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_TO_READ_IT = (
    "mettre le logiciel à jour (« git pull », puis « make site » ; sur une forge, sa VERSION), ou prendre un contenu plus ancien"
)
_MOST_LOOKED_AT = 200_000  # bytes of the file
_ADDRESS = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9-]+")


def sound_address(value: Any) -> str:
    """A public address, without a slash at its end.

    Raises:
        PydanticCustomError: what is wrong with it, in French.
    """
    return _sound(str(value).strip(), site_fault, "https://exemple.fr/alliance").rstrip("/")


def _contact(value: Any) -> str:
    return _sound(str(value).strip(), contact_fault, "mailto:base@exemple.fr")


def _sound(text: str, fault_of: Any, example: str) -> str:
    fault = fault_of(text) if len(text) <= LINE else "elle est trop longue"
    if fault:
        said = {"value": shortened(shown(text)), "fault": fault, "example": example}
        raise PydanticCustomError("adresse_fr", "« {value} » : {fault} ; écrire par exemple {example}", said)
    return text


def _on_one_line(text: str) -> str:
    if not one_line(text):
        raise PydanticCustomError("ligne_fr", "« {value} » doit tenir sur une seule ligne", {"value": shortened(shown(text))})
    return text


def declared(text: str) -> int | None:
    """The format that a `site.yml` says to be of, whatever else is in it; None when it says none."""
    found = _DECLARED.search(text)
    return int(found[1]) if found else None


def newer(folder: Path, shown: str) -> Diagnostic | None:
    """What is told, before anything else, of a content of a later format than this software reads.

    Args:
        folder: the content folder.
        shown: how messages name it.
    """
    try:
        text = (folder / FILE).read_bytes()[:_MOST_LOOKED_AT].decode("utf-8", errors="replace")
    except OSError:
        return None
    found = _DECLARED.search(text)
    if found is None or int(found[1]) <= FORMAT:
        return None
    message = f"ce contenu est au format {found[1]}, ce logiciel lit le format {FORMAT} — {_TO_READ_IT}"
    return Place(f"{shown}/{FILE}", text.count("\n", 0, found.start(1)) + 1).error(message)


def _format(value: Any) -> int:
    if str(value).strip() != str(FORMAT):
        said = {"value": shortened(value), "known": FORMAT}
        raise PydanticCustomError("format_fr", "« {value} » n'est pas un format connu — écrire {known}", said)
    return FORMAT


def _retired(value: Any) -> str:
    text = str(value).strip().strip("/")
    if len(text) > LINE or not _ADDRESS.fullmatch(text):
        said = {"value": shortened(value)}
        raise PydanticCustomError(
            "retiree_fr", "« {value} » n'est pas l'adresse d'une page ; écrire par exemple /acteurs/ancien/", said
        )
    return text


Retired = Annotated[str, BeforeValidator(_retired)]
Said = Annotated[Name, AfterValidator(_on_one_line)]


class SiteFile(Record):
    """Whose site it is; every key may be left out."""

    RETIRED: ClassVar[frozenset[str]] = frozenset({"depot"})

    format: Annotated[int, BeforeValidator(_format)] = Field(FIRST_FORMAT, description="Version du format du contenu (1).")
    nom: Said | None = Field(None, description="Nom du site, dans l'en-tête et le titre de chaque page.")
    nom_court: Said | None = Field(None, description="Une douzaine de lettres, sous l'icône, une fois le site installé.")
    sous_titre: Annotated[Line, AfterValidator(_on_one_line)] | None = Field(
        None, description="Ce qu'est le site, en une phrase, sans point final."
    )
    logo: Name | None = Field(
        None, description="Image du contenu, à la place du dessin de l'en-tête : images/logo.svg (ou .png)."
    )
    couleurs: Colours | None = Field(None, description="Couleurs du site ; sans elles, celles du thème.")
    adresse: Annotated[str, BeforeValidator(sound_address)] | None = Field(
        None, description="Adresse publique, pour publier : https://exemple.fr/alliance."
    )
    editeur: Said | None = Field(None, description="Éditeur du site, pour les mentions légales.")
    direction: Said | None = Field(None, description="Directrice ou directeur de la publication.")
    hebergeur: Said | None = Field(None, description="Hébergeur : nom, adresse, téléphone.")
    contact: Annotated[str, BeforeValidator(_contact)] | None = Field(
        None, description="Où signaler une erreur ou une difficulté d'accès : mailto:base@exemple.fr, ou une page https://."
    )
    forge: Forge | None = Field(None, description="Où est gardé le contenu : le site reçoit alors son éditeur, à /admin/.")
    retirees: list[Retired] = Field([], description="Adresses de pages retirées, qui le disent encore : /acteurs/ancien/.")
    public_d_abord: Slug | None = Field(None, description="Le public que le site montre avant les autres : jeunes.")
    socle: Slug | None = Field(None, description="Page de demarche/ qui dit ce que tous partagent.")
    comparaison: Slug | None = Field(None, description="Action de feuille-de-route/ qui annonce la comparaison des offres.")


@dataclass(frozen=True)
class SiteSettings:
    """The file of one content, read; that of none says nothing."""

    record: SiteFile = field(default_factory=SiteFile)
    place: Place = field(default_factory=lambda: Place(FILE, 1), compare=False)
    lines: Mapping[tuple[str | int, ...], int] = field(default_factory=dict, repr=False, compare=False)

    def at(self, *loc: str | int) -> Place:
        """The place of a value."""
        return self.place.at(self.lines.get(loc, self.place.line))
