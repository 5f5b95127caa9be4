"""What waits for the word to build is the build itself: same words, same code, and nothing is left running."""

import os
import signal
from pathlib import Path

import pytest

from plugins.building.waiting import Waiting

ROOT = Path(__file__).parents[2]


@pytest.mark.site
def test_each_run_is_a_run_of_the_verb_as_it_stands_on_disk(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    page = content / "pages/essai.md"
    waiting = Waiting(["check", "--content", str(content)], ROOT)
    try:
        for text, code in (("sans en-tête", 1), ("---\ntitre: Essai\n---\nTexte.\n", 0), ("---\ntitre: Essai\n", 1)):
            page.write_text(text, encoding="utf-8")
            said = "".join(waiting.run())
            assert waiting.code == code, said
            assert ("en-tête" in said) == bool(code)
    finally:
        waiting.stop()


@pytest.mark.site
def test_what_died_while_it_waited_is_started_again(tmp_path: Path) -> None:
    waiting = Waiting(["check", "--content", str(tmp_path / "absent")], ROOT)
    try:
        os.kill(waiting._next.pid, signal.SIGKILL)
        waiting._next.wait()
        assert "n'existe pas" in "".join(waiting.run())
        waiting.forget()
        assert "n'existe pas" in "".join(waiting.run())
        last = waiting._next
    finally:
        waiting.stop()
    assert last.poll() is not None
