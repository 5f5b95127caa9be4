"""Windows and macOS: the site is the same where POSIX calls are missing, texts are written with other line ends and read in another
encoding unless the code says which."""

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.sample import CONTENT, DAY

ROOT = Path(__file__).parents[2]
# Takes from Python what Windows has not, then runs what it is asked: files that do not say their encoding or line ends are written as there.
WINDOWS = '''
import builtins, io, os, runpy, shutil, signal, subprocess, sys, tempfile, pathlib, sysconfig
import invoke.terminals  # asks the system itself, by its name

for name in ("fcntl", "resource", "pwd", "grp", "termios", "pty", "tty", "syslog", "readline", "posix_ipc"):
    sys.modules[name] = None
GONE = """geteuid getuid getgid getegid getpgid setsid setpgid killpg fork forkpty mkfifo mknod chown lchown link symlink_at nice
getloadavg uname statvfs sync chroot O_NOFOLLOW O_NONBLOCK O_DIRECTORY O_CLOEXEC O_SYNC O_NOCTTY sched_getaffinity posix_fadvise
getgroups initgroups lockf pread pwrite preadv"""
for name in GONE.split():
    if hasattr(os, name):
        delattr(os, name)
for name in ("setitimer", "getitimer", "alarm", "pause", "SIGPROF", "SIGALRM", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1", "ITIMER_PROF"):
    if hasattr(signal, name):
        delattr(signal, name)
plain = io.open

def opened(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if "b" not in mode:
        ours = not str(file).endswith((".pyc", ".py"))
        encoding = encoding or ("cp1252" if ours else "utf-8")
        if newline is None and not set(mode).isdisjoint("wax+"):
            newline = "\\r\\n"
    return plain(file, mode, buffering, encoding, errors, newline, closefd, opener)

io.open = builtins.open = opened
sys.argv = ["inv", *sys.argv[1:]]
runpy.run_module("invoke", run_name="__main__", alter_sys=True)
'''
BUILD = ["build", "--content", str(CONTENT), "--date", DAY, "--set", "BUILD_CACHE="]


def built(output: Path, *program: str) -> dict[str, bytes]:
    ended = subprocess.run(
        [sys.executable, *program, *BUILD, "--output", str(output)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("here") / "site", "-m", "invoke")


@pytest.mark.site
def test_the_site_is_the_same_without_what_windows_has_not(here: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "windows.py").write_text(WINDOWS, encoding="utf-8")
    there = built(tmp_path / "site", str(tmp_path / "windows.py"))
    assert sorted(there) == sorted(here)
    assert [name for name in here if here[name] != there[name]] == []


@pytest.mark.site
def test_the_cache_of_one_build_is_taken_by_the_next_there_too(tmp_path: Path) -> None:
    (tmp_path / "windows.py").write_text(WINDOWS, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "windows.py"), *BUILD[:-1], f"BUILD_CACHE={tmp_path / 'cache'}"]
    for _ in range(2):
        ended = subprocess.run(
            [*command, "--output", str(tmp_path / "site")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ended.returncode == 0
        assert "cache" not in ended.stderr, ended.stderr
    assert any((tmp_path / "cache").rglob("*"))


@pytest.mark.site
def test_no_two_files_of_a_site_are_one_where_case_does_not_count_and_windows_takes_all_names(here: dict[str, bytes]) -> None:
    from plugins.model.folder import refused_by_windows

    assert [name for name, many in Counter(name.casefold() for name in here).items() if many > 1] == []
    assert [name for name in here if any(refused_by_windows(part) for part in name.split("/"))] == []


SOURCES = [*sorted((ROOT / "plugins").rglob("*.py")), ROOT / "tasks.py", ROOT / "pelicanconf.py", ROOT / "publishconf.py"]
# What other systems have not: each stands behind a question in the place that is named here, and nowhere else.
GUARDED = {
    "fcntl": {"plugins/publishing/exchange.py"},
    "resource": {"plugins/importing/reading.py"},
    "os.pread": {"plugins/cache/store.py"},
    "os.geteuid": {"plugins/building/chromium.py", "plugins/cache/store.py", "plugins/text/output.py"},
    "os.link": {"plugins/text/files.py"},
    "os.execve": {"plugins/diagnostics/command.py"},
    "signal.setitimer": {"plugins/building/timings.py"},
    "signal.SIGPROF": {"plugins/building/timings.py"},
    "signal.SIGPIPE": {"plugins/diagnostics/command.py"},
}
POSIX = {
    "os": {
        "geteuid",
        "pread",
        "pwrite",
        "getuid",
        "getgid",
        "fork",
        "mkfifo",
        "mknod",
        "chown",
        "link",
        "symlink",
        "killpg",
        "setsid",
        "getpgid",
        "statvfs",
        "uname",
        "execve",
        "execv",
        "nice",
        "O_NOFOLLOW",
        "O_NONBLOCK",
        "O_DIRECTORY",
        "O_CLOEXEC",
    },
    "signal": {"setitimer", "alarm", "SIGPROF", "SIGALRM", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1"},
}
MODULES = {"fcntl", "resource", "pwd", "grp", "termios", "pty"}


def posix_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in POSIX.get(node.value.id, ()):
            found.add(f"{node.value.id}.{node.attr}")
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & MODULES
        if isinstance(node, ast.ImportFrom):
            found |= {str(node.module)} & MODULES
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_call_that_only_posix_has_stands_behind_a_question(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    assert {call for call in posix_of(path) if name not in GUARDED.get(call, ())} == set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_text_that_is_written_says_its_line_ends(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "write_text":
            assert "newline" in {keyword.arg for keyword in node.keywords}, f"line {node.lineno}"
