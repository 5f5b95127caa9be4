from pathlib import Path

import pytest

from plugins.building.verification import NO_BROWSER_TESTS, run_browser_code, run_content

TEST = """
import assert from "node:assert/strict";
import test from "node:test";
test("a fact", () => assert.equal(1, %d));
"""


def project(folder: Path, **values: int) -> Path:
    tests = folder / "tests/js"
    tests.mkdir(parents=True)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for name, value in values.items():
        (tests / f"{name}.test.js").write_text(TEST % value, encoding="utf-8")
    return folder


def test_every_test_of_the_browsers_code_is_run(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_browser_code(project(tmp_path / "sound", first=1, last=1)) == 0
    assert capfd.readouterr() == ("", "")
    assert run_browser_code(project(tmp_path / "broken", first=1, last=2)) != 0
    assert "a fact" in capfd.readouterr().err


def test_no_test_at_all_is_not_a_success(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_browser_code(project(tmp_path)) == 1
    assert capfd.readouterr().err == NO_BROWSER_TESTS


TASKS = """
import sys
from pathlib import Path
from invoke import task

def said(verb):
    print(verb, file=sys.stderr)
    sys.exit(int(Path(verb).read_text()))

@task
def check(_):
    said("check")

@task
def build(_, output):
    assert not Path(output).exists()
    said("build")
"""


@pytest.mark.parametrize(
    ("check", "build", "code", "heard"),
    [
        pytest.param(0, 0, 0, ["check", "build"], id="a content without error"),
        pytest.param(1, 0, 1, ["check"], id="an error of the content is enough"),
        pytest.param(0, 1, 1, ["check", "build"], id="a site that is not built is one too"),
    ],
)
def test_the_content_is_checked_then_built(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], check: int, build: int, code: int, heard: list[str]
) -> None:
    (tmp_path / "tasks.py").write_text(TASKS, encoding="utf-8")
    (tmp_path / "check").write_text(str(check), encoding="utf-8")
    (tmp_path / "build").write_text(str(build), encoding="utf-8")
    assert run_content(tmp_path) == code
    assert capfd.readouterr().err.split() == heard
