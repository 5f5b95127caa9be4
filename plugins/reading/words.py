"""Blocks of a body → the words that a visitor must read, in order: what the check of the built page looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from plugins.reading.blocks import kind_of, words_of
from plugins.text.words import RUN

# Words with a space between them, and the line of the file on which their block begins.
Words = tuple[str, int]


def shown_words(tokens: Sequence[Token], first_line: int) -> tuple[Words, ...]:
    """The words of the texts, of the code and of the titles of what unfolds, with the numbers of lists, line by line.

    Args:
        tokens: all that is shown, anchors given.
        first_line: line of the file on which the body starts.
    """
    found: list[tuple[list[str], int]] = []
    line = first_line
    for token in tokens:
        line = token.map[0] + first_line if token.map else line
        words = RUN.findall(_text(token))
        if words and found and found[-1][1] == line:
            found[-1][0].extend(words)
        elif words:
            found.append((words, line))
    return tuple((" ".join(words), line) for words, line in found)


def _text(token: Token) -> str:
    if token.type == "inline":
        return "".join(_read(token.children or ()))
    if token.type == "fence":
        return token.content
    if token.type == "list_item_open":
        return str(int(token.info)) if token.info else ""
    is_question = token.type.startswith("container_") and token.nesting > 0 and kind_of(token) == "question"
    return words_of(token) if is_question else ""


def _read(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in {"text", "code_inline"}:
            yield child.content
        elif not child.nesting:
            yield " "
