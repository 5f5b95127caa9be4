"""The values that front matter is made of: dates, hours, addresses, slugs, references, choices."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_HOUR = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_URL = re.compile(r"https?://[^\s<>\"']+\.[^\s<>\"']+")


def _date(value: Any) -> date:
    text = str(value).strip()
    if _ISO_DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise PydanticCustomError("date_fr", "« {value} » n'est pas une date ; écrire par exemple 2026-03-12", {"value": text})


def _hour(value: Any) -> str:
    text = str(value).strip().replace("h", ":")
    if not _HOUR.fullmatch(text):
        raise PydanticCustomError(
            "heure_fr", '« {value} » n\'est pas une heure ; écrire par exemple "09:30"', {"value": str(value)}
        )
    return text.rjust(5, "0")


def _url(value: Any) -> str:
    text = str(value).strip()
    if not _URL.fullmatch(text):
        raise PydanticCustomError(
            "url_fr", "« {value} » n'est pas une adresse web ; écrire par exemple https://www.exemple.fr/", {"value": text}
        )
    return text


def _flag(value: Any) -> bool:
    words = {"true": True, "oui": True, "vrai": True, "false": False, "non": False, "faux": False}
    text = str(value).strip().lower()
    if text not in words:
        raise PydanticCustomError("oui_fr", "« {value} » n'est ni oui ni non ; écrire true ou false", {"value": str(value)})
    return words[text]


def _texts(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_date)]
Hour = Annotated[str, BeforeValidator(_hour)]
Url = Annotated[str, BeforeValidator(_url)]
Flag = Annotated[bool, BeforeValidator(_flag)]
# One text or several: an editor may write either.
Texts = Annotated[list[str], BeforeValidator(_texts)]


class Slug(str):
    """A name made of lower-case ASCII letters, digits and single hyphens."""

    @classmethod
    def _check(cls, text: str) -> Slug:
        if not SLUG.fullmatch(text):
            raise PydanticCustomError(
                "slug_fr",
                "« {value} » n'est pas un identifiant ; n'employer que a-z, 0-9 et des tirets simples, par exemple france-travail",
                {"value": text},
            )
        return cls(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A string that is checked and keeps its class, so that references can be found again by walking the records."""
        return core_schema.no_info_after_validator_function(cls._check, core_schema.str_schema())


class Reference(Slug):
    """The slug of another page; `target` names the folder where it must stand."""

    target: ClassVar[str]


class ActorRef(Reference):
    """A page of `acteurs/`."""

    target = "acteurs"


class FamilyRef(Reference):
    """A page of `familles/`."""

    target = "familles"


class MeetingRef(Reference):
    """A page of `reunions/`."""

    target = "reunions"


class StepRef(Reference):
    """A page of `feuille-de-route/`."""

    target = "feuille-de-route"


class DoorRef(Reference):
    """An entry of `portes.yml`."""

    target = "portes.yml"


class TerritoryRef(Reference):
    """An entry of `territoires.yml`."""

    target = "territoires.yml"


Nature = Literal["institution", "reseau", "instance", "metier"]
Role = Literal["aller-vers", "aller-dans", "les-deux", "coordination", "ressource"]
Status = Literal["amorce", "relue", "validee"]
Progress = Literal["proposee", "travaillee", "soumise", "validee", "en-place"]
DoorKind = Literal["numero", "demarche", "annuaire"]
Level = Literal["pays", "region", "departement", "intercommunalite", "commune", "quartier"]
