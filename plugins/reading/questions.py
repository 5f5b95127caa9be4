"""`::: question Est-ce aller vers ?` … `:::` → a question whose answer unfolds: the browser does it, and keeps nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from plugins.diagnostics import Diagnostic, Place
from plugins.text.typography import french_spaces

_QUESTION = re.compile(r"question(?:\s+(.*))?$")


def question_plugin(markdown: MarkdownIt) -> None:
    """Teach a parser the container."""
    markdown.use(container_plugin, "question", validate=_is_question, render=_render)


def check_question(token: Token, place: Place) -> Iterator[Diagnostic]:
    """A question has words.

    Args:
        token: a `container_question_open`.
        place: of its line.
    """
    if not _words(token):
        yield place.error("« ::: question » ne dit pas la question — écrire « ::: question Est-ce aller vers ? »")


def _is_question(info: str, _: str) -> bool:
    return _QUESTION.match(info.strip()) is not None


def _render(_renderer: Any, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
    if tokens[idx].nesting < 0:
        return "</details>\n"
    return f'<details class="question">\n<summary>{escapeHtml(french_spaces(_words(tokens[idx])))}</summary>\n'


def _words(token: Token) -> str:
    """What the container says after its name: plain text."""
    match = _QUESTION.match(token.info.strip())
    return (match[1] or "").strip() if match else ""
