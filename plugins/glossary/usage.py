"""Entries + what the pages write → the entries that nobody would miss."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plugins.diagnostics import Diagnostic
from plugins.glossary.entries import Glossary
from plugins.model.content import Content
from plugins.model.references import walk
from plugins.text.tokens import Tokens


def unused(glossary: Glossary, content: Content, used: Collection[str]) -> Iterator[Diagnostic]:
    """Entries that neither a body, nor a front matter, nor another entry writes.

    Args:
        glossary: the entries.
        content: the front matters, read only when the bodies leave a doubt.
        used: ids of the entries that the bodies write.
    """
    doubtful = [entry for entry in glossary.entries if entry.id not in used]
    known = set(_elsewhere(glossary, content)) if doubtful else set()
    for entry in doubtful:
        if entry.id not in known:
            yield entry.place.warning(f"« {entry.name} » n'est écrit dans aucune page — l'enlever, ou vérifier son orthographe")


def _elsewhere(glossary: Glossary, content: Content) -> Iterator[str]:
    for document in content.documents():
        texts = (value for _, value in walk(document.record) if isinstance(value, str))
        yield from _ids(glossary, "\n—\n".join(texts))
    for entry in glossary.entries:
        told = _ids(glossary, f"{entry.term.definition} — {entry.term.aujourd_hui or ''}")
        yield from (name for name in told if name != entry.id)


def _ids(glossary: Glossary, text: str) -> Iterator[str]:
    for found in glossary.forms.longest(Tokens(text)):
        yield found.values[0].entry.id
