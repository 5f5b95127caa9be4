"""Which tasks of a browser's trace hold a page: those of its own thread, but not those of the program that measures."""

from __future__ import annotations

from typing import Any

from benchmarks.searching.tasks import of_trace

PAGE, OTHER = 7, 8


def event(name: str, begin: int, lasts: int, *, thread: int = PAGE, url: str = "") -> dict[str, Any]:
    """One event of a trace, in milliseconds, as Chromium writes it."""
    return {
        "name": name,
        "ph": "X",
        "pid": 1,
        "tid": thread,
        "ts": begin * 1000,
        "dur": lasts * 1000,
        "tdur": lasts * 1000,
        "args": {"data": {"url": url}},
    }


def script(begin: int, lasts: int, url: str = "https://exemple.fr/site.js") -> dict[str, Any]:
    return event("EvaluateScript", begin, lasts, url=url)


def found(*events: dict[str, Any]) -> list[tuple[float, str]]:
    """What is told of a page whose own script runs first."""
    return [(task.spent, task.work) for task in of_trace("marche", [event("RunTask", 0, 9), script(1, 8), *events])][1:]


def test_a_task_is_named_by_what_takes_most_of_it() -> None:
    assert found(event("RunTask", 10, 70), event("Layout", 11, 40), event("Paint", 60, 5)) == [(70, "Layout")]


def test_a_task_within_a_task_counts_once() -> None:
    assert found(event("ThreadControllerImpl::RunTask", 10, 70), event("RunTask", 11, 68), script(12, 60)) == [
        (70, "EvaluateScript")
    ]


def test_what_another_thread_does_holds_no_page() -> None:
    assert found(event("RunTask", 10, 70, thread=OTHER)) == []


def test_the_scripts_of_the_measuring_program_are_not_the_pages() -> None:
    assert found(event("RunTask", 10, 70), script(11, 60, url="")) == []


def test_a_trace_without_a_script_of_a_page_says_nothing() -> None:
    assert list(of_trace("marche", [event("RunTask", 0, 90), script(1, 80, url="")])) == []
