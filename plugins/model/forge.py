"""Where the content of a site is kept: a repository on a forge, which the web editor writes to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.diagnostics import shortened
from plugins.model.records import Record
from plugins.model.values import Name, SecureUrl

# Forges that anybody may have an account on; of another address, `genre` says what answers there.
KNOWN: Mapping[str, str] = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "framagit.org": "gitlab",
    "codeberg.org": "gitea",
    "gitea.com": "gitea",
}
_PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]+")
_FOLDER = re.compile(r"[\w.-]+(?:/[\w.-]+)*")


class Forge(Record):
    """The repository of a content, for the web editor."""

    depot: SecureUrl = Field(description="Adresse du dépôt : https://github.com/alliance/contenu.")
    genre: Literal["github", "gitlab", "gitea"] | None = Field(
        None, description="github, gitlab ou gitea (aussi pour Forgejo) ; inutile quand l'adresse est connue de tous."
    )
    branche: Name | None = Field(None, description="Branche publiée ; sans elle, celle que le dépôt montre d'abord.")
    dossier: Name | None = Field(None, description="Dossier du contenu dans le dépôt ; sans lui, le contenu est à la racine.")
    application: Name | None = Field(
        None, description="Identifiant de l'application OAuth déclarée sur la forge ; sans elle, on entre avec un jeton d'accès."
    )
    connexion: SecureUrl | None = Field(
        None, description="Pour GitHub : adresse du service qui ouvre la session ; sans elle, on entre avec un jeton d'accès."
    )

    @property
    def host(self) -> str:
        """Where the forge answers, such as `gitlab.exemple.fr`, with its port."""
        return urlsplit(self.depot).netloc

    @property
    def repository(self) -> str:
        """Such as `alliance/contenu`."""
        return _repository(self.depot)

    @property
    def kind(self) -> str:
        """What answers there."""
        return self.genre or KNOWN[self.host]

    @property
    def base(self) -> str:
        """The content's folder in the repository, with its final slash; empty at the root."""
        return f"{self.dossier}/" if self.dossier else ""

    @model_validator(mode="after")
    def _can_be_reached(self) -> Forge:
        parts = urlsplit(self.depot)
        told = {"value": shortened(self.depot), "host": shortened(parts.netloc)}
        if parts.query or parts.fragment:
            raise PydanticCustomError(
                "depot_fr", "« {value} » : n'écrire que l'adresse du dépôt, par exemple https://github.com/alliance/contenu", told
            )
        if not self.genre and parts.netloc not in KNOWN:
            raise PydanticCustomError(
                "forge_fr", "la forge « {host} » n'est pas connue ; ajouter « genre » : github, gitlab ou gitea (Forgejo)", told
            )
        levels = self.repository.count("/")
        if not _PATH.fullmatch(self.repository) or (levels != 1 and self.kind != "gitlab"):
            raise PydanticCustomError(
                "depot_fr", "« {value} » ne désigne pas un dépôt ; écrire par exemple https://{host}/alliance/contenu", told
            )
        if self.dossier and (not _FOLDER.fullmatch(self.dossier) or ".." in self.dossier.split("/")):
            raise PydanticCustomError(
                "dossier_fr",
                "« {value} » n'est pas un dossier du dépôt ; écrire par exemple content",
                {"value": shortened(self.dossier)},
            )
        return self


def _repository(address: str) -> str:
    return urlsplit(address).path.strip("/").removesuffix(".git")
