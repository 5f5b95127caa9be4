"""Actors and their offers → the agenda's eight points side by side: pages by family, data for the browser."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from plugins.model.content import Content, Document, once
from plugins.model.orders import by_title, hues, ordered
from plugins.model.records import Actor, Family, Offer
from plugins.text.labels import label
from plugins.text.scripts import Script, script
from plugins.text.typesetting import typeset

FOLDER = "comparer/"
POINTS = tuple(Offer.model_fields)
# Side by side on one page; of a larger family there are several pages.
MOST = 12


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


class Piece(Protocol):
    """Words, and the attributes of the link that they are, if they are one."""

    @property
    def text(self) -> str: ...  # noqa: D102

    @property
    def link(self) -> Mapping[str, str]: ...  # noqa: D102


# A text, the site's root, keys of pages that it does not link → its pieces.
Linking = Callable[[str, str, Collection[str]], Iterable[Piece]]


def data_file(content: Content, linking: Linking) -> Script:
    """`window.offres`: the points, and the families with their actors and what each says of the points.

    What an actor says is a list: words, or [words, address under the root, hue, title] where they are a link.

    Args:
        content: names of persons masked.
        linking: links a text as the pages do.
    """
    hue = hues(content.families.values())
    families = [
        {
            "titre": typeset(family.record.titre),
            "teinte": hue[family.slug],
            "acteurs": list(_told(content, family.slug, linking)),
        }
        for family in ordered(content.families.values())
    ]
    data = {
        "points": [{"code": point, "nom": typeset(label(point, "offre"))} for point in POINTS],
        "familles": [family for family in families if family["acteurs"]],
    }
    return script("offres", data, f"{FOLDER}offres")


def _told(content: Content, family: str, linking: Linking) -> Iterator[dict[str, object]]:
    for actor in _members(content, family):
        offer = actor.record.offre.model_dump(exclude_none=True)
        yield {
            "slug": actor.slug,
            "titre": typeset(actor.record.titre),
            "role": label(actor.record.role, "role-court"),
            "statut": typeset(label(actor.record.statut, "statut")),
            "offre": {point: [*_pieces(linking(text, "", [actor.key]))] for point, text in offer.items()},
        }


def _pieces(pieces: Iterable[Piece]) -> Iterator[str | list[str | int]]:
    for piece in pieces:
        words = typeset(piece.text)
        if piece.link:
            known = piece.link
            yield [words, known["href"].removeprefix("/"), int(known.get("data-hue", "0")), known.get("title", "")]
        elif words:
            yield words


def _members(content: Content, family: str) -> list[Document[Actor]]:
    members = (actor for actor in content.living.values() if actor.record.famille == family)
    return by_title(members)
