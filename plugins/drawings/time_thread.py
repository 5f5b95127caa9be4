"""The facts of the time line → one thread, the newest day first: solid as far as something is known, dashed where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from plugins.drawings.measuring import is_cut, lines
from plugins.drawings.svg import Drawing, Shape, link, path, shape, text
from plugins.drawings.timeline import Event, Move, Timeline
from plugins.text.dates import full_date
from plugins.text.labels import label
from plugins.text.typesetting import plural, typeset

WIDTH = 340
_X = 10
_TEXT = 34
_ROOM = WIDTH - _TEXT - 4
_LINE = 20
_GAP = 46


def drawing(found: Timeline) -> Drawing:
    """From what is announced down to the oldest day, as lists of meetings go; the day of the build has its place among the others."""
    shapes: list[Shape] = []
    knots: list[tuple[float, bool]] = []  # where, and whether the thread that leaves downwards is solid
    y = 12.0
    for event in reversed(found.ahead):
        knots.append((y, False))
        y = _event(shapes, event, y) + _GAP / 2
    knots.append((y, False))
    y = _today(shapes, found, y)
    how_long, what = found.since, "sans rien de noté"
    for event in reversed(found.past):
        y = _elapsed(shapes, how_long, what, y)
        knots.append((y, bool(event.meetings or event.moves)))
        y = _event(shapes, event, y)
        how_long, what = event.elapsed, "plus tôt"
    return Drawing(WIDTH, round(y), (*_threads(knots), *shapes))


def moved(move: Move) -> str:
    """« 3 étapes proposées », and « 1 étape validée »."""
    return f"{plural(len(move.steps), 'étape')} {agreed(move.progress, len(move.steps))}"


def agreed(progress: str, count: int) -> str:
    """The state in the number of what it is said of: « proposées », « soumises à validation », « en place »."""
    words = typeset(label(progress, "avancement"))
    first, space, rest = words.partition(" ")
    return f"{first}s{space}{rest}" if count > 1 and first.endswith("e") else words


def _elapsed(shapes: list[Shape], how_long: str, what: str, y: float) -> float:
    """The room between two days, with how long it was."""
    if how_long:
        shapes.append(text([f"{how_long} {what}"], _TEXT, y + 14, "drawing-note"))
        return y + _GAP
    return y + _GAP / 2


def _event(shapes: list[Shape], event: Event, y: float) -> float:
    kind = "" if event.meetings else " drawing-milestone--announced" if event.announcing else " drawing-milestone--step"
    shapes.append(
        shape("circle", kind=f"drawing-milestone{kind}", cx=_X, cy=y, r=8 if event.meetings or event.announcing else 5.5)
    )
    shapes.append(text([full_date(event.day)], _TEXT, y + 5.5, "drawing-title"))
    y += _LINE + 5.5
    for meeting in event.meetings:
        y = _named(shapes, typeset(meeting.record.titre), meeting.url, y)
    for meeting in event.announcing:
        y = _named(shapes, "Réunion annoncée, sans compte rendu ici", meeting.url, y)
    for axis, moves in groupby(event.moves, key=lambda move: move.axis):
        y = _named(shapes, typeset(axis.record.titre) if axis else "Sans axe", axis.url if axis else "feuille-de-route/", y)
        for move in moves:
            shapes.append(text([moved(move)], _TEXT, y + 1, "drawing-note"))
            y += 24
    return y


def _named(shapes: list[Shape], words: str, url: str, y: float) -> float:
    drawn = lines(words, _ROOM, 16, most=3)
    height = 4 + _LINE * len(drawn)
    target = shape("rect", kind="drawing-target", x=_TEXT - 4, y=y - 18, width=_ROOM + 8, height=max(height, 30))
    shapes.append(link(url, target, text(drawn, _TEXT, y + 2, "drawing-name", _LINE), full=words if is_cut(drawn) else ""))
    return y + max(height, 30) + 2


def _today(shapes: list[Shape], found: Timeline, y: float) -> float:
    shapes.append(shape("path", kind="drawing-today", d=path("M", _X - 9, y, "H", _X + 9)))
    shapes.append(text([f"Aujourd’hui, {full_date(found.built)}"], _TEXT, y + 5.5, "drawing-title"))
    y += _LINE + 8
    if found.standing:
        shapes.append(text(["Où en sont les étapes de la feuille de route"], _TEXT, y, "drawing-note"))
        y += 24
        for state, count in found.standing:
            shapes += _standing(typeset(label(state, "avancement")), count, y)
            y += 30
    return y


def _standing(state: str, count: int, y: float) -> Iterator[Shape]:
    """One of the five states as a knot with the number of its steps."""
    yield shape("circle", kind="drawing-answered" if count else "drawing-awaited", cx=_TEXT + 13, cy=y, r=13)
    yield text([str(count)], _TEXT + 13, y + 5.3, "drawing-figure drawing-figure--on-full" if count else "drawing-figure")
    yield text([state], _TEXT + 36, y + 5.3, "drawing-legend drawing-legend--start")


def _threads(knots: list[tuple[float, bool]]) -> Iterator[Shape]:
    for (above, solid), (below, _) in pairwise(knots):
        kind = "" if solid else " drawing-time--uncertain"
        yield shape("path", kind=f"drawing-time{kind}", d=path("M", _X, above, "V", below))
