"""Old addresses of pages → small pages that lead to the new one, without JavaScript and on any host."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from plugins.diagnostics import Place
from plugins.exports.addresses import Identity
from plugins.exports.headers import PAGE_POLICY
from plugins.model.built_page import Moved
from plugins.model.content import Content
from plugins.model.old_addresses import file_of
from plugins.text.site_addresses import relative
from plugins.text.typesetting import typeset

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
<body data-template="redirection">
  <main>
    <h1>Cette page a changé d’adresse</h1>
    <p><a href="{link}">{title}</a></p>
  </main>
</body>
</html>
"""


@dataclass(frozen=True)
class Redirection:
    """A page that leads from an old address.

    Attributes:
        place: where the address is written.
        address: as written.
        file: under the site's root.
        html: its text.
    """

    place: Place
    address: str
    file: str
    html: str


def redirections(content: Content, site: Identity, others: Iterable[Moved] = ()) -> tuple[Redirection, ...]:
    """One page for each old address of the content, and of what the site makes of it."""
    own = (
        Moved(document.place("redirections", index), address, document.url, document.record.titre)
        for document in content.documents()
        for index, address in enumerate(document.record.redirections)
    )
    return tuple(_redirection(moved, site) for moved in (*own, *others))


def _redirection(moved: Moved, site: Identity) -> Redirection:
    path = file_of(moved.address)
    html = _PAGE.format(
        policy=escape(PAGE_POLICY),
        title=escape(typeset(moved.title), quote=False),
        site=escape(typeset(site.name), quote=False),
        link=escape(relative(moved.url, path)),
        canonical=escape(site.link(moved.url, path)),
    )
    return Redirection(moved.place, moved.address, path, html)
