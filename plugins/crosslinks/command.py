"""The door of the cross-links for `tasks.py`: what was found in a content folder, for an editor or a forge."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from plugins.cache.store import Store
from plugins.crosslinks.mention import POLICIES, Policy
from plugins.crosslinks.overview_records import Overview
from plugins.crosslinks.pages import Links, Rendered
from plugins.crosslinks.report import KINDS, diagnostics, text
from plugins.diagnostics import Diagnostic, errors, listing
from plugins.diagnostics import annotations as annotated
from plugins.diagnostics.choices import check_choice
from plugins.model.command import load
from plugins.model.content import Content
from plugins.registry.building import build
from plugins.text.nearest import nearest

FORMATS = ("texte", "github", "gitlab")


# The content → the body of each page by its key, and what is wrong in it.
Render = Callable[[Content], tuple[Mapping[str, Rendered], list[Diagnostic]]]


def run(
    folder: str, render: Render, policy: str, *, meeting: str | None = None, form: str = "texte", kind: str | None = None
) -> int:
    """Print every mention of a content folder and what asks for a look; names stand as the files write them.

    Args:
        folder: the content folder.
        render: how bodies become HTML (the door of reading).
        policy: which mentions are linked, as the settings say.
        meeting: slug of the only meeting to tell of.
        form: `texte`, or annotations for `github` or `gitlab`.
        kind: the only kind to tell of in the terminal: one of `report.KINDS`.

    Returns:
        The exit code: 1 when the content cannot be read, or an argument is not known.
    """
    unknown = [*check_choice("CROSSLINKS", policy, POLICIES), *check_choice("--format", form, FORMATS)]
    unknown += check_choice("--kind", kind, list(KINDS)) if kind is not None else ()
    if unknown:
        return _refused(listing(unknown))
    content, wrong = load(Path(folder), folder)
    rendered, more = render(content)
    wrong = [*wrong, *more]
    if errors(wrong):
        return _refused(listing(wrong))
    if meeting is not None and meeting not in content.meetings:
        close = nearest(meeting, content.meetings)
        return _refused(f"--meeting : « {meeting} » n'est pas une réunion" + (f" — écrire plutôt « {close} »" if close else ""))
    found = gather(content, rendered, cast(Policy, policy))
    if form == "texte":
        print(text(found, meeting=meeting, kind=kind))
    else:
        path = content.meetings[meeting].path if meeting is not None else None
        print(annotated((d for d in diagnostics(found) if path in (None, d.path)), form))
    return 0


def gather(content: Content, rendered: Mapping[str, Rendered], policy: Policy) -> Overview:
    """Link every page, and keep what was found."""
    links = Links(content, build(content)[0], policy, Store(None))
    for key, document in content.by_key().items():
        links.take(document, rendered[key], links.find(document, rendered[key])[1])
    return links.overview()


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
