"""The content → the pages that the law asks of a publisher, where no file of the content stands for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.model.built_page import BuiltPage
from plugins.model.content import Content
from plugins.model.kinds import LEGAL_PAGES, Kind


@dataclass(frozen=True)
class LegalPage:
    """A page whose words are the theme's, and whose facts are the settings of the publication.

    Attributes:
        slug: names its two partial templates, and the page of `pages/` that would take its place.
        title: as the visitor reads it.
        summary: one sentence.
    """

    slug: str
    title: str
    summary: str

    @property
    def url(self) -> str:
        """Its address under the site's root: the one that the content's page would have."""
        return Kind.PAGE.url(self.slug)


def legal_pages(content: Content) -> tuple[LegalPage, ...]:
    """Those that the content does not write itself, in the order of the foot of the pages."""
    return tuple(LegalPage(slug, *words) for slug, words in LEGAL_PAGES.items() if slug not in content.pages)


def owed_pages(content: Content, legal: Sequence[LegalPage]) -> Iterator[BuiltPage]:
    """The pages that are owed to the law, and to those who kept the address of a page that was withdrawn."""
    for page in legal:
        yield BuiltPage(page.url, "legale", {"legal": page})
    for address in content.site.record.retirees:
        yield BuiltPage(f"{address}/", "retiree")
