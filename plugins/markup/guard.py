"""HTML of whatever origin → HTML that a strict content security policy and a reader can trust (second guard, after the parser)."""

from __future__ import annotations

from html import escape

import nh3

_TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre "
    "q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr ul var".split()
)
_ATTRIBUTES = {
    "*": frozenset({"class", "id", "lang", "title", "role"}),
    "a": frozenset({"href"}),
    "div": frozenset({"data-actors"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
# Of links that leave the site.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# Made once: its lists take as long to make as a page to clean.
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=True,
)


def sanitize(html: str) -> str:
    """The HTML without scripts, styles, event handlers, unknown elements and unknown link schemes.

    Source: ammonia's allow lists, by way of nh3; relative links stay.
    """
    return _CLEANER.clean(html).replace("&nbsp;", "\u00a0")


def lets_through(address: str) -> bool:
    """Whether a link to this address stays a link."""
    return "href" in sanitize(f'<a href="{escape(address)}">x</a>')
