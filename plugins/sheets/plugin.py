"""Pelican glue of the relay sheets: warnings for editors, one page for each need and each actor."""

from __future__ import annotations

from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.diagnostics import Place
from plugins.sheets.checking import check_sheets
from plugins.sheets.composing import sheets
from plugins.sheets.names import names_of


def check(pelican: Pelican) -> None:
    """Warnings, once the content has no error left."""
    settings = pelican.settings
    settings["SHEET_NAMES"] = names_of(settings["ALLIANCE"], settings["REGISTRY"])
    settings["DIAGNOSTICS"] += check_sheets(settings["ALLIANCE"], settings["SHEET_NAMES"])


class SheetPages(Generator):  # type: ignore[misc]  # Pelican is not typed
    """Writes `<page>/fiche/index.html`."""

    def generate_output(self, writer: Any) -> None:
        """Called by Pelican when every room is ready; a code is drawn only for a site that has a public address."""
        settings, template = self.settings, self.get_template("fiche")
        address = settings["SITE_ADDRESS"].rstrip("/")
        if address:
            from plugins.sheets.qr import qr_code
        made = sheets(settings["ALLIANCE"], settings["SHEET_NAMES"])
        for sheet in made:
            leads_to = f"{address}/{sheet.page}" if address else ""
            code = qr_code(leads_to) if leads_to else None
            if leads_to and code is None:
                place = Place(f"{sheet.url}index.html", 0)
                settings["DIAGNOSTICS"].append(
                    place.warning("adresse trop longue pour un code QR — la fiche la donne en lettres")
                )
            writer.write_file(
                f"{sheet.url}index.html",
                template,
                self.context,
                settings["RELATIVE_URLS"],
                sheet=sheet,
                code=code,
                leads_to=leads_to,
            )


def sheet_pages(_: Pelican) -> type[Generator]:
    """The generator, for Pelican's list."""
    return SheetPages


def register() -> None:
    """After registry: names of persons are masked."""
    signals.get_generators.connect(check)
    signals.get_generators.connect(sheet_pages)
