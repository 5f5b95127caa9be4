"""The two paths of a change, as a forge walks them: in a repository of its own, with verbs that only say their name."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILE = """
test:
\t@echo whole; test -e plugins/sound
setup:
\t@echo setup
"""


class Forge:
    """A repository, and what is said when its last commit is checked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / ".ci", folder / ".ci")
        self.git("init", "-q")
        (folder / ".git/info/exclude").write_text(".passed\n", encoding="utf-8")
        self.commit(
            **{
                "Makefile": MAKEFILE,
                "plugins/sound": "",
                "content/a.md": "A",
                ".venv/bin/inv": '#!/bin/sh\necho "$@"\n',
            }
        )

    def git(self, *arguments: str) -> None:
        identity = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        subprocess.run(["git", *arguments], cwd=self.folder, check=True, env=os.environ | identity)

    def commit(self, **files: str) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755)
        self.git("add", "-f", *files, ".ci")
        self.git("commit", "-q", "-m", "x")

    def move(self, source: str, target: str) -> None:
        self.git("mv", source, target)
        self.git("commit", "-q", "-m", "x")

    def check(self) -> tuple[int, list[str]]:
        # `make test` tells the makes that it starts to say where they are.
        environ = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        ended = subprocess.run(["bash", ".ci/gate"], cwd=self.folder, capture_output=True, text=True, check=False, env=environ)
        return ended.returncode, ended.stdout.splitlines()


WHOLE = (0, ["whole"])
CONTENT = (0, ["setup", "check", "build --output apercu"])


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    """After a first commit that passed."""
    made = Forge(tmp_path)
    assert made.check() == WHOLE
    return made


def test_content_alone_is_checked_and_built(forge: Forge) -> None:
    forge.commit(**{"content/a.md": "B", "content/b.md": "C"})
    assert forge.check() == CONTENT


def test_anything_else_is_tested_whole(forge: Forge) -> None:
    forge.commit(**{"content/a.md": "B", "plugins/other.py": "C"})
    assert forge.check() == WHOLE


def test_code_that_no_run_saw_is_tested_with_the_content_that_follows(forge: Forge) -> None:
    forge.commit(**{"plugins/other.py": "C"})
    forge.commit(**{"content/a.md": "B"})
    assert forge.check() == WHOLE


def test_code_that_failed_is_tested_again_with_the_content_that_follows(forge: Forge) -> None:
    forge.git("rm", "-q", "plugins/sound")
    forge.git("commit", "-q", "-m", "x")
    assert forge.check()[0] != 0
    forge.commit(**{"content/a.md": "B"})
    code, said = forge.check()
    assert code != 0
    assert said == ["whole"]


def test_a_file_that_moves_into_the_content_left_the_code(forge: Forge) -> None:
    forge.commit(**{"plugins/page.md": "D"})
    assert forge.check() == WHOLE
    forge.move("plugins/page.md", "content/page.md")
    assert forge.check() == WHOLE


def test_a_file_of_another_folder_named_content_is_code(forge: Forge) -> None:
    forge.commit(**{"tests/content/a.md": "B"})
    assert forge.check() == WHOLE


def test_without_a_memory_everything_is_tested(forge: Forge) -> None:
    shutil.rmtree(forge.folder / ".passed")
    forge.commit(**{"content/a.md": "B"})
    assert forge.check() == WHOLE
