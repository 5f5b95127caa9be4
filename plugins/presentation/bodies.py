"""The HTML of a body → the same with what only the theme knows: who speaks, apostrophes."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from typing import Protocol

from plugins.model.content import Content
from plugins.text.typesetting import enumeration, typeset

# Tags, and whole elements whose text is not French.
_TAGS = re.compile(r"(<pre\b.*?</pre>|<code\b.*?</code>|<[^>]*>)", re.DOTALL)
_VERBATIM = re.compile("<")
# An elision whose word is a link, such as l'<a…>IRTS</a>: the text alone does not show it.
_ELISION = re.compile(r"(?<=[^\W\d_])'(?=<(?:a|abbr|em|strong)\b)")
_SPEECH = re.compile(r'<div class="speech" data-actors="([a-z0-9 -]*)"([^>]*)>')


class Names(Protocol):
    """What names an actor on a day."""

    def name_at(self, slug: str, day: date | None) -> str:
        """Its official name that day; today's without one."""
        ...


def dressed(html: str, site: Content, names: Names | None = None, day: date | None = None) -> str:
    """The name of who speaks in front of each speech, apostrophes as a book prints them.

    Args:
        html: of a body.
        site: the content.
        names: who speaks bears the name of the day; without them, today's.
        day: of the meeting that the body tells.
    """
    html = _ELISION.sub("’", html)
    html = _SPEECH.sub(lambda match: _with_speaker(match, site, names, day), html)
    return "".join(part if _VERBATIM.match(part) else typeset(part) for part in _TAGS.split(html))


def _with_speaker(match: re.Match[str], site: Content, names: Names | None, day: date | None) -> str:
    slugs = [slug for slug in match[1].split() if slug in site.actors]
    said = enumeration([names.name_at(slug, day) if names else site.actors[slug].record.titre for slug in slugs])
    return f'<div class="speech"{match[2]}><p class="speech-who">{escape(said)}</p>' if slugs else match[0]
