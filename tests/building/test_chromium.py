from pathlib import Path

import pytest

from plugins.building import chromium
from plugins.building.command import run_browser


def test_the_variable_chromium_comes_first(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    assert chromium.find({"CHROMIUM": str(tmp_path / "mine")}, lambda name: "/usr/bin/" + name) == str(tmp_path / "mine")


def test_a_variable_that_names_nothing_is_not_replaced_by_another_browser(tmp_path: Path) -> None:
    assert chromium.find({"CHROMIUM": str(tmp_path / "absent")}, lambda name: "/usr/bin/" + name) is None


def test_names_are_looked_up_in_order() -> None:
    present = {"google-chrome": "/opt/google-chrome"}
    assert chromium.find({}, present.get) == "/opt/google-chrome"


def test_without_any_browser_one_sentence_says_what_to_do(monkeypatch) -> None:
    said: list[str] = []
    monkeypatch.setenv("CHROMIUM", "/absent")
    assert chromium.ensure(said.append) is False
    assert said == [chromium.NOT_FOUND]


def test_the_browser_that_serves_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").touch()
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "mine"))
    assert run_browser() == 0
    assert capsys.readouterr().out == f"{tmp_path / 'mine'}\n"
