"""The only glue with Pelican: its settings → what was decided, our pages → its reader and its writer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.readers import BaseReader, Readers

from plugins.crosslinks.texts import linked_text
from plugins.diagnostics import errors, listing
from plugins.model.folder import LEFT_BY_SYSTEMS
from plugins.network.reporting import Reporting
from plugins.parts import Decided, Site
from plugins.presentation.filters import FILTERS, of_this_site
from plugins.reading.rendering import metadata
from plugins.site import finish, make, pages, read


class ContentReader(BaseReader):  # type: ignore[misc]  # Pelican is not typed
    """Looks a file up among the documents that were read, masked, rendered and linked before."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """HTML and metadata of one file."""
        path = Path(source_path)
        key, site = f"{path.parent.name}/{path.stem}", self.settings["SITE"]
        return site.bodies[key], metadata(site.documents[key], site.source.rendered[key])


class BuiltPages(Generator):  # type: ignore[misc]  # Pelican is not typed
    """The pages that no file of the content stands for."""

    def generate_output(self, writer: Any) -> None:
        """Called by Pelican when every template is known."""
        settings, relative = self.settings, self.settings["RELATIVE_URLS"]
        for page in pages(settings["SITE"], Decided.by(settings)):
            writer.write_file(f"{page.url}index.html", self.get_template(page.template), self.context, relative, **page.values)
            settings["DIAGNOSTICS"] += page.remarks


def begin(pelican: Pelican) -> type[Generator]:
    """Fresh at each run (autoreload keeps the same Pelican object); stops at errors, all told together."""
    settings: dict[str, Any] = pelican.settings
    source = read(Decided.by(settings))
    settings["DIAGNOSTICS"] = list(source.diagnostics)
    if errors(source.diagnostics):
        raise SystemExit(listing(source.diagnostics))
    site = make(source, Decided.by(settings))
    settings["SITE"] = site
    settings["DIAGNOSTICS"] += site.diagnostics
    settings["IGNORE_FILES"] = list(LEFT_BY_SYSTEMS)  # what is not read is not copied either
    reporting = Reporting(settings["CORRECTION_ADDRESS"], settings["SITE_ADDRESS"])
    ours = {
        **FILTERS,
        "relie": linked_text,
        "signaler": of_this_site(reporting.link),
        "signalements": of_this_site(reporting.links),
    }
    settings["JINJA_FILTERS"] = {**settings["JINJA_FILTERS"], **ours}
    return BuiltPages


def share(generators: list[Any]) -> None:
    """Templates find each part of the site under its own name."""
    site: Site = generators[0].settings["SITE"]
    generators[0].context.update(vars(site.shown))


def publish(pelican: Pelican) -> None:
    """Written last: Pelican empties the folder at the start of a run."""
    settings: dict[str, Any] = pelican.settings
    settings["DIAGNOSTICS"] += finish(Path(settings["OUTPUT_PATH"]), settings["SITE"], Decided.by(settings))


def add_reader(readers: Readers) -> None:
    """Our reader takes the place of Pelican's own Markdown reader."""
    readers.reader_classes["md"] = ContentReader


def forget_disabled(generator: Any) -> None:
    """Without Python-Markdown, Pelican warns that nobody reads `.md`."""
    generator.readers.disabled_readers.pop("md", None)


def register() -> None:
    """Content first, files last; between them Pelican runs the templates."""
    signals.get_generators.connect(begin)
    signals.readers_init.connect(add_reader)
    signals.generator_init.connect(forget_disabled)
    signals.all_generators_finalized.connect(share)
    signals.finalized.connect(publish)
