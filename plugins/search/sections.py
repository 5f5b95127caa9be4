"""The HTML of a body comes in, its sections go out as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
INLINE = frozenset("a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup time u var wbr".split())
SILENT = frozenset(("script", "style", "template", "svg"))


@dataclass(frozen=True)
class Section:
    """What stands under one heading, down to the next.

    Attributes:
        anchor: the heading's id; empty for what comes before the first heading.
        heading: its text; empty for what comes before the first heading.
        text: the text under it, one line a block.
        names: what the section alone is about, such as a term of the glossary and its acronym.
    """

    anchor: str
    heading: str
    text: str
    names: tuple[str, ...] = ()


class _Walker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self._in_heading = False
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent += 1
        elif tag in HEADINGS:
            anchor = dict(attrs).get("id")
            if anchor:
                self.sections.append((anchor, [], []))
            self._in_heading = bool(anchor)
        elif tag not in INLINE:
            self._write("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._write("\n" if tag not in INLINE else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in HEADINGS:
            self._in_heading = False
        elif tag not in INLINE:
            self._write("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._write(data.replace("\n", " "))

    def _write(self, text: str) -> None:
        _, heading, body = self.sections[-1]
        (heading if self._in_heading else body).append(text)


def sections(html: str) -> list[Section]:
    """The sections of a body, in order; the first one is what precedes any heading, often empty."""
    walker = _Walker()
    walker.feed(html)
    walker.close()
    return [Section(anchor, " ".join("".join(heading).split()), tidy("".join(body))) for anchor, heading, body in walker.sections]


def tidy(text: str) -> str:
    """One line a block, single spaces, no empty line. Spaces that do not break are kept."""
    lines = (" ".join(part for part in line.replace("\t", " ").split(" ") if part) for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip())
