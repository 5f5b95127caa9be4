"""The only glue with Pelican: its settings → what was decided, our pages → its reader and its writer."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.readers import BaseReader, Readers

from plugins.crosslinks.texts import linked_text
from plugins.diagnostics import errors, listing
from plugins.model.folder import LEFT_BY_SYSTEMS
from plugins.model.site_settings import settings_of
from plugins.parts import Decided
from plugins.presentation.filters import FILTERS, of_this_site
from plugins.reading.rendering import metadata
from plugins.site import finish, make, pages, read
from plugins.text.output import Output
from plugins.views.making import around, digests, view_of
from plugins.views.stored import KeptPages


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


def identify(pelican: Pelican) -> None:
    """What the content says of its own site fills the settings that nobody gave; Pelican copies them when it starts."""
    pelican.settings.update(settings_of(Path(pelican.settings["PATH"]), pelican.settings))


def begin(pelican: Pelican) -> type[Generator]:
    """Fresh at each run (autoreload keeps the same Pelican object); stops at errors, all told together."""
    settings: dict[str, Any] = pelican.settings
    decided = Decided.by(settings)
    source = read(decided)
    settings["DIAGNOSTICS"] = list(source.diagnostics)
    if errors(source.diagnostics):
        raise SystemExit(listing(source.diagnostics))
    site = make(source, decided)
    settings["SITE"] = site
    settings["KEPT_PAGES"] = KeptPages(partial(view_of, site.shown, around(site.shown)), digests(), decided.store("pages"))
    settings["DIAGNOSTICS"] += site.diagnostics
    settings["IGNORE_FILES"] = list(LEFT_BY_SYSTEMS)  # what is not read is not copied either
    report, reports = of_this_site(decided.reporting.link), of_this_site(decided.reporting.links)
    ours = {**FILTERS, "linked": linked_text, "report": report, "reports": reports}
    settings["JINJA_FILTERS"] = {**settings["JINJA_FILTERS"], **ours}
    return BuiltPages


def publish(pelican: Pelican) -> None:
    """Written last: Pelican empties the folder at the start of a run."""
    settings: dict[str, Any] = pelican.settings
    kept = settings["KEPT_PAGES"].close()
    output = settings.get("OUTPUT") or Output(Path(settings["OUTPUT_PATH"]))
    settings["DIAGNOSTICS"] += kept + finish(output, settings["SITE"], Decided.by(settings))


def add_reader(readers: Readers) -> None:
    """Our reader takes the place of Pelican's own Markdown reader."""
    readers.reader_classes["md"] = ContentReader


def prepare(generator: Any) -> None:
    """Its templates write pages that are kept; without Python-Markdown, Pelican would warn that nobody reads `.md`."""
    generator.readers.disabled_readers.pop("md", None)
    generator.settings["KEPT_PAGES"].take(generator.env)


def register() -> None:
    """Content first, files last; between them Pelican runs the templates."""
    signals.initialized.connect(identify)
    signals.get_generators.connect(begin)
    signals.readers_init.connect(add_reader)
    signals.generator_init.connect(prepare)
    signals.finalized.connect(publish)
