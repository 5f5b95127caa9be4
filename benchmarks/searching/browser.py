"""A site and queries come in, what a visitor's Chromium transfers and how long it waits goes out.

Every transfer is of a new visitor (empty cache), from a server that compresses. Times are those of this machine, taken
in the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from benchmarks.searching.serving import Link, served
from plugins.building.chromium import launch_options

FIELD = "#recherche-champ"
LATENCY, RATE = 0.15, 200_000  # a slow mobile link: seconds a request, bytes a second

# From each key to the first frame painted after the list changed.
WATCH = """() => {
  const list = document.querySelector("#recherche-liste"), field = document.querySelector("#recherche-champ");
  window.delays = [];
  let at = 0;
  field.addEventListener("input", () => { at = performance.now(); }, true);
  new MutationObserver(() => { const since = at; requestAnimationFrame(() => setTimeout(() => window.delays.push(performance.now() - since))); })
    .observe(list, { childList: true });
  window.tasks = [];
  new PerformanceObserver((seen) => window.tasks.push(...seen.getEntries().map((task) => task.duration))).observe({ type: "longtask" });
}"""
WARM = """async (queries) => {
  const times = [];
  for (const query of queries) await search(query);
  for (const query of queries) { const at = performance.now(); await search(query); times.push(performance.now() - at); }
  return times;
}"""
# Notes when the first results, the first proposed needs, or the sentence that there are none, were shown.
SHOWN = """(() => {
  const answers = ".found, .suggestion, [data-page=status]:not(:empty)";
  const seen = new MutationObserver(() => {
    if (!document.querySelector(answers)) return;
    window.shown = performance.now();
    seen.disconnect();
  });
  seen.observe(document, { childList: true, subtree: true, characterData: true });
})()"""
ASKED_BEFORE = """() => performance.getEntriesByType("resource").filter((one) => one.startTime <= window.shown)
  .map((one) => new URL(one.name).pathname)"""
# What is the page itself, whatever it is about, is not the search.
OF_ANY_PAGE = (".css", ".woff2", "/")
ALL = """async (queries) => {
  const found = [];
  for (const query of queries) found.push(await search(query, 10));
  return found;
}"""
ANSWERED = "() => document.querySelector('.found') || document.querySelector('[data-page=status]').textContent"
PAGEFIND_ALL = """async (queries) => {
  const found = [], pagefind = await import("/pagefind/pagefind.js");
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    found.push((await Promise.all(results.slice(0, 10).map((result) => result.data()))).map(({ url }) => url));
  }
  return found;
}"""
PAGEFIND = """async (query) => {
  window.pagefind ??= await import("/pagefind/pagefind.js");
  const { results } = await window.pagefind.search(query);
  return (await Promise.all(results.slice(0, 10).map((result) => result.data()))).map(({ url }) => url);
}"""


@dataclass(frozen=True)
class Asked:
    """What one query of a new visitor cost and gave: bytes, files, addresses of pages (None when it failed)."""

    weight: int
    files: int
    addresses: list[str] | None


@dataclass(frozen=True)
class Typed:
    """Milliseconds from a key to its painted results, and of every task above 50 ms."""

    delays: list[float]
    long_tasks: list[float]


class Visitors:
    """New visitors of one site, one after the other."""

    def __init__(self, browser: Any, address: str, link: Link) -> None:
        self._browser, self._address, self.link = browser, address, link

    @contextmanager
    def one(self) -> Iterator[Any]:
        """A page, not yet anywhere; the security policy of our site, which allows no WebAssembly, is put aside for Pagefind."""
        context = self._browser.new_context(base_url=self._address, locale="fr-FR", service_workers="block", bypass_csp=True)
        yield context.new_page()
        context.close()

    def ours(self, query: str) -> Asked:
        """One query on the search page: our script, the index, the ten first results with their excerpts."""
        with self.one() as page:
            page.goto("/recherche/")
            page.locator("#chercher-champ").fill(query)
            page.keyboard.press("Enter")
            page.wait_for_function(ANSWERED)
            # What narrows the results is loaded once they are shown.
            sent = [
                size for path, size in self.link.sent if "/recherche" in path and path.endswith(".js") and "facettes" not in path
            ]
            self.link.sent.clear()
            return Asked(sum(sent), len(sent), tried(page, "q => search(q, 10)", query))

    def pagefind(self, query: str) -> Asked:
        """The same of Pagefind: its script, its program, its index, the ten first results."""
        with self.one() as page:
            page.goto("/")
            found = tried(page, PAGEFIND, query)
            sent = [size for path, size in self.link.sent if path.startswith("/pagefind/")]
            self.link.sent.clear()
            return Asked(sum(sent), len(sent), found)

    def answers(self, queries: Sequence[str], *, pagefind: bool = False) -> list[list[str]]:
        """The addresses that each query gives to one visitor, who asks them all."""
        with self.one() as page:
            page.goto("/" if pagefind else "/recherche/")
            found: list[list[str]] = page.evaluate(PAGEFIND_ALL if pagefind else ALL, list(queries))
            return found

    def before_results(self, query: str) -> int:
        """Bytes of scripts, icons and index that a new visitor of the search page asks for before the first results are shown."""
        with self.one() as page:
            page.add_init_script(SHOWN)
            self.link.sent.clear()
            page.goto("/recherche/")
            page.locator("#chercher-champ").fill(query)
            page.keyboard.press("Enter")
            page.wait_for_function("() => window.shown")
            page.wait_for_load_state("networkidle")
            asked = set(page.evaluate(ASKED_BEFORE))
            # The icon of a tab is asked for by the browser, and no page knows.
            sent = {unquote(path): size for path, size in self.link.sent}
            return sum(
                size for path, size in sent.items() if (path in asked or path.endswith(".svg")) and not path.endswith(OF_ANY_PAGE)
            )

    def warm(self, queries: Sequence[str]) -> list[float]:
        """Milliseconds of each query in the engine, all pieces there."""
        with self.one() as page:
            page.goto("/recherche/")
            times: list[float] = page.evaluate(WARM, list(queries))
            return times

    def typed(self, queries: Sequence[str], slowed: int = 1) -> Typed:
        """Each query typed twice, key by key, in the header's field; the second time, when all pieces are there, counts.

        Args:
            queries: what is typed.
            slowed: how many times slower than it is the processor is made.
        """
        with self.one() as page:
            page.goto("/recherche/")
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
            for turn in range(2):
                if turn:
                    page.evaluate(WATCH)
                for query in queries:
                    page.locator(FIELD).fill("")
                    page.locator(FIELD).press_sequentially(query, delay=120)
                    page.wait_for_timeout(300)
            return Typed(page.evaluate("() => window.delays"), page.evaluate("() => window.tasks"))

    def slow(self, query: str, *, pagefind: bool = False) -> float:
        """Milliseconds from the focus to the first result on a slow link; the page and its script are there already."""
        with self.one() as page:
            page.goto("/" if pagefind else "/recherche/")
            page.wait_for_load_state("networkidle")
            if pagefind:
                page.evaluate("async () => { window.pagefind = await import('/pagefind/pagefind.js'); }")
            self.link.latency, self.link.rate = LATENCY, RATE
            page.evaluate("() => { window.began = performance.now(); }")
            if pagefind:
                page.evaluate("async q => { const { results } = await pagefind.search(q); await results[0]?.data(); }", query)
            else:
                page.locator(FIELD).fill(query)
                page.wait_for_function("() => document.querySelector('#recherche-liste [role=option]')")
            waited = float(page.evaluate("() => performance.now() - window.began"))
            self.link.latency = self.link.rate = 0
            return waited


def tried(page: Any, expression: str, query: str) -> list[str] | None:
    """What a page answers; None when it failed."""
    from playwright.sync_api import Error

    try:
        found: list[str] = page.evaluate(expression, query)
    except Error:
        return None
    return found


@contextmanager
def visitors(site: Path) -> Iterator[Visitors]:
    """Visitors of a built site, in one Chromium."""
    from playwright.sync_api import sync_playwright

    with served(site) as (address, link), sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield Visitors(browser, address, link)
        browser.close()
