"""The HTML of a body → the same with what only the theme knows: hues of families, who speaks, apostrophes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from plugins.model.content import Content
from plugins.presentation.grouping import hues
from plugins.text.typesetting import enumeration, typeset

# What rooms need to know of a link, and browsers do not: its address says the rest.
_FAMILY = re.compile(r'(?: data-acteur="[a-z0-9-]+")? data-famille="([a-z0-9-]+)"')
# Tags, and whole elements whose text is not French.
_TAGS = re.compile(r"(<pre\b.*?</pre>|<code\b.*?</code>|<[^>]*>)", re.DOTALL)
_VERBATIM = re.compile("<")
# An elision whose word is a link, such as l'<a…>IRTS</a>: the text alone does not show it.
_ELISION = re.compile(r"(?<=[^\W\d_])'(?=<(?:a|abbr|em|strong)\b)")
_SPEECH = re.compile(r'<div class="parole" data-acteurs="([a-z0-9 -]*)"([^>]*)>')


def dressed(html: str, site: Content) -> str:
    """Hues on the links to actors, the name of who speaks in front of each speech, apostrophes as a book prints them."""
    known = hues(site)
    html = _FAMILY.sub(lambda match: _with_hue(match, known), html)
    html = _ELISION.sub("’", html)
    html = _SPEECH.sub(lambda match: _with_speaker(match, site), html)
    return "".join(part if _VERBATIM.match(part) else typeset(part) for part in _TAGS.split(html))


def _with_hue(match: re.Match[str], known: Mapping[str, int]) -> str:
    hue = known.get(match[1])
    return f' data-teinte="{hue}"' if hue else match[0]


def _with_speaker(match: re.Match[str], site: Content) -> str:
    names = [site.actors[slug].record.titre for slug in match[1].split() if slug in site.actors]
    return f'<div class="parole"{match[2]}><p class="parole-qui">{escape(enumeration(names))}</p>' if names else match[0]
