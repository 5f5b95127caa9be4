"""What is to be done and asked, in time: late, before the next meeting of each body, then the rest; a page for each older year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.diagnostics import Diagnostic
from plugins.followup.following import Duty, OpenQuestion, duties, open_questions
from plugins.model.content import Content
from plugins.model.next_meeting import NextMeeting, next_meetings
from plugins.model.sessions import recent
from plugins.model.values import add_months


@dataclass(frozen=True)
class Ahead:
    """What is to be done before the next meeting of a body, by what its own meetings agreed."""

    meeting: NextMeeting
    duties: tuple[Duty, ...]


@dataclass(frozen=True)
class Year:
    """What meetings of an older year left open, the last said first."""

    year: int
    duties: tuple[Duty, ...]
    questions: tuple[OpenQuestion, ...]

    @property
    def url(self) -> str:
        """Its address under the site's root."""
        return f"suivi/{self.year}/"


@dataclass(frozen=True)
class Agenda:
    """Everything that is open.

    Attributes:
        late: whose deadline is over, the last one first.
        ahead: one for each body that has a next meeting.
        rest: without a day, or for later.
        questions: without answer, newest meeting first.
        years: those older than the last twelve months of meetings, newest first.
        late_in_all, asked_in_all: how many there are, those of the older years included.
    """

    late: tuple[Duty, ...]
    ahead: tuple[Ahead, ...]
    rest: tuple[Duty, ...]
    questions: tuple[OpenQuestion, ...]
    years: tuple[Year, ...]
    late_in_all: int
    asked_in_all: int


def agenda(content: Content, today: date) -> Agenda:
    """Of what recent meetings said, and the road map; the rest by year.

    Args:
        content: names of persons masked.
        today: the day of the build.
    """
    new, known, asked = recent(content), tuple(duties(content, today)), open_questions(content)
    now = [duty for duty in known if duty.meeting is None or duty.meeting.slug in new]
    late = sorted((duty for duty in now if duty.overdue), key=lambda duty: duty.due or today, reverse=True)
    waiting = [duty for duty in now if not duty.overdue]
    ahead = tuple(Ahead(one, tuple(duty for duty in waiting if _before(duty, one))) for one in next_meetings(content, today))
    taken = {id(duty) for one in ahead for duty in one.duties}
    return Agenda(
        late=tuple(late),
        ahead=ahead,
        rest=tuple(duty for duty in waiting if id(duty) not in taken),
        questions=tuple(one for one in asked if one.meeting.slug in new),
        years=_years(known, asked, new),
        late_in_all=sum(1 for duty in known if duty.overdue),
        asked_in_all=len(asked),
    )


def check_overdue(content: Content, today: date) -> Iterator[Diagnostic]:
    """A warning for each meeting whose deadlines passed more than a year ago, and about which nothing is told.

    Args:
        content: what was read.
        today: the day of the build.
    """
    year_ago = add_months(today, -12)
    forgotten = [duty.meeting for duty in duties(content, today) if duty.meeting and duty.due and duty.due < year_ago]
    for slug, count in Counter(meeting.slug for meeting in forgotten).items():
        many = "suites restent ouvertes" if count > 1 else "suite reste ouverte"
        yield (
            content.meetings[slug]
            .place("suites")
            .warning(
                f"« suites » : {count} {many}, plus d'un an après l'échéance — dire dans suivi.yml ce qu'il en a été (fait, abandonne…)"
            )
        )


def _before(duty: Duty, meeting: NextMeeting) -> bool:
    """Whether a body is to hear of it at its next meeting; an action is of the first to meet."""
    of_body = duty.meeting is None or not set(meeting.bodies).isdisjoint(duty.meeting.record.bodies)
    return of_body and duty.due is not None and duty.due <= meeting.date


def _years(known: tuple[Duty, ...], asked: tuple[OpenQuestion, ...], new: frozenset[str]) -> tuple[Year, ...]:
    old = [(duty, duty.meeting) for duty in known if duty.meeting is not None and duty.meeting.slug not in new]
    questions = [one for one in asked if one.meeting.slug not in new]
    years = {meeting.record.date.year for _, meeting in old} | {one.meeting.record.date.year for one in questions}
    return tuple(
        Year(
            year,
            tuple(duty for duty, meeting in old if meeting.record.date.year == year),
            tuple(one for one in questions if one.meeting.record.date.year == year),
        )
        for year in sorted(years, reverse=True)
    )
