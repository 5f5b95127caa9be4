"""The first visit on a slow telephone: bytes, requests, largest contentful paint and layout shifts of four pages.

    inv bench phone [--options "--site output"]

Chromium 360 pixels wide, four times slower, behind 200 KB/s and 150 ms a request (DevTools' « Slow 4G » throughput and
its latency without the multiplier), cache empty at each load. The service worker is left out: it keeps the site for
later once a page has loaded. Exit code 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402 — the line above makes ours importable

from benchmarks.report import machine, write_section  # noqa: E402
from plugins.building.chromium import launch_options  # noqa: E402
from plugins.building.local_server import start  # noqa: E402

PAGES = {
    "accueil": "",
    "acteur": "acteurs/france-travail/",
    "besoin": "besoins/je-cherche-une-formation/",
    "réunion": "reunions/2021-10-15-commission-4/",
}
BYTES_A_SECOND, LATENCY_MS, SLOWER = 200_000, 150, 4
MOST_BYTES, MOST_REQUESTS, MOST_LCP_MS, MOST_CLS = 100_000, 10, 1000, 0.0

# `getEntries` does not give these two kinds: they must be observed, from what was kept (Largest Contentful Paint, Layout Instability).
_OBSERVED = """() => new Promise((done) => {
  const seen = { lcp: 0, cls: 0, what: "" };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) Object.assign(seen, { lcp: entry.startTime, what: entry.element?.tagName ?? "" }); })
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.cls += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(seen), 300);
})"""


@dataclass(frozen=True)
class Load:
    """One first visit.

    Attributes:
        size: bytes that came over the network, headers included.
        requests: the page itself included.
        lcp: milliseconds until the largest content was painted.
        cls: sum of layout shifts.
        what: the element that was the largest.
    """

    size: int
    requests: int
    lcp: float
    cls: float
    what: str


def visit(browser: Browser, url: str) -> Load:
    """Load one page in a browser that knows nothing yet."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True, has_touch=True, service_workers="block"
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    speed = {"downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND, "latency": LATENCY_MS}
    session.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="networkidle")
    page.wait_for_timeout(500)
    seen: dict[str, Any] = page.evaluate(_OBSERVED)
    context.close()
    return Load(round(sum(sizes)), len(sizes), seen["lcp"], seen["cls"], seen["what"].lower())


def middle(loads: list[Load]) -> Load:
    """The median of each measure; the largest element is that of the last load."""
    return Load(
        round(statistics.median(load.size for load in loads)),
        round(statistics.median(load.requests for load in loads)),
        statistics.median(load.lcp for load in loads),
        statistics.median(load.cls for load in loads),
        loads[-1].what,
    )


def missed(load: Load) -> Iterator[str]:
    """The targets that a page misses."""
    if load.size > MOST_BYTES:
        yield "octets"
    if load.requests > MOST_REQUESTS:
        yield "requêtes"
    if load.lcp >= MOST_LCP_MS:
        yield "affichage"
    if load.cls > MOST_CLS:
        yield "déplacements"


def measure(site: Path, runs: int) -> dict[str, Load]:
    """Each page, in turn, several times."""
    server, address = start(site)
    loads: dict[str, list[Load]] = {name: [] for name in PAGES}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for _ in range(runs):
            for name, path in PAGES.items():
                loads[name].append(visit(browser, f"{address}/{path}"))
        browser.close()
    server.shutdown()
    server.server_close()
    return {name: middle(found) for name, found in loads.items()}


def french(number: float) -> str:
    """A number with a decimal comma."""
    return f"{number:.1f}".replace(".", ",")


def report(found: dict[str, Load], runs: int, busy: float) -> str:
    """The section of the table."""
    rows = [
        f"| {name} | {load.size / 1000:.0f} ko | {load.requests} | {load.lcp / 1000:.2f} s (`{load.what}`) | {load.cls:.3f} |".replace(
            ".", ","
        )
        for name, load in found.items()
    ]
    how = (
        f"Première visite, cache vide, médianes de {runs} chargements : Chromium large de 360 pixels, processeur ralenti "
        f"{SLOWER} fois, réseau à {BYTES_A_SECOND // 1000} ko/s et {LATENCY_MS} ms par requête (`Network.emulateNetworkConditions`), "
        f"serveur local qui compresse, sans le service worker, qui garde le site une fois la page affichée ; {machine()}, "
        f"où {french(busy)} programme par cœur tournait déjà (une machine occupée rallonge l'affichage)."
    )
    return "\n".join(
        [
            how,
            "",
            "| page | reçus (au plus 100 ko) | requêtes (au plus 10) | plus grand contenu affiché (moins de 1 s) | déplacements (0) |",
            "|---|---|---|---|---|",
            *rows,
        ]
    )


def main() -> None:
    """Measure and write the section `phone`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", help="a built site; without it, the project's own content is built aside")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(options.site) if options.site else Path(scratch) / "site"
        if not options.site:
            subprocess.run([sys.executable, "-m", "invoke", "build", "--output", str(site)], cwd=ROOT, check=True)
        busy = os.getloadavg()[0] / (os.cpu_count() or 1)
        found = measure(site, options.runs)
    text = report(found, options.runs, busy)
    print(text)
    if not options.site:
        write_section("phone", "Ouvrir une page sur un téléphone lent", text)
    faults = [f"{name} : {', '.join(kinds)}" for name, load in found.items() if (kinds := list(missed(load)))]
    if faults:
        raise SystemExit("objectif manqué — " + " ; ".join(faults))


if __name__ == "__main__":
    main()
