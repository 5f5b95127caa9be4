"""Pelican glue of the reading room: the reader of our Markdown files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.readers import BaseReader, Readers

from plugins.cache.store import Store, file_of
from plugins.diagnostics import errors, listing
from plugins.reading.rendering import metadata, render_all
from plugins.reading.reserved import of_theme


class ContentReader(BaseReader):  # type: ignore[misc]  # Pelican is not typed
    """Looks a file up among the documents that were read, masked and rendered before."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """HTML and metadata of one file."""
        path = Path(source_path)
        key = f"{path.parent.name}/{path.stem}"
        page = self.settings["RENDERED"][key]
        return page.html, metadata(self.settings["DOCUMENTS"][key], page)


def render_pages(pelican: Pelican) -> None:
    """Everything is rendered before the first file is asked for, so that all errors of a run are told together."""
    settings = pelican.settings
    folder = Path(settings["PATH"])
    files = {path.relative_to(folder).as_posix() for name in settings["STATIC_PATHS"] for path in (folder / name).rglob("*")}
    store = Store(file_of(settings["BUILD_CACHE"], settings["PATH"], "reading"))
    rendered, diagnostics = render_all(settings["ALLIANCE"], files, of_theme(Path(settings["THEME"])), store)
    settings["DIAGNOSTICS"] += [*diagnostics, *store.close()]
    settings["RENDERED"], settings["DOCUMENTS"] = rendered, settings["ALLIANCE"].by_key()
    if errors(settings["DIAGNOSTICS"]):
        raise SystemExit(listing(settings["DIAGNOSTICS"]))


def add_reader(readers: Readers) -> None:
    """Our reader takes the place of Pelican's own Markdown reader."""
    readers.reader_classes["md"] = ContentReader


def forget_disabled(generator: Any) -> None:
    """Without Python-Markdown, Pelican warns that nobody reads `.md`."""
    generator.readers.disabled_readers.pop("md", None)


def register() -> None:
    """After registry: bodies are rendered with the names of persons already masked."""
    signals.get_generators.connect(render_pages)
    signals.readers_init.connect(add_reader)
    signals.generator_init.connect(forget_disabled)
