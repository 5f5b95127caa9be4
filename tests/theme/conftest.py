"""A visit to one page, on a day of the test's choice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.conftest import Visit


@pytest.fixture
def walk(visit: Callable[..., Visit]) -> Callable[..., Page]:
    """Open a page of the built site; other arguments are those of a browser context."""

    def go(path: str, day: str = "", **options: object) -> Page:
        visiting = visit(**options)
        if day:
            visiting.page.clock.set_fixed_time(f"{day}T12:00:00Z")
        return visiting.open(path)

    return go
