"""Names and the threads between them → an order in which threads are short and cross little.

Communities and the reverse Cuthill-McKee order come from NetworkX. Names are numbers there: sets of numbers have the
same order on every machine, sets of texts do not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

# (one name, another) → how much holds them together.
Ties = Mapping[tuple[str, str], int]
_SWEEPS = 24


def by_closeness(names: Sequence[str], ties: Ties) -> list[str]:
    """All names in one row, those that are often together side by side.

    Args:
        names: without twins; their order decides between equals.
        ties: only between these names.
    """
    from networkx.algorithms.community import greedy_modularity_communities

    graph = _graph(names, ties)
    if not graph.number_of_edges():
        return list(names)
    communities = greedy_modularity_communities(graph, weight="weight")
    groups = [[names[rank] for rank in _walked(graph.subgraph(sorted(members)))] for members in communities]
    return [name for group in shortened(groups, ties) for name in group]


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


def _graph(names: Sequence[str], ties: Ties) -> Any:
    from networkx import Graph

    rank = {name: number for number, name in enumerate(names)}
    graph = Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_weighted_edges_from(sorted((*sorted((rank[one], rank[other])), weight) for (one, other), weight in ties.items()))
    return graph


def _walked(graph: Any) -> list[int]:
    from networkx.utils import reverse_cuthill_mckee_ordering

    return list(reverse_cuthill_mckee_ordering(graph))
