"""What the law asks of a publisher is on the site of any content."""

import pytest

from plugins.model.content import Content, Document
from plugins.model.kinds import LEGAL_PAGES, Kind
from plugins.model.records import PlainPage
from plugins.presentation.legal import legal_pages
from plugins.search.built_pages import built_pages
from plugins.search.documents import Page


def holding(*slugs: str) -> Content:
    record = PlainPage.model_validate({"titre": "La nôtre"})
    return Content.holding([Document(Kind.PAGE, slug, f"content/pages/{slug}.md", record, "", 4, {}) for slug in slugs])


def found_legal(content: Content) -> list[Page]:
    """Those that the search knows, in order."""
    return [page for page in built_pages(content) if page.url.rstrip("/") in LEGAL_PAGES]


def test_a_content_without_legal_pages_has_them_all() -> None:
    assert [page.url for page in legal_pages(Content())] == ["mentions-legales/", "accessibilite/", "donnees/"]


@pytest.mark.parametrize("slug", LEGAL_PAGES)
def test_a_page_of_the_content_takes_the_place_of_the_theme_s(slug: str) -> None:
    built = [page.slug for page in legal_pages(holding(slug, "a-propos"))]
    assert built == [other for other in LEGAL_PAGES if other != slug]
    assert [page.url for page in found_legal(holding(slug, "a-propos"))] == [f"{other}/" for other in built]


def test_they_are_found_by_the_search() -> None:
    assert [page.title for page in found_legal(Content())] == [title for title, _ in LEGAL_PAGES.values()]
