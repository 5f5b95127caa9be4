"""Linked pages of a whole content → what an editor wants to see of the links: found, left out, unclear, still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from plugins.crosslinks.likely_actors import Sighting, name_key
from plugins.crosslinks.mention import Linked, Mention
from plugins.crosslinks.overview_records import Likely, Overview, PageOverview, Seen, SitePlace
from plugins.crosslinks.stored import Found
from plugins.crosslinks.unused_aliases import unused
from plugins.model.content import Content, Document
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.records import Page
from plugins.registry.building import claimed_twice
from plugins.registry.registry import Registry
from plugins.text.slugs import slugify
from plugins.text.tokens import Tokens

_ARTICLES = ("le ", "la ", "les ", "l'", "l’")
Key = tuple[str, ...]
Find = Callable[[Tokens, Sequence[tuple[int, int]]], Iterable[Sighting]]


def known_names(content: Content) -> frozenset[Key]:
    """Keys of names that are no actor to create: terms, places, titles."""
    names = [name for term in content.glossary for name in (term.terme, term.sigle, term.aujourd_hui) if name]
    names += [territory.nom for territory in content.territories]
    names += [document.record.titre for document in content.documents()]
    return frozenset(map(name_key, names))


def view(found: Found, document: Document[Page], registry: Registry, lines: Mapping[str, int]) -> PageOverview:
    """What an editor sees of one page.

    Args:
        found: in its body.
        document: its file.
        registry: what mentions lead to.
        lines: element id → line of the file.
    """
    seen = [
        Seen(m, SitePlace(document, m.anchor, lines.get(m.anchor, document.body_line) + m.line), _names(m, registry))
        for m in found.mentions
    ]
    day = document.record.date if isinstance(document.record, Meeting) else None
    spots = ((name, key, SitePlace(document, anchor, line)) for name, key, anchor, line in found.likely)
    return PageOverview(document, day, tuple(seen), tuple(spots))


def overview(pages: Iterable[PageOverview], content: Content, registry: Registry) -> Overview:
    """All pages together."""
    views = sorted(pages, key=lambda one: (one.day is None, -(one.day.toordinal() if one.day else 0), one.document.key))
    mentions = ((one.document.key, seen.mention) for one in views for seen in one.seen)
    claimed = tuple(claimed_twice(registry.targets))
    shown = tuple(one for one in views if one.seen)
    return Overview(shown, tuple(_gathered(views)), tuple(unused(mentions, content, registry)), claimed)


def _names(mention: Mention, registry: Registry) -> tuple[str, ...]:
    keys = [mention.target] if mention.target else mention.candidates
    return tuple(dict.fromkeys(registry.targets[key].name for key in keys if key in registry.targets))


def likely(linked: Linked, document: Document[Page], lines: Mapping[str, int], find: Find) -> Iterator[tuple[str, Key, str, int]]:
    """Actors that a page may name and that have no page: name, key of its spellings, anchor, line of the file.

    Args:
        linked: the page.
        document: its file.
        lines: element id → line of the file.
        find: likely actors of a text, spans of which are taken.
    """
    if document.kind is Kind.PAGE:  # legal notices and the like name licences and hosts, not actors of the alliance
        return
    page = linked.marked.body
    blocks = iter(page.blocks)
    block = next(blocks, None)
    for sighting in find(page.tokens, linked.taken):
        while block is not None and block.end <= sighting.start:
            block = next(blocks, None)
        if block is None:
            return
        line = lines.get(block.anchor, document.body_line) + page.text.count("\n", block.start, sighting.start)
        yield sighting.name, sighting.key, block.anchor, line


def _gathered(views: Iterable[PageOverview]) -> Iterator[Likely]:
    spellings: dict[Key, Counter[str]] = {}
    passages: dict[Key, list[SitePlace]] = {}
    for one in views:
        for name, key, passage in one.likely:
            spellings.setdefault(key, Counter())[_without_article(name)] += 1
            passages.setdefault(key, []).append(passage)
    for key in sorted(passages, key=lambda key: (-len(passages[key]), key)):
        name = max(spellings[key], key=lambda name: (spellings[key][name], -len(name), name))
        yield Likely(name, slugify(name), tuple(passages[key]))


def _without_article(name: str) -> str:
    article = next((article for article in _ARTICLES if name.lower().startswith(article)), "")
    return name[len(article) :]
