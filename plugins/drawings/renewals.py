"""How fresh each sheet is → in which month sheets must be looked at again, and how far each was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.alliance.freshness import Freshness
from plugins.drawings.svg import Drawing, Shape, path, shape, text
from plugins.text.dates import full_date
from plugins.text.typesetting import sentence_case

STATUSES = ("amorce", "relue", "validee")
# Months drawn one by one; what comes after them stands in one row.
HORIZON = 18
# Signs in one row at most; above, each stands for several sheets.
_MOST_SIGNS = 44
_FOLDED = 3
WIDTH = 340
_DOTS, _STEP, _PER_LINE = 150, 17, 11


@dataclass(frozen=True)
class Share:
    """Sheets of one row that are alike; `moves`: networks and trades, else institutions and bodies."""

    moves: bool
    status: str
    count: int


@dataclass(frozen=True)
class Span:
    """One row.

    Attributes:
        first, last: first days of its months, the same for one month; None: `first` for what is late, `last` for what is later.
        shares: what is due; empty for months in which nothing is.
    """

    first: date | None
    last: date | None
    shares: tuple[Share, ...]

    @property
    def count(self) -> int:
        """How many sheets."""
        return sum(share.count for share in self.shares)


@dataclass(frozen=True)
class Renewals:
    """The facts of the drawing; each sign stands for `each` sheets."""

    spans: tuple[Span, ...]
    each: int

    @property
    def total(self) -> int:
        """All sheets."""
        return sum(span.count for span in self.spans)


def renewals(sheets: Iterable[Freshness], today: date) -> Renewals:
    """Count the sheets by month.

    Args:
        sheets: every sheet.
        today: the day of the build; a sheet due that day is late.
    """
    counted: dict[date | None, Counter[tuple[bool, str]]] = {}
    last_month = _month(today, HORIZON)
    late: Counter[tuple[bool, str]] = Counter()
    for sheet in sheets:
        kind = (sheet.moves, str(sheet.actor.record.statut))
        if sheet.due <= today:
            late[kind] += 1
        else:
            month = sheet.due.replace(day=1)
            counted.setdefault(month if month <= last_month else None, Counter())[kind] += 1
    spans = [Span(None, today, _shares(late))] if late else []
    months = [month for month in counted if month]
    spans += _folded(counted, today, max(months)) if months else []
    if None in counted:
        spans.append(Span(_month(last_month, 1), None, _shares(counted[None])))
    most = max((span.count for span in spans), default=0)
    return Renewals(tuple(spans), max(1, -(-most // _MOST_SIGNS)))


def _folded(counted: dict[date | None, Counter[tuple[bool, str]]], today: date, until: date) -> Iterator[Span]:
    """Month by month; three months or more without anything are one row."""
    empty: list[date] = []
    month = _month(today, 0)
    while month <= until:
        if month in counted:
            yield from _blank(empty)
            empty = []
            yield Span(month, month, _shares(counted[month]))
        else:
            empty.append(month)
        month = _month(month, 1)


def _blank(months: list[date]) -> Iterator[Span]:
    if len(months) >= _FOLDED:
        yield Span(months[0], months[-1], ())
    else:
        yield from (Span(month, month, ()) for month in months)


def _shares(counter: Counter[tuple[bool, str]]) -> tuple[Share, ...]:
    return tuple(
        Share(moves, status, counter[moves, status]) for moves in (False, True) for status in STATUSES if counter[moves, status]
    )


def _month(day: date, after: int) -> date:
    years, month = divmod(day.month - 1 + after, 12)
    return date(day.year + years, month + 1, 1)


def span_name(span: Span) -> str:
    """« mai 2027 », « de juin à octobre 2027 », « en retard », « à partir de juin 2028 »."""

    def month(day: date) -> str:
        return full_date(day).partition("\u00a0")[2]

    if span.first is None:
        return "en retard"
    if span.last is None:
        return f"dès {month(span.first)}"
    if span.first == span.last:
        return month(span.first)
    first = month(span.first)
    if span.first.year == span.last.year:
        first = first.partition("\u00a0")[0]
    return f"{first} à {month(span.last)}"


def drawing(found: Renewals) -> Drawing:
    """One row a month; squares are institutions, which stay, circles networks, which move."""
    shapes: list[Shape] = []
    y = 0.0
    for span in found.spans:
        signs = [share for share in span.shares for _ in range(-(-share.count // found.each))]
        height = max(1, -(-len(signs) // _PER_LINE)) * 19 + 9
        if y:
            shapes.append(shape("path", kind="drawing-rule", d=path("M", 0, y, "H", WIDTH)))
        late = " drawing-late" if span.first is None else ""
        shapes.append(text([sentence_case(span_name(span))], 0, y + 19, f"drawing-legend drawing-legend--start{late}"))
        if span.count:
            shapes.append(text([str(span.count)], _DOTS - 12, y + 19, f"drawing-count{late}"))
        else:
            shapes.append(text(["aucune"], WIDTH, y + 19, "drawing-note drawing-note--end"))
        for rank, share in enumerate(signs):
            line, column = divmod(rank, _PER_LINE)
            shapes += _sign(share, _DOTS + 8 + column * _STEP, y + 14 + line * 19, late)
        y += height
    return Drawing(WIDTH, round(y + 1), tuple(shapes))


def _sign(share: Share, x: float, y: float, late: str) -> Iterator[Shape]:
    kind = f"drawing-sheet drawing-sheet--{share.status}{late}"
    if share.moves:
        yield shape("circle", kind=kind, cx=x, cy=y, r=6)
        if share.status == "relue":
            yield shape("path", kind=f"drawing-half{late}", d=path("M", x, y - 6, "A", 6, 6, 0, 0, 0, x, y + 6, "Z"))
    else:
        yield shape("rect", kind=kind, x=x - 6, y=y - 6, width=12, height=12)
        if share.status == "relue":
            yield shape("path", kind=f"drawing-half{late}", d=path("M", x, y - 6, "H", x - 6, "V", y + 6, "H", x, "Z"))
