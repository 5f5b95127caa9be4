"""The HTML of a body → the same with what only the theme knows: hues of families, who speaks, which actors to present."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from plugins.model.content import Content
from plugins.presentation.grouping import hues
from plugins.presentation.labels import label
from plugins.presentation.wording import enumeration

_FAMILY = re.compile(r'data-famille="([a-z0-9-]+)"')
_ACTOR = re.compile(r'data-acteur="([a-z0-9-]+)"')
_SPEECH = re.compile(r'<div class="parole" data-acteurs="([a-z0-9 -]*)"([^>]*)>')


def dressed(html: str, site: Content) -> str:
    """Hues on the links to actors, and the name of who speaks in front of each speech."""
    known = hues(site)
    html = _FAMILY.sub(lambda match: _with_hue(match, known), html)
    return _SPEECH.sub(lambda match: _with_speaker(match, site), html)


def presented(html: str, site: Content) -> dict[str, dict[str, str]]:
    """What a card says of each actor that the body links: title, family, role, one sentence."""
    cards = {}
    for slug in dict.fromkeys(_ACTOR.findall(html)):
        actor = site.actors.get(slug)
        if actor:
            family = site.families.get(actor.record.famille)
            cards[slug] = {
                "titre": actor.record.titre,
                "famille": family.record.titre if family else "",
                "role": label(actor.record.role, "role"),
                "resume": actor.record.resume,
            }
    return cards


def _with_hue(match: re.Match[str], known: Mapping[str, int]) -> str:
    hue = known.get(match[1])
    return f'{match[0]} data-teinte="{hue}"' if hue else match[0]


def _with_speaker(match: re.Match[str], site: Content) -> str:
    names = [site.actors[slug].record.titre for slug in match[1].split() if slug in site.actors]
    return f'{match[0]}<p class="parole-qui">{escape(enumeration(names))}</p>' if names else match[0]
