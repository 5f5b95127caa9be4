"""When a sheet must be looked at again."""

from datetime import date

import pytest

from plugins.alliance.freshness import freshness
from plugins.model.values import add_months
from tests.alliance.sample import actor, content

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        pytest.param(date(2026, 1, 15), 6, date(2026, 7, 15), id="the same day of the month"),
        pytest.param(date(2026, 8, 31), 6, date(2027, 2, 28), id="a shorter month ends earlier"),
        pytest.param(date(2023, 8, 31), 6, date(2024, 2, 29), id="a leap year"),
        pytest.param(date(2026, 12, 1), 1, date(2027, 1, 1), id="over the new year"),
        pytest.param(date(2026, 11, 30), 120, date(2036, 11, 30), id="ten years"),
    ],
)
def test_months_are_added_as_people_count_them(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(("nature", "months"), [("institution", 12), ("instance", 12), ("metier", 12), ("reseau", 6)])
def test_a_network_is_looked_at_more_often_than_an_institution(nature: str, months: int) -> None:
    (found,) = freshness(content(actor("a", nature=nature)), TODAY)
    assert (found.months, found.own_period) == (months, False)
    assert found.moves is (nature in {"reseau", "metier"})


def test_a_sheet_may_say_its_own_period() -> None:
    (found,) = freshness(content(actor("a", nature="reseau", revoir_tous_les_mois=3, verifie_le="2026-10-01")), TODAY)
    assert (found.months, found.own_period, found.due) == (3, True, date(2027, 1, 1))


@pytest.mark.parametrize(
    ("checked", "state"),
    [
        pytest.param("2025-11-24", "a-revoir", id="a day late"),
        pytest.param("2025-11-25", "a-revoir", id="the very day"),
        pytest.param("2025-11-26", "bientot", id="tomorrow"),
        pytest.param("2026-01-09", "bientot", id="in forty-five days"),
        pytest.param("2026-01-10", "a-jour", id="in forty-six days"),
        pytest.param("2027-01-01", "a-jour", id="a date ahead of the build, by mistake"),
    ],
)
def test_a_sheet_is_due_soon_due_or_fresh(checked: str, state: str) -> None:
    (found,) = freshness(content(actor("a", verifie_le=checked)), TODAY)
    assert found.state == state


def test_what_is_due_first_comes_first() -> None:
    sheets = freshness(content(actor("b"), actor("a"), actor("c", verifie_le="2025-01-01")), TODAY)
    assert [one.actor.slug for one in sheets] == ["c", "a", "b"]
