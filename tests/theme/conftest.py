"""A small content that shows every part of every template, built once; a browser over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from plugins.building.server import start
from plugins.model.content import Content
from plugins.model.loading import load

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
DAY = "2026-11-25"


@pytest.fixture(scope="session")
def content() -> Content:
    loaded, diagnostics = load(HERE / "content", None)
    assert not list(diagnostics)
    return loaded


@pytest.fixture(scope="session")
def theme_site(tmp_path_factory: pytest.TempPathFactory, inv: Callable[..., Any]) -> Path:
    output = tmp_path_factory.mktemp("theme") / "site"
    ended = inv("build", "--content", HERE / "content", "--output", output, "--date", DAY)
    assert ended.returncode == 0, ended.stderr
    return output


@pytest.fixture(scope="session")
def theme_address(theme_site: Path) -> Iterator[str]:
    server, address = start(theme_site)
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture
def walk(chromium: Browser, theme_address: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the small site; other arguments are those of a browser context."""
    contexts = []

    def go(path: str, day: str = "", **options: object) -> Page:
        context = chromium.new_context(**{"reduced_motion": "reduce", "locale": "fr-FR", "service_workers": "block", **options})
        contexts.append(context)
        page = context.new_page()
        if day:
            page.clock.set_fixed_time(f"{day}T12:00:00Z")
        page.goto(f"{theme_address}/{path}")
        return page

    yield go
    for context in contexts:
        context.close()
