"""The mentions of all pages → for each page that they lead to, where it is spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from plugins.backlinks.excerpts import excerpt, sentence_of
from plugins.backlinks.records import Backlinks, Excerpt, Group
from plugins.crosslinks.mention import Mention
from plugins.model.content import Content, Document
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.records import Page
from plugins.registry.registry import Registry
from plugins.text.slugs import slugify

_ORDER = {kind: rank for rank, kind in enumerate(Kind)}


def backlinks(content: Content, registry: Registry, mentions: Mapping[str, tuple[Mention, ...]]) -> dict[str, Backlinks]:
    """By page key: actors, approach pages, and families, whose mentions are also those of their actors.

    Args:
        content: the pages.
        registry: names of who speaks.
        mentions: by key of the page in which they were found; only those that count are kept.
    """
    families = {actor.key: Kind.FAMILY.key(actor.record.famille) for actor in content.actors.values()}
    groups: dict[str, list[Group]] = defaultdict(list)
    for page in sorted(content.documents(), key=_order):
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions.get(page.key, ()):
            if mention.counts:
                for target in dict.fromkeys((mention.target, families.get(mention.target, mention.target))):
                    found[target].append(mention)
        for target, own in found.items():
            if target != page.key:
                groups[target].append(_group(page, own, registry))
    return {target: Backlinks(tuple(own), sum(group.count for group in own)) for target, own in groups.items()}


def day_of(page: Document[Page]) -> date | None:
    """Day of a meeting; None for any other page."""
    return page.record.date if isinstance(page.record, Meeting) else None


def _order(page: Document[Page]) -> tuple[int, int, int, str, str]:
    day = day_of(page)
    return (0 if day else 1, -day.toordinal() if day else 0, _ORDER[page.kind], slugify(page.record.titre), page.slug)


def _group(page: Document[Page], mentions: list[Mention], registry: Registry) -> Group:
    excerpts = tuple(_excerpts(mentions, registry, day_of(page)))
    return Group(page.key, page.record.titre, page.url, day_of(page), page.kind, excerpts, len(mentions))


def _excerpts(mentions: Iterable[Mention], registry: Registry, day: date | None) -> Iterable[Excerpt]:
    """The first mention of each sentence."""
    seen = set()
    for mention in mentions:
        key = (mention.anchor, mention.block, sentence_of(mention)[0])
        if key not in seen:
            seen.add(key)
            yield excerpt(mention, tuple(registry.name_at(slug, day) for slug in mention.speaker))
