"""What a person says of an engine, and what an engine says of itself, in words that both understand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

# Builds that stay in an engine beside the newest: pages that somebody has open ask for their own.
KEPT = 2
# Seconds that an engine has for one answer to the verb that loads it.
PATIENCE = 20.0


class EngineError(Exception):
    """An engine did not do what it was asked; says why, and what to do, in a sentence in French."""


@dataclass(frozen=True)
class Engine:
    """Where records go.

    Attributes:
        address: of Typesense, or of PostgreSQL (a connection string of libpq); never written into a page.
        collection: what the names of its collections begin with, or the name of its schema.
        secret: the key that may write; empty for PostgreSQL, whose connection string says all.
        page_key: the key of the pages, that may search and nothing else; empty when none was made yet.
        patience: seconds for one answer.
    """

    address: str
    collection: str
    secret: str = ""
    page_key: str = ""
    patience: float = PATIENCE


@dataclass(frozen=True)
class AskedEngine:
    """The engine that pages ask, as the settings say; none when `kind` is empty.

    Attributes:
        kind: `typesense` or `postgres`.
        address: as browsers reach it, without a slash at its end.
        collection: see `Engine`.
        key: that may search, and nothing else.
        patience: milliseconds for one question.
    """

    kind: str = ""
    address: str = ""
    collection: str = ""
    key: str = ""
    patience: int = 0

    @classmethod
    def by(cls, settings: Mapping[str, Any]) -> AskedEngine:
        """What the settings say; of an engine that they do not name, nothing."""
        names = ("SEARCH_ENGINE", *(f"SEARCH_ENGINE_{name}" for name in ("ADDRESS", "COLLECTION", "KEY", "PATIENCE")))
        return cls(*(settings[name] for name in names)) if settings["SEARCH_ENGINE"] else cls()

    @property
    def origin(self) -> str:
        """What the policy of the pages lets them ask beside their own site; empty without an engine."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}" if self.kind else ""

    @property
    def shown(self) -> Mapping[str, str]:
        """For templates: `engine`, read by fallback.js, and `origin`."""
        told = {
            "type": self.kind,
            "adresse": self.address,
            "collection": self.collection,
            "cle": self.key,
            "limite": self.patience,
        }
        return {"engine": json.dumps(told) if self.kind else "", "origin": self.origin}


def half_loaded(name: str, there: int, wanted: int) -> str:
    """What is told of a load that stopped on its way."""
    return f"{name} n'avait reçu que {there} sections sur {wanted}, d'un chargement interrompu : tout est chargé de nouveau"
