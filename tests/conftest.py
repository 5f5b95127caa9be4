"""What tests of the built site share: the site built once a session, a server, a browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from plugins.building.chromium import launch_options
from plugins.building.local_server import start
from plugins.model.content import Content
from plugins.model.loading import load
from tests.sample import CONTENT, DAY, PUBLISHER
from tests.years import Aged, write_years

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

ROOT = Path(__file__).resolve().parents[1]

# What Playwright says where a worker would have been registered.
BLOCKED = "Service Worker registration blocked by Playwright"

Inv = Callable[..., "subprocess.CompletedProcess[str]"]


# No test asserts a time: Hypothesis would, of each example.
settings.register_profile("alliance", deadline=None)
settings.load_profile("alliance")

# Seconds that a text made to hurt may take, a hundred times what most need: quadratic code takes minutes.
IN_TIME = 20


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Tests on real servers of search engines are read when they are asked for (`inv test --engines`): their programs weigh 130 MB."""
    return True if collection_path.name == "engines" and "engines" not in config.option.markexpr else None


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """A test that says « in time » has a limit; every other has that of pyproject.toml, so that one that hangs ends."""
    for item in items:
        if item.originalname.endswith("_in_time"):
            item.add_marker(pytest.mark.timeout(IN_TIME, func_only=True))


@pytest.fixture(scope="session")
def inv() -> Inv:
    """Run a verb as a person does, from the project's folder; named arguments are added to the environment."""

    def run(*arguments: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
        import os

        kept = {name: value for name, value in os.environ.items() if not name.startswith("ALLIANCE_")}
        command = [sys.executable, "-m", "invoke", *map(str, arguments)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=kept | environ)

    return run


@pytest.fixture(scope="session")
def content() -> Content:
    """The records of the tests' content, which has no error."""
    loaded, diagnostics = load(CONTENT, None)
    assert not list(diagnostics)
    return loaded


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, inv: Inv) -> Path:
    """The tests' content, built with the settings for work."""
    output = tmp_path_factory.mktemp("sample") / "site"
    ended = inv("build", "--content", CONTENT, "--output", output, "--date", DAY)
    assert ended.returncode == 0, ended.stderr
    return output


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, inv: Inv) -> Path:
    """The same content, published at `sample.ADDRESS`."""
    output = tmp_path_factory.mktemp("published") / "site"
    ended = inv("build", "--content", CONTENT, "--settings", "publishconf.py", "--output", output, "--date", DAY, **PUBLISHER)
    assert ended.returncode == 0, ended.stderr
    return output


@pytest.fixture(scope="session")
def years(tmp_path_factory: pytest.TempPathFactory, inv: Inv) -> Callable[[int], Aged]:
    """The tests' content after so many years, built once a session for each number."""

    @cache
    def built(count: int) -> Aged:
        folder = tmp_path_factory.mktemp("years")
        life = write_years(folder / "content", count)
        ended = inv("build", "--content", folder / "content", "--output", folder / "site", "--date", DAY)
        assert ended.returncode == 0, ended.stderr
        return Aged(folder / "site", life)

    return built


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """The built site on a local server, compressed as a host would; no slash at the end."""
    server, address = start(built_site)
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the session; without one the tests fail, they do not skip."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


class Visit:
    """A page in a browser of its own, with everything that it asked for and complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and message.text != BLOCKED:
            self.complaints.append(message.text)

    def open(self, path: str) -> Page:
        """Go to a page of the site, such as `acteurs/cgt/`, and wait until it has loaded."""
        self.page.goto(f"{self.address}/{path}", wait_until="load")
        return self.page


@pytest.fixture
def visit(chromium: Browser, site_address: str) -> Iterator[Callable[..., Visit]]:
    """Start a visit; arguments are those of a browser context (viewport, color_scheme, java_script_enabled…)."""
    contexts = []

    def begin(**options: object) -> Visit:
        # Without the worker, a test sees what the server serves, and no site is fetched whole for one page.
        defaults = {"reduced_motion": "reduce", "locale": "fr-FR", "service_workers": "block"}
        context = chromium.new_context(**{**defaults, **options})
        contexts.append(context)
        return Visit(context.new_page(), site_address)

    yield begin
    for context in contexts:
        context.close()


@pytest.fixture
def page(visit: Callable[..., Visit]) -> Page:
    """A page on a desk, not yet anywhere."""
    return visit(viewport={"width": 1280, "height": 900}).page
