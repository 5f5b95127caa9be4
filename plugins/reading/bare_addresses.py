"""Web and e-mail addresses written bare in a text → links, as GitHub Flavored Markdown does.

The plugin that exists (mdit-py-plugins, `gfm_autolink`) takes a closing « » » or a no-break space into the address and is
quadratic in the colons of a paragraph; here an address ends where French punctuation does, in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from plugins.text.addresses import addresses

_BEGINNING = re.compile(
    r"(?<![\w@/.:+-])(?:(?P<web>https?://)|(?P<www>www\.)|(?P<mail>[A-Za-z0-9][A-Za-z0-9._+-]*+@[A-Za-z0-9]))", re.IGNORECASE
)
_MAIL_END = re.compile(r"(?:[A-Za-z0-9-]|\.(?=[A-Za-z0-9]))*")
# Punctuation at the end belongs to the sentence; so does a bracket that was opened before the address.
_TRAILING = "?!.,;:*_~'’\"…|"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def link_addresses(state: StateCore) -> None:
    """A core rule: texts outside links and code are cut where an address stands."""
    for block in state.tokens:
        if (
            block.type == "inline"
            and block.children
            and ("://" in block.content or "@" in block.content or "www." in block.content.lower())
        ):
            block.children = list(_linked(block.children))


def _linked(tokens: list[Token]) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("link_") else 0
        if token.type == "text" and depth == 0:
            yield from _cut(token)
        else:
            yield token


def _cut(token: Token) -> Iterator[Token]:
    text, position = token.content, 0
    for start, end in addresses(text):
        match = _BEGINNING.search(text, start, end)
        if match is None:
            continue
        shown = _mail(match) if match["mail"] else _trimmed(text[match.start() : end])
        address = _followed(match.lastgroup or "", shown)
        if address is None:
            continue
        if match.start() > position:
            yield _text(token, text[position : match.start()])
        yield Token("link_open", "a", 1, attrs={"href": address}, level=token.level, markup="linkify", info="auto")
        yield _text(token, shown)
        yield Token("link_close", "a", -1, level=token.level, markup="linkify", info="auto")
        position = match.start() + len(shown)
    if position == 0:
        yield token
    elif position < len(text):
        yield _text(token, text[position:])


def _mail(match: re.Match[str]) -> str:
    end = _MAIL_END.match(match.string, match.end())
    return match.string[match.start() : end.end() if end else match.end()]


def _text(token: Token, content: str) -> Token:
    return Token("text", "", 0, content=content, level=token.level)


def _trimmed(address: str) -> str:
    end = len(address)
    while end:
        last = address[end - 1]
        opening = _PAIRS.get(last)
        if last in _TRAILING or (opening and address.count(last, 0, end) > address.count(opening, 0, end)):
            end -= 1
        else:
            break
    return address[:end]


def _followed(kind: str, shown: str) -> str | None:
    """The address that a browser follows; None when the text has only the beginning of one."""
    if kind == "mail":
        domain = shown.partition("@")[2]
        return f"mailto:{shown}" if "." in domain and domain.rpartition(".")[2].isalpha() else None
    host = shown.partition("://")[2] if kind == "web" else shown
    if not re.match(r"[^\W_][^/?#]*", host) or (kind == "www" and host.count(".") < 2):
        return None
    return shown if kind == "web" else f"https://{shown}"
