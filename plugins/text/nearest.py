"""The known value that an editor most likely meant: the same words, of which some are mistyped; never merely a neighbour."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.text.slugs import slugify

# Nobody mistypes a longer value: comparing it would cost more than it helps.
_LONGEST = 100


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate of which `word` is a slip of the hand (case, accents and separators ignored), or None.

    « departement-manche » is no slip for « departement-seine-maritime », nor « caen » for « rouen »: word by word, one
    slip up to five letters, two from six on, none in a number nor in an acronym of three letters.

    Source: Damerau, « A technique for computer detection and correction of spelling errors » (1964): four in five slips
    are one letter too many, missing, wrong, or two that changed places.
    """
    if len(word) > _LONGEST:
        return None
    written, best = _words(word), (99, "")
    for candidate in candidates:
        if len(candidate) <= _LONGEST and (slips := _slips(written, _words(candidate))) is not None:
            best = min(best, (slips, candidate))
    return best[1] or None


def _words(text: str) -> tuple[str, ...]:
    return tuple(slugify(text).split("-"))


def _slips(written: tuple[str, ...], known: tuple[str, ...]) -> int | None:
    """How many slips lead from one to the other; None when they are other words."""
    left, right = [w for w in written if w not in known], [w for w in known if w not in written]
    if len(left) != len(right):
        # Words that were joined or cut: « francetravail ».
        left, right = ["".join(written)], ["".join(known)]
    total = 0
    for one, other in zip(left, right, strict=True):
        slips = _distance(one, other)
        if slips > _allowed(one, other) or (len(known) > 1 and _is_another(one, other)):
            return None
        total += slips
    return total


def _allowed(one: str, other: str) -> int:
    shortest = min(len(one), len(other))
    if shortest < 3 or any(sign.isdigit() for sign in one + other) or len(one) == len(other) == 3:
        return 0
    return 1 if shortest <= 5 else 2


def _is_another(one: str, other: str) -> bool:
    """A short word with one letter for another, among words that are the same: « aude » beside « aube »."""
    return len(one) == len(other) <= 5 and sorted(one) != sorted(other)


def _distance(one: str, other: str) -> int:
    """Letters too many, missing, wrong, or two neighbours that changed places (optimal string alignment); 3 means more."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, last[j - 2] + 1)
            row.append(best)
        if min(row) > 2:
            return 3
    return min(row[-1], 3)
