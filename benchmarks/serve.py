"""`inv serve`, from save to the reloaded page in Chromium: the sentence that was just written is on the page that is open.

    inv bench serve [--options "--counts own,1000 --runs 20"]

One page of a copy of the content is open; its file is written again, with another sentence each time, and the clock
stops when the page says it.
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402 — the line above makes ours importable

from benchmarks.building.builders import Ours, OwnContent  # noqa: E402
from benchmarks.building.made import made_up, of_content  # noqa: E402
from benchmarks.report import machine, write_section  # noqa: E402
from benchmarks.serving.ports import free_ports  # noqa: E402
from plugins.building.chromium import launch_options  # noqa: E402
from plugins.model.kinds import FOLDERS  # noqa: E402

OWN = "own"
# Seconds that a first build, then each of the others, may take; between two saves, for the next build to have read its code.
FIRST, NEXT, REST = 600, 120, 2


def wait_for(address: str, served: subprocess.Popen[bytes]) -> None:
    """Until the site is there.

    Raises:
        SystemExit: when it does not come.
    """
    for _ in range(FIRST):
        if served.poll() is not None:
            break
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(1)
    raise SystemExit("inv serve ne montre pas le site")


def waits(count: str, runs: int, scratch: Path) -> Iterator[float]:
    """Seconds from each save to the page that says it."""
    pages = of_content(ROOT / "content") if count == OWN else made_up(int(count))
    site = (OwnContent if count == OWN else Ours)(scratch / count)
    site.folder.mkdir()
    site.write(pages)
    page, (port,) = pages[len(pages) // 2], free_ports(1)
    address = f"http://127.0.0.1:{port}/{FOLDERS[page.folder].url(page.slug)}"
    options = ["--content", str(site.folder / "content"), "--output", str(site.site), "--port", str(port)]
    cache = ["--set", f"BUILD_CACHE={site.folder / 'cache'}"]
    served = subprocess.Popen([sys.executable, "-m", "invoke", "serve", *options, *cache], cwd=ROOT, start_new_session=True)
    try:
        wait_for(address, served)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(**launch_options())
            shown = browser.new_page()
            shown.goto(address)
            for rank in range(runs):
                time.sleep(REST)
                sentence, text = f"Phrase {rank} de la mesure.", site.text(page)
                started = time.perf_counter()
                site.file(page).write_text(f"{text}\n\n{sentence}\n", encoding="utf-8")
                shown.get_by_text(sentence).first.wait_for(timeout=NEXT * 1000)
                yield time.perf_counter() - started
            browser.close()
    finally:
        # The process that builds is ended too: it would write into what is taken away.
        os.killpg(served.pid, signal.SIGTERM)
        served.wait()


def main() -> None:
    """Measure and write the section `serve`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", default=f"{OWN},1000", help="« own », le contenu du projet, ou un nombre de pages")
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    busy = f"{os.getloadavg()[0] / (os.cpu_count() or 1):.1f}".replace(".", ",")
    rows = []
    for count in options.counts.split(","):
        with tempfile.TemporaryDirectory() as scratch:
            found = sorted(waits(count, options.runs, Path(scratch)))
        name = "« content »" if count == OWN else count
        middle, least, most = (f"{value:.2f} s".replace(".", ",") for value in (statistics.median(found), found[0], found[-1]))
        rows.append(f"| {name} | {middle} | {least} | {most} |")
        print(rows[-1], file=sys.stderr)
    how = (
        f"De l'enregistrement d'une page à sa nouvelle phrase affichée dans Chromium, {options.runs} fois ; {machine()}, "
        f"où {busy} programme par cœur tournait déjà."
    )
    text = "\n".join([how, "", "| pages | médiane | au moins | au plus |", "|---|---|---|---|", *rows])
    print(text)
    write_section("serve", "Voir ce qu'on vient d'enregistrer", text)


if __name__ == "__main__":
    main()
