"""The values that front matter is made of: dates, hours, addresses, slugs, references, choices."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from plugins.diagnostics import shortened
from plugins.text.telephone import pieces

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_HOUR = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_URL = re.compile(r"https?://[^\s<>\"']+\.[^\s<>\"']+")
_FAX = re.compile(r"\b(?:fax|t[ée]l[ée]fax|t[ée]l[ée]copi\w+)\b", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>,;\"']+@[^\s@<>,;\"']+\.[^\s@<>,;\"'.]{2,}")
# Signs. A title is read at a glance, on a card and in a tab; nothing in the front matter is longer than a page.
NAME, LINE, TEXT, ADDRESS, SLUG_LENGTH = 160, 600, 3_000, 2_000, 100
# Years that a person can mean; beyond, a figure was mistyped.
_FIRST_YEAR, _LAST_YEAR = 1200, 2200


def _date(value: Any) -> date:
    text = str(value).strip()
    if _ISO_DATE.fullmatch(text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            day = date.min
        if _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return day
    raise PydanticCustomError(
        "date_fr", "« {value} » n'est pas une date ; écrire par exemple 2026-03-12", {"value": shortened(text)}
    )


def _hour(value: Any) -> str:
    text = str(value).strip().replace("h", ":")
    if not _HOUR.fullmatch(text):
        raise PydanticCustomError(
            "heure_fr", '« {value} » n\'est pas une heure ; écrire par exemple "09:30"', {"value": shortened(value)}
        )
    return text.rjust(5, "0")


def _has_host(address: str) -> bool:
    """Whether all that reads the address later can: half an IPv6 address and a port that is no number stop urllib."""
    try:
        parts = urlsplit(address)
        return parts.hostname is not None and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _fault(kind: str, message: str, read: Any) -> PydanticCustomError:
    return PydanticCustomError(kind, message, {"value": shortened(read)})


def _url(value: Any) -> str:
    text = str(value).strip()
    # Measured first: telling that a text is no address takes the square of its dots.
    if len(text) > ADDRESS or not _URL.fullmatch(text) or not _has_host(text):
        raise _fault("url_fr", "« {value} » n'est pas une adresse web ; écrire par exemple https://www.exemple.fr/", text)
    return text


def _secure_url(value: Any) -> str:
    """What a person opens to ask for help: nobody on the way reads or changes it."""
    text = _url(value)
    if not text.startswith("https://"):
        raise _fault("https_fr", "« {value} » doit commencer par https://", text)
    if "@" in urlsplit(text).netloc:
        told = "« {value} » porte un nom de compte devant « @ » ; écrire l'adresse que chacun peut ouvrir"
        raise _fault("compte_fr", told, text)
    return text


def _telephone(value: Any) -> str:
    text = " ".join(str(value).split())
    if _FAX.search(text):
        told = "« {value} » : personne ne répond à un fax ; n'écrire que les numéros à appeler, par exemple 02 61 91 00 01"
        raise _fault("fax_fr", told, text)
    if isinstance(value, list | dict) or len(text) > NAME or pieces(text) is None:
        told = "« {value} » n'est pas un numéro que l'on peut composer ; écrire par exemple 02 61 91 00 01, et « ou » entre deux numéros"
        raise _fault("telephone_fr", told, text)
    return text


def _email(value: Any) -> str:
    text = str(value).strip()
    if len(text) > NAME or not _EMAIL.fullmatch(text):
        told = "« {value} » n'est pas une adresse électronique ; en écrire une seule, par exemple accueil@exemple.fr"
        raise _fault("courriel_fr", told, text)
    return text


def _flag(value: Any) -> bool:
    words = {"true": True, "oui": True, "vrai": True, "false": False, "non": False, "faux": False}
    text = str(value).strip().lower()
    if text not in words:
        raise PydanticCustomError("oui_fr", "« {value} » n'est ni oui ni non ; écrire true ou false", {"value": shortened(value)})
    return words[text]


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


def add_months(day: date, months: int) -> date:
    """The same day of a later month; its last day when it is shorter (31 January and one month: 28 February)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Ahead:
    """How far after the day of the build a day may be.

    Attributes:
        days: 0 for what has been done.
        meant: what to write instead, when it is further.
    """

    days: int
    meant: str


Day = Annotated[date, BeforeValidator(_date)]
# A day on which something was done, and one that is agreed on ahead.
DoneDay = Annotated[Day, Ahead(0, "écrire le jour où cela a été fait")]
PlannedDay = Annotated[Day, Ahead(731, "écrire un jour dans les deux ans")]
Hour = Annotated[str, BeforeValidator(_hour)]
Url = Annotated[str, BeforeValidator(_url)]
SecureUrl = Annotated[str, BeforeValidator(_secure_url)]
Telephone = Annotated[str, BeforeValidator(_telephone)]
Email = Annotated[str, BeforeValidator(_email)]
Name = Annotated[str, Field(max_length=NAME)]
Line = Annotated[str, Field(max_length=LINE)]
Flag = Annotated[bool, BeforeValidator(_flag)]
# One text or several: an editor may write either.
Texts = Annotated[list[Line], BeforeValidator(_several, json_schema_input_type=list[Line] | Line)]
# What people say for it, one word or a few: the search understands them, no page shows them as its text.
# A tuple, as in all entries of lists: they are kept in dictionaries.
Spoken = Annotated[
    tuple[Name, ...],
    BeforeValidator(_several, json_schema_input_type=list[Name] | Name),
    Field(
        description="Les mots des gens pour en parler, courts, comme on les dit : « boulot », « plus une thune ». La recherche les comprend ; la page ne les montre pas."
    ),
]


class Slug(str):
    """A name made of lower-case ASCII letters, digits and single hyphens."""

    @classmethod
    def _check(cls, text: str) -> Slug:
        if len(text) > SLUG_LENGTH or not SLUG.fullmatch(text):
            raise PydanticCustomError(
                "slug_fr",
                "« {value} » n'est pas un identifiant ; n'employer que a-z, 0-9 et des tirets simples, par exemple france-travail",
                {"value": shortened(text)},
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


# One of them or several.
ActorRefs = Annotated[list[ActorRef], BeforeValidator(_several, json_schema_input_type=list[ActorRef] | ActorRef)]


class FamilyRef(Reference):
    """A page of `familles/`."""

    target = "familles"


class MeetingRef(Reference):
    """A page of `reunions/`."""

    target = "reunions"


class StepRef(Reference):
    """A page of `feuille-de-route/`."""

    target = "feuille-de-route"


StepRefs = Annotated[list[StepRef], BeforeValidator(_several, json_schema_input_type=list[StepRef] | StepRef)]


class DoorRef(Reference):
    """An entry of `portes.yml`."""

    target = "portes.yml"


class TerritoryRef(Reference):
    """An entry of `territoires.yml`."""

    target = "territoires.yml"


TerritoryRefs = Annotated[list[TerritoryRef], BeforeValidator(_several, json_schema_input_type=list[TerritoryRef] | TerritoryRef)]


Article = Literal["le", "la", "les", "l'", "aucun"]
Nature = Literal["institution", "reseau", "instance", "metier"]
Role = Literal["aller-vers", "aller-dans", "les-deux", "coordination", "ressource"]
Status = Literal["amorce", "relue", "validee"]
Progress = Literal[
    "proposee", "travaillee", "soumise", "validee", "en-place", "suspendue", "abandonnee", "remplacee", "renvoyee"
]  # fmt: skip
# What an entry of a meeting may become: the states of questions, of proposals, of what is to follow, of decisions.
Became = Literal[
    "repondue", "reportee", "retiree", "caduque", "rouverte", "retenue", "ecartee",
    "a-faire", "en-cours", "fait", "abandonne", "suspendu", "remplace", "renvoye",
]  # fmt: skip
DoorKind = Literal["numero", "demarche", "annuaire", "lieu"]
Level = Literal["pays", "region", "departement", "intercommunalite", "commune", "quartier"]
