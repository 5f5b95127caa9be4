"""The site's name and colours → what a telephone needs to install it: the web manifest and its icons, drawn here."""

from __future__ import annotations

import json
from collections.abc import Sequence

from plugins.model.colours import Palette
from plugins.model.content import Content
from plugins.model.kinds import Kind

MANIFEST = "manifest.webmanifest"
# Kinds of pages from which a person starts, with what a long press on the icon says.
_WAYS = (
    ("Partir d’un besoin", "besoins/", Kind.NEED),
    ("Trouver un acteur", "acteurs/", Kind.ACTOR),
    ("Réunions", "reunions/", Kind.MEETING),
)
# The thread from a knot to an open door, in a square of 32.
_MARK = (
    '<g fill="none" stroke="{fil}" stroke-width="2.6"><path d="M6 22c8 0 6-12 14-12"/>'
    '<circle cx="6" cy="22" r="3.2" fill="{fil}" stroke="none"/><path d="M20 25V6h8v19" stroke="{encre}"/></g>'
)
# A maskable icon keeps what it shows within a circle of 40 % of its side (W3C, « Web Application Manifest », § 4.3).
_ICONS = {"icone.svg": ("any", 0.82), "icone-masquable.svg": ("maskable", 0.58)}


def installed(content: Content, name: str, short: str, description: str, palette: Palette) -> dict[str, str]:
    """Text of each file that an installed site needs, by path under the site's root.

    Args:
        content: what the shortcuts lead to.
        name: of the site.
        short: shown under the icon; the name, when it is empty.
        description: one sentence.
        palette: the colours by day.
    """
    ways = [(title, address) for title, address, kind in _WAYS if content.of(kind)]
    return {MANIFEST: manifest(name, short or name, description, ways, str(palette.papier)), **icons(palette)}


def icons(palette: Palette) -> dict[str, str]:
    """The text of each icon, by path under the site's root."""
    return {f"icones/{name}": _icon(scale, palette) for name, (_, scale) in _ICONS.items()}


def manifest(name: str, short: str, description: str, ways: Sequence[tuple[str, str]], paper: str) -> str:
    """The web manifest (W3C, « Web Application Manifest »); every address in it is relative to itself.

    Args:
        name: of the site.
        short: shown under the icon, some twelve letters.
        description: one sentence.
        ways: (title, address) of the ways in that a long press on the icon offers.
        paper: the colour of the site's paper, by day.
    """
    content = {
        "name": name,
        "short_name": short,
        "description": description,
        "lang": "fr",
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "categories": ["social", "government", "education"],
        "icons": [
            {"src": f"icones/{file}", "sizes": "any", "type": "image/svg+xml", "purpose": purpose}
            for file, (purpose, _) in _ICONS.items()
        ],
        "shortcuts": [{"name": title, "url": address} for title, address in ways],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _icon(scale: float, palette: Palette) -> str:
    margin = 16 * (1 - scale)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="512" height="512">'
        f'<path fill="{palette.papier}" d="M0 0h32v32H0z"/>'
        f'<g transform="translate({margin:g} {margin:g}) scale({scale:g})">{_MARK.format(fil=palette.fil, encre=palette.encre)}</g></svg>\n'
    )
