"""Words with their boxes → runs of words on one line, put in columns, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from plugins.importing.pieces import Box
from plugins.text.words import OBJECT

WIDE_GAP = 1.6  # heights of a letter: between two cells, not between two words, however justified
_SAME_START = 3.0  # points
_FEWEST = 4  # lines of a column on each side
_TAIL = 3  # heights of a letter, below the text of both columns, where the end of one may be a table
_FULL = 0.55  # of its column that a line of prose fills, in the middle of the list


@dataclass(frozen=True)
class Word:
    """Letters without a space, and how they look; `faint`: recognised in a picture, and hardly."""

    text: str
    box: Box
    size: float
    bold: bool
    faint: bool = False


@dataclass(frozen=True)
class Line:
    """Words that follow each other on one line of one column; `order`: its rank in the file."""

    words: tuple[Word, ...]
    order: int = 0

    @property
    def table(self) -> int | None:
        """The rank of the table in whose place it stands; None for a line of text."""
        text = self.words[0].text
        return int(text[1:]) if text.startswith(OBJECT) else None

    @property
    def box(self) -> Box:
        """The box of all words."""
        box = self.words[0].box
        for word in self.words[1:]:
            box = box.around(word.box)
        return box

    @property
    def size(self) -> float:
        """The height of most of its letters."""
        return median(word.size for word in self.words)


def runs_of(words: Iterable[Word]) -> list[Line]:
    """Words in the order of the file → runs of words on one line, cut at wide gaps."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [Line(tuple(run), order) for order, run in enumerate(runs)]


def _follows(last: Word, word: Word) -> bool:
    middle = (word.box.top + word.box.bottom) / 2
    gap = word.box.left - last.box.right
    return last.box.top <= middle <= last.box.bottom and -0.3 * last.size < gap < WIDE_GAP * max(last.size, word.size)


def ordered(runs: list[Line], reach: float) -> list[tuple[list[Line], float]]:
    """Columns in reading order, each with the right side of its place; what stands across two of them parts them."""
    if not runs:
        return []
    split = _split(runs)
    if split is None:
        return [(runs, reach)]
    left, right = split.sides
    above = [run for run in runs if run not in left and run not in right and run.box.top < split.top]
    below = [run for run in runs if run not in left and run not in right and run.box.top >= split.top]
    side = max(run.box.right for run in left)
    return [*ordered(above, reach), *ordered(left, side), *ordered(right, reach), *ordered(below, reach)]


@dataclass(frozen=True)
class _Split:
    """Where two columns stand beside each other."""

    top: float
    sides: tuple[list[Line], list[Line]]


def _split(runs: list[Line]) -> _Split | None:
    """The two columns of most lines; None when there are none."""
    left, right = min(run.box.left for run in runs), max(run.box.right for run in runs)
    starts = sorted(run.box.left for run in runs if run.box.left > left + 0.25 * (right - left))
    best: _Split | None = None
    for start in _clusters(starts):
        for band in _bands(runs, start):
            found = _written_apart(band, start, left, right) or _columns(band, start, left, right)
            if found and (best is None or len(found.sides[1]) > len(best.sides[1])):
                best = found
    return best


def _written_apart(band: list[Line], start: float, left: float, right: float) -> _Split | None:
    """Columns that the file itself writes one after the other; rows of a table come cell by cell."""
    ordered = sorted((run for run in band if not _is_mark(run) and run.table is None), key=lambda run: run.order)
    groups = [(side, list(own)) for side, own in groupby(ordered, key=lambda run: run.box.left >= start - _SAME_START)]
    best: _Split | None = None
    full = _full(band, start, left, right)
    above = _top_of([run for run in band if run.box.left >= start - _SAME_START], full[0]) - full[0].size if full else 0.0
    if any(_width(run) >= 0.7 * (start - left) for run in band if run.box.left < start - _SAME_START and run.box.top < above):
        above = 0.0
    for (first_side, whole_first), (_, whole_second) in pairwise(groups):
        # Names and organisations that stand beside each other above are no part of the columns.
        first, second = ([run for run in own if run.box.top >= above] for own in (whole_first, whole_second))
        if first_side or not _has_prose(first, start - left) or not _has_prose(second, right - start):
            continue
        if best and len(second) <= len(best.sides[1]):
            continue
        top, bottom = min(run.box.top for run in (*first, *second)), max(run.box.bottom for run in (*first, *second))
        loose = [
            run for run in band
            if (_is_mark(run) and top <= run.box.bottom and run.box.top <= bottom)
            or (run.table is not None and top <= run.box.bottom and run.box.top <= bottom + _TAIL * run.size)
        ]  # fmt: skip
        sides = (
            [run for run in loose if run.box.left < start - _SAME_START],
            [run for run in loose if run.box.left >= start - _SAME_START],
        )
        best = _Split(top, ([*first, *sides[0]], [*second, *sides[1]]))
    return best


def _has_prose(runs: list[Line], width: float) -> bool:
    return len(runs) > 1 and sum(_width(run) >= 0.7 * width for run in runs) >= min(3, len(runs) - 1)


def _columns(band: list[Line], start: float, left: float, right: float) -> _Split | None:
    """The columns of a band of lines that none crosses; None where one side is no prose."""
    own = sorted((run for run in band if run.box.left >= start - _SAME_START and not _is_mark(run)), key=lambda run: run.box.top)
    full = _full(band, start, left, right)
    if not full:
        return None
    top = _top_of(own, full[0]) - 0.6 * band[0].size
    after = [run for run in band if run.box.left >= start - _SAME_START and run.box.top >= top]
    bottom = max(run.box.bottom for run in after)
    beside = sorted(
        (run for run in band if run.box.left < start - _SAME_START and run.box.top >= top), key=lambda run: run.box.top
    )
    before: list[Line] = []
    for run in beside:
        # Under both columns, after a gap, the page goes on whole.
        if before and run.box.top > bottom and run.box.top - before[-1].box.bottom > 1.2 * run.size:
            break
        before.append(run)
    if not _is_prose(before, start - left) or not _is_prose(after, right - start):
        return None
    return _Split(top, (before, after))


def _full(band: list[Line], start: float, left: float, right: float) -> list[Line]:
    """The lines of the right column that fill it, with another under them and prose beside them."""
    # Names and organisations may stand beside each other above: prose begins where a full line has another under it.
    own = sorted((run for run in band if run.box.left >= start - _SAME_START and not _is_mark(run)), key=lambda run: run.box.top)
    lefts = [run.box for run in band if run.box.left < start - _SAME_START and _width(run) >= 0.7 * (start - left)]
    return [
        run for run, under in pairwise([*own, *own[-1:]])
        if _width(run) >= 0.7 * (right - start)
        and (run.table is not None or (_width(under) >= 0.5 * (right - start) and under.box.top - run.box.bottom < 0.8 * run.size))
        and any(box.top < run.box.bottom + 3 * run.size and box.bottom > run.box.top - 3 * run.size for box in lefts)
    ]  # fmt: skip


def _top_of(own: list[Line], full: Line) -> float:
    """The top of a column, of which the end of a paragraph may stand above its first full line."""
    top = full.box.top
    for run in reversed([run for run in own if run.box.top < top]):
        if top - run.box.top > 2.2 * run.size or abs(run.box.left - full.box.left) > _SAME_START:
            break
        top = run.box.top
    return top


def _is_mark(run: Line) -> bool:
    return run.table is None and len(run.words) == 1 and len(run.words[0].text) <= 3


def _width(run: Line) -> float:
    return run.box.right - run.box.left


def _is_prose(runs: list[Line], width: float) -> bool:
    """Whether most lines that are more than a mark fill their column."""
    widths = [_width(run) for run in runs if not _is_mark(run)]
    return len(widths) >= _FEWEST and median(widths) >= _FULL * width


def _clusters(starts: Sequence[float]) -> list[float]:
    """Places at which lines begin."""
    found: list[float] = []
    for start in starts:
        if not found or start - found[-1] > _SAME_START:
            found.append(start)
    return found


def _bands(runs: list[Line], start: float) -> list[list[Line]]:
    """Lines down the page, parted by those that cross the place where a column would start."""
    bands: list[list[Line]] = [[]]
    for run in sorted(runs, key=lambda run: run.box.top):
        if run.box.left < start - _SAME_START and run.box.right > start - 1:
            bands.append([])
        else:
            bands[-1].append(run)
    return [band for band in bands if len(band) >= 2 * _FEWEST]
