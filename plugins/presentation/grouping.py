"""Documents → the orders and groups in which templates list them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from plugins.model import orders
from plugins.model.content import Content, Document
from plugins.model.ends import sits
from plugins.model.items import Item
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.orders import MOST_NEIGHBOURS, RELAY, by_title, neighbours, ordered
from plugins.model.records import Actor, Member, Need, Origin, Page, Source
from plugins.model.step import Step
from plugins.model.themes import by_theme
from plugins.text.dates import MONTHS
from plugins.text.slugs import slugify

_ARTICLE = re.compile(r"^(?:les?|la|l|une?|des)-(?=.)")
_MONTHS = tuple(slugify(month) for month in MONTHS)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:er)?-({'|'.join(_MONTHS)})-(\d{{4}})\b")


def hues(site: Content) -> dict[str, int]:
    """The hue of each family of the site."""
    return orders.hues(site.families.values())


def actors_of(site: Content, family: str) -> tuple[Document[Actor], ...]:
    """The actors of one family."""
    return site.members.get(family, ())


def neighbours_of(site: Content, document: Document[Page]) -> Sequence[Document[Page]]:
    """The pages of the same kind that stand nearest to a page in their list."""
    return neighbours(site.ranked[document.kind], site.ranks[document.key])


def foot_pages(site: Content) -> Sequence[Document[Page]]:
    """The plain pages that the foot of every page leads to: a hundred of them stand in the list from A to Z alone."""
    return site.ranked[Kind.PAGE][:MOST_NEIGHBOURS]


def by_group(site: Content) -> list[tuple[str, list[Document[Need]]]]:
    """(group, needs), in the order of their first needs; dangers stand apart, under no group; those without one come last."""
    groups: dict[str, list[Document[Need]]] = {}
    for need in ordered(site.needs.values()):
        if not need.record.urgence:
            groups.setdefault(need.record.groupe or "", []).append(need)
    return sorted(groups.items(), key=lambda group: not group[0])


def shared_themes(site: Content, meeting: Document[Meeting]) -> list[str]:
    """The themes of a meeting that others spoke of as well: only these lead somewhere."""
    known = by_theme(site)
    return [one for one in dict.fromkeys(meeting.record.themes) if len(known.get(slugify(one), ())) > 1]


def dangers(site: Content) -> list[Document[Need]]:
    """The needs that cannot wait."""
    return [need for need in ordered(site.needs.values()) if need.record.urgence]


def by_role(actors: Iterable[Document[Actor]]) -> list[tuple[str, list[Document[Actor]]]]:
    """(role, actors), in the order of the relay from the street to the institution; no empty role."""
    known = by_title(actors)
    groups = [(role, [actor for actor in known if actor.record.role == role]) for role in RELAY]
    return [group for group in groups if group[1]]


def answers_of(site: Content, actor: str) -> list[tuple[str, list[Document[Need]]]]:
    """(what an actor answers, the needs to which it answers so), in the order of the needs; « » for those whose answer is expected."""
    found: dict[str, list[Document[Need]]] = {}
    for need in ordered(site.needs.values()):
        own = [answer.texte for answer in need.record.reponses if answer.acteur == actor]
        if own or actor in need.record.attendus:
            found.setdefault(own[0] if own else "", []).append(need)
    return sorted(found.items(), key=lambda one: not one[0])


def steps_of(site: Content, actor: str) -> list[Document[Step]]:
    """The steps of the road map that an actor carries or takes part in."""
    return [step for step in ordered(site.steps.values()) if actor in step.record.porteurs + step.record.avec]


def actions_of(site: Content, axis: str) -> list[Document[Step]]:
    """The actions under one axis."""
    return [step for step in ordered(site.steps.values()) if step.record.axe == axis]


def by_meeting(entries: Iterable[Source | Origin]) -> list[tuple[str, list[Source | Origin]]]:
    """(slug of a meeting, what is drawn from it), in the order of the first; what stands elsewhere comes last, under « »."""
    groups: dict[str, list[Source | Origin]] = {}
    for entry in entries:
        address = entry.url if isinstance(entry, Source) else None
        groups.setdefault("" if address else entry.reunion or "", []).append(entry)
    return sorted(groups.items(), key=lambda group: not group[0])


def entry(site: Content, meeting: str, item: str) -> tuple[str, Item | None]:
    """(key of its list, the entry) of a meeting's lists, such as its finding `c1`; nothing when the meeting has none of that id."""
    lists = site.meetings[meeting].record.items()
    return next(((key, one) for key, entries in lists.items() for one in entries if one.id == item), ("", None))


def seated(members: Iterable[Member], day: date | None) -> tuple[list[Member], list[Member]]:
    """Those who sit in a body on a day, and those who did, or will."""
    known = list(members)
    now = [one for one in known if sits(one, day)]
    return now, [one for one in known if one not in now]


def by_letter(entries: Sequence[tuple[str, Any]]) -> list[tuple[str, list[tuple[str, Any]]]]:
    """(letter, [(name, anything)]), sorted without accents nor leading article; digits and signs under « 0–9 »."""
    groups: dict[str, list[tuple[str, Any]]] = {}
    for name, value in sorted(entries, key=lambda entry: _sort_key(entry[0])):
        first = _sort_key(name)[:1].upper()
        groups.setdefault(first if first.isalpha() else "0–9", []).append((name, value))
    return list(groups.items())


def _sort_key(name: str) -> str:
    """« L'alliance » stands under A, as in a library's catalogue; titles that differ by their day follow the calendar."""
    slug = _DAY.sub(lambda day: f"{day[3]}-{_MONTHS.index(day[2]):02}-{int(day[1]):02}", slugify(name))
    return _ARTICLE.sub("", slug, count=1)
