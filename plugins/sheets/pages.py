"""Papers and the site's public address → one page each, with the code that leads from paper to the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.diagnostics import Place
from plugins.model.built_page import BuiltPage
from plugins.sheets.fingerprint import KEY, Paper


def sheet_pages(papers: Iterable[Paper], address: str) -> Iterator[BuiltPage]:
    """`<page>/fiche/` of every sheet; a code is drawn only for a site that has a public address.

    Args:
        papers: the sheets, and what their paper carries.
        address: of the site, without its final slash; empty when it is not published.
    """
    if address:
        from plugins.sheets.qr import qr_code
    for one in papers:
        page = f"{address}/{one.sheet.page}#{KEY}="
        code = qr_code(page + one.fingerprint.full) if address else None
        place = Place(f"{one.sheet.url}index.html", 0)
        too_long = place.warning("adresse trop longue pour un code QR — la fiche la donne en lettres")
        remarks = (too_long,) if address and code is None else ()
        typed = page + one.fingerprint.short if address else ""
        yield BuiltPage(one.sheet.url, "fiche", {"sheet": one.sheet, "code": code, "leads_to": typed}, remarks)
