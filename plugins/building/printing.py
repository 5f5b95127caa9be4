"""A built site → its relay sheets as PDF files, printed by Chromium as a visitor would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from plugins.building.chromium import launch_options
from plugins.building.local_server import start

_COUNT = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b", re.DOTALL)


@dataclass(frozen=True)
class Printed:
    """A PDF file, and how many pages it has."""

    path: Path
    pages: int


def sheets_of(site: Path) -> list[str]:
    """The page of each sheet, from the site's root: `acteurs/caf/fiche/index.html`."""
    return sorted(path.relative_to(site).as_posix() for path in site.glob("*/*/fiche/index.html"))


def print_sheets(site: Path, target: Path) -> Iterator[Printed]:
    """Write `target`/acteurs/caf.pdf and so on, each as soon as it is printed.

    Args:
        site: a built site.
        target: an existing folder.
    """
    server, address = start(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page(java_script_enabled=False)
        for name in sheets_of(site):
            kind, slug = name.split("/")[:2]
            path = target / kind / f"{slug}.pdf"
            path.parent.mkdir(exist_ok=True)
            page.goto(f"{address}/{name}", wait_until="load")
            page.pdf(path=path, prefer_css_page_size=True, tagged=True, outline=False)
            yield Printed(path, page_count(path.read_bytes()))
        browser.close()
    server.shutdown()
    server.server_close()


def page_count(data: bytes) -> int:
    """How many pages a PDF of Chromium's has: the root of its page tree says it in the open (ISO 32000-1, § 7.7.3)."""
    return max((int(one or other) for one, other in _COUNT.findall(data)), default=0)
