"""One page → a warning when it is heavier, or asks for more, than a telephone with poor reception can take."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.checks.safety import loaded
from plugins.checks.tags import HtmlPage
from plugins.diagnostics import Diagnostic

MOST_BYTES = 100_000
MOST_REQUESTS = 10


def check_weight(size: int) -> str:
    """What to tell about a page of more than 100 kB; nothing about any other.

    Args:
        size: of its file, in bytes, before compression.
    """
    return f"cette page pèse {-(-size // 1000)} ko — pas plus de {MOST_BYTES // 1000} ko par page" if size > MOST_BYTES else ""


def requests(page: HtmlPage) -> set[str]:
    """What the page loads, each address once; the page itself is not among it."""
    return {address for start in page.starts for address in loaded(start) if not address.startswith(("data:", "#"))}


def check_requests(page: HtmlPage) -> Iterator[Diagnostic]:
    """Warn about a page that needs more than ten requests, itself included."""
    count = 1 + len(requests(page))
    if count > MOST_REQUESTS:
        yield page.place().warning(f"cette page demande {count} fichiers — pas plus de {MOST_REQUESTS}")
