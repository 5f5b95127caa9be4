"""Addresses under the site's root → as a page, or a host, writes them."""

from __future__ import annotations

from urllib.parse import urlsplit


def root_path(address: str) -> str:
    """The path under which a site stands, for pages served at any depth: `https://a.fr/b/` → `/b`, no address → ``."""
    return urlsplit(address).path.rstrip("/")


def to_root(page: str) -> str:
    """The way up from a page, or from a file, to the site's root: `acteurs/cgt/` → `../../`; empty from the home page.

    Args:
        page: its address under the root, without a query.
    """
    return "../" * page.count("/")


def relative(url: str, page: str) -> str:
    """An address under the root, as a page writes it: `acteurs/cgt/` from `reunions/x/` → `../../acteurs/cgt/`.

    It works under any prefix, and from a folder.
    """
    return to_root(page) + url or "./"
