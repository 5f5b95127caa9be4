"""A federation file (YAML) → which committees are put together, where each is, which actors they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from plugins.cache.store import Store
from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Loc
from plugins.model.front_matter import MOST_VALUES
from plugins.model.kinds import RESERVED_SLUGS
from plugins.model.messages import translate
from plugins.model.records import Record
from plugins.model.site_file import Said, sound_address
from plugins.model.stored import read_file
from plugins.model.values import Line, Name, Slug

# What the common site builds at its root beside what every site builds there.
COMMITTEES_URL = "comites/"
_TAKEN = RESERVED_SLUGS | {
    COMMITTEES_URL.rstrip("/"),
    "donnees",
    "donnees-ouvertes",
    "mentions-legales",
    "accessibilite",
    "cartes",
}
# Thirteen regions share a hundred actors each.
_MOST_VALUES = 20 * MOST_VALUES


class Committee(Record):
    """One committee: its content folder, which is built, or its site, which is taken as it was built."""

    id: Slug = Field(description="Ce qui le distingue dans les adresses : /bretagne/.")
    nom: Said = Field(min_length=1, description="Son nom, à côté de chaque résultat.")
    contenu: Line | None = Field(None, description="Son dossier de contenu, à partir de ce fichier.")
    site: Line | None = Field(None, description="Son site construit, à partir de ce fichier ; à la place de « contenu ».")

    @model_validator(mode="after")
    def _one_of_both(self) -> Committee:
        if (self.contenu is None) == (self.site is None):
            raise PydanticCustomError(
                "comite_fr", "donner « contenu » (un dossier à construire) ou « site » (un site construit), l'un des deux"
            )
        return self


class SharedActor(Record):
    """An actor that several committees know, each by its own sheet; nobody guesses that two names are one actor."""

    nom: Name = Field(min_length=1, description="Son nom commun.")
    fiches: dict[str, str] = Field(description="Comité : fiche, par exemple « bretagne: caf » pour bretagne/acteurs/caf.md.")


class FederationFile(Record):
    """Committees whose sites become one."""

    commun: Line = Field(description="Dossier de contenu de ce qui est commun : au moins son site.yml et une page.")
    adresse: Annotated[str, BeforeValidator(sound_address)] | None = Field(
        None, description="Adresse publique du tout ; celle d'un comité est la même, suivie de son identifiant."
    )
    comites: list[Committee] = Field(min_length=1, description="Les comités, dans l'ordre où le site les montre.")
    acteurs: list[SharedActor] = Field([], description="Les acteurs communs à plusieurs comités.")


@dataclass(frozen=True)
class Federation:
    """A federation file that was read.

    Attributes:
        record: what it says.
        place: the file.
        lines: of each value.
    """

    record: FederationFile
    place: Place
    lines: Mapping[Loc, int]

    def at(self, *loc: str | int) -> Place:
        """The place of a value."""
        return self.place.at(self.lines.get(loc, self.place.line))

    def folder(self, named: str) -> Path:
        """A folder that the file names, from the file's own."""
        return Path(self.place.path).parent / named


def read_federation(path: Path) -> tuple[Federation | None, list[Diagnostic]]:
    """The file, and all that is wrong with it; nothing can be built while there are errors."""
    place = Place(str(path), 1)
    if not path.is_file():
        return None, [place.at(0).error("ce fichier n'existe pas — l'écrire d'après docs/federation.md")]
    found, told = read_file(path.read_bytes(), place, Store(None), page=False, most=_MOST_VALUES)
    wrong = list(told)
    if found is None or not isinstance(found.data, dict):
        return None, wrong or [place.error("ce fichier est fait de lignes « clé: valeur » — voir docs/federation.md")]
    try:
        record = FederationFile.model_validate(found.data)
    except ValidationError as error:
        return None, [*wrong, *translate(error, FederationFile, found.lines, place)]
    federation = Federation(record, place, found.lines)
    wrong += _faults(federation)
    return federation, wrong


def _faults(federation: Federation) -> Iterator[Diagnostic]:
    record = federation.record
    ids: dict[str, int] = {}
    names: dict[str, int] = {}
    folders = {_real(federation, record.commun): "le dossier commun"}
    for rank, one in enumerate(record.comites):
        own_page = federation.folder(record.commun) / "pages" / f"{one.id}.md"
        if one.id in _TAKEN or one.id.startswith("theme-") or own_page.is_file():
            yield federation.at("comites", rank, "id").error(
                f"« /{one.id}/ » est une page du site commun — choisir un autre « id »"
            )
        for key, said, seen in (("id", one.id, ids), ("nom", one.nom, names)):
            first = seen.setdefault(said, rank)
            if first != rank:
                line = federation.at("comites", first, key).line
                yield federation.at("comites", rank, key).error(
                    f"« {said} » est déjà pris par un autre comité (ligne {line}) — en choisir un autre"
                )
        key = "site" if one.contenu is None else "contenu"
        named = one.contenu or one.site or ""
        place, folder = federation.at("comites", rank, key), _real(federation, named)
        if not folder.is_dir():
            yield place.error(f"« {named} » : ce dossier n'existe pas — son chemin part du dossier de ce fichier")
        elif (owner := folders.setdefault(folder, f"« {one.id} »")) != f"« {one.id} »":
            yield place.error(f"« {named} » est déjà {owner} — donner à chaque comité le sien")
    if not _real(federation, record.commun).is_dir():
        yield federation.at("commun").error(
            f"« {record.commun} » : ce dossier n'existe pas — son chemin part du dossier de ce fichier"
        )
    yield from _shared_faults(federation, ids)


def _shared_faults(federation: Federation, ids: Mapping[str, int]) -> Iterator[Diagnostic]:
    known = ", ".join(ids)
    owners: dict[tuple[str, str], int] = {}
    for rank, actor in enumerate(federation.record.acteurs):
        if len(actor.fiches) < 2:
            yield federation.at("acteurs", rank).error(
                f"« {actor.nom} » : un acteur commun a une fiche dans deux comités au moins"
            )
        for committee, slug in actor.fiches.items():
            place = federation.at("acteurs", rank, "fiches", committee)
            if committee not in ids:
                yield place.error(f"« {committee} » n'est pas un comité — choisir parmi : {known}")
            first = owners.setdefault((committee, slug), rank)
            if first != rank:
                line = federation.at("acteurs", first).line
                yield place.error(f"la fiche « {slug} » de {committee} est déjà celle d'un autre acteur commun (ligne {line})")


def _real(federation: Federation, named: str) -> Path:
    return federation.folder(named).resolve()
