"""What every page shows; a page with nothing of its own shows no more.

A template is given its view and the settings that it names, nothing else: so a page whose view is the same as before is not
made again. Of a document, views hold its front matter; no template asks for the body of another page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.crosslinks.texts import Texts
from plugins.model.committees import CommitteeSite
from plugins.model.content import Content, Document
from plugins.model.records import Page
from plugins.presentation.legal import LegalPage
from plugins.presentation.reporting import Reporting
from plugins.reading.anchors import Heading


class NotShown(Exception):  # noqa: N818 — no fault: the page is made in another way
    """A template asks a page for what its view does not hold, such as `article.author` in a theme written for Pelican."""


@dataclass(frozen=True)
class Around:
    """What every page has around its own part.

    Attributes:
        site: the front matter of all pages, for links and menus.
        texts: links texts of the front matter.
        reporting: what `signaler` makes its links of.
        palette: name of the style sheet of the content's own colours; empty without any.
        paper_colours: the paper by day and by night.
        logo: path of the content's own mark; empty without any.
        committees: those whose common site this is; none of a site of its own.
    """

    site: Content
    texts: Texts
    reporting: Reporting
    legal_pages: tuple[LegalPage, ...]
    search: Mapping[str, str]
    feed_url: str
    manifest: str
    palette: str
    paper_colours: tuple[str, str]
    logo: str
    committees: tuple[CommitteeSite, ...]


@dataclass(frozen=True)
class Written:
    """A page of the content: its front matter, and its body with links."""

    document: Document[Page]
    headings: Sequence[Heading]
    content: str

    def __getattr__(self, name: str) -> object:
        """What is none of these: Pelican's page may have it."""
        if name.startswith("__"):  # what Jinja tries, to know what it has before it
            raise AttributeError(name)
        raise NotShown(name)

    @property
    def record(self) -> Page:
        """Its front matter."""
        return self.document.record

    @property
    def key(self) -> str:
        """Its identity."""
        return self.document.key


@dataclass(frozen=True)
class View:
    """A page that shows nothing of its own: what is around it is enough.

    Attributes:
        around: the same for all pages.
        structured_data: JSON-LD; empty for most pages.
    """

    around: Around
    structured_data: str
