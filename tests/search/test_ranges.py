"""Ranges of the alphabet: every word stands in the one that its beginning says."""

import random
from bisect import bisect_right

import pytest

from plugins.search.ranges import RANGE, beginnings, in_order, ranges, utf16

LETTERS = "abcdeé=_0\uffee\U0001f642"


@pytest.fixture(scope="module")
def runs():
    chance = random.Random(4)
    words = {"".join(chance.choices(LETTERS, k=chance.randint(1, 6))) for _ in range(4000)}
    return [keys for keys, _ in ranges((word, word * 9) for word in sorted(words, key=utf16))]


def test_words_are_sorted_as_javascript_sorts_them():
    assert sorted(["\uffee", "\U0001f642", "é", "a"], key=utf16) == ["a", "é", "\U0001f642", "\uffee"]
    assert in_order(["\uffee", "\U0001f642", "é", "a"]) == ["a", "é", "\U0001f642", "\uffee"]
    assert in_order(["œuvre", "a", "zoo", "été"]) == ["a", "zoo", "été", "œuvre"]


def test_each_word_is_in_the_last_range_that_does_not_begin_after_it(runs):
    starts = beginnings(runs)
    assert len(starts) == len(runs) > 20
    lost = [word for rank, run in enumerate(runs) for word in run if bisect_right(starts, utf16(word), key=utf16) - 1 != rank]
    assert lost == []


def test_a_beginning_is_no_longer_than_it_must(runs):
    for rank, start in enumerate(beginnings(runs)[1:], 1):
        assert runs[rank][0].startswith(start)
        assert len(start) == 1 or utf16(start[:-1]) <= utf16(runs[rank - 1][-1])


def test_a_range_weighs_no_more_than_it_should_unless_one_word_does():
    found = list(ranges([("a", "x" * (RANGE - 1)), ("b", "x"), ("c", "x" * 2 * RANGE), ("d", "x")]))
    assert [keys for keys, _ in found] == [["a", "b"], ["c"], ["d"]]
