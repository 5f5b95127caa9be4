import pytest

from plugins.model.orders import MOST_NEIGHBOURS, neighbours, newest_first, ordered
from tests.alliance.sample import family, meeting, need


@pytest.mark.parametrize(
    ("rank", "expected"),
    [
        pytest.param(0, range(1, MOST_NEIGHBOURS + 1), id="the first page"),
        pytest.param(50, [*range(44, 50), *range(51, 57)], id="a page in the middle"),
        pytest.param(99, range(99 - MOST_NEIGHBOURS, 99), id="the last page"),
    ],
)
def test_a_page_of_a_hundred_names_the_nearest_ones_only(rank: int, expected: list[int]) -> None:
    pages = [need(f"p{number}", titre=f"Page {number}") for number in range(100)]
    assert [pages.index(one) for one in neighbours(pages, rank)] == list(expected)


def test_a_page_of_a_few_names_all_the_others() -> None:
    pages = [need(f"p{number}", titre=f"Page {number}") for number in range(MOST_NEIGHBOURS)]
    assert [one.slug for one in neighbours(pages, 3)] == [page.slug for page in pages if page is not pages[3]]


def test_pages_without_a_rank_come_last_and_equal_ranks_go_by_title() -> None:
    given = [("c", 2, "Zoé"), ("d", None, "Abri"), ("a", 2, "École"), ("b", 1, "Zèbre")]
    pages = [family(slug, titre=title, ordre=rank) for slug, rank, title in given]
    assert [page.slug for page in ordered(pages)] == ["b", "a", "c", "d"]


def test_meetings_of_one_day_are_told_apart_by_their_file() -> None:
    meetings = [
        meeting("2026-03-14-b", "2026-03-14"),
        meeting("2026-03-14-a", "2026-03-14"),
        meeting("2026-04-01-c", "2026-04-01"),
    ]
    assert [one.slug for one in newest_first(meetings)] == ["2026-04-01-c", "2026-03-14-b", "2026-03-14-a"]
