"""What the common site of several committees knows of each: what its built site gives away, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from plugins.cache.plain import again, plain
from plugins.model.built_page import BuiltPage
from plugins.model.federation_file import COMMITTEES_URL

# Meetings that the page of the committees tells.
LATEST = 12


@dataclass(frozen=True)
class Sheet:
    """An actor's sheet in one committee.

    Attributes:
        committee: whose, as a visitor reads it.
        id: the committee's folder.
        slug: of the sheet.
        title, summary: its own.
        nature, role: codes of the front matter.
        shared: slug of the actor that several committees know, when this is one of its sheets.
    """

    committee: str
    id: str
    slug: str
    title: str
    summary: str = ""
    nature: str = ""
    role: str = ""
    shared: str = ""

    @property
    def url(self) -> str:
        """Its address under the common root."""
        return f"{self.id}/acteurs/{self.slug}/"


@dataclass(frozen=True)
class Held:
    """A meeting of one committee; its day as AAAA-MM-JJ, its state empty when it was held."""

    committee: str
    id: str
    slug: str
    title: str
    day: str
    summary: str = ""
    state: str = ""

    @property
    def url(self) -> str:
        """Its address under the common root."""
        return f"{self.id}/reunions/{self.slug}/"


@dataclass(frozen=True)
class CommitteeSite:
    """A committee's own site: its folder, its name, how much it holds, its public address when that is not under the common root."""

    id: str
    name: str
    actors: int
    meetings: int
    elsewhere: str = ""

    @property
    def url(self) -> str:
        """Its address under the common root."""
        return f"{self.id}/"


@dataclass(frozen=True)
class SharedActor:
    """An actor that several committees declared to be the same: its name, and its sheet in each."""

    slug: str
    name: str
    sheets: tuple[Sheet, ...]

    @property
    def url(self) -> str:
        """The page that leads to each sheet."""
        return f"{COMMITTEES_URL}{self.slug}/"


@dataclass(frozen=True)
class Committees:
    """All committees of one site, in the order in which they are shown.

    Attributes:
        sites: one each.
        sheets: of all actors, committee by committee.
        meetings: of all committees, the newest first.
        shared: actors that several of them know.
    """

    sites: tuple[CommitteeSite, ...] = ()
    sheets: tuple[Sheet, ...] = field(default=(), repr=False)
    meetings: tuple[Held, ...] = field(default=(), repr=False)
    shared: tuple[SharedActor, ...] = ()

    @property
    def latest(self) -> tuple[Held, ...]:
        """The last meetings of all committees that were held."""
        return tuple(one for one in self.meetings if not one.state)[:LATEST]

    def files(self) -> Iterator[str]:
        """The pages of committees that pages of the common root lead to."""
        sheets = (sheet.url for actor in self.shared for sheet in actor.sheets)
        for url in (*(one.url for one in self.sites), *(one.url for one in self.latest), *sheets):
            yield f"{url}index.html"


def known_committees(path: str) -> Committees:
    """What `written_committees` wrote; nothing of a site of its own, whose path is empty.

    Raises:
        OSError, ValueError: the file is not there, or not one of ours.
    """
    found: Committees = again(Committees, json.loads(Path(path).read_text(encoding="utf-8"))) if path else Committees()
    return found


def written_committees(committees: Committees) -> str:
    """The text of a file that `known_committees` reads."""
    return json.dumps(plain(committees), ensure_ascii=False)


def committee_pages(committees: Committees) -> Iterator[BuiltPage]:
    """The pages of the common site that tell who is there."""
    if committees.sites:
        yield BuiltPage(COMMITTEES_URL, "comites", {})
        for actor in committees.shared:
            yield BuiltPage(actor.url, "acteur_commun", {"actor": actor})
