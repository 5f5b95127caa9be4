"""Words that editors give for what people say → what nobody could mean, what stands twice, what two needs claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content, Document
from plugins.search.analysis import Analyser

# A longer one is a sentence: nobody types it as it is, and each of its words weighs alone in any case.
MOST_WORDS = 6
# What any question may hold, beside the words that are never indexed: alone, they mean nothing.
FRAMES = frozenset(
    "comment combien pourquoi quand quoi faire fait faut peux peut veux veut voudrais vais sais sait suis pas plus bien tout".split()
)

# The stems of a word or a phrase, in order.
Key = tuple[str, ...]


@dataclass(frozen=True)
class _Words:
    """The words of one need, actor or entry, each with its place, and its names: what is said already."""

    words: tuple[tuple[str, Place], ...]
    names: tuple[str, ...]
    need: str = ""


def check_spoken(content: Content) -> Iterator[Diagnostic]:
    """An error for what no search could use; a warning for what is said twice, or by two needs."""
    analyser = Analyser()
    claimed: dict[Key, tuple[str, Place]] = {}
    for own in _all(content):
        seen = {key_of(name, analyser): f"« {name} » le dit déjà" for name in own.names}
        for word, place in own.words:
            key, fault = key_of(word, analyser), _fault(word, analyser)
            if fault:
                yield place.error(f"« mots » : {fault}")
                continue
            if key in seen:
                yield place.warning(f"« mots » : « {word} » est de trop, {seen[key]} — l'enlever")
            elif own.need and claimed.setdefault(key, (own.need, place))[0] != own.need:
                title, first = claimed[key]
                yield place.warning(
                    f"« mots » : « {word} » mène aussi à « {title} » ({first.path}, ligne {first.line}) — "
                    "le laisser à un seul des deux, ou préciser chacun"
                )
            seen.setdefault(key, f"« {word} » le dit déjà")


def key_of(text: str, analyser: Analyser) -> Key:
    """The stems of a text, small words included: « des boulots » is not « boulot », « boulots » is."""
    return tuple(token.stem for token in analyser(text) if token.kind != "joined")


def _fault(word: str, analyser: Analyser) -> str:
    tokens = [token for token in analyser(word) if token.kind != "joined"]
    if len(tokens) > MOST_WORDS:
        return f"« {word} » est une phrase — en garder {MOST_WORDS} mots au plus, ceux qui la distinguent"
    if not any(token.kind == "word" and len(token.surface) > 1 and token.surface not in FRAMES for token in tokens):
        return f"« {word} » ne veut rien dire seul : toutes les questions peuvent le contenir — y ajouter un mot qui la distingue"
    return ""


def _all(content: Content) -> Iterator[_Words]:
    needs: Iterable[Document[Any]] = content.needs.values()
    for need in needs:
        yield _Words(_placed(need), (need.record.titre,), need.record.titre)
    for actor in content.living.values():
        own = actor.record
        names = (own.titre, own.sigle or "", *(alias.forme for alias in own.alias), *(name.nom for name in own.noms_successifs))
        yield _Words(_placed(actor), tuple(filter(None, names)))
    for term, place in zip(content.glossary, content.glossary_places, strict=True):
        names = (term.sigle or "", term.terme, term.aujourd_hui or "")
        yield _Words(tuple((word, place) for word in term.mots), tuple(filter(None, names)))


def _placed(document: Document[Any]) -> tuple[tuple[str, Place], ...]:
    return tuple((word, document.place("mots", rank)) for rank, word in enumerate(document.record.mots))
