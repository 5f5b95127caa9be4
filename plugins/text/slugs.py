"""A text → an identifier fit for an address: a-z, 0-9 and single hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
_OTHER = re.compile(r"[^a-z0-9]+")


# Templates ask for the same few hundred names thousands of times.
@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """`Été 2021 à Caen` → `ete-2021-a-caen`; empty when nothing is left."""
    flat = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).lower()
    return _OTHER.sub("-", "".join(c for c in flat if not unicodedata.combining(c))).strip("-")
