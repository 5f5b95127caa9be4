"""The Markdown dialect of the contract: CommonMark, tables, footnotes, definition lists, `::: parole` and `::: question`.

Raw HTML is shown as text. Headings start at h2 without jumps and carry ids; paragraphs, tight list items, table rows and
definitions carry `p-…` anchors. Parser: markdown-it-py (MIT), the CommonMark reference's port with source lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from plugins.diagnostics import Diagnostic, Place
from plugins.markup.guard import sanitize
from plugins.model.messages import root_of, unknown
from plugins.reading.questions import check_question, question_plugin
from plugins.text.anchors import paragraph_anchor
from plugins.text.slugs import slugify
from plugins.text.typography import french_spaces

_ANCHORED = {"paragraph_open", "tr_open", "dt_open", "dd_open"}
_KEPT_ANCHOR = re.compile(r"\s*\{#(p-[a-z0-9]{8}(?:-\d+)?)\}\s*$")
# Ids of a meeting's findings, questions… (c1, q2), which the page shows beside the body.
_ITEM_ID = re.compile(r"[a-z]{1,2}\d+")
# Ids that templates give to their own parts of the page: a heading of a body may not take them.
_TEMPLATE_IDS = frozenset(
    "actions autres autres-chemins axes besoins chercher-champ chiffres cite-avec cites code conformite constats contenu "
    "contenus contradictions dit-en-reunion editeur etapes etat familles historique interventions-passees joindre membres mentions "
    "noms offre ordre-du-jour origine participants plus-tard portes porteurs pratiques prochaine propositions publics "
    "questions recherche-champ recherche-liste reunion sigle sommaire-titre source sources suites territoires themes "
    "tiers vigilance voisins".split()
)
_PAROLE = re.compile(r"parole(?:\s+(.*))?$")


@dataclass(frozen=True)
class Heading:
    """A heading of the body: its level (2–6), id and plain text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class Rendered:
    """A body as HTML.

    Attributes:
        html: the HTML.
        lines: line of the file for each element id.
        headings: in order.
        diagnostics: what is wrong in the Markdown.
    """

    html: str
    lines: Mapping[str, int] = field(repr=False)
    headings: Sequence[Heading] = ()
    diagnostics: Sequence[Diagnostic] = ()


def parser() -> MarkdownIt:
    """A parser of the dialect; make one and use it for all pages."""
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}, renderer_cls=_Renderer)
    markdown.enable(["table", "strikethrough"])
    markdown.use(footnote_plugin).use(deflist_plugin).use(question_plugin)
    # Our own rendering: the plugin's would write the class a second time.
    markdown.use(
        container_plugin, "parole", validate=lambda info, _: bool(_PAROLE.match(info.strip())), render=_Renderer.renderToken
    )
    return markdown


class _Renderer(RendererHTML):
    """Writes `class` instead of the `style` that a strict content security policy forbids, and French spaces in text."""

    def text(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return escapeHtml(french_spaces(tokens[idx].content))

    def renderToken(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: N802 (the name that markdown-it calls)
        token = tokens[idx]
        style = token.attrs.pop("style", None)
        if isinstance(style, str):
            token.attrJoin("class", "col-" + style.rsplit(":", 1)[-1])
        return super().renderToken(tokens, idx, options, env)


def render(body: str, place: Place, first_line: int, actors: Collection[str], markdown: MarkdownIt | None = None) -> Rendered:
    """Markdown → HTML.

    Args:
        body: the Markdown, names already masked.
        place: the file, for diagnostics.
        first_line: line of the file on which `body` starts.
        actors: known actor slugs (a `::: parole` names some of them).
        markdown: a parser made by `parser()`, to spare making one.
    """
    markdown = markdown or parser()
    env: dict[str, Any] = {}
    tokens = markdown.parse(body, env)
    pass_ = _Pass(place, first_line, actors)
    pass_.headings_and_anchors(tokens)
    html = sanitize(markdown.renderer.render(tokens, markdown.options, env))
    return Rendered(html, pass_.lines, tuple(pass_.headings), tuple(pass_.diagnostics))


@dataclass
class _Pass:
    place: Place
    first_line: int
    actors: Collection[str]
    lines: dict[str, int] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def headings_and_anchors(self, tokens: list[Token]) -> None:
        stack: list[int] = []
        row: Token | None = None
        for index, token in enumerate(tokens):
            if token.type == "heading_open":
                self._heading(token, tokens[index + 1], tokens[index + 2], stack)
            elif token.type == "container_parole_open":
                self._parole(token)
            elif token.type == "container_question_open":
                line = (token.map[0] if token.map else 0) + self.first_line
                self.diagnostics.extend(check_question(token, self.place.at(line)))
            elif token.type == "tr_open":
                row = token
            elif token.type == "tr_close" and row is not None:
                self._anchor(row, self._cells(tokens, row, index))
                row = None
            elif token.type in _ANCHORED and index + 1 < len(tokens) and tokens[index + 1].type == "inline":
                holder = self._holder(tokens, index)
                self._anchor(holder, tokens[index + 1])

    def _holder(self, tokens: list[Token], index: int) -> Token:
        """The element that carries the anchor: a tight list item's paragraph is not written, so its item does."""
        token = tokens[index]
        if token.hidden:
            for before in reversed(tokens[:index]):
                if before.type in {"list_item_open", "dd_open"}:
                    return before
        return token

    def _cells(self, tokens: list[Token], row: Token, end: int) -> Token:
        text: list[str] = []
        for token in reversed(tokens[:end]):
            if token is row:
                break
            if token.type == "inline":
                text.append(_plain(token))
        inline = Token("inline", "", 0)
        inline.content, inline.children = " ".join(reversed(text)), []
        inline.map = row.map
        return inline

    def _anchor(self, holder: Token, inline: Token) -> None:
        if holder.attrGet("id"):
            return
        kept = _KEPT_ANCHOR.search(inline.content)
        if kept and inline.children:
            anchor = kept[1]
            inline.content = inline.content[: kept.start()]
            for child in reversed(inline.children):
                if child.type == "text" and _KEPT_ANCHOR.search(child.content):
                    child.content = _KEPT_ANCHOR.sub("", child.content)
                    break
        else:
            anchor = paragraph_anchor(_plain(inline))
        self._take(holder, anchor, inline, twin_from=2)

    def _take(self, holder: Token, anchor: str, inline: Token, twin_from: int) -> str:
        name, number = anchor, twin_from
        while name in self.used:
            name, number = f"{anchor}-{number}", number + 1
        self.used.add(name)
        holder.attrSet("id", name)
        if inline.map:
            self.lines[name] = inline.map[0] + self.first_line
        return name

    def _heading(self, opening: Token, inline: Token, closing: Token, stack: list[int]) -> None:
        written = int(opening.tag[1])
        while stack and stack[-1] >= written:
            stack.pop()
        stack.append(written)
        level = min(1 + len(stack), 6)
        opening.tag = closing.tag = f"h{level}"
        text = french_spaces(_plain(inline))
        slug = slugify(text) or "section"
        if _ITEM_ID.fullmatch(slug) or slug in _TEMPLATE_IDS:
            slug = f"titre-{slug}"
        name = self._take(opening, slug, inline, twin_from=2)
        self.headings.append(Heading(level, name, text))

    def _parole(self, token: Token) -> None:
        match = _PAROLE.match(token.info.strip())
        slugs = (match[1] or "").split() if match else []
        line = (token.map[0] if token.map else 0) + self.first_line
        if not slugs:
            self.diagnostics.append(self.place.at(line).error("« ::: parole » ne dit pas qui parle — écrire « ::: parole cgt »"))
        for slug in slugs:
            if slug not in self.actors:
                message = unknown("acteurs", slug, self.actors, root_of(self.place.path))
                self.diagnostics.append(self.place.at(line).error(f"« ::: parole » : {message}"))
        token.attrs = {"class": "parole", "data-acteurs": " ".join(slugs)}


def _plain(inline: Token) -> str:
    if not inline.children:
        return inline.content
    parts = []
    for child in inline.children:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif child.type == "image":
            parts.append(child.content)
    return "".join(parts)
