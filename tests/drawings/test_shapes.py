"""The pieces of a drawing: SVG, lines of text, orders, durations, thicknesses, months."""

import re
from datetime import date

import pytest

from plugins.alliance.freshness import freshness
from plugins.drawings.columns import columns
from plugins.drawings.measuring import is_cut, lines, width
from plugins.drawings.ordering import by_closeness, levelled, shortened
from plugins.drawings.renewals import renewals, span_name
from plugins.drawings.svg import Address, Drawing, link, path, shape, text
from plugins.drawings.threads import Row, Thread, levels
from plugins.drawings.timeline import elapsed
from tests.alliance.sample import actor, content
from tests.drawings.sample import DAY, HOSTILE, LONG


def test_every_value_is_escaped() -> None:
    drawing = Drawing(10, 5, (link('a"><b>/', text([HOSTILE], 0, 1.04, data_mot=HOSTILE), full=HOSTILE),))
    html = drawing.written("..", 'x" onload="y')
    assert "<script" not in html
    assert '" onload="' not in html
    assert 'href="../a&quot;&gt;&lt;b&gt;/"' in html


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.0, "1"), (2.04, "2"), (2.06, "2.1"), (-0.01, "0"), (-3.5, "-3.5"), (100, "100"), (10.0, "10")],
)
def test_numbers_are_short(value: float, written: str) -> None:
    assert path("M", value) == f"M{written}"


def test_an_address_is_written_relative_to_the_page() -> None:
    assert '<a href="../../acteurs/x/"/>' in Drawing(1, 1, (shape("a", href=Address("acteurs/x/")),)).written("../..", "t")


@pytest.mark.parametrize(
    "words", [LONG, HOSTILE, "a" * 300, "", "Réunion du 15\u00a0octobre\u00a02021", "漢字" * 40], ids=lambda text: text[:12]
)
@pytest.mark.parametrize("most", [1, 2, 3])
def test_lines_stay_in_their_room(words: str, most: int) -> None:
    cut = lines(words, 120, 16, most)
    assert 1 <= len(cut) <= most
    assert all(width(line, 16) <= 120 for line in cut)
    whole = "".join(cut).replace(" ", "") == words.replace(" ", "")
    assert whole != is_cut(cut)


def test_those_often_together_stand_side_by_side() -> None:
    names = list("abcdef")
    order = by_closeness(names, {("a", "d"): 9, ("d", "f"): 9, ("b", "c"): 5, ("c", "e"): 5, ("a", "b"): 1})
    assert sorted(order) == names
    assert {tuple(sorted(order[:3])), tuple(sorted(order[3:]))} == {("a", "d", "f"), ("b", "c", "e")}


def test_the_order_does_not_depend_on_that_in_which_ties_are_given() -> None:
    names = [f"n{rank}" for rank in range(12)]
    ties = {(one, other): 1 + (3 * a + b) % 4 for a, one in enumerate(names) for b, other in enumerate(names) if a < b < a + 4}
    backwards = {(other, one): weight for (one, other), weight in reversed(ties.items())}
    assert by_closeness(names, ties) == by_closeness(names, backwards)
    assert sorted(by_closeness(names, ties)) == sorted(names)


def test_neighbours_change_places_until_threads_are_short() -> None:
    assert shortened([["a", "b"], ["c", "d"]], {("a", "c"): 1, ("b", "d"): 5}) == [["a", "b"], ["d", "c"]]


def test_columns_do_not_cross_when_they_need_not() -> None:
    assert levelled([["a", "b"], ["c", "d"]], {("a", "d"): 1, ("b", "c"): 1}) in (
        [["b", "a"], ["c", "d"]],
        [["a", "b"], ["d", "c"]],
    )


@pytest.mark.parametrize("names", [1, 2, 3, 9], ids=lambda count: f"{count} noms")
def test_a_thread_that_passes_a_column_meets_no_name_there(names: int) -> None:
    middle = [Row(f"b{rank}", LONG if rank % 2 else "Un nom", "b/") for rank in range(names)]
    ends = [Row(f"{side}{rank}", f"{side} {rank}", "x/") for side in "ac" for rank in range(4)]
    rows = [Row("", "Avant"), *ends[:4], Row("", "Entre"), *middle, Row("", "Après"), *ends[4:]]
    threads = [Thread(f"a{one}", f"c{other}", 1) for one in range(4) for other in range(4)]
    drawing = columns(rows, threads)
    drawn = [str(dict(one.attributes)["d"]) for one in drawing.shapes if one.name == "path"]
    passed = [float(y) for curve in drawn for y in re.findall(r"([\d.]+)H", curve)]
    assert len(passed) == 16
    boxes = [
        (float(inside["y"]), float(inside["y"]) + float(inside["height"]))
        for one in drawing.shapes
        if one.name == "a" and dict(one.attributes)["href"] == Address("b/")
        for inside in [dict(one.inside[0].attributes)]
    ]
    assert len(boxes) == names
    assert [y for y in passed for top, bottom in boxes if top < y < bottom] == []


def test_a_name_in_columns_is_written_whole() -> None:
    drawing = columns([Row("", "Un"), Row("a", LONG, "a/")], [])
    assert "…" not in drawing.written(".", "t")


def test_nothing_to_order_is_no_error() -> None:
    assert by_closeness([], {}) == []
    assert by_closeness(["a", "b"], {}) == ["a", "b"]
    assert levelled([[]], {}) == [[]]


@pytest.mark.parametrize(
    ("weights", "thickness"),
    [
        pytest.param([1, 2, 3], {1: 1, 2: 2, 3: 3}, id="a step a unit"),
        pytest.param([3, 20], {3: 1, 20: 5}, id="from the least to the most"),
        pytest.param([7], {7: 1}, id="only one"),
        pytest.param([], {}, id="none"),
    ],
)
def test_the_heavier_a_thread_the_thicker(weights: list[int], thickness: dict[int, int]) -> None:
    assert levels([Thread("a", "b", weight) for weight in weights]) == thickness


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("2021-10-16", "1 jour"),
        ("2021-11-14", "30 jours"),
        ("2021-11-15", "1 mois"),
        ("2022-10-15", "1 an"),
        ("2026-11-25", "5 ans et 1 mois"),
    ],
)
def test_how_long_is_said_as_people_say_it(until: str, words: str) -> None:
    assert elapsed(date(2021, 10, 15), date.fromisoformat(until)).replace("\u00a0", " ") == words


def test_months_without_anything_are_one_row_and_what_is_late_comes_first() -> None:
    sheets = [
        actor("retard", verifie_le="2024-01-01"),
        actor("bientot", verifie_le="2026-05-20", revoir_tous_les_mois=12),
        actor("loin", verifie_le="2026-11-01", revoir_tous_les_mois=60),
    ]
    found = renewals(freshness(content(*sheets), DAY), DAY)
    names = [(span_name(span).replace("\u00a0", " "), span.count) for span in found.spans]
    assert names == [("en retard", 1), ("novembre 2026 à avril 2027", 0), ("mai 2027", 1), ("dès juin 2028", 1)]
