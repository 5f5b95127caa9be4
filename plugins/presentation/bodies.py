"""The HTML of a body → the same with what only the theme knows: hues of families, who speaks, which actors to present."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape

from plugins.model.content import Content
from plugins.model.records import Term
from plugins.presentation.grouping import hues
from plugins.presentation.labels import label
from plugins.presentation.wording import enumeration, typeset

# What rooms need to know of a link, and browsers do not: its address says the rest.
_FAMILY = re.compile(r'(?: data-acteur="[a-z0-9-]+")? data-famille="([a-z0-9-]+)"')
_ACTOR = re.compile(r'data-acteur="([a-z0-9-]+)"')
# Tags, and whole elements whose text is not French.
_TAGS = re.compile(r"(<pre\b.*?</pre>|<code\b.*?</code>|<[^>]*>)", re.DOTALL)
_VERBATIM = re.compile("<")
# An elision whose word is a link, such as l'<a…>IRTS</a>: the text alone does not show it.
_ELISION = re.compile(r"(?<=[^\W\d_])'(?=<(?:a|abbr|em|strong)\b)")
_TERM = re.compile(r'href="[^"]*glossaire/#([a-z0-9-]+)"')
_SPEECH = re.compile(r'<div class="parole" data-acteurs="([a-z0-9 -]*)"([^>]*)>')


def dressed(html: str, site: Content) -> str:
    """Hues on the links to actors, the name of who speaks in front of each speech, apostrophes as a book prints them."""
    known = hues(site)
    html = _FAMILY.sub(lambda match: _with_hue(match, known), html)
    html = _ELISION.sub("’", html)
    html = _SPEECH.sub(lambda match: _with_speaker(match, site), html)
    return "".join(part if _VERBATIM.match(part) else typeset(part) for part in _TAGS.split(html))


def presented(html: str, site: Content) -> dict[str, dict[str, dict[str, str]]]:
    """What cards say of the actors and terms that a body links, each as (line, text) in the order of reading."""
    actors = {slug: _card(site, slug) for slug in dict.fromkeys(_ACTOR.findall(html)) if slug in site.actors}
    linked = set(_TERM.findall(html))
    terms = {term.anchor: _definition(term) for term in site.glossary}
    return {"acteurs": actors, "termes": {slug: lines for slug, lines in terms.items() if slug in linked}}


def embedded(value: object) -> str:
    """JSON fit for a `<script>` block: accents as they are, nothing that HTML could read as markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _card(site: Content, slug: str) -> dict[str, str]:
    record = site.actors[slug].record
    family = site.families.get(record.famille)
    lines = {
        "titre": record.titre,
        "famille": family.record.titre if family else "",
        "role": label(record.role, "role"),
        "resume": record.resume,
    }
    return {name: typeset(text[:1].upper() + text[1:]) for name, text in lines.items() if text}


def _definition(term: Term) -> dict[str, str]:
    lines = {"titre": term.terme, "resume": term.definition}
    if term.aujourd_hui:
        lines["aujourd-hui"] = f"Aujourd’hui : {term.aujourd_hui}"
    return {name: typeset(text) for name, text in lines.items()}


def _with_hue(match: re.Match[str], known: Mapping[str, int]) -> str:
    hue = known.get(match[1])
    return f' data-teinte="{hue}"' if hue else match[0]


def _with_speaker(match: re.Match[str], site: Content) -> str:
    names = [site.actors[slug].record.titre for slug in match[1].split() if slug in site.actors]
    return f'<div class="parole"{match[2]}><p class="parole-qui">{escape(enumeration(names))}</p>' if names else match[0]
