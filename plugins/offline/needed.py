"""Content → what a person needs without a network, the most needed first: of a site too large to be kept whole, what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from plugins.model.content import Content
from plugins.model.orders import newest_first, ordered

_MEETINGS = 3

# Groups of addresses, each under the words that tell a visitor what it is.
Needed = Mapping[str, tuple[str, ...]]


def needed(content: Content) -> Needed:
    """Needs and their sheets, who can help, those who answer and their sheets, the last meetings and what they left open.

    Args:
        content: whose pages are told.

    Returns:
        Addresses by group; those of pages that this site does not have are for the inventory to leave out.
    """
    needs = ordered(content.needs.values())
    answering = [answer.acteur for need in needs for answer in need.record.reponses]
    actors = [content.living[slug].url for slug in dict.fromkeys(answering) if slug in content.living]
    held = (meeting.url for meeting in newest_first(content.meetings.values()) if meeting.record.held)
    groups = {
        "les besoins et leurs fiches": ("besoins/", *(address for need in needs for address in (need.url, f"{need.url}fiche/"))),
        "« Qui peut aider ? »": ("qui-peut-aider/",),
        "les acteurs qui y répondent et leurs fiches": tuple(address for url in actors for address in (url, f"{url}fiche/")),
        "les dernières réunions et leurs suites": (*islice(held, _MEETINGS), "reunions/", "suivi/"),
        "le glossaire": ("glossaire/",),
    }
    return {words: addresses for words, addresses in groups.items() if addresses}
