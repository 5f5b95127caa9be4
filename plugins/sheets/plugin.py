"""Pelican glue of the relay sheets: warnings for editors, one page for each need and each actor, what its paper carries."""

from __future__ import annotations

from datetime import date
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.diagnostics import Place
from plugins.sheets.checking import check_sheets
from plugins.sheets.composing import sheets
from plugins.sheets.fingerprint import KEY, paper
from plugins.sheets.names import names_of


def check(pelican: Pelican) -> None:
    """Warnings, once the content has no error left."""
    settings = pelican.settings
    settings["SHEET_NAMES"] = names_of(settings["ALLIANCE"], settings["REGISTRY"])
    settings["DIAGNOSTICS"] += check_sheets(settings["ALLIANCE"], settings["SHEET_NAMES"])


def share(generators: list[Any]) -> None:
    """For templates: `papers`, by key of a need or of an actor."""
    context, settings = generators[0].context, generators[0].settings
    day = date.fromisoformat(settings["BUILD_DATE"])
    made = sheets(settings["ALLIANCE"], settings["SHEET_NAMES"])
    context["papers"] = {sheet.key: paper(sheet, day) for sheet in made}


class SheetPages(Generator):  # type: ignore[misc]  # Pelican is not typed
    """Writes `<page>/fiche/index.html`."""

    def generate_output(self, writer: Any) -> None:
        """Called by Pelican when every room is ready; a code is drawn only for a site that has a public address."""
        settings, template, address = self.settings, self.get_template("fiche"), self.settings["SITE_ADDRESS"].rstrip("/")
        if address:
            from plugins.sheets.qr import qr_code
        for one in self.context["papers"].values():
            page, name = f"{address}/{one.sheet.page}#{KEY}=", f"{one.sheet.url}index.html"
            code = qr_code(page + one.fingerprint.full) if address else None
            if address and code is None:
                message = "adresse trop longue pour un code QR — la fiche la donne en lettres"
                settings["DIAGNOSTICS"].append(Place(name, 0).warning(message))
            typed = page + one.fingerprint.short if address else ""
            writer.write_file(name, template, self.context, settings["RELATIVE_URLS"], sheet=one.sheet, code=code, leads_to=typed)


def sheet_pages(_: Pelican) -> type[Generator]:
    """The generator, for Pelican's list."""
    return SheetPages


def register() -> None:
    """After registry: names of persons are masked."""
    signals.get_generators.connect(check)
    signals.get_generators.connect(sheet_pages)
    signals.all_generators_finalized.connect(share)
