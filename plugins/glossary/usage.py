"""Entries + what the pages write → the entries that nobody would miss."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plugins.diagnostics import Diagnostic
from plugins.glossary.entries import Glossary, GlossaryEntry
from plugins.model.content import Content
from plugins.model.references import walk


def unused(glossary: Glossary, content: Content, used: Collection[str]) -> Iterator[Diagnostic]:
    """Entries that neither a body, nor a front matter, nor another entry writes.

    Args:
        glossary: the entries.
        content: the front matters, read only when the bodies leave a doubt.
        used: ids of the entries that the bodies write.
    """
    told = {entry.id: _words(entry) for entry in glossary.entries}
    doubtful = {entry.id: entry for entry in glossary.entries if entry.id not in used}
    for entry in list(doubtful.values()):
        if any(entry.name.casefold() in words for other, words in told.items() if other != entry.id):
            del doubtful[entry.id]
    pages = _front_matters(content)
    while doubtful and (text := next(pages, None)) is not None:
        doubtful = {name: entry for name, entry in doubtful.items() if entry.name.casefold() not in text}
    for entry in doubtful.values():
        yield entry.place.warning(f"« {entry.name} » n'est écrit dans aucune page — l'enlever, ou vérifier son orthographe")


def _front_matters(content: Content) -> Iterator[str]:
    for document in content.documents():
        yield "\n".join(value for _, value in walk(document.record) if isinstance(value, str)).casefold()


def _words(entry: GlossaryEntry) -> str:
    return f"{entry.term.definition} {entry.term.aujourd_hui or ''}".casefold()
