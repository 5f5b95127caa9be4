"""A line of a list of those who were there → what it says besides: who is excused, who takes whose place."""

from __future__ import annotations

import re
from typing import Literal

from plugins.importing.names import person_of

_FOR = re.compile(
    r"\s*[,(]?\s*(?P<how>représent(?:e|ée?|ant|ée?\s+par)|en\s+(?:remplacement|représentation)\s+de|supplé(?:e|ant(?:e)?\s+de)|remplac(?:e|ée?\s+par))\s+"
    r"(?P<who>[^();,]+)\)?",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:\s*(?:[-–—(\[]\s*|\t\s*)(?P<word>(?:absent\S*\s+)?(?:excus|absent|invit)[^\s,;.)]*)\s*[)\].]?|,\s*(?P<inner>(?:excus|invit)[^\s,;.)]*)(?P<inside>\))?)\s*\.?$",
    re.IGNORECASE,
)


def without_quality(line: str) -> tuple[str, Literal["", "invite", "excuse"]]:
    """« Mme X (CGT) – excusée » → the line without its last word, and what that word says."""
    match = _SAYS.search(line)
    if match is None or match.start() == 0:
        return line, ""
    return line[: match.start()] + (")" if match["inside"] else ""), "invite" if "invit" in (
        match["word"] or match["inner"]
    ).lower() else "excuse"


def without_representation(line: str) -> tuple[str, str, bool]:
    """« Mme X (représente M. Y) », « M. Y, représenté par Mme X » → the line without it, the other person, and which way it is said."""
    match = _FOR.search(line)
    if match is None or not (person_of(match["who"]) or len(match["who"].split()) <= 4):
        return line, "", False
    by = "par" in match["how"].lower()
    return (line[: match.start()] + " " + line[match.end() :]).strip(" ,"), match["who"].strip(), by
