"""`inv serve` as an editor lives with it: the page that is open follows the content, its errors too."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.interrupted import ctrl_c_is_heard

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "tests/theme/content"
ALERT = "#erreurs-de-construction"

pytestmark = [pytest.mark.site, pytest.mark.browser]


class Editor:
    """Content that is being written, and `inv serve` over it."""

    def __init__(self, folder: Path) -> None:
        self.content, self.log = folder / "content", folder / "terminal.txt"
        shutil.copytree(CONTENT, self.content)
        self.actor = self.content / "acteurs/agence-du-travail.md"
        self.right = self.actor.read_text("utf-8")
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self, site: Path) -> None:
        command = [sys.executable, "-m", "invoke", "serve", "--content", self.content, "--output", site, "--port", str(self.port)]
        with self.log.open("wb") as out, ctrl_c_is_heard():
            self.process = subprocess.Popen(
                [*map(str, command)], cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
            )
        while "Ctrl+C" not in self.said():
            assert self.process.poll() is None, self.said()

    def stop(self) -> int:
        """As Ctrl+C does: the signal goes to the build as well."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(60)

    def said(self) -> str:
        return self.log.read_text("utf-8")

    def write_a_wrong_role(self) -> None:
        assert "role: " in self.right
        self.actor.write_text(self.right.replace("role: ", "role: z<b>"), encoding="utf-8")

    def mend(self, title: str = "") -> None:
        self.actor.write_text(self.right.replace("titre: ", f"titre: {title}", 1), encoding="utf-8")


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    editor = Editor(tmp_path)
    yield editor
    if editor.process.poll() is None:
        os.killpg(editor.process.pid, signal.SIGKILL)
        editor.process.wait()


@pytest.fixture
def tab(chromium: Any) -> Iterator[Any]:
    """A page with its worker, as an editor has it; what its console says against it fails the test."""
    context = chromium.new_context(locale="fr-FR")
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None)
    yield page
    context.close()
    assert faults == []


def test_the_open_page_follows_what_is_written_and_says_its_errors_until_they_are_mended(
    editor: Editor, tab: Any, tmp_path: Path
) -> None:
    editor.start(tmp_path / "site")
    tab.goto(f"{editor.address}/acteurs/agence-du-travail/", wait_until="load")
    expect(tab.locator(ALERT)).to_have_count(0)
    heading = tab.locator("h1").inner_text()

    editor.write_a_wrong_role()
    alert = tab.get_by_role("alert")
    expect(alert).to_contain_text("acteurs/agence-du-travail.md:", timeout=60_000)
    expect(alert).to_contain_text("z<b>")
    expect(alert).to_contain_text("rien n'est publié")
    assert tab.evaluate(f"getComputedStyle(document.querySelector('{ALERT}')).position") == "fixed"
    assert tab.locator("h1").inner_text() == heading
    tab.goto(f"{editor.address}/acteurs/", wait_until="load")
    expect(tab.get_by_role("alert")).to_contain_text("z<b>")

    tab.goto(f"{editor.address}/acteurs/agence-du-travail/")
    editor.mend("Nouvelle ")
    expect(tab.locator("h1")).to_contain_text("Nouvelle", timeout=60_000)
    expect(tab.locator(ALERT)).to_have_count(0)
    # Nothing is kept from one build to the next, whatever an earlier visit left.
    assert tab.evaluate("caches.keys()") == []
    assert editor.stop() == 0
    assert "Traceback" not in editor.said()

    editor.write_a_wrong_role()
    editor.start(tmp_path / "site")
    assert f"{editor.address}/ montre ces erreurs sur le site d'avant" in editor.said()
    tab.goto(f"{editor.address}/acteurs/", wait_until="load")
    expect(tab.get_by_role("alert")).to_contain_text("z<b>")


def test_started_on_an_error_without_a_site_it_shows_the_error_then_the_site(editor: Editor, tab: Any, tmp_path: Path) -> None:
    editor.write_a_wrong_role()
    editor.start(tmp_path / "site")
    assert "Le site est sur" not in editor.said()
    assert f"Pas encore de site : {editor.address}/ montre ces erreurs" in editor.said()
    tab.goto(f"{editor.address}/acteurs/agence-du-travail/", wait_until="load")
    expect(tab.get_by_role("alert")).to_contain_text("acteurs/agence-du-travail.md:")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Pas encore de site")
    editor.mend()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Agence", timeout=60_000)
    expect(tab.locator(ALERT)).to_have_count(0)
