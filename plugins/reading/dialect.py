"""The Markdown dialect of the contract: CommonMark, tables, footnotes, definition lists, `::: parole` and `::: question`.

Raw HTML is shown as text, an indented text is a paragraph, an address can be followed, a star inside a word is a star.
Parser: markdown-it-py (MIT), the CommonMark reference's port with source lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, list_block, reference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from plugins.reading.bare_addresses import link_addresses
from plugins.reading.blocks import blocks_plugin
from plugins.reading.literal_marks import keep_texts
from plugins.text.typography import french_spaces

# Kept in the parser's environment: the blocks in the order of the file, before notes go to the end.
BLOCKS = "blocks"
# What follows « [label]: » is an address; « [Mission locale]: excusée » is a sentence.
_DEFINITION = re.compile(r"\[[^\]\n]*\]:[ \t]*(?P<destination>[^\s]*)")
_ADDRESS = re.compile(r"<|#|\{|\.{0,2}/|[a-z][a-z0-9+.-]*:|[^/]+[/@]|[^.]*\.\w", re.IGNORECASE)


def parser() -> MarkdownIt:
    """A parser of the dialect; make one and use it for all pages."""
    options = {"html": False, "typographer": False, "inline_definitions": True, "store_labels": True}
    markdown = MarkdownIt("commonmark", options, renderer_cls=Renderer)
    markdown.enable(["table", "strikethrough"])
    # What is pasted with an indentation is text: code stands between fences.
    markdown.disable("code")
    markdown.use(footnote_plugin).use(deflist_plugin).use(blocks_plugin)
    markdown.block.ruler.at("reference", _definition)
    markdown.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    markdown.inline.ruler.before("emphasis", "star_in_word", _star_in_word)
    markdown.core.ruler.after("block", "keep_blocks", _keep_blocks)
    # Before escapes are joined to the text: what was escaped is meant.
    markdown.core.ruler.before("text_join", "keep_texts", keep_texts)
    markdown.core.ruler.push("link_addresses", link_addresses)
    return markdown


class Renderer(RendererHTML):
    """Writes `class` instead of the `style` that a strict content security policy forbids, and French spaces in text."""

    def text(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Text, with the spaces of French typography."""
        return escapeHtml(french_spaces(tokens[idx].content))

    def renderToken(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: N802 (the name that markdown-it calls)
        """A tag."""
        token = tokens[idx]
        style = token.attrs.pop("style", None)
        if isinstance(style, str):
            token.attrJoin("class", "col-" + style.rsplit(":", 1)[-1])
        return super().renderToken(tokens, idx, options, env)

    def definition(self, _tokens: Sequence[Token], _idx: int, _options: Any, _env: Any) -> str:
        """The definition of a link's address is not shown."""
        return ""


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    match = _DEFINITION.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    if match and match["destination"] and not _ADDRESS.match(match["destination"]):
        return False
    return reference(state, start, end, silent)


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list pasted with an indentation keeps its items: four blanks, which would be code, part them from nothing."""
    indent, state.listIndent = state.listIndent, -1
    try:
        return list_block(state, start, end, silent)
    finally:
        state.listIndent = indent


def _star_in_word(state: StateInline, silent: bool) -> bool:
    """« usager*e*s » keeps its stars, which are inclusive writing and not emphasis; so does « 3*4 »."""
    source, at = state.src, state.pos
    if source[at] != "*" or at == 0 or at + 1 >= state.posMax or not (source[at - 1].isalnum() and source[at + 1].isalnum()):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True


def _keep_blocks(state: StateCore) -> None:
    state.env[BLOCKS] = list(state.tokens)
    # Defined in the text or not, a note that is called is told from one that is not.
    state.env.setdefault("footnotes", {"refs": {}, "list": {}})
