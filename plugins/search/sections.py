"""A body comes in, its sections go out as plain text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.markup.body import Body
from plugins.markup.elements import HEADINGS
from plugins.text.typesetting import typeset


@dataclass(frozen=True)
class Section:
    """What stands under one heading, down to the next.

    Attributes:
        anchor: the heading's id; empty for what comes before the first heading.
        heading: its text; empty for what comes before the first heading.
        text: the text under it, one line a block.
        names: what the section alone is about, such as a term of the glossary and its acronym.
        spoken: what people say for it; never shown.
    """

    anchor: str
    heading: str
    text: str
    names: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()


def sections(body: Body) -> list[Section]:
    """The sections of a body, as results show them, in order; the first one is what precedes any heading, often empty."""
    found: list[tuple[str, str, list[str]]] = [("", "", [])]
    for block in body.blocks:
        text = body.lines(block)
        if block.element is not None and block.element.name in HEADINGS and block.element.id:
            found.append((block.element.id, " ".join(text.split()), []))
        else:
            found[-1][2].append(text)
    return [typeset_section(Section(anchor, heading, tidy("\n".join(texts)))) for anchor, heading, texts in found]


def typeset_section(section: Section) -> Section:
    """With the site's own typography; to the search, spaces and apostrophes are the same."""
    return replace(section, heading=typeset(section.heading), text=typeset(section.text))


def tidy(text: str) -> str:
    """One line a block, single spaces, no empty line. Spaces that do not break are kept."""
    lines = (" ".join(part for part in line.replace("\t", " ").split(" ") if part) for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip())
