"""A page that no file of the content stands for: where it stands, its template, what the template and the search are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plugins.diagnostics import Diagnostic, Place


@dataclass(frozen=True)
class BuiltPage:
    """One page to write.

    Attributes:
        url: its address under the site's root.
        template: name of its template.
        values: what the template is given besides what all are given.
        remarks: what an editor is told of it.
    """

    url: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    remarks: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Moved:
    """An address that the site had, and where it leads since.

    Attributes:
        place: of the content, where the change is written.
        address: the old one, under the site's root.
        url: the new one; it may carry a choice.
        title: of the new one.
    """

    place: Place
    address: str
    url: str
    title: str


@dataclass(frozen=True)
class Findable:
    """What the search is told of an address that no file of the content stands for.

    Attributes:
        url: under the site's root; it may carry a choice, such as `qui-peut-aider/?territoire=rouen`.
        title: as a result shows it.
        kind: what it is, as a visitor narrows by.
        summary: one sentence.
        names: every other name by which it is looked for.
    """

    url: str
    title: str
    kind: str
    summary: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moment:
    """When something was, what it is and how far it is: what questions such as « les propositions écartées en 2024 » ask for.

    Attributes:
        url: of its page, under the site's root.
        kind: what it is: a list of the meetings (`decisions`, `questions`…), `reunions`, `actions` or `acteurs`.
        anchor: of the entry; empty for the page itself.
        states: codes such as `ouverte`, `retard`, `annulee`.
        day: when; None when nobody knows.
        lists: whether the page tells all that are of that kind in these states: it answers before they do.
    """

    url: str
    kind: str
    anchor: str = ""
    states: tuple[str, ...] = ()
    day: date | None = None
    lists: bool = False
