"""A structure as an export writes it → what a door needs of it, or why it is not taken."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from plugins.diagnostics import shortened

_MARKUP = re.compile(r"<[^>]*>?|&#?\w+;")
_FRENCH = re.compile(r"(?:\+33\s?\(?0?\)?|0033)\s?([1-9](?:[\s.-]?\d){8})")


@dataclass(frozen=True)
class Place:
    """A structure of data.inclusion v1: its keys, as that schema names them; what it does not say is empty."""

    source: str
    id: str
    nom: str
    date_maj: date
    description: str = ""
    lien_source: str = ""
    siret: str = ""
    commune: str = ""
    code_postal: str = ""
    code_insee: str = ""
    adresse: str = ""
    complement_adresse: str = ""
    longitude: float | None = None
    latitude: float | None = None
    telephone: str = ""
    courriel: str = ""
    site_web: str = ""
    horaires_accueil: str = ""
    accessibilite_lieu: str = ""
    reseaux_porteurs: tuple[str, ...] = ()

    @property
    def postal(self) -> str:
        """Its address on one line."""
        street = ", ".join(text for text in (self.adresse, self.complement_adresse) if text)
        town = f"{self.code_postal} {self.commune}".strip()
        return ", ".join(text for text in (street, town) if text)

    @property
    def number(self) -> str:
        """Its telephone as it is written in France: « +33261910001 » → « 02 61 91 00 01 »."""
        text = _FRENCH.sub(lambda match: "0" + re.sub(r"\D", "", match[1]), self.telephone)
        digits = re.sub(r"[\s.-]", "", text)
        return " ".join(digits[at : at + 2] for at in range(0, 10, 2)) if re.fullmatch(r"0\d{9}", digits) else text


_PLAIN = tuple(one.name for one in fields(Place) if one.type == "str")


def place_of(given: Mapping[str, Any], today: date) -> Place | str:
    """The structure, or the sentence that says why it is not taken.

    Args:
        given: as the export writes it; keys that are not known are left out.
        today: nothing was verified after it.
    """
    texts = {key: " ".join(str(given[key]).split()) for key in _PLAIN if given.get(key) is not None}
    name, who = texts.get("nom", ""), shortened(texts.get("id", "") or texts.get("nom", ""))
    if not name or not texts.get("id") or not texts.get("source"):
        return f"« {who} » n'a pas d'identifiant, de source ou de nom : elle n'est pas reprise"
    marked = [key for key, text in texts.items() if key not in {"description", "id"} and _MARKUP.search(text)]
    if marked:
        return (
            f"« {who} » a du code HTML dans « {marked[0]} » : elle n'est pas reprise, la signaler à {shortened(texts['source'])}"
        )
    try:
        day = date.fromisoformat(str(given.get("date_maj"))[:10])
    except ValueError:
        return f"« {who} » n'a pas de date de mise à jour que l'on puisse lire : elle n'est pas reprise"
    if day > today:
        return f"« {who} » est datée du {day}, un jour à venir : elle n'est pas reprise"
    return Place(
        **texts,
        date_maj=day,
        longitude=_number(given.get("longitude")),
        latitude=_number(given.get("latitude")),
        reseaux_porteurs=_codes(given.get("reseaux_porteurs")),
    )


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if abs(number) <= 180 else None


def _codes(value: Any) -> tuple[str, ...]:
    """A list; in a table, a list written as JSON, between braces, or by commas."""
    if isinstance(value, str):
        text = value.strip()
        try:
            value = json.loads(text) if text.startswith("[") else text.strip("{}").replace("|", ",").split(",")
        except json.JSONDecodeError:
            return ()
    return tuple(code for one in value or () if (code := str(one).strip().strip("\"'"))) if isinstance(value, list) else ()
