"""The common site of three committees, in a browser: what a visitor sees, and whose each answer is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.building.access import violations
from plugins.building.local_server import start
from tests.building.federation import COMMITTEES

pytestmark = [pytest.mark.site, pytest.mark.browser]
PAGES = ("", "comites/", "comites/caisse-des-mariniers/", "amont/reunions/reunion/")


@pytest.fixture(scope="module")
def site_address(joined: Path) -> Iterator[str]:
    """The common site on a local server."""
    server, address = start(joined)
    yield address
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_raises_no_violation_of_axe(visit: Callable[..., Any], path: str, scheme: str, width: int) -> None:
    visiting = visit(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    assert violations(visiting.open(path)) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_on_a_small_telephone_and_complains_of_nothing(visit: Callable[..., Any], path: str) -> None:
    visiting = visit(viewport={"width": 320, "height": 700})
    page = visiting.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert visiting.complaints == []


def test_without_javascript_every_committee_is_two_links_away(visit: Callable[..., Any]) -> None:
    page = visit(java_script_enabled=False).open("")
    page.get_by_role("navigation", name="Navigation principale").get_by_role("link", name="Comités").click()
    page.get_by_role("link", name="Comité d’Aval").first.click()
    assert page.url.endswith("/aval/")


def test_the_search_reads_all_committees_and_says_whose_each_answer_is(visit: Callable[..., Any]) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900})
    page = visiting.open("recherche/?q=mariniers")
    page.wait_for_selector(".facet")
    told = page.locator(".found-facts").all_inner_texts()
    assert {text.split(" · ")[0] for text in told} == set(COMMITTEES.values())
    page.get_by_role("checkbox", name="Comité de la Rive").check()
    page.wait_for_function("() => new URLSearchParams(location.search).get('comite')")
    page.wait_for_function("() => document.querySelectorAll('.found').length === 2")
    page.locator(".found-link").first.click()
    page.wait_for_url("**/rive/**")
    assert visiting.complaints == []


def test_an_answer_in_the_field_of_a_page_says_whose_it_is(visit: Callable[..., Any]) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("comites/")
    page.locator("#recherche-champ").fill("bachot")
    option = page.locator("#recherche-liste [role=option]").first
    option.wait_for()
    assert "Comité de la Rive" in option.inner_text()
