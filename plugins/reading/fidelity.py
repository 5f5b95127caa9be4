"""A body and its blocks → what of it a page would not show: each line has its words in a block, or is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from plugins.diagnostics import Diagnostic, Place
from plugins.reading.links import labels
from plugins.text.words import RUN


def check_fidelity(
    body: str, blocks: Sequence[Token], tokens: Sequence[Token], env: Mapping[str, Any], place: Place
) -> Iterator[Diagnostic]:
    """Nothing that was typed is lost.

    Args:
        body: the Markdown.
        blocks: in the order of the file, notes and definitions where they were typed.
        tokens: all that is shown.
        env: the parser's environment, for the notes that are called.
        place: of the first line.
    """
    called = labels(tokens)
    yield from _definitions(blocks, called, place)
    yield from _notes(blocks, env["footnotes"]["refs"], place)
    lines = body.split("\n")
    yield from _fences(blocks, lines, place)
    yield from _signs(blocks, place)
    yield from _headings(blocks, place)
    yield from _lines(lines, blocks, place)


def _definitions(blocks: Sequence[Token], called: frozenset[str], place: Place) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for token in blocks:
        if token.type != "definition" or not token.map:
            continue
        at, label = place.at(place.line + token.map[0]), token.meta["label"]
        if token.meta["id"] in seen:
            yield at.error(
                f"« [{label}]: » est déjà écrit ligne {seen[token.meta['id']]}, celui-ci se perdrait — n'en garder qu'un"
            )
        elif token.meta["id"] not in called:
            yield at.error(
                f"« [{label}]: … » n'est pas montré, et aucun lien ne l'emploie — écrire « [{label}](adresse) » dans le texte"
            )
        seen.setdefault(token.meta["id"], at.line)


def _headings(blocks: Sequence[Token], place: Place) -> Iterator[Diagnostic]:
    """A heading without text is one that a screen reader announces, and a link of the table of contents to nothing."""
    for opening, inside in pairwise(blocks):
        if opening.type == "heading_open" and opening.map and not inside.content.strip():
            yield place.at(place.line + opening.map[0]).error(
                f"« {opening.markup} » : un titre vide — écrire son texte, ou enlever cette ligne"
            )


def _notes(blocks: Sequence[Token], refs: Mapping[str, int], place: Place) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    depth = 0
    for token in blocks:
        if not token.type.startswith("footnote_reference_"):
            continue
        depth += token.nesting
        if token.nesting < 0 or not token.map:
            continue
        at, label = place.at(place.line + token.map[0]), token.meta["label"]
        if depth > 1:
            yield at.error(
                f"la note « [^{label}]: » est écrite dans une autre — l'écrire seule, après une ligne vide et sans retrait"
            )
        elif label in seen:
            yield at.error(
                f"la note « [^{label}]: » est déjà écrite ligne {seen[label]}, l'une des deux se perdrait — la nommer autrement"
            )
        elif refs.get(f":{label}", -1) < 0:
            yield at.error(
                f"la note « [^{label}]: » se perdrait : rien ne l'appelle — écrire « [^{label}] » dans le texte, où elle s'applique"
            )
        seen.setdefault(label, at.line)


def _fences(blocks: Sequence[Token], lines: Sequence[str], place: Place) -> Iterator[Diagnostic]:
    for token in blocks:
        if token.type == "fence" and token.map:
            end = lines[min(token.map[1], len(lines)) - 1].strip(" \t>")
            if token.map[1] - token.map[0] < 2 or not end.startswith(token.markup) or end.strip(token.markup[0]):
                yield place.at(place.line + token.map[0]).error(
                    f"« {token.markup} » ouvre un bloc de code jamais fermé, qui prend la suite du texte — écrire « {token.markup} » seul "
                    "après sa fin, ou l'enlever"
                )


def _signs(blocks: Sequence[Token], place: Place) -> Iterator[Diagnostic]:
    """« + 12 % » opens a list, and its sign is no longer read."""
    for index, token in enumerate(blocks):
        if token.type == "list_item_open" and token.markup == "+" and token.map:
            text = next((one.content for one in blocks[index : index + 3] if one.type == "inline"), "")
            if text[:1].isdigit():
                yield place.at(place.line + token.map[0]).warning(
                    f"« + {text[:20]} » : le signe sera lu comme une puce — écrire « \\+ »"
                )


def _lines(lines: Sequence[str], blocks: Sequence[Token], place: Place) -> Iterator[Diagnostic]:
    shown: dict[int, list[str]] = defaultdict(list)  # texts, line by line
    rows: dict[int, int] = {}
    for token in blocks:
        for at, text in _typed(token, lines):
            if text:
                shown[at].append(text)
        if token.type == "tr_open" and token.map:
            rows[token.map[0]] = 0
        elif token.type in {"td_open", "th_open"}:
            rows[next(reversed(rows))] += 1
    for number, line in enumerate(lines):
        if _is_whole(line, shown[number]):
            continue
        words = Counter(word for text in shown[number] for word in RUN.findall(text))
        lost = " ".join((Counter(RUN.findall(line)) - words).elements())
        if not lost:
            continue
        here = place.at(place.line + number)
        if number in rows:
            yield here.error(
                f"« {lost} » se perdrait : la ligne a plus de cases que le tableau n'a de colonnes ({rows[number]}) — ajouter un "
                "titre de colonne, ou écrire « \\| » si la barre est du texte"
            )
        else:
            yield here.error(f"« {lost} » ne serait pas lu sur la page — l'écrire autrement")


def _is_whole(line: str, texts: Sequence[str]) -> bool:
    """Whether one text holds all the words of a line, as nearly all do."""
    if len(texts) != 1 or texts[0] not in line:
        return not texts and not RUN.search(line)
    before, _, after = line.partition(texts[0])
    return not (RUN.search(before) or RUN.search(after))


def _typed(token: Token, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(line, text) of what a block holds, as it was typed."""
    if not token.map:
        return
    first = token.map[0]
    if token.type == "definition":
        yield from ((line, lines[line]) for line in range(*token.map))
    elif token.type == "footnote_reference_open":
        yield first, token.meta["label"]
    elif token.type in {"inline", "list_item_open", "fence"} or (token.type.startswith("container_") and token.nesting > 0):
        yield first, token.info
        start = first + 1 if token.type == "fence" else first
        yield from enumerate(token.content.split("\n"), start)
