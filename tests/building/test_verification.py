import shutil
from pathlib import Path

import pytest

from plugins.building.verification import (
    NO_BIOME,
    NO_BROWSER_TESTS,
    lint_browser_code,
    run_browser_code,
    run_content,
    run_format,
)

ROOT = Path(__file__).parents[2]

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


def theme(folder: Path, name: str, text: str) -> Path:
    """A project whose theme holds one file, under this project's own rules."""
    shutil.copyfile(ROOT / "biome.jsonc", folder / "biome.jsonc")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    path = folder / "theme/static" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        pytest.param("js/a.js", "const unused = 1;\n", "noUnusedVariables", id="JavaScript: what is never used"),
        pytest.param("js/a.js", "missing();\n", "noUndeclaredVariables", id="JavaScript: what is nowhere declared"),
        pytest.param("js/a.js", "export const a = 1 == window.b;\n", "noDoubleEquals", id="JavaScript: a loose comparison"),
        pytest.param("js/a.js", "export const a = 'b'\n", "format", id="JavaScript: form"),
        pytest.param("css/a.css", "a {\n  colour: red;\n}\n", "noUnknownProperty", id="CSS: a property that is none"),
        pytest.param("css/a.css", "a {\n  color: red;\n  color: blue;\n}\n", "noDuplicateProperties", id="CSS: a property twice"),
        pytest.param("css/a.css", "a{color:red}\n", "format", id="CSS: form"),
    ],
)
def test_a_fault_of_the_browsers_code_or_styles_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, text: str, rule: str
) -> None:
    theme(tmp_path, name, text)
    assert lint_browser_code(tmp_path) != 0
    assert rule in capfd.readouterr().err


def test_form_is_mended_and_a_fault_is_left_to_a_person(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = theme(tmp_path, "css/a.css", "a{color:red}\n")
    assert run_format(tmp_path) == 0
    assert path.read_text(encoding="utf-8") == "a {\n  color: red;\n}\n"
    assert lint_browser_code(tmp_path) == 0
    path.write_text("a {\n  colour: red;\n}\n", encoding="utf-8")
    assert run_format(tmp_path) != 0
    assert "noUnknownProperty" in capfd.readouterr().err


def test_without_biome_one_sentence_says_how_to_install_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert lint_browser_code(tmp_path) == 1
    assert capfd.readouterr().err == NO_BIOME
