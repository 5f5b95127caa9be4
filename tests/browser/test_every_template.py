"""One page per template, in both colour schemes, at two widths: access, third parties, console, size."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.building.access import violations
from plugins.building.screenshots import one_page_per_template

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted(
    name
    for path in (ROOT / "theme/templates").glob("*.html")
    for name in re.findall(r"block template %}([^{]+){%", path.read_text(encoding="utf-8"))
    if name not in {"comites", "acteur-commun"}  # of a common site: tests/building/test_common_site.py
)

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, str]:
    return one_page_per_template(built_site)


def test_every_template_of_the_theme_is_used_by_a_page(pages: dict[str, str]) -> None:
    assert sorted(pages) == TEMPLATES


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_raises_no_violation_of_axe(
    visit: Callable[..., Any], pages: dict[str, str], template: str, scheme: str, width: int
) -> None:
    # The page's own policy would refuse the tool.
    visiting = visit(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    violates_nothing(visiting.open(pages[template]))


def violates_nothing(page: Any) -> None:
    assert violations(page) == []


# The fingerprint of an older sheet, which had one door less.
OLDER = """({ dataset: { fingerprint } }) => {
  const [, whole, entries, lines] = /-(\\w+)\\.([\\w-]*)\\.([\\w-]*)/.exec(fingerprint);
  location.hash = `#fiche=20260301-${[...whole].reverse().join("")}.${entries.slice(0, -6)}.${lines}`;
}"""
# What scripts write, once somebody has asked for it: the address, what to do there, what then stands on the page.
FILLED = {
    "une fiche imprimée revient": ("besoins/formation/", ".returned", OLDER, ".returned li"),
    "deux choix dans « Qui peut aider »": (
        "qui-peut-aider/?public=residents-qpv&territoire=rouen",
        "",
        "",
        ".finder-criteria:not([hidden])",
    ),
    "personne ne répond": (
        "qui-peut-aider/?public=jeunes&role=ressource&besoin=formation",
        "",
        "",
        "[data-finder=clear]:not([hidden])",
    ),
    "trois acteurs côte à côte": (
        "comparer/?acteur=union-des-metiers&acteur=caisse-de-soutien&acteur=agence-du-travail",
        "",
        "",
        ".comparison tfoot",
    ),
    "le suivi d'un acteur": ("suivi/?acteur=agence-du-travail", "", "", "#suivi-choix"),
    "une recherche et ses facettes": ("recherche/?q=formation", "", "", ".found"),
}


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", FILLED)
def test_what_scripts_write_raises_no_violation_of_axe(visit: Callable[..., Any], state: str, scheme: str, width: int) -> None:
    path, place, act, filled = FILLED[state]
    visiting = visit(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = visiting.open(path)
    if act:
        page.locator(place).evaluate(act)
    page.locator(filled).first.wait_for(state="attached")
    for fold in page.locator("main details").all():
        fold.evaluate("(one) => { one.open = true; }")
    violates_nothing(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_is_quiet_asks_no_third_party_and_stays_light(
    visit: Callable[..., Any], pages: dict[str, str], template: str
) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900})
    sizes: list[int] = []
    visiting.page.on("requestfinished", lambda request: sizes.append(sum_of(request.sizes())))
    page = visiting.open(pages[template])
    page.wait_for_load_state("networkidle")
    assert visiting.complaints == []
    assert [url for url in visiting.requests if not url.startswith((visiting.address + "/", "data:"))] == []
    if template != "recherche":
        assert len(visiting.requests) <= 10
        assert sum(sizes) <= 100_000


def sum_of(sizes: dict[str, int]) -> int:
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_fits_a_small_telephone_without_scrolling_sideways(
    visit: Callable[..., Any], pages: dict[str, str], template: str
) -> None:
    page = visit(viewport={"width": 320, "height": 700}).open(pages[template])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_holds_with_text_at_twice_its_size(visit: Callable[..., Any], pages: dict[str, str], template: str) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = visiting.open(pages[template])
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_first_tab_leads_to_the_content(visit: Callable[..., Any]) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
