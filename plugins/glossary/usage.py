"""Entries + what the pages write → the entries that nobody would miss."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plugins.diagnostics import Diagnostic
from plugins.glossary.entries import Entry, Glossary
from plugins.model.content import Content
from plugins.model.references import walk


def unused(glossary: Glossary, content: Content, used: Collection[str]) -> Iterator[Diagnostic]:
    """Entries that neither a body, nor a front matter, nor another entry writes.

    Args:
        glossary: the entries.
        content: the front matters, read only when the bodies leave a doubt.
        used: ids of the entries that the bodies write.
    """
    doubtful = [entry for entry in glossary.entries if entry.id not in used]
    pages = "\n".join(_front_matters(content)).casefold() if doubtful else ""
    for entry in doubtful:
        name = entry.name.casefold()
        if name not in pages and not any(name in _words(other) for other in glossary.entries if other is not entry):
            yield entry.place.warning(f"« {entry.name} » n'est écrit dans aucune page — l'enlever, ou vérifier son orthographe")


def _front_matters(content: Content) -> Iterator[str]:
    for document in content.documents():
        yield from (value for _, value in walk(document.record) if isinstance(value, str))


def _words(entry: Entry) -> str:
    return f"{entry.term.definition} {entry.term.aujourd_hui or ''}".casefold()
