"""The mentions of all pages → for each page that they lead to, where it is spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from plugins.crosslinks.backlink_records import Backlinks, CitingPage, Excerpt
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


class _Passage(NamedTuple):
    mention: Mention
    speakers: tuple[str, ...]

    @property
    def sentence(self) -> _Sentence:
        return self.mention.anchor, self.mention.block, self.mention.sentence[0]


def backlinks(content: Content, registry: Registry, mentions: Mapping[str, tuple[Mention, ...]]) -> dict[str, Backlinks]:
    """By page key: actors, approach pages, and families, whose mentions are also those of their actors.

    Args:
        content: the pages.
        registry: names of who speaks.
        mentions: by key of the page in which they were found; only those that count are kept.
    """
    families = {actor.key: Kind.FAMILY.key(actor.record.famille) for actor in content.actors.values()}
    groups: dict[str, list[CitingPage]] = defaultdict(list)
    for page in sorted(content.documents(), key=_order):
        found: dict[str, list[_Passage]] = defaultdict(list)
        for passage in _passages(mentions.get(page.key, ()), registry, day_of(page)):
            target = passage.mention.target
            found[target].append(passage)
            if target in families:
                found[families[target]].append(passage)
        for target, own in found.items():
            if target != page.key:
                groups[target].append(_group(page, own))
    return {target: Backlinks(tuple(own), sum(group.count for group in own)) for target, own in groups.items()}


def bounded(content: Content, found: Mapping[str, Backlinks]) -> dict[str, Backlinks]:
    """What pages tell of them: the sentences of recent meetings, as many of each; of an older one, how often it speaks of it."""
    new = {content.meetings[slug].key for slug in recent(content)}
    return {target: replace(own, groups=_bounded(own.groups, new)) for target, own in found.items()}


def _bounded(groups: tuple[CitingPage, ...], new: Set[str]) -> tuple[CitingPage, ...]:
    few = max(MOST // max(sum(1 for group in groups if group.page_key in new), 1), 1)
    kept = ((group, few if group.page_key in new else 0 if group.date else 1) for group in groups)
    return tuple(replace(group, excerpts=group.excerpts[:count]) for group, count in kept)


def day_of(page: Document[Page]) -> date | None:
    """Day of a meeting; None for any other page."""
    return page.record.date if isinstance(page.record, Meeting) else None


def _order(page: Document[Page]) -> tuple[int, int, int, str, str]:
    day = day_of(page)
    return (0 if day else 1, -day.toordinal() if day else 0, _ORDER[page.kind], slugify(page.record.titre), page.slug)


def _group(page: Document[Page], passages: list[_Passage]) -> CitingPage:
    """The page, with the first mention of each sentence."""
    first: dict[_Sentence, Excerpt] = {}
    for passage in passages:
        if passage.sentence not in first:
            first[passage.sentence] = excerpt(*passage)
    return CitingPage(page.key, page.record.titre, page.url, day_of(page), page.kind, tuple(first.values()), len(passages))


def _passages(mentions: Iterable[Mention], registry: Registry, day: date | None) -> Iterator[_Passage]:
    for mention in mentions:
        if mention.counts:
            speakers = tuple(registry.name_at(slug, day) for slug in mention.speaker)
            yield _Passage(mention, speakers)
