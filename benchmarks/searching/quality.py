"""A gold and the pages that each query found come in, figures of quality go out.

A gold is a YAML list of {id, class, corpus, query, judgements: {page: 2 the one wanted | 1 useful}}. In the class
`negative` nothing must be found, in `robust` nothing must fail; both are left out of the other figures.
"""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

APART = ("negative", "robust")
SHOWN = 10


@dataclass(frozen=True)
class Quality:
    """Shares from 0 to 1.

    Attributes:
        queries: how many were judged.
        success: of them, those whose first page is one wanted.
        ndcg: normalised discounted cumulated gain of the ten first (Järvelin and Kekäläinen, 2002).
        nonsense, silent: how many queries mean nothing, and the share of them that found nothing.
        asked, failed: how many queries in all, and how many of them made the search fail.
    """

    queries: int
    success: float
    ndcg: float
    nonsense: int
    silent: float
    asked: int
    failed: int


def read_gold(path: Path, content: Path) -> list[dict[str, Any]]:
    """The queries about one content folder: those of the corpus named as its parent folder, or all if there is none."""
    every: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    own = [entry for entry in every if entry.get("corpus") == content.resolve().parent.name]
    return own or every


def read_ids(content: Path) -> dict[str, str]:
    """Page's slug → its name in the gold, where `ids.json` stands beside the content folder."""
    path = content.resolve().parent / "ids.json"
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found


def judge(gold: Sequence[Mapping[str, Any]], found: Mapping[str, Sequence[str] | None], ids: Mapping[str, str]) -> Quality:
    """Score what was found.

    Args:
        gold: the queries and their judgements.
        found: query → addresses of pages, such as `/acteurs/caf/`, the best first; None when the search failed.
        ids: page's slug → its name in the gold.
    """
    success, gains, silent, failed = [], [], [], 0
    for entry in gold:
        answer = found[entry["query"]]
        failed += answer is None
        names = [ids.get(page.strip("/").rpartition("/")[2], page.strip("/")) for page in answer or ()]
        if entry["class"] == "negative":
            silent.append(answer == [])
        elif entry["class"] not in APART:
            success.append(bool(names) and entry["judgements"].get(names[0], 0) == 2)
            gains.append(ndcg(entry["judgements"], names[:SHOWN]))
    return Quality(len(success), mean(success), mean(gains), len(silent), mean(silent), len(gold), failed)


def ndcg(judgements: Mapping[str, int], names: Sequence[str]) -> float:
    """From 0 to 1: gain 2^grade - 1, discounted by log2(1 + rank)."""

    def gain(grades: Sequence[int]) -> float:
        return math.fsum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))

    best = gain(sorted(judgements.values(), reverse=True)[:SHOWN])
    return gain([judgements.get(name, 0) for name in names]) / best if best else 0.0


def mean(values: Sequence[float]) -> float:
    """Arithmetic mean; 1 of nothing, for nothing went wrong."""
    return statistics.fmean(values) if values else 1.0
