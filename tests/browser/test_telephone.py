"""A first visit on a telephone: no line moves under the eyes when the font arrives late."""

import time
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]

# A word may slide along its line by a few pixels; a line that breaks elsewhere moves all that follows: 0.04 to 0.2.
MOST_MOVED = 0.005

SHIFTS = """() => new Promise((done) => {
  let moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 300);
})"""


@pytest.mark.parametrize(
    "path",
    [
        *("", "acteurs/agence-du-travail/", "besoins/formation/", "demarche/aller-vers/", "acteurs/union-des-metiers/"),
        # Those that a script folds, or fills: their room is kept until it does.
        *("reunions/2026-09-17-comite/", "reunions/2026-09-17-comite/trace/", "suivi/", "qui-peut-aider/", "comparer/"),
        *("comparer/?acteur=union-des-metiers&acteur=caisse-de-soutien", "besoins/", "alliance/", "feuille-de-route/"),
    ],
)
def test_words_are_read_before_the_font_arrives_and_lines_stay_where_they_are(visit: Callable[..., Any], path: str) -> None:
    visiting = visit(viewport={"width": 360, "height": 740}, reduced_motion="reduce")

    def late(route: Any) -> None:
        time.sleep(0.6)
        route.continue_()

    visiting.page.route("**/*.woff2", late)
    page = visiting.open(path)
    page.wait_for_load_state("networkidle")
    loaded, painted = page.evaluate(
        "document.fonts.ready.then(() => [[...document.fonts].some((font) => font.status === 'loaded'),"
        " performance.getEntriesByName('first-contentful-paint')[0].startTime"
        " < performance.getEntriesByType('resource').find((one) => one.name.endsWith('.woff2')).responseEnd])"
    )
    assert loaded
    assert painted, "words come before the font"
    assert page.evaluate(SHIFTS) < MOST_MOVED


@pytest.mark.parametrize("path", ["acteurs/maison-de-quartier/", "besoins/emploi/"])
def test_a_long_address_widens_nothing_on_a_small_telephone(visit: Callable[..., Any], path: str) -> None:
    page = visit(viewport={"width": 320, "height": 640}).open(path)
    written = page.evaluate("""() => [...document.querySelectorAll("a.way-link:not([href^='tel:'])")].map((link) => {
      link.textContent = "accueil.des.jeunes.et.de.leurs.familles@federation-intercommunale-interprofessionnelle.exemple.fr";
    }).length""")
    assert written
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(
    ("path", "script"),
    [
        pytest.param("suivi/?acteur=agence-du-travail", "site", id="le suivi d'un acteur"),
        pytest.param("qui-peut-aider/?besoin=formation", "finder", id="qui peut aider, pour un besoin"),
        pytest.param("recherche/?q=formation", "search", id="une recherche"),
        pytest.param("recherche/", "search", id="la page de recherche, sans question"),
    ],
)
def test_what_an_address_asks_for_takes_the_place_of_nothing_that_was_read_before(
    visit: Callable[..., Any], path: str, script: str
) -> None:
    visiting = visit(viewport={"width": 360, "height": 740})

    def late(route: Any) -> None:
        time.sleep(0.6)
        route.continue_()

    visiting.page.route(f"**/js/{script}.js", late)
    page = visiting.open(path)
    page.wait_for_load_state("networkidle")
    page.locator("html:not([data-asked])").wait_for()
    assert page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0].startTime"
        f" < performance.getEntriesByType('resource').find((one) => one.name.endsWith('/{script}.js')).responseEnd"
    ), "the title is read before the script comes"
    assert page.evaluate(SHIFTS) < MOST_MOVED


def test_a_page_whose_script_never_comes_is_shown_whole_all_the_same(visit: Callable[..., Any]) -> None:
    visiting = visit(viewport={"width": 360, "height": 740})
    visiting.page.route("**/js/site.js", lambda route: route.abort())
    page = visiting.open("suivi/?acteur=agence-du-travail")
    page.get_by_role("heading", name="Les questions ouvertes").wait_for()
