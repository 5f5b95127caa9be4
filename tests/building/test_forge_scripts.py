"""What a forge runs beside the tests: what a request changes, which addresses of other sites died."""

import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = "---\ntitre: Essai\n---\n{text}\n"


class Answers(BaseHTTPRequestHandler):
    """`/200` answers 200, `/404` answers 404."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def run(*words: str | Path) -> str:
    ended = subprocess.run(["bash", *map(str, words)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_dead_addresses_are_told_with_the_files_that_give_them(tmp_path: Path, host: str) -> None:
    (tmp_path / "pages").mkdir()
    text = f"Voir [a]({host}/200), ({host}/404), <{host}/500>, {host}/403 et {host}/404."
    (tmp_path / "pages/a.md").write_text(PAGE.format(text=text), encoding="utf-8")
    (tmp_path / ".logiciel").mkdir()
    (tmp_path / ".logiciel/autre.md").write_text(f"{host}/404 {host}/410\n", encoding="utf-8")
    (tmp_path / "portes.yml").write_text(f"- url: '{host}/404'\n", encoding="utf-8")
    told = run(ROOT / ".ci/links", tmp_path)
    assert "4 adresses essayées, 2 sans réponse." in told
    assert f"- `{host}/404` (404) : pages/a.md portes.yml\n" in told
    assert f"- `{host}/500` (500) : pages/a.md\n" in told
    assert "/403`" not in told, "who refuses machines is not dead"


def test_a_content_without_an_address_has_no_dead_one(tmp_path: Path) -> None:
    assert "0 adresses essayées, 0 sans réponse." in run(ROOT / ".ci/links", tmp_path)


@pytest.mark.site
@pytest.mark.parametrize("folder", ["", "content/"], ids=["the content is the repository", "the content is a folder of it"])
def test_what_a_request_changes_is_read_from_the_commit_that_it_asks_to_join(tmp_path: Path, folder: str) -> None:
    def git(*words: str) -> str:
        named = ["git", "-c", "user.name=Essai", "-c", "user.email=essai@exemple.fr", *words]
        return subprocess.run(named, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True).stdout.strip()

    page = tmp_path / f"{folder}pages/essai.md"
    page.parent.mkdir(parents=True)
    (page.parent / "autre.md").write_text(PAGE.format(text="Ailleurs.").replace("Essai", "Autre"), encoding="utf-8")
    git("init", "--quiet")
    for text in ("Avant.", "Après."):
        page.write_text(PAGE.format(text=text), encoding="utf-8")
        git("add", ".")
        git("commit", "--quiet", "--message", text)
    told = run(ROOT / ".ci/changes", git("rev-parse", "HEAD~1"), tmp_path / folder)
    assert "Pages : 1 changée." in told
    assert f"- Essai (`{folder}pages/essai.md`)\n" in told, "the file is named as in the repository"
    page.unlink()
    gone = run(ROOT / ".ci/changes", git("rev-parse", "HEAD"), tmp_path / folder)
    assert f"- Essai (`{folder}pages/essai.md`)\n" in gone
    git("checkout", "--quiet", ".")
    assert run(ROOT / ".ci/changes", git("rev-parse", "HEAD"), tmp_path / folder).endswith("Aucune page ne change.\n")
