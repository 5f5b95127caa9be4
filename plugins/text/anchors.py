"""The anchor of a paragraph, the same for years as long as its words stay."""

from __future__ import annotations

import hashlib
import unicodedata


def anchor_fold(text: str) -> str:
    """Letters and digits alone, without case or accents.

    Frozen: published addresses depend on it, so it must never follow a change of the folding used to link or search.
    """
    flat = unicodedata.normalize("NFKD", text).casefold()
    return "".join(filter(str.isalnum, flat))


def paragraph_anchor(text: str) -> str:
    """`p-` and the first 8 hexadecimal digits of the SHA-256 of the folded text."""
    return "p-" + hashlib.sha256(anchor_fold(text).encode()).hexdigest()[:8]
