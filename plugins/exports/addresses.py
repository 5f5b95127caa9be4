"""Addresses under the site's root → links of one page, absolute when the site has a public address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from plugins.diagnostics import Diagnostic, Place
from plugins.text.public_address import shown, site_fault
from plugins.text.site_addresses import relative


@dataclass(frozen=True)
class Identity:
    """What every export says of the site.

    Attributes:
        name: its name.
        description: its subtitle.
        address: its public address, with or without a final slash; empty when it is not published.
    """

    name: str
    description: str = ""
    address: str = ""

    @property
    def root(self) -> str:
        """The public address with its final slash, or nothing."""
        return self.address.rstrip("/") + "/" if self.address else ""

    @property
    def path(self) -> str:
        """The path under which the host serves the site, such as `/` or `/alliance/`."""
        return urlsplit(self.root).path or "/"

    def public(self, url: str) -> str:
        """The whole address of `url`, for formats that know no other; nothing without a public address."""
        return self.root + url if self.root else ""

    def link(self, url: str, page: str) -> str:
        """The address `url` as the page at `page` writes it.

        Args:
            url: under the root, such as `acteurs/cgt/` or `` (the home page).
            page: address of the page that holds the link, or path of the file.
        """
        return self.root + url if self.root else relative(url, page)


def check_identity(identity: Identity, root: str) -> Iterator[Diagnostic]:
    """The site has a name; its addresses are empty (a copy for work), or fit to be written in every page and file for machines.

    Args:
        identity: what exports say of the site.
        root: SITEURL, which Pelican writes before the links of pages when they are not relative.
    """
    if not identity.name.strip():
        yield Place("SITENAME", 0).error("le nom du site est vide — écrire par exemple « L'alliance des Deux Rives »")
    for setting, address in (("SITE_ADDRESS", identity.address), ("SITEURL", root)):
        fault = site_fault(address) if address else ""
        if fault:
            message = f"« {shown(address)} » : {fault} — écrire par exemple https://exemple.fr/alliance"
            yield Place(setting, 0).error(message)
