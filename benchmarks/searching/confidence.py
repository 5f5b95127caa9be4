"""Questions that something here answers, and others → the weights by which the search tells them apart.

    python -m benchmarks.searching.confidence SITE

fits a logistic regression (Cox, « The regression analysis of binary sequences », 1958) on the questions of `asked.yaml`, asked
of the built site SITE, and writes the weights in `theme/static/js/search/confidence.js`.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from plugins.search.command import ROOT, told_by

ASKED = Path(__file__).with_name("asked.yaml")
SCRIPT = ROOT / "theme" / "static" / "js" / "search" / "confidence.js"
NAMES = ("score", "share", "elsewhere", "words", "coverage")
# To be silent on a question that something answers is worse than to answer one about something else.
SILENCE_COSTS = 4.0
STEPS, RATE, SHRINK = 6_000, 0.5, 0.005
Signs = Mapping[str, float]


@dataclass(frozen=True)
class Told:
    """What the engine knows of one question.

    Attributes:
        signs: what `confidence.js` weighs; None when no need holds a word of it.
        without: addresses that answer when nothing is sure.
        within: addresses that answer when something is, for each set of limits, those of the site first.
    """

    signs: Signs | None
    without: Sequence[str]
    within: Sequence[Sequence[str]]


def tell(site: Path, queries: Sequence[str]) -> list[Told]:
    """Ask the engine of a built site.

    Raises:
        FileNotFoundError: the site has no index, or Node.js is missing.
        subprocess.CalledProcessError: the engine failed.
    """
    told: list[dict[str, Any]] = told_by(Path(__file__).with_name("signs.js"), site, queries)
    return [Told(one.get("signs"), one["without"], one["within"]) for one in told]


def fit(here: Sequence[Signs], elsewhere: Sequence[Signs]) -> dict[str, float]:
    """The weights of each sign, and `bias`: both kinds of questions count as much, however many there are of each.

    Args:
        here: of questions that something answers.
        elsewhere: of the others.
    """
    rows = [(vector(signs), 1.0, SILENCE_COSTS / len(here)) for signs in here]
    rows += [(vector(signs), 0.0, 1 / len(elsewhere)) for signs in elsewhere]
    middle = [sum(values) / len(rows) for values in zip(*(values for values, _, _ in rows), strict=True)]
    spread = [
        math.sqrt(sum((values[rank] - middle[rank]) ** 2 for values, _, _ in rows) / len(rows)) or 1.0
        for rank in range(len(NAMES))
    ]
    scaled = [
        ([1.0, *((value - mean) / width for value, mean, width in zip(values, middle, spread, strict=True))], wanted, cost)
        for values, wanted, cost in rows
    ]
    weights = [0.0] * (len(NAMES) + 1)
    for _ in range(STEPS):
        slope = [0.0, *(SHRINK * weight for weight in weights[1:])]
        for values, wanted, cost in scaled:
            missed = cost * (1 / (1 + math.exp(-dot(weights, values))) - wanted)
            slope = [known + missed * value for known, value in zip(slope, values, strict=True)]
        weights = [weight - RATE * step for weight, step in zip(weights, slope, strict=True)]
    own = [weight / width for weight, width in zip(weights[1:], spread, strict=True)]
    return {"bias": weights[0] - dot(own, middle), **dict(zip(NAMES, own, strict=True))}


def vector(signs: Signs) -> list[float]:
    """The signs in order, as `confidence.js` weighs them."""
    return [math.log1p(signs[name]) if name == "words" else signs[name] for name in NAMES]


def dot(first: Sequence[float], second: Sequence[float]) -> float:
    """The sum of the products."""
    return sum(one * other for one, other in zip(first, second, strict=True))


def is_confident(signs: Signs | None, weights: Mapping[str, float]) -> bool:
    """What `confidence.js` answers; a question of which no need holds a word has no signs, and is not judged."""
    return signs is None or weights["bias"] + dot([weights[name] for name in NAMES], vector(signs)) >= 0


def written(weights: Mapping[str, float], script: str) -> str:
    """The text of `confidence.js` with other weights."""
    text = ", ".join(f"{name}: {value:.2f}" for name, value in weights.items())
    return re.sub(r"(?<=WEIGHTS = \{ )[^}]*(?= \};)", text, script)


def weights_of(script: str) -> dict[str, float]:
    """The weights that stand in the text of `confidence.js`."""
    return {
        name: float(value)
        for name, value in re.findall(r"(\w+): (-?[\d.]+)[,}\s]", script[script.index("WEIGHTS = {") :].partition("}")[0] + " ")
    }


def main(site: Path) -> None:
    """Fit and write."""
    asked = yaml.safe_load(ASKED.read_text(encoding="utf-8"))
    here, elsewhere = ([one.signs for one in tell(site, asked[kind]) if one.signs] for kind in ("here", "elsewhere"))
    weights = fit(here, elsewhere)
    SCRIPT.write_text(written(weights, SCRIPT.read_text(encoding="utf-8")), encoding="utf-8")
    kept, silent = (
        sum(is_confident(signs, weights) is wanted for signs in all_) / len(all_)
        for all_, wanted in ((here, True), (elsewhere, False))
    )
    print(f"{weights}\nkept {kept:.3f}, silent {silent:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
