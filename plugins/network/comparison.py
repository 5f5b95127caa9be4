"""Actors and their offers → the agenda's eight points side by side: pages by family, data for the browser."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.model.content import Content, Document, once
from plugins.model.orders import by_title, ordered
from plugins.model.records import Actor, Family, Offer
from plugins.text.typography import french_spaces

FOLDER = "comparer/"
POINTS = tuple(Offer.model_fields)
# Side by side on one page; of a larger family there are several pages.
MOST = 12
# The theme's hues of families, by rank.
HUES = 8

# (code, table) → words: the presentation's filter, given by the glue.
Label = Callable[[str, str], str]


@dataclass(frozen=True)
class ComparisonPage:
    """One static page: actors of one family, side by side.

    Attributes:
        family: the family.
        actors: those of this page, by title.
        rank, of: which page of how many.
        url: its address under the site's root.
    """

    family: Document[Family]
    actors: tuple[Document[Actor], ...]
    rank: int
    of: int

    @property
    def url(self) -> str:
        """Such as `comparer/<family>/`, then `comparer/<family>/2/`."""
        return page_url(self.family.slug, self.rank)

    @property
    def filled(self) -> int:
        """How many cells are filled."""
        return sum(filled(actor.record) for actor in self.actors)

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self.actors) * len(POINTS)


@dataclass(frozen=True)
class DataFile:
    """A classic script that pages load when someone compares: it also loads from a folder.

    Attributes:
        name: its path under the site's root; it changes with its text.
        text: its text.
    """

    name: str
    text: str


def page_url(family: str, rank: int = 1) -> str:
    """Address of a page of a family, under the site's root."""
    return f"{FOLDER}{family}/" + (f"{rank}/" if rank > 1 else "")


def filled(actor: Actor) -> int:
    """How many of the eight points the actor's sheet tells."""
    return sum(1 for point in POINTS if getattr(actor.offre, point))


@once
def comparison_pages(content: Content) -> tuple[ComparisonPage, ...]:
    """The pages of all families that have two actors or more, in the families' order."""
    pages: list[ComparisonPage] = []
    for family in ordered(content.families.values()):
        actors = _members(content, family.slug)
        if len(actors) > 1:
            count = -(-len(actors) // MOST)
            size = -(-len(actors) // count)  # pages of one size, so that none is left with a single actor
            cuts = (tuple(actors[start : start + size]) for start in range(0, len(actors), size))
            pages += [ComparisonPage(family, cut, rank, count) for rank, cut in enumerate(cuts, 1)]
    return tuple(pages)


def data_file(content: Content, label: Label) -> DataFile:
    """`window.offres`: the points, and the families with their actors and what each says of the points.

    Args:
        content: names of persons masked.
        label: words for a code.
    """
    families = [
        {
            "titre": french_spaces(family.record.titre),
            "teinte": 1 + rank % HUES,
            "acteurs": list(_told(content, family.slug, label)),
        }
        for rank, family in enumerate(ordered(content.families.values()))
    ]
    data = {
        "points": [{"code": point, "nom": french_spaces(label(point, "offre"))} for point in POINTS],
        "familles": [family for family in families if family["acteurs"]],
    }
    text = f"window.offres={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
    # Two line ends that JSON allows and old scripts do not.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return DataFile(f"{FOLDER}offres-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)


def _told(content: Content, family: str, label: Label) -> Iterator[dict[str, object]]:
    for actor in _members(content, family):
        offer = actor.record.offre.model_dump(exclude_none=True)
        yield {
            "slug": actor.slug,
            "titre": french_spaces(actor.record.titre),
            "role": label(actor.record.role, "role-court"),
            "statut": label(actor.record.statut, "statut"),
            "offre": {point: french_spaces(text) for point, text in offer.items()},
        }


def _members(content: Content, family: str) -> list[Document[Actor]]:
    members = (actor for actor in content.actors.values() if actor.record.famille == family)
    return by_title(members)
