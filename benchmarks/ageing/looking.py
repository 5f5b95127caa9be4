"""A built site → what axe objects to in it, and how long its pages are on a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from plugins.building.access import lay_out, violations
from plugins.building.local_server import start
from plugins.building.screenshots import one_page_per_template

TELEPHONE = {"width": 360, "height": 720}
# The longest pages are among the heaviest, and the richest of each template.
_LOOKED_AT = 40


def faults(site: Path, browser: Browser, scheme: str, width: int) -> dict[str, list[str]]:
    """Template → what axe objects to in its richest page, and whether it scrolls sideways.

    Args:
        site: a built site.
        browser: Chromium.
        scheme: `light` or `dark`.
        width: of the window, in pixels.
    """
    found = {}
    with _opened(site, browser, {"width": width, "height": 800}, scheme) as (page, address):
        for template, name in one_page_per_template(site).items():
            page.goto(f"{address}/{name}", wait_until="load")
            found[template] = violations(page)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found[template].append("scrolls sideways")
    return found


def screens(site: Path, browser: Browser) -> dict[str, float]:
    """Address of each page that may be among the longest, but minutes → how many screens of a telephone it fills."""
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    heaviest = sorted(sizes, key=lambda name: -sizes[name])[:_LOOKED_AT]
    names = {name for name in [*one_page_per_template(site).values(), *heaviest] if not name.startswith("reunions/2")}
    found = {}
    with _opened(site, browser, TELEPHONE, "light") as (page, address):
        for name in sorted(names):
            page.goto(f"{address}/{name}", wait_until="load")
            lay_out(page)
            found[name] = float(page.evaluate("document.documentElement.scrollHeight")) / TELEPHONE["height"]
    return found


@contextmanager
def _opened(site: Path, browser: Browser, window: dict[str, int], scheme: str) -> Iterator[tuple[Page, str]]:
    server, address = start(site)
    # The policy of pages would refuse what looks at them.
    context = browser.new_context(viewport=window, color_scheme=scheme, service_workers="block", bypass_csp=True)  # type: ignore[arg-type]
    try:
        yield context.new_page(), address
    finally:
        context.close()
        server.shutdown()
        server.server_close()
