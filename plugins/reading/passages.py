"""Passages that the front matter and `suivi.yml` name → those that no body and no list of their meeting holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content
from plugins.model.messages import hint
from plugins.reading.markdown import Rendered


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
