"""What a run took, room by room."""

from __future__ import annotations

import signal
import sys
import time
from types import FrameType
from typing import Any

import pytest

from plugins.building import timings
from plugins.building.timings import ELSEWHERE, LOADING, PELICAN, PLUGINS, Timings, room_of, table, told_when


def frames(*files: str) -> FrameType:
    """Code of these files, each called by the one before it."""
    caught: list[FrameType] = []
    names: dict[str, Any] = {"look": lambda: caught.append(sys._getframe(1))}
    call = names["look"]
    for file in reversed(files):
        space = {"call": call}
        exec(compile("def run():\n    call()\n", file, "exec"), space)
        call = space["run"]
    call()
    return caught[0]


@pytest.mark.parametrize(
    ("files", "room"),
    [
        pytest.param((f"{PLUGINS}/site.py", f"{PLUGINS}/search/index.py"), "search", id="the innermost room"),
        pytest.param((f"{PLUGINS}/search/index.py", "/lib/json/encoder.py"), "search", id="a library is charged to its caller"),
        pytest.param((f"{PLUGINS}/building/plugin.py", "/x/site-packages/pelican/writers.py"), PELICAN, id="Pelican for itself"),
        pytest.param((f"{PLUGINS}/parts.py", "<frozen importlib._bootstrap>", "/lib/re.py"), LOADING, id="what is loaded"),
        pytest.param((f"{PLUGINS}/site.py",), "site.py", id="the table of contents"),
        pytest.param(("/bin/inv",), ELSEWHERE, id="none of these"),
    ],
)
def test_a_moment_is_charged_to_one_room(files: tuple[str, ...], room: str) -> None:
    assert room_of(frames(*files)) == room


def test_the_seconds_of_all_rooms_are_those_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((3.0, 11.0))
    monkeypatch.setattr(time, "process_time", lambda: next(clock))
    one = Timings()
    with one.watching():
        for file, looks in (("search/index.py", 3), ("model/loading.py", 1)):
            frame = frames(f"{PLUGINS}/{file}")
            for _ in range(looks):
                one._look(0, frame)
        signal.setitimer(signal.ITIMER_PROF, 0)
    assert one.seconds == {"search": 6.0, LOADING: 3.0, "model": 2.0}
    assert table(one.seconds).splitlines()[-1].split() == ["en", "tout", "11,00", "s", "100", "%"]


def test_the_clock_is_stopped_and_the_table_written_even_when_the_run_fails(capsys: pytest.CaptureFixture[str]) -> None:
    handled = signal.getsignal(signal.SIGPROF)
    with pytest.raises(ZeroDivisionError), told_when(wanted=True):
        1 / 0  # noqa: B018 — it only has to fail
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert signal.getsignal(signal.SIGPROF) == handled
    assert "en tout" in capsys.readouterr().err


def test_nothing_is_written_unless_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with told_when(wanted=False):
        pass
    assert capsys.readouterr().err == ""


def test_a_system_without_such_a_clock_says_what_was_loaded_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(timings.signal, "setitimer")
    one = Timings()
    with one.watching():
        pass
    assert list(one.seconds) == [LOADING]
