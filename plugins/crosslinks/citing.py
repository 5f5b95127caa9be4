"""The mentions of all pages → the actors that each page mentions, and those that are mentioned together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from plugins.crosslinks.backlink_records import CitedActor, CitedFamily
from plugins.crosslinks.mention import Mention
from plugins.model.content import Content, Document
from plugins.model.orders import ordered
from plugins.model.records import Actor
from plugins.text.slugs import slugify


def mentioned_actors(content: Content, mentions: Mapping[str, tuple[Mention, ...]]) -> dict[str, tuple[CitedFamily, ...]]:
    """By page key, the actors that the page mentions, by family in the families' own order; no empty family."""
    families, actors_of = ordered(content.families.values()), _by_key(content)
    found = {}
    for page, own in mentions.items():
        cited = _cited(actors_of, Counter(mention.target for mention in own if mention.counts))
        if cited:
            found[page] = tuple(
                CitedFamily(family.slug, family.record.titre, family.url, actors)
                for family in families
                if (actors := tuple(actor for actor in cited if actor.family == family.slug))
            )
    return found


def companions(content: Content, mentions: Mapping[str, tuple[Mention, ...]]) -> dict[str, tuple[CitedActor, ...]]:
    """By key of an actor, those that paragraphs mention with it, each with the number of these paragraphs."""
    actors = _by_key(content)
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for own in mentions.values():
        blocks: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for mention in own:
            if mention.counts and mention.target in actors:
                blocks[mention.anchor, mention.block][mention.target] = None
        for together in blocks.values():
            for one in together:
                beside[one].update(other for other in together if other != one)
    return {key: _cited(actors, counts) for key, counts in beside.items() if counts}


def _by_key(content: Content) -> dict[str, Document[Actor]]:
    return {actor.key: actor for actor in content.actors.values()}


def _cited(actors: Mapping[str, Document[Actor]], counts: Mapping[str, int]) -> tuple[CitedActor, ...]:
    """The actors among the keys that were counted, the most counted first."""
    return tuple(sorted(_counted(actors, counts), key=lambda actor: (-actor.count, slugify(actor.title), actor.slug)))


def _counted(actors: Mapping[str, Document[Actor]], counts: Mapping[str, int]) -> Iterable[CitedActor]:
    for key, count in counts.items():
        if count and (actor := actors.get(key)):
            yield CitedActor(actor.slug, actor.record.titre, actor.url, actor.record.famille, count)
