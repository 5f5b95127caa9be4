"""The worked example of the guide is run as it is written: its commands, its files, the messages that it shows."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/exemple.md"


def steps() -> Iterator[tuple[str, str, str]]:
    """Language, what follows it (the path of a file, or `messages`) and text of each block."""
    yield from re.findall(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def inv(line: str, folder: Path) -> str:
    """What a command of the guide says."""
    words = shlex.split(line.replace("../rives", str(folder)).replace("../site-des-rives", str(folder.parent / "site")))
    assert words[0] == ".venv/bin/inv"
    command = [sys.executable, "-m", "invoke", *words[1:]]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    return (ended.stdout + ended.stderr).replace(str(folder), "../rives")


@pytest.mark.site
def test_the_worked_example_is_true(tmp_path: Path) -> None:
    folder, said = tmp_path / "rives", ""
    for language, name, text in steps():
        if language == "sh":
            said = "".join(inv(line, folder) for line in text.splitlines())
        elif name == "messages":
            assert [line for line in text.splitlines() if line not in said.splitlines()] == [], said
            told = [line for line in said.splitlines() if line.startswith("../rives") and "avertissement" not in line]
            assert set(told) <= set(text.splitlines()), "what is told is shown"
        elif name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    pages = (tmp_path / "site").rglob("*.html")
    assert (tmp_path / "site/reunions/2026-06-12-comite/index.html").is_file(), said
    assert "Moulin à vélos" in "".join(page.read_text(encoding="utf-8") for page in pages)


def test_the_worked_example_shows_errors_files_and_a_publication() -> None:
    kinds = list(steps())
    assert sum(name == "messages" for _, name, _ in kinds) >= 2
    assert any("inv build" in text for language, _, text in kinds if language == "sh")
