"""Old addresses of pages → small pages that lead to the new one, without JavaScript and on any host."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import unquote

from plugins.exports.addresses import Site, relative
from plugins.exports.headers import PAGE_POLICY
from plugins.model.content import Content

_PAGE = """<!doctype html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="{policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{title} — {site}</title>
  <meta name="robots" content="noindex">
  <meta http-equiv="refresh" content="0; url={link}">
  <link rel="canonical" href="{canonical}">
</head>
<body data-gabarit="redirection">
  <main>
    <h1>Cette page a changé d’adresse</h1>
    <p><a href="{link}">{title}</a></p>
  </main>
</body>
</html>
"""


def redirections(content: Content, site: Site) -> Mapping[str, str]:
    """HTML of each redirection, by path of its file under the site's root."""
    pages = {}
    for document in content.documents():
        for address in document.record.redirections:
            path = file_of(address)
            link = relative(document.url, path)
            pages[path] = _PAGE.format(
                policy=escape(PAGE_POLICY),
                title=escape(document.record.titre),
                site=escape(site.name),
                link=escape(link),
                canonical=escape(site.link(document.url, path)),
            )
    return pages


def file_of(address: str) -> str:
    """`/acteurs/pole-emploi/` → `acteurs/pole-emploi/index.html`; an address of a file is that file."""
    clean = unquote(address).strip().strip("/")
    return clean if clean.endswith(".html") else f"{clean}/index.html"
