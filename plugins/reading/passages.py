"""Passages that front matter, `suivi.yml` and the links of bodies name → those that no body and no list holds."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content
from plugins.model.messages import hint
from plugins.reading.markdown import Rendered
from plugins.reading.reserved import Reserved
from plugins.text.nearest import nearest

_IDS = re.compile(r"""\bid="([^"]+)\"""")


def check_passages(content: Content, rendered: Mapping[str, Rendered]) -> Iterator[Diagnostic]:
    """An answer or a correction leads to words that are there.

    Args:
        content: all that the folder holds.
        rendered: the bodies, by page key, with their anchors.
    """
    for slug, passage, place in _named(content):
        meeting = content.meetings.get(slug)
        if meeting is None:  # told with the other references
            continue
        items = [item.id for items in meeting.record.items().values() for item in items if item.id]
        anchors = list(rendered[meeting.key].lines)
        if passage not in anchors and passage not in items:
            instead = hint(passage, [*anchors, *items]) or " — copier celui qui suit « # » dans l'adresse du paragraphe"
            yield place.error(f"« passage » : la réunion {slug} n'a pas de passage « {passage} »{instead}")


def check_anchors(content: Content, rendered: Mapping[str, Rendered], reserved: Reserved) -> Iterator[Diagnostic]:
    """A link to a part of a page leads to one that is there; told with the other errors of the folder, before anything is built.

    Args:
        content: all that the folder holds.
        rendered: the bodies, by page key.
        reserved: ids that pages give to their own parts.
    """
    keys = {document.url: key for key, document in content.by_key().items()}
    for key, document in content.by_key().items():
        for address, lines in rendered[key].addresses.items():
            path, mark, fragment = address.partition("#")
            url = posixpath.normpath(posixpath.join(document.url, path.partition("?")[0])) + "/" if path else document.url
            target, anchor = keys.get(url), unquote(fragment)
            if not mark or not anchor or target is None or anchor in reserved:
                continue
            ids = _IDS.findall(rendered[target].html)
            if anchor not in ids:
                near = nearest(anchor, ids)
                instead = f" — écrire plutôt « #{near} »" if near else ""
                for line in lines:
                    place = Place(document.path, line)
                    yield place.error(f"lien « {address} » : l'ancre « {anchor} » n'existe pas dans {url}index.html{instead}")


def _named(content: Content) -> Iterator[tuple[str, str, Place]]:
    for meeting in content.meetings.values():
        for rank, question in enumerate(meeting.record.questions):
            # What `suivi.yml` says of a question is told at its own line.
            told = (meeting.slug, question.id) in {(one.reunion, one.id) for one in content.outcomes}
            if question.passage and question.repondue_par and not told:
                yield question.repondue_par, question.passage, meeting.place("questions", rank, "passage")
        for rank, one in enumerate(meeting.record.compte_rendu.corrections):
            if one.passage:
                yield meeting.slug, one.passage, meeting.place("compte_rendu", "corrections", rank, "passage")
    for outcome, place in zip(content.outcomes, content.outcome_places, strict=True):
        if outcome.par and outcome.par.passage:
            yield outcome.par.reunion, outcome.par.passage, place
