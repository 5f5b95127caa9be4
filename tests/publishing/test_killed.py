"""Whenever a run is killed, a site is there, and the next verb makes it whole."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.publishing import exchange
from plugins.publishing.marks import Product
from plugins.publishing.swap import aside, check_target, put_back
from tests.publishing.folders import PAGES, files, names, publish, write

FORK = multiprocessing.get_context("fork")
CALLS = frozenset(("open", "os.rename", "os.link", "os.mkdir", "os.rmdir", "os.remove", "os.chmod", "os.scandir"))


def _killed(number: int, act: Callable[[], object]) -> None:
    """Run in a child, which dies before its nth call to the file system."""
    calls = 0

    def count(event: str, _: object) -> None:
        nonlocal calls
        if event in CALLS:
            calls += 1
            if calls == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    act()


@pytest.mark.parametrize(
    "parts",
    [pytest.param((), id="one list of files"), pytest.param(("comite",), id="a folder in it has a list of its own")],
)
def test_a_kill_before_any_call_leaves_a_site_that_the_next_verb_makes_whole(
    tmp_path: Path, way: str, parts: tuple[str, ...]
) -> None:
    site, notes = tmp_path / "site", {"notes.txt": "à moi"}
    old = PAGES | {"vieux.html": "vieux", "comite/vieux.html": "vieux"}
    new = {"index.html": "nouveau", "neuf.html": "neuf", "comite/neuf.html": "neuf"}
    site.mkdir()
    done = []
    for number in range(1, 1000):
        publish(site, old, parts=parts)
        write(site, notes)
        child = FORK.Process(target=_killed, args=(number, lambda: publish(site, new, parts=parts)))
        child.start()
        child.join()
        if way != "two renames":
            assert (site / "index.html").is_file(), f"call {number}"
        put_back(site)
        found = {name: text for name, text in files(site).items() if not name.startswith(".neuf/")}
        assert found in (old | notes, new | notes), f"call {number}"
        done.append(found == new | notes)
        if child.exitcode == 0:
            break
    assert child.exitcode == 0
    assert done == sorted(done), "before some call it is the old site, from then on the new one"
    assert (done[0], done[-1]) == (False, True)
    publish(site, old, parts=parts)
    assert names(tmp_path) == ["site"]
    assert files(site) == old | notes


@pytest.mark.parametrize(
    "verb",
    [
        pytest.param(put_back, id="one that reads it"),
        pytest.param(lambda site: list(check_target(site, Product.KEY, Path("content"))), id="one that writes another kind"),
        pytest.param(lambda site: aside(site, Product.SITE).__enter__(), id="one that writes it"),
    ],
)
def test_a_folder_on_its_way_out_comes_back_with_any_verb(tmp_path: Path, verb: Callable[[Path], object]) -> None:
    publish(tmp_path / "site", PAGES)
    (tmp_path / "site").rename(tmp_path / ".site.ancien")
    (tmp_path / ".site.neuf").mkdir()
    kept = verb(tmp_path / "site")
    assert files(tmp_path / "site") == PAGES
    del kept


def test_a_run_that_goes_on_is_not_disturbed(tmp_path: Path) -> None:
    with aside(tmp_path / "site", Product.SITE) as work:
        (tmp_path / ".site.ancien").mkdir()
        put_back(tmp_path / "site")
        assert not (tmp_path / "site").exists()
        assert work.folder.is_dir()


def test_the_root_of_the_system_is_left_alone() -> None:
    put_back(Path("/"))


def _slow_build(target: Path, name: str) -> None:
    with aside(target, Product.SITE) as work:
        for number in range(5):
            (work.folder / f"{number}.html").write_text(name)
            time.sleep(0.02)
        work.publish()


def test_two_builds_at_once_publish_one_after_the_other(tmp_path: Path) -> None:
    target = tmp_path / "site"
    processes = [FORK.Process(target=_slow_build, args=(target, name)) for name in ("a", "b")]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert names(tmp_path) == ["site"]
    assert len({path.read_text() for path in target.glob("*.html")}) == 1
    assert len(list(target.glob("*.html"))) == 5


def test_a_system_without_locks_publishes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "fcntl", None)
    publish(tmp_path / "site", PAGES)
    publish(tmp_path / "site", PAGES)
    assert files(tmp_path / "site") == PAGES
