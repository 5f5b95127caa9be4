from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from plugins.cache.plain import again, plain


@dataclass(frozen=True)
class Stop:
    name: str
    metres: float


@dataclass(frozen=True)
class Line:
    number: int
    stops: tuple[Stop, ...]
    ends: tuple[str, Stop] | None = None
    since: date | None = None


def test_what_was_made_lists_of_is_the_same_again() -> None:
    line = Line(3, (Stop("Gare", 0.0), Stop("Halle", 412.5)), ("Halle", Stop("Halle", 412.5)))
    for one in (line, Line(4, ()), Line(5, (), since=date(2026, 2, 28))):
        assert again(Line, json.loads(json.dumps(plain(one)))) == one
