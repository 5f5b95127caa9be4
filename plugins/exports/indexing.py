"""A built folder → the sitemap of the pages that may be indexed; the rules for robots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from plugins.exports.addresses import Identity
from plugins.text.files import EDITOR_PAGE

_KEPT_OUT = re.compile(rb"<meta\s[^>]*name=\"robots\"[^>]*noindex", re.IGNORECASE)
_HEAD = 16_384  # octets: a page's head is smaller


def indexable(folder: Path) -> Iterator[str]:
    """Address under the root of each page that does not ask to be left out; `404.html` answers for no address."""
    for path in sorted(folder.rglob("index.html")):
        with path.open("rb") as file:
            if not _KEPT_OUT.search(file.read(_HEAD)):
                yield path.relative_to(folder).as_posix().removesuffix("index.html")


def sitemap(site: Identity, urls: Iterable[str]) -> str:
    """The sitemap (sitemaps.org, protocol 0.9); no `lastmod`, because no page knows when its text last changed."""
    lines = [f"<url><loc>{escape(site.root + url)}</loc></url>" for url in urls]
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return head + "".join(line + "\n" for line in lines) + "</urlset>\n"


def robots(site: Identity) -> str:
    """Rules for robots (RFC 9309): the pages for editors are not for search engines."""
    lines = ["User-agent: *", f"Disallow: {site.path}redaction/", f"Disallow: {site.path}{EDITOR_PAGE}"]
    return "\n".join([*lines, *([f"Sitemap: {site.root}sitemap.xml"] if site.root else [])]) + "\n"
