"""The finder → its pages of links, which need no script: one for each public and each territory, several when many help there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.model.content import Document
from plugins.model.records import Need
from plugins.needs.finder import FOLDER, Choice, Facet, Finder, Helper

# Actors on one page: about 60 KB of HTML.
MOST = 60


@dataclass(frozen=True)
class FinderPage:
    """One page of links.

    Attributes:
        facet, choice: what it answers.
        helpers: those of this page, in the order of the relay.
        needs: written for this public.
        count: how many actors help, on all its pages.
        rank, of: which page of how many.
        common: where most of them act, told once and not under each; empty when there is no such place.
    """

    facet: Facet
    choice: Choice
    helpers: tuple[Helper, ...]
    needs: tuple[Document[Need], ...]
    count: int
    rank: int
    of: int
    common: str = ""

    @property
    def url(self) -> str:
        """Address under the site's root."""
        return self.url_of(self.rank)

    def url_of(self, rank: int) -> str:
        """Address of another page of the same choice: `…/rouen/`, then `…/rouen/2/`."""
        return self.choice.url + (f"{rank}/" if rank > 1 else "")


def plain_pages(found: Finder) -> Iterator[FinderPage]:
    """The pages that are ours to build: other choices lead to pages that exist."""
    for facet in found.facets:
        for choice in facet.choices:
            if choice.has_page and choice.url.startswith(f"{FOLDER}/"):
                yield from _pages(found, facet, choice)


def _pages(found: Finder, facet: Facet, choice: Choice) -> Iterator[FinderPage]:
    helpers = found.matching(facet.code, choice)
    needs = tuple(need for need in found.needs if facet.code == "public" and choice.value in need.record.publics)
    common = common_place(choice, helpers)
    of = -(-len(helpers) // MOST)
    for rank in range(1, of + 1):
        cut = helpers[(rank - 1) * MOST : rank * MOST]
        yield FinderPage(facet, choice, cut, needs if rank == 1 else (), len(helpers), rank, of, common)


def common_place(choice: Choice, helpers: tuple[Helper, ...]) -> str:
    """The place where more than half of the actors of a chosen place act, each counted where it is nearest; else nothing.

    The same rule runs in the browser (theme/static/js/finder/choice.js).
    """
    if not choice.placed:
        return ""
    counted = Counter(choice.accepts[choice.nearest(helper.values["territoire"])] for helper in helpers)
    place, count = counted.most_common(1)[0]
    return place if count * 2 > len(helpers) else ""
