"""The site without a network, in a real browser: kept after a first visit, renewed by the next one, never stale."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.site, pytest.mark.browser]
STATE, LINE = "[data-carry=status]", ".offline"


PRIVATE = {"errorId": "in-incognito", "errorArguments": []}
KEPT_ACTOR = """async () => {
  const found = [];
  for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(url);
  return found.filter((url) => new URL(url).pathname === "/acteurs/caisse-de-soutien/");
}"""


def until(page: Any, script: str, wanted: Callable[[Any], bool]) -> None:
    """Ask the page again until it gives what is wanted; its policy refuses Playwright's own way of waiting."""
    for _ in range(600):
        if wanted(page.evaluate(script)):
            return
        page.wait_for_timeout(100)
    raise AssertionError(page.evaluate(script))


SERVE = """
import sys, threading
from pathlib import Path
from plugins.building.local_server import start
print(start(Path(sys.argv[1]), int(sys.argv[2]))[1], flush=True)
threading.Event().wait()
"""


class Host:
    """A site on a server that can go away and come back at the same address.

    A process of its own: a server that only stops listening still answers on the connections that are open.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, 0
        self.come_back()
        self.port = urlsplit(self.address).port

    def leave(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def come_back(self) -> None:
        command = [sys.executable, "-c", SERVE, str(self.folder), str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()


@pytest.fixture
def host(built_site: Path, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(built_site, tmp_path / "site")
    host = Host(tmp_path / "site")
    yield host
    host.leave()


@pytest.fixture
def context(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(locale="fr-FR", reduced_motion="reduce")
    yield context
    context.close()


def kept(context: Any, host: Host) -> Any:
    """A page, once the whole site is on the device."""
    page = context.new_page()
    page.goto(f"{host.address}/hors-ligne/")
    page.locator(STATE, has_text="Tout le site est gardé").wait_for()
    return page


def test_after_one_visit_every_page_and_the_search_work_without_a_network(context: Any, host: Host) -> None:
    page = kept(context, host)
    host.leave()
    page.goto(f"{host.address}/acteurs/caisse-de-soutien/")
    assert page.locator("h1").inner_text().startswith("Caisse")
    expect(page.locator(LINE)).to_have_text(
        "Vous êtes hors ligne. Dernière mise à jour de cette page\u00a0: 25\u00a0novembre\u00a02026."
    )
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Atkinson')
    assert "/acteurs/caisse-de-soutien/" in page.evaluate("window.search('csf')")
    page.goto(f"{host.address}/recherche/?q=formation")
    expect(page.locator("[data-page=results] li").first).to_be_visible()
    page.goto(f"{host.address}/acteurs/union-des-metiers/index.html#offre")
    assert page.locator("h1").inner_text().startswith("Union des métiers")


def test_a_page_that_was_never_kept_says_so_and_leads_back_to_it(context: Any, host: Host) -> None:
    page = kept(context, host)
    host.leave()
    page.goto(f"{host.address}/acteurs/absent/")
    assert page.locator("#absente").is_visible()
    host.come_back()
    assert page.locator("[data-carry=page]").get_attribute("href") == f"{host.address}/acteurs/absent/"
    page.goto(f"{host.address}/hors-ligne/?de=https%3A%2F%2Fexemple.fr%2F")
    assert not page.locator("#absente").is_visible()


def test_with_a_network_a_page_is_the_servers_even_when_a_copy_is_kept(context: Any, host: Host) -> None:
    page = kept(context, host)
    actor = host.folder / "acteurs/caisse-de-soutien/index.html"
    actor.write_text(actor.read_text("utf-8").replace("<h1>", "<h1>Nouveau : "), encoding="utf-8")
    page.goto(f"{host.address}/acteurs/caisse-de-soutien/")
    assert page.locator("h1").inner_text().startswith("Nouveau")
    assert page.locator(LINE).inner_text() == ""


def test_a_new_worker_takes_the_place_of_the_old_one_and_drops_what_it_kept(context: Any, host: Host) -> None:
    page = kept(context, host)
    worker = host.folder / "service-worker.js"
    text = worker.read_text("utf-8")
    mark = text.partition('"acteurs/caisse-de-soutien/":"')[2][:32]
    actor = host.folder / "acteurs/caisse-de-soutien/index.html"
    actor.write_text(actor.read_text("utf-8").replace("<h1>", "<h1>Nouveau : "), encoding="utf-8")
    other = sha256(actor.read_bytes()).hexdigest()[:32]
    worker.write_text(
        text.replace(f'"acteurs/caisse-de-soutien/":"{mark}"', f'"acteurs/caisse-de-soutien/":"{other}"'), encoding="utf-8"
    )
    page.goto(f"{host.address}/")  # the browser sees the new worker
    until(page, KEPT_ACTOR, lambda found: [url.partition("?")[2] for url in found] == [other])
    host.leave()
    page.goto(f"{host.address}/acteurs/caisse-de-soutien/")
    assert page.locator("h1").inner_text().startswith("Nouveau")


def test_a_large_site_keeps_what_is_needed_and_what_was_visited(context: Any, host: Host) -> None:
    worker = host.folder / "service-worker.js"
    needed = '"whole":false,"needed":{"les besoins et leurs fiches":["besoins/emploi/"]}'
    text = worker.read_text("utf-8")
    assert '"needed":{}' in text
    worker.write_text(text.replace('"needed":{},', "").replace('"whole":true', needed), encoding="utf-8")
    page = context.new_page()
    page.goto(f"{host.address}/hors-ligne/")
    page.locator(STATE, has_text=": les besoins et leurs fiches, et celles que vous avez ouvertes").wait_for()
    page.goto(f"{host.address}/acteurs/caisse-de-soutien/")
    page.goto(f"{host.address}/")
    host.leave()
    page.goto(f"{host.address}/acteurs/caisse-de-soutien/")
    assert page.locator("h1").inner_text().startswith("Caisse")
    page.goto(f"{host.address}/besoins/emploi/")
    assert page.locator("#absente").count() == 0
    page.goto(f"{host.address}/acteurs/union-des-metiers/")
    assert page.locator("#absente").is_visible()


def test_the_line_comes_and_goes_with_the_network(context: Any, host: Host) -> None:
    page = kept(context, host)
    context.set_offline(True)
    page.locator(LINE, has_text="Vous êtes hors ligne").wait_for()
    context.set_offline(False)
    page.locator(LINE, has_text="Vous êtes hors ligne").wait_for(state="detached")


def test_where_storage_is_refused_the_site_is_what_it_was(context: Any, host: Host) -> None:
    faults: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script("navigator.serviceWorker.register = () => Promise.reject(new DOMException('non', 'SecurityError'));")
    page.goto(f"{host.address}/acteurs/caisse-de-soutien/")
    page.wait_for_timeout(600)
    assert faults == []
    assert page.locator(LINE).inner_text() == ""


def test_the_browser_finds_the_site_fit_to_be_installed(context: Any, host: Host) -> None:
    page = kept(context, host)
    # A test's context is a private window, in which nothing is installed: no other objection is left.
    session = context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"] == f"{host.address}/manifest.webmanifest"
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == [PRIVATE]


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_page_about_it_promises_nothing_that_the_browser_cannot_do(visit: Callable[..., Any], scripts: bool) -> None:
    page = visit(java_script_enabled=scripts).open("hors-ligne/")
    assert not page.locator("#absente").is_visible()
    assert page.locator(STATE).inner_text() == ""
