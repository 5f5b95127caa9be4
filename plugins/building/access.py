"""An open page → what axe objects to in it (WCAG 2.2 AA, RGAA 4, good practice)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"]
_FEWEST = 10  # rules that any page passes


def lay_out(page: Page) -> None:
    """What is laid out when it comes near is blank and without place for who does not scroll; the page must be open with `bypass_csp`."""
    page.add_style_tag(content="* { content-visibility: visible !important; }")


def violations(page: Page) -> list[str]:
    """Each fault: the rule, the element, what would mend it.

    Args:
        page: open with `bypass_csp`: its own policy would refuse the tool.

    Raises:
        RuntimeError: axe saw nothing of the page.
    """
    lay_out(page)
    page.evaluate(_program())
    result = page.evaluate("tags => axe.run({runOnly: tags})", _TAGS)
    if len(result["passes"]) <= _FEWEST:
        raise RuntimeError(f"axe saw nothing of {page.url}")
    return [
        f"{fault['id']}: {node['html']} {node['failureSummary']}" for fault in result["violations"] for node in fault["nodes"]
    ]


@cache
def _program() -> str:
    return _AXE.read_text(encoding="utf-8")
