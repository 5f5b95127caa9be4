"""A built site → pictures of one page per template, at three widths, in two colour schemes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from plugins.building.access import lay_out
from plugins.building.chromium import launch_options
from plugins.building.local_server import start
from plugins.checks.structure import MARK
from plugins.checks.tags import read

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")


def one_page_per_template(site: Path) -> dict[str, str]:
    """Template name → path of its richest page, which shows most of the template's parts."""
    largest: dict[str, tuple[int, str]] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page = read(name, path.read_text(encoding="utf-8"))
        for body in page.named("body"):
            template = body.attributes.get(MARK, "")
            largest[template] = max(largest.get(template, (0, "")), (len(page.source), name))
    # A redirection is not looked at: it leads away at once.
    return {template: name for template, (_, name) in sorted(largest.items()) if template not in {"", "redirection"}}


def take(site: Path, target: Path, widths: Iterable[int] = WIDTHS) -> int:
    """Write `target`/<template>-<width>-<scheme>.png.

    Returns:
        How many pictures were taken.
    """
    target.mkdir(parents=True, exist_ok=True)
    server, address = start(site)
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for template, name in one_page_per_template(site).items():
            for width in widths:
                for scheme in SCHEMES:
                    picture = target / f"{template}-{width}-{'clair' if scheme == 'light' else 'sombre'}.png"
                    _take(browser, f"{address}/{name}", width, scheme, picture)
                    count += 1
        browser.close()
    server.shutdown()
    return count


def _take(browser: Browser, url: str, width: int, scheme: str, picture: Path) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",  # the picture shows the page at rest
        bypass_csp=True,  # for `lay_out`
    )
    page.goto(url, wait_until="load")
    lay_out(page)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=picture, full_page=True)
    page.close()
