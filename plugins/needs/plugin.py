"""Pelican glue of the needs: warnings for editors, relays and finder for templates, plain pages of the finder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.needs.checking import check_needs
from plugins.needs.data import data_file
from plugins.needs.eligibility import eligibility
from plugins.needs.helping import finder
from plugins.needs.plain import plain_pages
from plugins.needs.relay import relays
from plugins.needs.ways import ways


def check(pelican: Pelican) -> None:
    """Warnings, once the content has no error left."""
    pelican.settings["DIAGNOSTICS"] += check_needs(
        pelican.settings["ALLIANCE"], date.fromisoformat(pelican.settings["BUILD_DATE"])
    )


def share(generators: list[Any]) -> None:
    """For templates: `ways` by slug of the actor, `relays` by slug of the need, `eligibility`, `finder` and the address of its data."""
    context, settings = generators[0].context, generators[0].settings
    content = settings["ALLIANCE"]
    context.update(ways=ways(content), relays=relays(content), finder=finder(content), eligibility=eligibility(content))
    settings["FINDER_FILE"] = data_file(context["finder"], content)
    context["finder_data"] = settings["FINDER_FILE"].name


class PlainPages(Generator):  # type: ignore[misc]  # Pelican is not typed
    """The finder's data, and the finder without JavaScript: pages of links."""

    def generate_output(self, writer: Any) -> None:
        """Called by Pelican when every room is ready."""
        template, relative = self.get_template("aide"), self.settings["RELATIVE_URLS"]
        for plain in plain_pages(self.context["finder"]):
            writer.write_file(f"{plain.url}index.html", template, self.context, relative, plain=plain)
        file = self.settings["FINDER_FILE"]
        Path(self.output_path, file.name).parent.mkdir(parents=True, exist_ok=True)
        Path(self.output_path, file.name).write_text(file.text, encoding="utf-8", newline="")


def generator(_: Pelican) -> type[Generator]:
    """The generator, for Pelican's list."""
    return PlainPages


def register() -> None:
    """After registry (names are masked); before the first page is written."""
    signals.get_generators.connect(check)
    signals.get_generators.connect(generator)
    signals.all_generators_finalized.connect(share)
