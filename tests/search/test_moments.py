"""What the search knows of time: days, kinds, states, by page and section."""

from __future__ import annotations

from datetime import date

from plugins.model.built_page import Moment
from plugins.search.documents import Page
from plugins.search.moments import moments_piece
from plugins.search.sections import Section

PAGES = (
    Page("suivi/", "Suivi"),
    Page("reunions/a/", "A", sections=(Section("", "", ""), Section("dit", "Dit", "…"), Section("q1", "Question", "…"))),
    Page("reunions/b/", "B", sections=(Section("", "", ""), Section("q1", "Question", "…"))),
)
MOMENTS = (
    Moment("reunions/a/", "reunions", day=date(2024, 3, 1), states=("annulee",)),
    Moment("reunions/b/", "reunions", day=date(2026, 3, 1)),
    Moment("reunions/a/", "questions", "q1", ("ouverte",), date(2024, 3, 1)),
    Moment("reunions/b/", "questions", "q1", ("repondue",), date(2026, 3, 1)),
    Moment("suivi/", "questions", "", ("ouverte",), lists=True),
    Moment("ailleurs/", "questions", "q1", ("ouverte",)),
)


def test_an_entry_is_known_by_its_section_its_kind_and_its_state() -> None:
    piece = moments_piece(MOMENTS, PAGES)
    assert piece["genres"]["questions"] == ["Question", [[1, 2], [2, 1]]]
    assert piece["etats"] == {"reunions/annulee": [[1, 0]], "questions/ouverte": [[1, 2]], "questions/repondue": [[2, 1]]}


def test_days_are_those_of_pages_the_newest_first() -> None:
    assert moments_piece(MOMENTS, PAGES)["jours"] == [(2, "2026-03-01"), (1, "2024-03-01")]


def test_the_page_that_tells_them_all_is_known_by_kind_and_state() -> None:
    assert moments_piece(MOMENTS, PAGES)["listes"] == {"questions/ouverte": 0}
