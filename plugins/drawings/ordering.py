"""Names and the threads between them → an order in which threads are short and cross little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# (one name, another) → how much holds them together.
Ties = Mapping[tuple[str, str], int]
_SWEEPS = 24


def by_closeness(names: Sequence[str], ties: Ties) -> list[str]:
    """All names in one row, those that are often together side by side.

    The strongest tie first, the rows of its two names are laid end to end, turned so that they stand near one another
    (single linkage, Sneath 1957); then neighbours change places as long as threads become shorter.

    Args:
        names: without twins; their order decides between equals.
        ties: only between these names.
    """
    rank = {name: number for number, name in enumerate(names)}
    rows = {name: [name] for name in names}
    turned = {(one, other) if rank[one] < rank[other] else (other, one): weight for (one, other), weight in ties.items()}
    for one, other in sorted(turned, key=lambda tie: (-turned[tie], rank[tie[0]], rank[tie[1]])):
        left, right = rows[one], rows[other]
        if left is not right:
            joined = _joined(left, right, one, other)
            rows.update(dict.fromkeys(joined, joined))
    return [name for row in shortened(list({id(row): row for row in rows.values()}.values()), ties) for name in row]


def _joined(left: list[str], right: list[str], one: str, other: str) -> list[str]:
    """Two rows end to end, each turned so that `one` of the left and `other` of the right are as near as can be."""
    one_is_far = 2 * left.index(one) < len(left) - 1
    other_is_far = 2 * right.index(other) > len(right) - 1
    return (left[::-1] if one_is_far else left) + (right[::-1] if other_is_far else right)


def shortened(groups: Sequence[Sequence[str]], ties: Ties) -> list[list[str]]:
    """The same groups, in the same order; inside each, neighbours are swapped as long as the threads become shorter."""
    rows = [list(group) for group in groups]
    beside: dict[str, dict[str, int]] = {name: {} for row in rows for name in row}
    for (one, other), weight in ties.items():
        beside[one][other] = beside[other][one] = weight
    place = {name: rank for rank, name in enumerate(name for row in rows for name in row)}
    for _ in range(_SWEEPS):
        moved = False
        for row in rows:
            for rank in range(len(row) - 1):
                one, other = row[rank], row[rank + 1]
                if _gain(one, other, place, beside) > 0:
                    row[rank], row[rank + 1] = other, one
                    place[one], place[other] = place[other], place[one]
                    moved = True
        if not moved:
            break
    return rows


def levelled(columns: Sequence[Sequence[str]], ties: Ties) -> list[list[str]]:
    """The same columns; inside each, names stand as high as those that they are tied to (Sugiyama's barycentres).

    Args:
        columns: from left to right; they are drawn centred.
        ties: between names of different columns.
    """
    rows = [list(column) for column in columns]
    beside: dict[str, dict[str, int]] = {name: {} for row in rows for name in row}
    for (one, other), weight in ties.items():
        beside[one][other] = beside[other][one] = weight
    best, least = [list(row) for row in rows], _steepness(rows, ties)
    for _ in range(_SWEEPS):
        for row in rows:
            height = _heights(rows)
            mean = {
                name: sum(height[far] * weight for far, weight in beside[name].items()) / sum(beside[name].values())
                if beside[name]
                else height[name]
                for name in row
            }
            row.sort(key=lambda name: (mean[name], height[name]))
        steepness = _steepness(rows, ties)
        if steepness >= least:
            break
        best, least = [list(row) for row in rows], steepness
    return best


def _heights(columns: Sequence[Sequence[str]]) -> dict[str, float]:
    return {name: rank - (len(column) - 1) / 2 for column in columns for rank, name in enumerate(column)}


def _steepness(columns: Sequence[Sequence[str]], ties: Ties) -> float:
    height = _heights(columns)
    return sum(abs(height[one] - height[other]) * weight for (one, other), weight in ties.items())


def _gain(one: str, other: str, place: Mapping[str, int], beside: Mapping[str, Mapping[str, int]]) -> int:
    """How much shorter all threads become when `one` and `other`, its right-hand neighbour, change places."""
    right = sum(weight if place[far] > place[other] else -weight for far, weight in beside[one].items() if far != other)
    left = sum(weight if place[far] < place[one] else -weight for far, weight in beside[other].items() if far != one)
    return right + left
