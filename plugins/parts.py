"""The parts of a site, each of one type: what was decided, what was read, what is shown, what is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from plugins.cache.memory import memory
from plugins.cache.plain import again, plain
from plugins.cache.store import Store, file_of, key_of
from plugins.crosslinks.mention import Policy
from plugins.crosslinks.stored import Found
from plugins.diagnostics import Diagnostic
from plugins.exports.addresses import Identity
from plugins.exports.headers import headers
from plugins.followup.passages import Asked, ToldPassage
from plugins.followup.stored import kept_passages
from plugins.markup.body import Body
from plugins.markup.reading import read
from plugins.model.committees import Committees, known_committees
from plugins.model.content import Content, Document
from plugins.model.records import Page
from plugins.model.site_file import SiteFile
from plugins.persons.scene import Display
from plugins.presentation.reporting import Reporting
from plugins.presentation.web_editor import editor_files
from plugins.reading.markdown import Rendered
from plugins.registry.registry import Registry
from plugins.search.engines import AskedEngine
from plugins.search.sections import Section
from plugins.search.site_files import SearchFiles
from plugins.sheets.composing import sheets
from plugins.sheets.fingerprint import Paper, paper
from plugins.sheets.names import SheetNames
from plugins.text.publication import missing
from plugins.views.shown import Shown


@dataclass(frozen=True)
class Decided:
    """What a person decided of a site: `pelicanconf.py` says what each setting means."""

    folder: Path
    shown_as: str | None
    day: date
    people: Display
    links: Policy
    identity: Identity
    root: str
    short_name: str
    corrections: str
    lacking: str
    theme: Path
    theme_folder: str
    editor: str
    copied: tuple[str, ...]
    search_budget: int
    engine: AskedEngine
    offline_budget: int
    cache: str
    committees: Committees
    only_checked: bool

    @classmethod
    def by(cls, settings: Mapping[str, Any]) -> Decided:
        """What Pelican's settings say, as `pelicanconf.py` and the person who builds gave them."""
        return cls(
            folder=Path(settings["PATH"]),
            shown_as=settings["CONTENT_NAME"],
            day=date.fromisoformat(settings["BUILD_DATE"]),
            people=settings["PEOPLE_DISPLAY"],
            links=settings["CROSSLINKS"],
            identity=Identity(settings["SITENAME"], settings["SITE_SUBTITLE"], settings["SITE_ADDRESS"]),
            root=settings["SITEURL"],
            short_name=settings["SITE_SHORT_NAME"],
            corrections=settings["CORRECTION_ADDRESS"],
            lacking=missing(settings) if settings["PUBLISHED"] else "",
            theme=Path(settings["THEME"]),
            theme_folder=settings["THEME_STATIC_DIR"],
            editor=settings.get("EDITOR_SCRIPTS", ""),
            copied=tuple(settings["STATIC_PATHS"]),
            search_budget=settings["SEARCH_WHOLE_BUDGET"],
            engine=AskedEngine.by(settings),
            offline_budget=settings["OFFLINE_WHOLE_BUDGET"],
            cache=settings["BUILD_CACHE"],
            committees=known_committees(settings["FEDERATION"]),
            only_checked=settings.get("ONLY_CHECKED", False),
        )

    @property
    def reporting(self) -> Reporting:
        """Where readers report errors, and what they are told to name."""
        return Reporting(self.corrections, self.identity.address)

    def for_editors(self, site: SiteFile) -> dict[str, str]:
        """Text of each file that the web editor needs, by path under the site's root; none where it is not served."""
        if not self.editor:
            return {}
        made = editor_files(site.forge, self.identity.name, self.identity.address, self.editor)
        return {**made, "_headers": headers(self.theme_folder, editor=True)}

    def store(self, room: str) -> Store:
        """What a room keeps of this content from one build to the next."""
        return Store(file_of(self.cache, str(self.folder), room))


@dataclass(frozen=True)
class Source:
    """A content that was read, its persons masked, its bodies rendered; fit to be published only without errors.

    Attributes:
        content: names of persons masked, as `PEOPLE_DISPLAY` says; front matter alone, for the bodies stand in `rendered`.
        nameless: the same, every name masked: what is given away for others to keep.
        registry: names of actors over time.
        rendered: the bodies as their editors wrote them, by page key.
        names: what counts as one word on a sheet.
        front: the key of all front matter of `nameless`, with its places.
        diagnostics: all that is wrong.
    """

    content: Content
    nameless: Content
    registry: Registry
    rendered: Mapping[str, Rendered]
    names: SheetNames
    front: bytes
    diagnostics: tuple[Diagnostic, ...]

    def changed(self, decided: Decided, bodies: Mapping[str, str]) -> tuple[str, ...]:
        """Keys of the pages whose bodies changed, when nothing else did; none when nobody remembers another build."""
        around = (self.front, decided)
        before = memory().instead("bodies", (around, bodies))
        if before is None or before[0] != around:
            return ()
        return tuple(key for key, text in bodies.items() if before[1].get(key) != text)

    def papers(self, today: date, store: Store) -> dict[str, Paper]:
        """What pages know of their sheets, by page key: of the same front matter, the same.

        Args:
            today: the day of the build.
            store: what an earlier build found; left open.
        """

        def made() -> dict[str, Paper]:
            return {one.key: paper(one, today) for one in sheets(self.content, self.names)}

        if self.content is not self.nameless:  # `front` is not the key of what names people
            return made()
        key = key_of("papers", self.front, today.isoformat())
        known: dict[str, Paper] | None = store.get(key, lambda kept: {one: again(Paper, told) for one, told in kept.items()})
        if known is None:
            known = made()
            store.put(key, {one: plain(told) for one, told in known.items()})
        return known


@dataclass(frozen=True)
class Woven:
    """A body that was linked and explained, and what was found in it meanwhile.

    Attributes:
        html: as it is published.
        found: what it names.
        used: ids of the entries of the glossary that it writes.
        sections: as the search reads it.
        body: of minutes that were read now, for the page that traces them; None of all others.
    """

    html: str
    found: Found
    used: tuple[str, ...]
    sections: tuple[Section, ...]
    body: Body | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, kept: Any) -> Woven:
        """What `kept` made lists of."""
        html, found, used, parts = kept
        sections = (Section(anchor, heading, text, tuple(names), tuple(spoken)) for anchor, heading, text, names, spoken in parts)
        return cls(html, Found.of(found), tuple(used), tuple(sections))

    @property
    def kept(self) -> list[Any]:
        """As lists, that a store keeps."""
        sections = [(one.anchor, one.heading, one.text, one.names, one.spoken) for one in self.sections]
        return [self.html, self.found.kept, self.used, sections]


@dataclass(frozen=True)
class Site:
    """The whole site, but for what its templates write.

    Attributes:
        source: what it was made of.
        documents: its files, by page key.
        bodies: the bodies with their links and explanations, by page key.
        minutes: the bodies of meetings that were read now, by page key.
        shown: what templates are told, page by page.
        changed: keys of the pages whose bodies alone say something else than at the last build of this process.
        beside: text of each file that is no page, by path under the site's root, but those of the search.
        index: makes these.
        diagnostics: what making it showed.
    """

    source: Source
    documents: Mapping[str, Document[Page]]
    bodies: Mapping[str, str]
    minutes: Mapping[str, Body]
    shown: Shown
    changed: tuple[str, ...]
    beside: Mapping[str, str]
    index: Callable[[], SearchFiles]
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def searched(self) -> SearchFiles:
        """The search, made when it is first asked for: no page needs it."""
        return self.index()

    @cached_property
    def files(self) -> Mapping[str, str]:
        """All files that are no page."""
        return {**self.beside, **self.searched.contents}

    @property
    def promised(self) -> tuple[str, ...]:
        """Names of files that pages may lead to, whether or not a build writes them: those of committees stand beside this site."""
        return (*self.files, *self.shown.committees.files())

    def body(self, meeting: Document[Page]) -> Body:
        """The body of a meeting's page, as it was written; read again when an earlier build had read it."""
        return self.minutes.get(meeting.key) or read(self.source.rendered[meeting.key].html)

    def passages(self, kept: Store, meeting: Document[Page]) -> Callable[[Sequence[Asked]], list[ToldPassage | None]]:
        """What finds the paragraphs of a meeting that tell its entries, or what an earlier build found."""
        return kept_passages(kept, self.source.rendered[meeting.key].html, partial(self.body, meeting))
