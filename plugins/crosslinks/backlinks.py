"""The mentions of all pages → for each page that they lead to, where it is spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from datetime import date

from plugins.crosslinks.backlink_records import Backlinks, CitingPage
from plugins.crosslinks.excerpts import excerpt
from plugins.crosslinks.mention import Mention
from plugins.model.content import Content, Document
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.records import Page
from plugins.model.sessions import recent
from plugins.registry.registry import Registry
from plugins.text.slugs import slugify

# Anchor and text of its block, start in it.
_Sentence = tuple[str, str, int]
# Sentences of meetings on one page.
MOST = 60
_ORDER = {kind: rank for rank, kind in enumerate(Kind)}


def backlinks(
    content: Content, registry: Registry, mentions: Mapping[str, tuple[Mention, ...]], *, bounded: bool = False
) -> dict[str, Backlinks]:
    """By page key: actors, approach pages, and families, whose mentions are also those of their actors.

    Args:
        content: the pages.
        registry: names of who speaks.
        mentions: by key of the page in which they were found; only those that count are kept.
        bounded: only what pages tell: the sentences of recent meetings, as many of each; of an older one, how often it
            speaks of it; of another page, one sentence.
    """
    families = {actor.key: Kind.FAMILY.key(actor.record.famille) for actor in content.actors.values()}
    groups: dict[str, list[tuple[Document[Page], list[Mention]]]] = defaultdict(list)
    for page in sorted(content.documents(), key=_order):
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions.get(page.key, ()):
            if mention.counts:
                found[mention.target].append(mention)
                if mention.target in families:
                    found[families[mention.target]].append(mention)
        for target, own in found.items():
            if target != page.key:
                groups[target].append((page, own))
    new = {content.meetings[slug].key for slug in recent(content)} if bounded else None
    return {target: _told(own, new, registry) for target, own in groups.items()}


def _told(pages: Sequence[tuple[Document[Page], Sequence[Mention]]], new: Set[str] | None, registry: Registry) -> Backlinks:
    """What speaks of a page; all of it when nobody says which meetings are recent."""
    few = max(MOST // max(sum(1 for page, _ in pages if new and page.key in new), 1), 1)
    most = {page.key: len(own) if new is None else few if page.key in new else 0 if day_of(page) else 1 for page, own in pages}
    groups = tuple(_group(page, own, most[page.key], registry) for page, own in pages)
    return Backlinks(groups, sum(group.count for group in groups))


def day_of(page: Document[Page]) -> date | None:
    """Day of a meeting; None for any other page."""
    return page.record.date if isinstance(page.record, Meeting) else None


def _order(page: Document[Page]) -> tuple[int, int, int, str, str]:
    day = day_of(page)
    return (0 if day else 1, -day.toordinal() if day else 0, _ORDER[page.kind], slugify(page.record.titre), page.slug)


def _group(page: Document[Page], mentions: Sequence[Mention], most: int, registry: Registry) -> CitingPage:
    """The page, with the first mention of each of its first sentences."""
    first: dict[_Sentence, Mention] = {}
    for mention in mentions:
        if len(first) == most:
            break
        first.setdefault((mention.anchor, mention.block, mention.sentence[0]), mention)
    day = day_of(page)
    told = (excerpt(one, tuple(registry.name_at(slug, day) for slug in one.speaker)) for one in first.values())
    return CitingPage(page.key, page.record.titre, page.url, day, page.kind, tuple(told), len(mentions))
