"""The content → what is still open, who has to do what, and what changed from one meeting to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.followup.deadlines import due
from plugins.followup.trace import Key, born
from plugins.model.content import Content, Document
from plugins.model.ends import successors
from plugins.model.items import Item, Question
from plugins.model.meeting import Meeting
from plugins.model.orders import newest_first, oldest_first, ordered
from plugins.model.records import Need, Page
from plugins.model.sessions import before, held_after
from plugins.model.step import STOPPED, Step

_ENDED = frozenset(("fait", "abandonne", "suspendu", "remplace", "renvoye"))
_OVER = STOPPED | {"en-place"}
# The lists that a meeting opens: what is asked, what is proposed, what is to follow.
_OPENED = ("questions", "propositions", "suites")


@dataclass(frozen=True)
class OpenQuestion:
    """A question without answer, and the pages that work on it."""

    meeting: Document[Meeting]
    question: Question
    worked_on: tuple[Document[Page], ...]


@dataclass(frozen=True)
class Duty:
    """What is to be done.

    Attributes:
        text: of what is to follow, or the title of the step.
        url: address under the site's root, with the entry's anchor.
        state: a code of the labels' table `table`; empty when nobody said.
        table: `suite` or `avancement`.
        deadline: as the minutes say it, or nothing.
        carriers, helpers: slugs of who is charged with it, and with whom.
        proposed: whether a meeting only proposed it.
        due: the last day on which the deadline is kept, when its words name one.
        overdue: whether that day is over.
        meeting: that agreed on it; None for an action of the road map.
    """

    text: str
    url: str
    state: str
    table: str
    deadline: str
    carriers: tuple[str, ...]
    helpers: tuple[str, ...]
    proposed: bool = False
    due: date | None = None
    overdue: bool = False
    meeting: Document[Meeting] | None = None


@dataclass(frozen=True)
class Expected:
    """What one actor is waited for.

    Attributes:
        duties: that it carries, or in which it takes part.
        needs: that wait for its answer.
        questions: that it asked and nobody has answered.
    """

    duties: tuple[Duty, ...] = ()
    needs: tuple[Document[Need], ...] = ()
    questions: tuple[OpenQuestion, ...] = ()


@dataclass(frozen=True)
class Moved:
    """A step whose progress a meeting changed; `before` is empty when it begins there."""

    step: Document[Step]
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """What one meeting changed.

    Attributes:
        meeting: the meeting.
        previous: the one before it, of the same body.
        opened: (key of the list, entries) that it opened; no empty list.
        answered: (meeting, question) that it answered.
        moved: steps whose progress it changed.
    """

    meeting: Document[Meeting]
    previous: Document[Meeting] | None
    opened: tuple[tuple[str, tuple[Item, ...]], ...]
    answered: tuple[tuple[Document[Meeting], Question], ...]
    moved: tuple[Moved, ...]


def open_questions(content: Content) -> tuple[OpenQuestion, ...]:
    """Questions that no meeting answered, newest meeting first, in the order of the minutes."""
    consequences = born(content)
    return tuple(
        OpenQuestion(meeting, question, _steps(consequences, (meeting.slug, question.id or "")))
        for meeting in newest_first(content.meetings.values())
        for question in meeting.record.questions
        if question.open
    )


def _steps(consequences: Mapping[Key, tuple[Document[Page], ...]], key: Key) -> tuple[Document[Page], ...]:
    found = consequences.get(key, ())
    return tuple(one for one in found if isinstance(one.record, Step))


def expected(content: Content, today: date) -> dict[str, Expected]:
    """By the slug of an actor, what others wait for from it; nobody who is waited for nothing."""
    to_do: dict[str, list[Duty]] = defaultdict(list)
    for duty in duties(content, today):
        for slug in dict.fromkeys((*duty.carriers, *duty.helpers)):
            to_do[slug].append(duty)
    needs: dict[str, list[Document[Need]]] = defaultdict(list)
    for need in ordered(content.needs.values()):
        for slug in need.record.attendus:
            needs[slug].append(need)
    asked: dict[str, list[OpenQuestion]] = defaultdict(list)
    for one in open_questions(content):
        if one.question.acteur:
            asked[one.question.acteur].append(one)
    return {
        slug: Expected(tuple(to_do[slug]), tuple(needs[slug]), tuple(asked[slug]))
        for slug in content.living
        if slug in to_do or slug in needs or slug in asked
    }


def changes(content: Content) -> tuple[Change, ...]:
    """One for each meeting, newest first."""
    found = []
    for meeting in oldest_first(content.meetings.values()):
        opened = ((key, tuple(meeting.record.items()[key])) for key in _OPENED)
        found.append(
            Change(
                meeting,
                before(content, meeting),
                tuple((key, items) for key, items in opened if items),
                tuple(_answered(content, meeting)),
                tuple(_moved(content, meeting)),
            )
        )
    return tuple(reversed(found))


def duties(content: Content, today: date) -> Iterator[Duty]:
    """What meetings agreed or proposed, then the actions; what an action took over is said once, by the action."""
    consequences = born(content)
    following = _following(content)
    for meeting in newest_first(content.meetings.values()):
        for item in meeting.record.suites:
            steps = _steps(consequences, (meeting.slug, item.id or ""))
            taken_over = any(isinstance(step.record, Step) and step.record.nature == "action" for step in steps)
            if item.etat not in _ENDED and not taken_over:
                last = item.date or due(item.echeance or "", meeting.record.date, following.get(meeting.slug))
                yield Duty(
                    text=item.texte,
                    url=meeting.url + (f"#{item.id}" if item.id else ""),
                    state=item.etat or "",
                    table="suite",
                    deadline=item.echeance or "",
                    carriers=_today(content, item.porteurs),
                    helpers=_today(content, item.avec),
                    proposed=item.statut == "proposee",
                    due=last,
                    overdue=last is not None and last < today,
                    meeting=meeting,
                )
    for step in ordered(content.steps.values()):
        record = step.record
        if record.nature == "action" and record.avancement not in _OVER:
            carriers, helpers = _today(content, record.porteurs), _today(content, record.avec)
            late = record.date is not None and record.date < today
            words = record.echeance or ""
            yield Duty(
                record.titre, step.url, record.avancement, "avancement", words, carriers, helpers, False, record.date, late
            )


def _today(content: Content, slugs: Iterable[str]) -> tuple[str, ...]:
    """Who is charged today: those that closed gave what they had to do to whom took over, or to nobody."""
    return tuple(dict.fromkeys(one.slug for slug in slugs for one in successors(content, slug)))


def _following(content: Content) -> dict[str, date]:
    """By meeting, the day of the next one that its body held; until then, the one that it announced."""
    found: dict[str, date] = {}
    for meeting in content.meetings.values():
        later, ahead = held_after(content, meeting), meeting.record.prochaine_reunion
        if later or ahead:
            found[meeting.slug] = later.record.date if later else ahead.date if ahead else date.max
    return found


def _answered(content: Content, by: Document[Meeting]) -> Iterator[tuple[Document[Meeting], Question]]:
    for meeting in oldest_first(content.meetings.values()):
        for question in meeting.record.questions:
            if question.repondue_par == by.slug:
                yield meeting, question


def _moved(content: Content, at: Document[Meeting]) -> Iterator[Moved]:
    for step in content.steps.values():
        history = sorted(step.record.historique, key=lambda change: change.date)
        for rank, change in enumerate(history):
            if change.reunion == at.slug:
                yield Moved(step, history[rank - 1].avancement if rank else "", change.avancement)
