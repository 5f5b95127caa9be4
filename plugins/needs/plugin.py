"""Pelican glue of the needs: warnings for editors, relays and finder for templates, plain pages of the finder."""

from __future__ import annotations

from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.needs.checking import check_needs
from plugins.needs.helping import finder
from plugins.needs.relay import relays


def check(pelican: Pelican) -> None:
    """Warnings, once the content has no error left."""
    pelican.settings["DIAGNOSTICS"] += check_needs(pelican.settings["ALLIANCE"])


def share(generators: list[Any]) -> None:
    """For templates: `relays` by slug of the need, and `finder`."""
    context, content = generators[0].context, generators[0].settings["ALLIANCE"]
    context["relays"], context["finder"] = relays(content), finder(content)


class PlainPages(Generator):  # type: ignore[misc]  # Pelican is not typed
    """The finder without JavaScript: a page of links for each public and each territory."""

    def generate_output(self, writer: Any) -> None:
        """Called by Pelican when every room is ready."""
        found, template = self.context["finder"], self.get_template("aide")
        for facet, choice in found.pages():
            writer.write_file(
                f"{choice.url}index.html",
                template,
                self.context,
                self.settings["RELATIVE_URLS"],
                facet=facet,
                choice=choice,
                helpers=found.matching(facet.code, choice),
            )


def plain_pages(_: Pelican) -> type[Generator]:
    """The generator, for Pelican's list."""
    return PlainPages


def register() -> None:
    """After registry (names are masked); before the first page is written."""
    signals.get_generators.connect(check)
    signals.get_generators.connect(plain_pages)
    signals.all_generators_finalized.connect(share)
