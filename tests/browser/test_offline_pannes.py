"""What a browser keeps when the host, or who answers in its place, does not do as it should."""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from plugins.building.local_server import Handler

ROOT = Path(__file__).parents[2]
FOREIGN = b"<!doctype html><title>Maintenance</title><h1>Maintenance</h1>"
ACTOR = "acteurs/agence-du-travail/"
WHOLE = "Tout le site est gardé"

# Of every entry: its path, and whether its name bears the beginning of the hash of what it holds.
ENTRIES = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const kept = await cache.match(url);
      if (!kept) continue; // the worker took it away meanwhile
      const bytes = await kept.arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      const mark = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
      found.push([new URL(url).pathname, mark.startsWith(new URL(url).search.slice(1))]);
    }
  }
  return found;
}"""
DAMAGE = """async (end) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) if (new URL(url).pathname.endsWith(end)) await cache.put(url, new Response("abîmé"));
  }
}"""
FAIL = """
const add = window.addEventListener;
window.addEventListener = (name, ...rest) => {
  if (name === "offline") throw new Error("panne");
  add.call(window, name, ...rest);
};
"""
RULES = "[...document.styleSheets].reduce((count, sheet) => count + sheet.cssRules.length, 0)"

pytestmark = [pytest.mark.site, pytest.mark.browser]


@dataclass
class Host:
    """A site, and what becomes of its answers.

    Attributes:
        folder: what is published.
        cache: how long the host lets browsers keep what it sends.
        foreign: (path, whether the worker asks) → whether another answers, with 200 and a page of its own.
        down: cut every connection.
        answered: paths to which another answered.
    """

    folder: Path
    cache: str = "no-cache"
    foreign: Callable[[str, bool], bool] = lambda path, worker: False
    down: bool = False
    answered: list[str] = field(default_factory=list)
    address: str = ""


class Spoilt(Handler):
    """Serves the host's folder, but for what is spoilt."""

    def __init__(self, *arguments: object, host: Host, **named: object) -> None:
        self.host = host
        super().__init__(*arguments, directory=str(host.folder), **named)

    def do_GET(self) -> None:  # noqa: N802 — the base class names it
        if self.host.down:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif self.host.foreign(self.path, self.headers.get("Sec-Fetch-Dest") == "empty"):
            self.host.answered.append(self.path)
            self._send(HTTPStatus.OK, FOREIGN, ".html")
        else:
            super().do_GET()

    def send_header(self, keyword: str, value: str) -> None:
        super().send_header(keyword, self.host.cache if keyword == "Cache-Control" else value)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, inv: Callable[..., Any]) -> tuple[Path, Path]:
    """A site, and the next one: an actor's page has another title, another page is gone."""
    folder = tmp_path_factory.mktemp("sites")
    content = folder / "content"
    shutil.copytree(ROOT / "tests/theme/content", content)
    (content / "demarche/partie.md").write_text("---\ntitre: Page partie\nordre: 9\n---\n\nUn texte.\n", encoding="utf-8")
    for name in ("before", "after"):
        ended = inv("build", "--content", content, "--output", folder / name, "--date", "2026-11-25")
        assert ended.returncode == 0, ended.stderr
        (content / "demarche/partie.md").unlink(missing_ok=True)
        actor = content / f"{ACTOR.strip('/')}.md"
        actor.write_text(actor.read_text("utf-8").replace("titre: ", "titre: Nouvelle ", 1), encoding="utf-8")
    return folder / "before", folder / "after"


@pytest.fixture
def host(sites: tuple[Path, Path], tmp_path: Path) -> Iterator[Host]:
    host = Host(tmp_path / "site")
    shutil.copytree(sites[0], host.folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Spoilt, host=host))
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # connections are cut on purpose
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield host
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(chromium: Any, host: Host) -> Iterator[Any]:
    context = chromium.new_context(locale="fr-FR", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def publish(host: Host, site: Path) -> None:
    shutil.rmtree(host.folder)
    shutil.copytree(site, host.folder)


def keep_all(page: Any, host: Host) -> None:
    page.goto(f"{host.address}/hors-ligne/")
    expect(page.locator("[data-carry=status]")).to_contain_text(WHOLE, timeout=60_000)


def until(page: Any, seen: Callable[[], object]) -> None:
    for _ in range(300):
        if seen():
            return
        page.wait_for_timeout(100)
    raise AssertionError("never seen")


def damaged(page: Any) -> list[str]:
    return [path for path, sound in page.evaluate(ENTRIES) if not sound]


def theme_for_the_worker(path: str, worker: bool) -> bool:
    return worker and path.startswith("/theme-")


def pages_for_the_worker(path: str, worker: bool) -> bool:
    return worker and path.endswith("/")


def theme_and_index(path: str, worker: bool) -> bool:
    return path.startswith(("/theme-", "/recherche/index"))


def everything(path: str, worker: bool) -> bool:
    return True


@pytest.mark.parametrize(
    ("spoilt", "cache"),
    [
        pytest.param(theme_for_the_worker, "no-cache", id="the theme, for the worker"),
        pytest.param(theme_for_the_worker, "max-age=600", id="the theme, for the worker, on a host that lets it be kept"),
        pytest.param(pages_for_the_worker, "no-cache", id="pages, for the worker"),
        pytest.param(pages_for_the_worker, "max-age=600", id="pages, for the worker, on a host that lets them be kept"),
        pytest.param(theme_and_index, "no-cache", id="the theme and the index, for the page too"),
        pytest.param(everything, "no-cache", id="everything: a network that asks to log in"),
    ],
)
def test_a_foreign_page_that_answers_200_is_never_kept_and_the_site_is_whole_once_it_is_gone(
    host: Host, page: Any, spoilt: Callable[[str, bool], bool], cache: str
) -> None:
    host.cache, host.foreign = cache, spoilt
    page.goto(f"{host.address}/")
    until(page, lambda: host.answered)
    host.foreign = lambda path, worker: False
    keep_all(page, host)
    assert damaged(page) == []
    host.down = True
    page.goto(f"{host.address}/{ACTOR}")
    expect(page.locator("h1")).to_contain_text("Agence")
    assert page.evaluate(RULES) > 0
    assert "/" + ACTOR in page.evaluate("window.search('agence')")


def test_what_answers_in_place_of_the_site_after_it_was_kept_is_shown_and_not_kept(host: Host, page: Any) -> None:
    keep_all(page, host)
    host.foreign = lambda path, worker: True
    page.goto(f"{host.address}/{ACTOR}")
    expect(page.locator("h1")).to_have_text("Maintenance")
    host.foreign, host.down = (lambda path, worker: False), True
    page.goto(f"{host.address}/{ACTOR}")
    expect(page.locator("h1")).to_contain_text("Agence")
    assert damaged(page) == []


@pytest.mark.parametrize("end", [ACTOR, "site.css"], ids=["a page", "the style"])
def test_an_entry_that_was_damaged_is_fetched_again(host: Host, page: Any, end: str) -> None:
    keep_all(page, host)
    page.evaluate(DAMAGE, end)
    assert damaged(page) != []
    page.goto(f"{host.address}/{ACTOR}")
    expect(page.locator("h1")).to_contain_text("Agence")
    assert page.evaluate(RULES) > 0
    keep_all(page, host)
    assert damaged(page) == []


def test_a_damaged_entry_is_not_shown_without_a_network_either(host: Host, page: Any) -> None:
    keep_all(page, host)
    page.evaluate(DAMAGE, ACTOR)
    host.down = True
    page.goto(f"{host.address}/{ACTOR}")
    expect(page.locator("#absente")).to_be_visible()


def test_on_a_host_that_lets_browsers_keep_pages_a_publication_is_seen_at_once(
    host: Host, page: Any, sites: tuple[Path, Path]
) -> None:
    host.cache = "max-age=600"
    keep_all(page, host)
    page.goto(f"{host.address}/demarche/partie/")
    page.goto(f"{host.address}/{ACTOR}")
    publish(host, sites[1])
    page.goto(f"{host.address}/{ACTOR}")
    expect(page.locator("h1")).to_contain_text("Nouvelle")
    page.go_back()
    expect(page.locator("h1")).not_to_contain_text("Page partie")
    until(page, lambda: "/demarche/partie/" not in [path for path, _ in page.evaluate(ENTRIES)])
    host.down = True
    page.goto(f"{host.address}/{ACTOR}")
    expect(page.locator("h1")).to_contain_text("Nouvelle")
    page.goto(f"{host.address}/demarche/partie/")
    expect(page.locator("#absente")).to_be_visible()


@pytest.mark.parametrize("lost", ["/", "/acteurs/"], ids=["the core is not", "the rest is not"])
def test_a_publication_that_is_only_half_received_leaves_every_page_readable(
    host: Host, page: Any, sites: tuple[Path, Path], lost: str
) -> None:
    keep_all(page, host)
    publish(host, sites[1])
    host.foreign = lambda path, worker: worker and (path == lost or path.startswith("/acteurs/"))
    page.goto(f"{host.address}/hors-ligne/")
    until(page, lambda: host.answered)
    host.down = True
    for path in ("", ACTOR, "acteurs/", "besoins/", "glossaire/"):
        page.goto(f"{host.address}/{path}")
        expect(page.locator("#absente")).to_have_count(0)
        assert page.evaluate(RULES) > 0
    assert damaged(page) == []
    host.down, host.foreign = False, lambda path, worker: False
    keep_all(page, host)
    assert damaged(page) == []


def test_an_address_that_cannot_be_read_says_so_and_stops_nothing_else(host: Host, page: Any) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    for asked in ("http://[", "https://exemple.fr/", "%E0%A4%A"):
        page.goto(f"{host.address}/hors-ligne/?de={asked}")
        expect(page.locator("#illisible" if asked.startswith("http") else "#absente")).to_be_visible()
    page.goto(f"{host.address}/%E0%A4%A")
    expect(page.locator("h1")).to_be_visible()
    assert faults == []


def test_a_module_that_fails_does_not_stop_the_others(host: Host, page: Any) -> None:
    page.add_init_script(FAIL)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{host.address}/{ACTOR}")
    # The cards of links start after the line about the network.
    expect(page.locator("#bulle")).to_have_count(1)
    assert any("panne" in text for text in said)
