"""Questions come in, the tasks that hold a slow telephone's page go out: their processor time, read in Chromium's trace.

Walks of new visitors: the search page is opened without a question, which tells what any page of the site costs; it is opened at the
address of a question; the question is typed in the field of the header of the home page, key by key; the first result is then opened.
The time of a task is that of its thread, times how much slower the telephone is: what other programs take of the machine is not in
it. (`Emulation.setCPUThrottlingRate` holds the thread by a loop that counts as its work, and more of it on a busy machine.) What is
done for the measuring program (its own scripts, which have no address, and the empty page that it opens) is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import quote

from benchmarks.searching.browser import Visitors

LONG = 50.0
CATEGORIES = "toplevel,devtools.timeline,v8"
RUN = ("RunTask", "ThreadControllerImpl::RunTask")
SCRIPT = "EvaluateScript"
# Of a page that is made for nothing yet.
EMPTY_PAGE = "LocalWindowProxy::Initialize"
# Between two keys, in milliseconds; then what comes after the last one (an announcement, what is fetched for later).
KEY, AFTER = 60, 400
Event = Mapping[str, Any]


@dataclass(frozen=True)
class Task:
    """One task of the page's main thread.

    Attributes:
        walk: during which walk.
        spent: milliseconds of processor, of the slow one.
        work: what took most of it, as the trace calls it: `Layout`, `EvaluateScript`, `FunctionCall`…
    """

    walk: str
    spent: float
    work: str


def tasks(visitors: Visitors, queries: Sequence[str], slowed: int, walks: Sequence[str]) -> list[Task]:
    """The tasks of some walks for each question, the longest first.

    Args:
        visitors: of the site.
        queries: what is asked.
        slowed: how many times slower than this machine's the processor is taken to be.
        walks: which of `WALKS`.
    """
    found = [
        replace(task, spent=task.spent * slowed)
        for query in queries
        for name in walks
        for task in _walked(visitors, name, partial(WALKS[name], query=query))
    ]
    return sorted(found, key=lambda task: -task.spent)


def _look(page: Any, query: str) -> Iterator[None]:
    del query
    yield
    page.goto("/recherche/")
    _rest(page)


def _arrive(page: Any, query: str) -> Iterator[None]:
    yield
    page.goto(f"/recherche/?q={quote(query)}")
    _rest(page)


def _type(page: Any, query: str) -> Iterator[None]:
    page.goto("/")
    _rest(page)
    yield
    page.keyboard.press("/")
    page.keyboard.type(query, delay=KEY)
    _rest(page)


def _open(page: Any, query: str) -> Iterator[None]:
    for _ in _type(page, query):
        pass
    yield
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    _rest(page)


Walk = Callable[..., Iterator[None]]
WALKS: Mapping[str, Walk] = {
    "la page de recherche sans question": _look,
    "arrivée par l'adresse d'une question": _arrive,
    "frappe": _type,
    "ouverture du premier résultat": _open,
}


def _rest(page: Any) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(AFTER)


def _walked(visitors: Visitors, name: str, walk: Callable[[Any], Iterator[None]]) -> list[Task]:
    """What is after the first pause of a walk is traced."""
    events: list[Event] = []
    ended: list[bool] = []
    with visitors.one() as page:
        session = page.context.new_cdp_session(page)
        session.on("Tracing.dataCollected", lambda found: events.extend(found["value"]))
        session.on("Tracing.tracingComplete", lambda _: ended.append(True))
        steps = walk(page)
        next(steps)
        session.send("Tracing.start", {"categories": CATEGORIES, "transferMode": "ReportEvents"})
        next(steps, None)
        session.send("Tracing.end")
        while not ended:
            page.wait_for_timeout(50)
    return list(of_trace(name, events))


def of_trace(walk: str, events: Sequence[Event]) -> Iterator[Task]:
    """The tasks of a trace: those of the thread that runs the scripts of pages, but those of the measuring program.

    Args:
        walk: what is traced.
        events: of Chromium (« Trace Event Format »), times in microseconds.
    """
    threads = Counter((event["pid"], event["tid"]) for event in events if event["name"] == SCRIPT and _address(event))
    if not threads:
        return
    (main, _), *_ = threads.most_common(1)
    own = sorted((event for event in events if event.get("ph") == "X" and (event["pid"], event["tid"]) == main), key=_start)
    end = -1
    for rank, event in enumerate(own):
        # A task within another one is a part of it.
        if event["name"] not in RUN or event["ts"] < end:
            continue
        end = event["ts"] + event["dur"]
        within = [one for one in _until(own[rank + 1 :], end) if one["name"] not in RUN]
        if any(one["name"] == EMPTY_PAGE or (one["name"] == SCRIPT and not _address(one)) for one in within):
            continue
        longest = max(within, key=lambda one: one.get("tdur", 0), default=event)
        yield Task(walk, event.get("tdur", 0) / 1000, longest["name"])


def _until(events: Sequence[Event], end: float) -> Iterator[Event]:
    for event in events:
        if event["ts"] >= end:
            return
        yield event


def _start(event: Event) -> tuple[float, float]:
    return event["ts"], -event["dur"]


def _address(event: Event) -> str:
    return str(event.get("args", {}).get("data", {}).get("url", ""))
