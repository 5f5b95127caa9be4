from pathlib import Path

import pytest

from plugins.building.verification import NO_BROWSER_TESTS, run_browser_code

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
