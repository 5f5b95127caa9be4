"""A site of five and ten years on a telephone: access of every template, and no page without end."""

from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.ageing.looking import faults, screens
from tests.years import Aged

pytestmark = [pytest.mark.site, pytest.mark.browser]

MOST_SCREENS = 15


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_no_template_raises_a_violation_of_axe_after_five_years(
    chromium: Any, years: Callable[[int], Aged], scheme: str, width: int
) -> None:
    found = faults(years(5).site, chromium, scheme, width)
    assert len(found) > 30
    assert {template: told for template, told in found.items() if told} == {}


@pytest.mark.parametrize("age", [5, 10])
def test_no_page_but_minutes_passes_fifteen_screens_of_a_telephone(chromium: Any, years: Callable[[int], Aged], age: int) -> None:
    found = screens(years(age).site, chromium)
    assert len(found) > 30
    assert {name: long for name, long in found.items() if long > MOST_SCREENS} == {}
