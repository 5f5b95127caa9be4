"""`::: parole cgt` … `:::` → who speaks; `::: question Est-ce aller vers ?` … `:::` → a question whose answer unfolds.

The browser does the unfolding, and keeps nothing. Every line that begins with `:::` is one of the two, or is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from plugins.diagnostics import Diagnostic, Place
from plugins.model.messages import hint, root_of, unknown
from plugins.text.typography import french_spaces

# Each kind, with what an editor writes.
KINDS = {"parole": "::: parole cgt", "question": "::: question Est-ce aller vers ?"}
_NAMED = {kind: re.compile(rf"{kind}(?:\s+(.*))?$") for kind in KINDS}
# A line that wants to be the mark of a block: its first word, or none.
_MARK = re.compile(r"^[ \t]*:(?:[ \t]?:)++[ \t]*([\w-]*)[^\n]*", re.MULTILINE)
_END = re.compile(r"[\s>]*:{3,}\s*")


def blocks_plugin(markdown: MarkdownIt) -> None:
    """Teach a parser the two blocks."""
    for kind, render in (("parole", _render_speech), ("question", _render_question)):
        markdown.use(container_plugin, kind, validate=_validator(kind), render=render)


def check_block(token: Token, place: Place, actors: Collection[str]) -> Iterator[Diagnostic]:
    """A question has words; a speech is that of known actors.

    Args:
        token: what opens the block.
        place: of its line.
        actors: the slugs of the actors.
    """
    kind, words = kind_of(token), words_of(token)
    if not words:
        lacks = "ne dit pas qui parle" if kind == "parole" else "ne dit pas la question"
        yield place.error(f"« ::: {kind} » {lacks} — écrire « {KINDS[kind]} »")
    for slug in words.split() if kind == "parole" else ():
        if slug not in actors:
            yield place.error("« ::: parole » : " + unknown("acteurs", slug, actors, root_of(place.path)))


def check_ends(tokens: Sequence[Token], lines: Sequence[str], place: Place) -> Iterator[Diagnostic]:
    """A block is closed by a line of its own: the parser closes it by itself at the end of the page, or of what is around it.

    Args:
        tokens: the blocks of the page.
        lines: the body.
        place: of its first line.
    """
    ends: list[int] = []
    for token in tokens:
        if not token.type.startswith("container_"):
            continue
        if token.nesting < 0:
            ends.pop()
        elif token.map:
            end = token.map[1]
            if end in ends or end >= len(lines) or not _END.fullmatch(lines[end]):
                message = (
                    f"« ::: {kind_of(token)} » n'est jamais fermé et prend la suite du texte — écrire « ::: » seul après sa fin"
                )
                yield place.at(place.line + token.map[0]).error(message)
            ends.append(end)


def check_marks(text: str, place: Place) -> Iterator[Diagnostic]:
    """A mark that opens or closes nothing would be read on the page.

    Args:
        text: of a paragraph, as it was typed.
        place: of its first line.
    """
    for match in _MARK.finditer(text):
        at = place.at(place.line + text.count("\n", 0, match.start()))
        shown, name = match[0].strip(), match[1].lower()
        if name in KINDS:
            yield at.error(f"« {shown} » n'ouvre aucun bloc — écrire « {KINDS[name]} », après une ligne vide")
        elif name:
            yield at.error(f"« {shown} » : bloc inconnu" + hint(name, list(KINDS)))
        elif _END.fullmatch(shown):
            yield at.error(
                "« ::: » ne ferme aucun bloc — l'enlever, ou ouvrir le bloc par « ::: parole … » ou « ::: question … »"
            )


def kind_of(token: Token) -> str:
    """`parole` or `question`."""
    return token.type.split("_")[1]


def words_of(token: Token) -> str:
    """What a block says after its name: plain text."""
    match = _NAMED[kind_of(token)].match(token.info.strip())
    return (match[1] or "").strip() if match else ""


def _validator(kind: str) -> Callable[[str, str], bool]:
    return lambda info, _markup: _NAMED[kind].match(info.strip()) is not None


def _render_speech(renderer: Any, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
    token = tokens[idx]
    if token.nesting > 0:
        token.attrs = {"class": "speech", "data-actors": " ".join(words_of(token).split())}
    return str(renderer.renderToken(tokens, idx, options, env))


def _render_question(_renderer: Any, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
    if tokens[idx].nesting < 0:
        return "</details>\n"
    return f'<details class="question">\n<summary>{escapeHtml(french_spaces(words_of(tokens[idx])))}</summary>\n'
