"""The record of a meeting and the headings of its body → its lists as its page tells them, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from plugins.model import outcomes, sessions
from plugins.model.content import Content
from plugins.model.entries import AHEAD, ENTRIES, EntryWords
from plugins.model.items import FollowUp, Item
from plugins.model.lists import Outcome
from plugins.model.meeting import Correction, Meeting
from plugins.text.dates import full_date
from plugins.text.slugs import slugify

# (key of the front matter, its words, its entries).
List = tuple[str, EntryWords, list[Item]]

_ARTICLE = re.compile(r"(?:les?|la|l|ce-qui-est|ce-qui)-")
_AGENDA = "ordre-du-jour"


def entry_words(key: str) -> EntryWords:
    """What one list of a meeting, of any meeting, is called: `key` is of the front matter."""
    return ENTRIES[key]


def list_words(entries: Sequence[Item], key: str) -> EntryWords:
    """What one list of a meeting is called; what is to follow is agreed, or proposed, or some of both, which no one word says.

    Args:
        entries: its entries.
        key: of the front matter.
    """
    words = ENTRIES[key]
    kinds = {entry.statut for entry in entries if isinstance(entry, FollowUp)}
    if len(kinds) != 1:
        return words
    one, many = {"proposee": ("proposée", "proposées"), "convenue": ("convenue", "convenues")}[kinds.pop()]
    return replace(words, title=f"{words.title} {many}", one=f"{words.one} {one}", many=f"{words.many} {many}")


def lists(record: Meeting) -> tuple[list[List], list[List]]:
    """The lists that say what comes next, then those of what was said; no empty one."""
    told = [(key, list_words(items, key), items) for key in ENTRIES if (items := record.items()[key])]
    return [one for one in told if one[0] in AHEAD], [one for one in told if one[0] not in AHEAD]


def of_body(site: Content, body: str) -> tuple[sessions.Session, ...]:
    """The meetings of a body, oldest first."""
    return sessions.by_body(site).get(body, ())


def bodies(site: Content) -> tuple[str, ...]:
    """Slugs of the bodies that met, or were to."""
    return tuple(sessions.by_body(site))


def last(site: Content) -> sessions.Session | None:
    """The last meeting at which people met."""
    return sessions.last_held(site, site.day)


def became(site: Content, meeting: str, item: str | None) -> Outcome | None:
    """The last change of an entry, told beside the minutes."""
    return outcomes.since(site).get((meeting, item or ""))


def replacing(site: Content, meeting: str, item: str | None) -> outcomes.Entry | None:
    """The entry that took the place of another one."""
    return outcomes.replaced(site).get((meeting, item or ""))


def with_corrections(html: str, corrections: Sequence[Correction]) -> str:
    """The HTML of minutes whose corrected passages say so, where they begin.

    Args:
        html: with the ids of its paragraphs.
        corrections: those that are told.
    """
    for one in corrections:
        if one.passage:
            mark = f'<a class="corrected" href="#corrections">Corrigé le {full_date(one.date)}.</a> '
            html = re.sub(rf'(<[a-z]+[^>]*\bid="{re.escape(one.passage)}"[^>]*>)', rf"\1{mark}", html, count=1)
    return html


def retold(headings: Iterable[Any], record: Meeting) -> list[str]:
    """Ids of the parts of the body that say again what the page tells as a list: the agenda, the axes, what is to follow.

    Args:
        headings: of the body, each with `id` and `level`.
        record: the front matter.
    """
    ahead, behind = lists(record)
    names = {_AGENDA}
    for key, words, _ in (*ahead, *behind):
        names |= {slugify(key), _bare(slugify(words.title)), _bare(slugify(ENTRIES[key].title))}
    if record.axes:
        names |= {"axes", "axes-de-travail"}
    if record.prochaine_reunion:
        names.add("prochaine-reunion")
    return [heading.id for heading in headings if heading.level == 2 and _bare(heading.id) in names]


def _bare(slug: str) -> str:
    return _ARTICLE.sub("", slug, count=1) if _ARTICLE.match(slug) else slug
