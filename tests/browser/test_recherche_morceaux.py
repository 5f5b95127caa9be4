"""The site with its index in pieces: the same answers, fewer bytes, every loss told."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.building.local_server import start
from plugins.search.command import ranked
from tests.sample import CONTENT, DAY

pytestmark = [pytest.mark.site, pytest.mark.browser]
QUERIES = [
    "formation", "delegue du quartier", "l'accompagnement", "bureau de placement", "ADI", "profesionnalisation", "aller vers", "aller",
    "qui peut aider à trouver un travail", '"message unique"', "QPV", "mediation sociale", "voisinrelais", "ouistigrabule", "form",
]  # fmt: skip


@pytest.fixture(scope="module")
def in_pieces(tmp_path_factory: pytest.TempPathFactory, inv: Callable[..., Any]) -> Path:
    output = tmp_path_factory.mktemp("pieces") / "site"
    ended = inv("build", "--content", CONTENT, "--output", output, "--date", DAY, "--set", "SEARCH_WHOLE_BUDGET=0")
    assert ended.returncode == 0, ended.stderr
    return output


@pytest.fixture
def page(in_pieces: Path, chromium: Any) -> Iterator[Any]:
    server, address = start(in_pieces)
    context = chromium.new_context(base_url=address, locale="fr-FR", service_workers="block")
    yield context.new_page()
    context.close()
    server.shutdown()
    server.server_close()


def test_pieces_and_one_file_rank_alike(built_site: Path, in_pieces: Path) -> None:
    whole = ranked(built_site, QUERIES, limit=1000)
    assert sum(map(bool, whole.values())) == len(QUERIES) - 1
    assert ranked(in_pieces, QUERIES, limit=1000) == whole


def test_only_the_pieces_that_a_question_needs_are_asked_for(page: Any, in_pieces: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/recherche/index/" in request.url else None)
    page.goto("/recherche/?q=mediation")
    page.locator(".found").first.wait_for()
    files = list((in_pieces / "recherche/index").rglob("*.js"))
    assert len(asked) == len(set(asked)) < len(files) / 2


@pytest.mark.parametrize("piece", ["termes", "fiches"])
def test_a_piece_that_does_not_arrive_is_told_and_tried_again(page: Any, piece: str) -> None:
    pattern = f"**/recherche/index/*/{piece}-*.js"
    page.route(pattern, lambda route: route.abort())
    page.goto("/recherche/?q=mediation")
    page.get_by_text("La recherche n’a pas pu se charger").wait_for()
    page.unroute(pattern)
    page.get_by_role("button", name="Réessayer").click()
    page.locator(".found").first.wait_for()


@pytest.mark.parametrize("piece", ["mots", "places"])
def test_a_piece_beside_the_words_that_does_not_arrive_leaves_them_findable(page: Any, complaints: list[str], piece: str) -> None:
    refused: list[str] = []
    page.route(f"**/recherche/index/*/{piece}-*.js", lambda route: (refused.append(route.request.url), route.abort()))
    page.goto("/recherche/?q=agence%20du%20travail")
    page.locator(".found").first.wait_for()
    assert refused
    assert complaints == []


@pytest.fixture
def complaints(page: Any) -> list[str]:
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param({"status": 404, "body": "<!doctype html><title>404</title>"}, id="absente"),
        pytest.param({"body": 'window.recherche.recevoir("'}, id="tronquée"),
        pytest.param(
            {"body": 'window.recherche.recevoir("000000000000",{"besoins/0":[["a",1]]})'}, id="d'une autre construction"
        ),
    ],
)
def test_a_table_of_needs_that_is_damaged_leaves_a_calm_page_and_its_results(
    page: Any, complaints: list[str], damage: dict[str, Any]
) -> None:
    asked: list[str] = []

    def fulfil(route: Any) -> None:
        asked.append(route.request.url)
        route.fulfill(content_type="text/javascript", **damage)

    page.route("**/recherche/index/*/besoins-*.js", fulfil)
    page.goto("/recherche/?q=mediation+sociale")
    page.locator(".found").first.wait_for()
    assert asked
    assert page.locator("[data-page=needs]").is_hidden()
    assert "résultat" in page.locator("[data-page=status]").inner_text()
    assert page.get_by_text("n’a pas pu se charger").count() == 0
    # A script that is cut is told by the browser itself; ours throws nothing.
    assert [one for one in complaints if "SyntaxError" not in one and "Unexpected" not in one and "Invalid" not in one] == []


def test_once_off_line_what_is_there_is_found_and_the_rest_is_said_to_be_missing(page: Any, complaints: list[str]) -> None:
    page.goto("/recherche/?q=mediation")
    page.locator(".found").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.locator("#chercher-champ").fill("mediation")
    page.keyboard.press("Enter")
    page.locator(".found").first.wait_for()
    page.locator("#chercher-champ").fill("bureau de placement")
    page.keyboard.press("Enter")
    page.get_by_text("La recherche n’a pas pu se charger").wait_for()
    assert complaints == []
