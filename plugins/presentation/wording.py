"""Small matters of French: plural, enumeration, addresses in the open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from plugins.text.typography import french_spaces

# At the end of a piece of text, what is elided goes on in the next one: « l' » before a link.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[\w«\u00a0])|(?:(?<=\b[cdjlmnst])|(?<=\bqu))'\Z", re.IGNORECASE)


# The same titles and labels stand on many pages.
@lru_cache(maxsize=4096)
def typeset(text: str) -> str:
    """French spaces, and the curved apostrophe inside words: what editors type with a plain keyboard, as a book prints it."""
    return _APOSTROPHE.sub("’", french_spaces(text))


def plural(count: int, one: str, many: str = "") -> str:
    """« 1 acteur », « 3 acteurs », « aucun acteur » is for the template to say: 0 is singular in French.

    Args:
        count: how many.
        one: the singular.
        many: the plural; without it, the singular and an s.
    """
    return f"{count}\u00a0{one if count < 2 else many or one + 's'}"


def enumeration(words: Sequence[str]) -> str:
    """« a », « a et b », « a, b et c »."""
    return " et ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def host(url: str) -> str:
    """The part of an address that people say: `https://www.exemple.fr/x` → « exemple.fr »."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def root_path(address: str) -> str:
    """The path under which a site stands, for pages served at any depth: `https://a.fr/b/` → `/b`, no address → ``."""
    return urlsplit(address).path.rstrip("/")


def dialled(number: str) -> str:
    """A telephone number as a `tel:` address takes it: digits and a leading plus, without the (0) that is not dialled."""
    return "".join(sign for sign in number.replace("(0)", "") if sign.isdigit() or sign == "+")
