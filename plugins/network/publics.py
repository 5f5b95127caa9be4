"""The content → entry by public, what carries over to rural areas, practices tried, figures with their source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.model.content import Content, Document
from plugins.model.meeting import Figure, Item, Meeting, Practice
from plugins.model.records import Actor, Need, Term
from plugins.text.folding import fold
from plugins.text.slugs import slugify

# Whom the commission chose first.
FIRST = "residents-qpv"
# Rural areas: what zones de revitalisation rurale were until 2024, France ruralités revitalisation since.
RURAL = ("zrr", "frr")


@dataclass(frozen=True)
class Public:
    """A public, the needs written for it, and who says that it is theirs, from the street to the institution."""

    code: str
    needs: tuple[Document[Need], ...]
    actors: tuple[Document[Actor], ...]


@dataclass(frozen=True)
class Told:
    """An entry of a meeting, and its list."""

    meeting: Document[Meeting]
    kind: str
    item: Item


def publics(content: Content) -> tuple[Public, ...]:
    """Residents of priority districts first, then those of whom most pages speak."""
    needs = sorted(content.needs.values(), key=lambda one: (one.record.ordre is None, one.record.ordre or 0, one.slug))
    actors = sorted(content.actors.values(), key=lambda one: slugify(one.record.titre))
    named = [*(need.record.publics for need in needs), *(actor.record.publics for actor in actors)]
    counted = Counter(str(public) for own in named for public in set(own))
    return tuple(
        Public(
            code,
            tuple(need for need in needs if code in need.record.publics),
            tuple(actor for actor in actors if code in actor.record.publics),
        )
        for code in sorted(counted, key=lambda code: (code != FIRST, -counted[code], code))
    )


def rural(content: Content) -> tuple[tuple[Term, ...], tuple[Told, ...]]:
    """What the glossary says of rural areas, and every entry of a meeting that names them."""
    terms = tuple(term for term in content.glossary if (term.sigle or "").casefold() in RURAL)
    return terms, tuple(told for told in _entries(content) if not set(RURAL).isdisjoint(_words(told.item.texte)))


def practices(content: Content) -> tuple[tuple[Document[Meeting], Practice], ...]:
    """What was tried: those that say what came of it first; then newest meeting first."""
    found = [(meeting, practice) for meeting in _newest_first(content) for practice in meeting.record.pratiques]
    return tuple(sorted(found, key=lambda one: one[1].resultat is None))


def figures(content: Content) -> tuple[tuple[Document[Meeting], Figure], ...]:
    """Every figure that was given, newest meeting first."""
    return tuple((meeting, figure) for meeting in _newest_first(content) for figure in meeting.record.chiffres)


def _entries(content: Content) -> Iterator[Told]:
    for meeting in _newest_first(content):
        for kind, items in meeting.record.items().items():
            yield from (Told(meeting, kind, item) for item in items)


def _newest_first(content: Content) -> list[Document[Meeting]]:
    return sorted(content.meetings.values(), key=lambda one: (one.record.date, one.slug), reverse=True)


def _words(text: str) -> list[str]:
    return fold(text).replace("'", " ").split()
