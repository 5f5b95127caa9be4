"""A page whose words another engine looks up: the same results, and the site's own when the engine fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.building.local_server import start
from plugins.search.built_index import built_index
from plugins.search.command import ranked
from plugins.search.engine_records import Export, export
from tests.conftest import BLOCKED, Inv
from tests.sample import CONTENT, DAY
from tests.search.little_engine import FAULTS, LATE, LittleEngine, little_engine

pytestmark = [pytest.mark.site, pytest.mark.browser]
QUESTION = "atelier insertion"
RESULTS = "[data-page=results] > li"


@pytest.fixture(scope="module")
def engine() -> Iterator[LittleEngine]:
    with little_engine(Export("", (), {})) as one:
        yield one


@pytest.fixture(scope="module")
def site(engine: LittleEngine, tmp_path_factory: pytest.TempPathFactory, inv: Inv) -> Path:
    """The tests' content, published with an engine, which holds its sections."""
    output = tmp_path_factory.mktemp("engine") / "site"
    named = {"SEARCH_ENGINE": "postgres", "SEARCH_ENGINE_ADDRESS": engine.address, "SEARCH_ENGINE_PATIENCE": "1500"}
    settings = [part for name, value in named.items() for part in ("--set", f"{name}={value}")]
    ended = inv("build", "--content", CONTENT, "--output", output, "--date", DAY, *settings)
    assert ended.returncode == 0, ended.stderr
    engine.found = export(built_index(output))
    return output


@pytest.fixture
def page(site: Path, engine: LittleEngine, chromium: Browser) -> Iterator[Page]:
    engine.asked.clear()
    engine.fault = ""
    server, address = start(site)
    context = chromium.new_context(service_workers="block", base_url=f"{address}/")
    yield context.new_page()
    context.close()
    server.shutdown()
    server.server_close()


def shown(page: Page) -> list[str]:
    page.goto(f"recherche/?q={QUESTION}")
    page.locator(RESULTS).first.wait_for()
    found: list[str] = page.evaluate(f"window.search('{QUESTION}')")
    assert found
    return found


@pytest.fixture(scope="module")
def wanted(site: Path) -> list[str]:
    return [f"/{url}" for url in ranked(site, [QUESTION], 10)[QUESTION]]


def test_the_engine_is_asked_and_the_page_shows_what_the_site_would(page: Page, engine: LittleEngine, wanted: list[str]) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None)
    assert shown(page) == wanted
    assert set(engine.asked) == {"index", "mots", "sections"}
    assert set(complaints) <= {BLOCKED}


@pytest.mark.parametrize("fault", [*FAULTS, *LATE])
def test_the_page_answers_whatever_the_engine_does(page: Page, engine: LittleEngine, wanted: list[str], fault: str) -> None:
    engine.fault = fault
    assert shown(page) == wanted
    assert engine.asked == ["index"]


def test_the_page_answers_when_the_engine_cannot_be_reached(page: Page, engine: LittleEngine, wanted: list[str]) -> None:
    page.route(f"{engine.address}/**", lambda route: route.abort())
    assert shown(page) == wanted
    assert engine.asked == []


def test_the_page_on_personal_data_says_where_questions_go(page: Page, engine: LittleEngine) -> None:
    page.goto("donnees/")
    assert f"moteur de recherche de ce site, {engine.address}" in page.locator("main").inner_text()
    assert "n’est envoyé à personne" not in page.locator("main").inner_text()


def test_a_page_may_ask_its_engine_and_no_other(page: Page, engine: LittleEngine) -> None:
    page.goto("")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy is not None
    assert f"connect-src 'self' {engine.address};" in policy
    refused = "fetch('http://127.0.0.1:1/').then(() => '', fault => String(fault))"
    violated = "new Promise(done => { addEventListener('securitypolicyviolation', one => done(one.effectiveDirective)); %s })"
    assert page.evaluate(violated % refused) == "connect-src"
