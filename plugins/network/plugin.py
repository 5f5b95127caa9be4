"""Pelican glue of the network: offers side by side, and the links by which errors are reported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.network.comparison import POINTS, comparison_pages, data_file
from plugins.network.reporting import Reporting, check_address


def prepare(pelican: Pelican) -> None:
    """Jinja filters on a page's title: `signaler` for one reason, `signalements` for all."""
    reporting = Reporting(pelican.settings["CORRECTION_ADDRESS"], pelican.settings["SITE_ADDRESS"])
    filters = {"signaler": reporting.link, "signalements": reporting.links}
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], **filters}


def check(pelican: Pelican) -> None:
    """An address that opens nothing is told before anything is built."""
    pelican.settings["DIAGNOSTICS"] += check_address(pelican.settings["CORRECTION_ADDRESS"])


def share(generators: list[Any]) -> None:
    """For templates: `comparison_points`, `comparison_pages`, `comparison_data` (the address of the script)."""
    context, settings = generators[0].context, generators[0].settings
    settings["COMPARISON_FILE"] = data_file(settings["ALLIANCE"], settings["JINJA_FILTERS"]["libelle"])
    context["comparison_points"], context["comparison_pages"] = POINTS, comparison_pages(settings["ALLIANCE"])
    context["comparison_data"] = settings["COMPARISON_FILE"].name


class ComparisonPages(Generator):  # type: ignore[misc]  # Pelican is not typed
    """A page of each family, its actors side by side: what the chooser offers without JavaScript."""

    def generate_output(self, writer: Any) -> None:
        """Called by Pelican when every room is ready."""
        template = self.get_template("comparaison")
        for page in self.context["comparison_pages"]:
            writer.write_file(f"{page.url}index.html", template, self.context, self.settings["RELATIVE_URLS"], compared=page)
        file = self.settings["COMPARISON_FILE"]
        Path(self.output_path, file.name).parent.mkdir(parents=True, exist_ok=True)
        Path(self.output_path, file.name).write_text(file.text, encoding="utf-8", newline="")


def register() -> None:
    """After presentation, whose words it uses, and after registry: names of persons are masked."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(check)
    signals.get_generators.connect(pages)
    signals.all_generators_finalized.connect(share)


def pages(_: Pelican) -> type[Generator]:
    """The generator, for Pelican's list."""
    return ComparisonPages
