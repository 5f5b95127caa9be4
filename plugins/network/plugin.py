"""Pelican glue of the network: its pages, and the links by which errors are reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.network.comparison import data_file
from plugins.network.pages import for_templates, network_pages
from plugins.network.reporting import Reporting, check_address


def prepare(pelican: Pelican) -> None:
    """Jinja filters on a page's title: `signaler` for one reason, `signalements` for all."""
    reporting = Reporting(pelican.settings["CORRECTION_ADDRESS"], pelican.settings["SITE_ADDRESS"])
    filters = {"signaler": reporting.link, "signalements": reporting.links}
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], **filters}


def check(pelican: Pelican) -> type[Generator]:
    """An address that opens nothing is told before anything is built; the generator, for Pelican's list."""
    pelican.settings["DIAGNOSTICS"] += check_address(pelican.settings["CORRECTION_ADDRESS"])
    return NetworkPages


def share(generators: list[Any]) -> None:
    """For templates: what `for_templates` says, and the address of the script of the comparison."""
    context, settings = generators[0].context, generators[0].settings
    content, today = settings["ALLIANCE"], date.fromisoformat(settings["BUILD_DATE"])
    settings["COMPARISON_FILE"] = data_file(content)
    context.update(for_templates(content, today), comparison_data=settings["COMPARISON_FILE"].name)


class NetworkPages(Generator):  # type: ignore[misc]  # Pelican is not typed
    """The pages that no file of the content stands for."""

    def generate_output(self, writer: Any) -> None:
        """Called by Pelican when every room is ready."""
        bodies = {key: rendered.html for key, rendered in self.settings["RENDERED"].items()}
        relative, today = self.settings["RELATIVE_URLS"], date.fromisoformat(self.settings["BUILD_DATE"])
        for page in network_pages(self.settings["ALLIANCE"], bodies, self.context["backlinks"], today):
            writer.write_file(f"{page.url}index.html", self.get_template(page.template), self.context, relative, **page.values)
        file = self.settings["COMPARISON_FILE"]
        Path(self.output_path, file.name).parent.mkdir(parents=True, exist_ok=True)
        Path(self.output_path, file.name).write_text(file.text, encoding="utf-8", newline="")


def register() -> None:
    """After registry: names of persons are masked."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(check)
    signals.all_generators_finalized.connect(share)
