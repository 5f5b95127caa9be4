"""The text of a paragraph as it will be read → the marks in it that almost have the right form, and what to write instead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from plugins.diagnostics import Diagnostic, Place
from plugins.markup.elements import BLOCKS, VOIDS
from plugins.reading.anchors import KEPT
from plugins.reading.blocks import check_marks
from plugins.text.addresses import addresses

# Kept in the parser's environment: (line from 0, text) of each block.
TEXTS = "texts"
# Stands for what was escaped, for code, and for the ends of a link: no mark.
_MEANT = "\ufffc"

_INLINE_HTML = "a abbr b big center cite code del em font i iframe ins kbd mark q s samp script small span strike strong style sub sup svg tt u var"
_HTML = "|".join(sorted([*BLOCKS, *VOIDS, *_INLINE_HTML.split()], key=len, reverse=True))
_LETTER = r"[^\W\d_]"
_PLACE = r"(?:https?:|www\.|mailto:|\.{1,2}/|[\w./-]+\.(?:md|png|jpe?g|gif|svg|webp|pdf|docx?|odt)\b)"

# What would be read by those whom it was not written for, or misses its other half: the page cannot be published so.
_ERRORS = (
    (r"<!--|%%[^%\n]{1,200}%%", "un commentaire serait lu par tous sur la page — l'effacer"),
    (
        r"!\[[^\]\n]{0,300}\]\([^\n]{0,40}",
        "cette image ne serait pas montrée — écrire « ![ce qu'elle montre](../images/plan.png) »",
    ),
    (r"\[\^[^\]\s\[]{1,100}\]", "aucune note ne porte ce nom — l'écrire plus bas, après une ligne vide : « [^1]: Sa source. »"),
)
_WARNINGS = (
    (rf"(?<={_LETTER})`", "ce signe fait du code — écrire une apostrophe, « ' », ou laisser une espace avant"),
    (
        r"(?:(?<![*\s])\*{2,}|\*{2,}(?![*\s])|(?<![_\s])(?<!_)__(?![_\w])|(?<![\w_])__(?![_\s]))[^\n]{0,40}",
        "ces signes seront lus — les coller au mot et les séparer du suivant : « **La CAF :** la suite »",
    ),
    (r"(?<![\w*])\*(?=[^\s*])[^*\n]{0,300}\*(?!\*)", "ces étoiles seront lues — les séparer du mot voisin, ou écrire « \\* »"),
    (r"^#+(?=[^\s#\d])[^\n]{0,40}|^#{7,}", "le dièse sera lu — laisser une espace pour un titre, « ## Titre », ou écrire « \\# »"),
    (r"!\[\[[^\]\n]{1,200}\]\]", "les crochets seront lus — écrire « ![ce que montre l'image](../images/son-nom.png) »"),
    (r"\[\[[^\]\n]{1,200}\]\]", "les crochets seront lus — écrire « [la fiche](../acteurs/caf.md) » ; un acteur cité mène seul à sa page"),
    (r"==[^=\s][^=\n]{0,300}==", "ces signes seront lus — écrire « **mot** » pour appuyer"),
    (r"^à relire \([^\n]*", "ce doute d'une importation serait lu — le régler, puis effacer la citation"),
    (r"^={2,}[ \t]*$", "ces signes seront lus — les enlever"),
    (
        rf"(?<![\w/])_(?=[^\s_])[^_\n]{{0,300}}_(?={_LETTER})",
        "ces soulignés seront lus — les séparer du mot voisin : « _mot_ suite », ou écrire « *mot* »",
    ),
    (r"(?<=\w)([~^])(?=[^\s~^])[^\s~^]{1,30}\1", "ces signes seront lus — écrire les caractères eux-mêmes : « m² », « Mme »"),
    (r"~~", "ces signes seront lus — les coller aux mots : « ~~mot~~ »"),
    (rf"\[[^\[\]\n]{{0,200}}\](?:\(|[ \t]\({_PLACE})[^\n]{{0,40}}|\]\(", "ce lien ne marche pas — écrire « [texte](adresse) » sans espace, avec une adresse du site ou du web"),
    (rf"\([^()\n]{{1,200}}\)\[{_PLACE}", "ce lien est à l'envers — écrire « [texte](adresse) »"),
    (r"(?<!\])\[(?!\d+\])[^\[\]\n]{1,200}\]\[[^\[\]\n]{0,100}\]", "ce lien n'a pas d'adresse — écrire « [texte](adresse) »"),
    (rf"^\[[^\]\n]{{1,200}}\]:[ \t]*{_PLACE}", "cette adresse sera lue — laisser une ligne vide avant elle"),
    (r"^\*\[[^\]\n]{1,200}\]:", "cette abréviation sera lue — la définir dans glossaire.yml"),
    (r"^\|[^\n]*\|[ \t]*\n[ \t]*\|", "les barres seront lues — sous la ligne de titre du tableau, écrire « |---|---| », une fois par colonne"),
    (r"^[•◦▪‣●∙·][^\n]*", "la puce sera lue et les lignes se suivront — écrire « - » et une espace"),
    (r"^[–—][ \t\u00a0][^\n]*\n[ \t]*[–—][ \t\u00a0]", "les tirets seront lus et les lignes se suivront — écrire « - » et une espace"),
    (rf"^[-+*](?={_LETTER})[^\n]*", "pour une liste, laisser une espace après la puce : « - Texte »"),
    (rf"^\d{{1,9}}[.)](?={_LETTER}{{2}})[^\n]*", "pour une liste, laisser une espace après le numéro : « 1. Texte »"),
    (r"^\[[ xX]\][ \t]", "la case sera lue — ce site n'a pas de cases à cocher"),
    (r"^\[![A-Za-z]+\]|^\[TOC\]", "ces crochets seront lus — les enlever"),
    (rf"\{{#(?!{KEPT}\}}\s*\Z)p-[^}}\n]{{0,100}}\}}", "cette adresse ne vaut pas — « p- » et huit lettres ou chiffres, à la fin du paragraphe : « {#p-corrige1} »"),
    (r"\{[#.%{:](?!p-)[^}\n]{0,100}\}", "ces accolades seront lues — les enlever"),
    (rf"</?(?:{_HTML})\b[^<>\n]{{0,300}}>", "le HTML n'est pas interprété et sera lu — écrire « **mot** », « *mot* », ou l'enlever"),
)  # fmt: skip
_FLAGS = re.MULTILINE | re.IGNORECASE
_ALL = [(re.compile(pattern, _FLAGS), message, True) for pattern, message in _ERRORS]
_ALL += [(re.compile(pattern, _FLAGS), message, False) for pattern, message in _WARNINGS]
# A paragraph without any of these characters has no mark.
_SIGNS = re.compile(r"[`<%*_#\[=~^|•◦▪‣●∙·{]|::|^à relire|^[ \t]*[-+–—\d:]", re.MULTILINE)


def keep_texts(state: StateCore) -> None:
    """A core rule: the text of each block as a visitor will read it, while escapes can still be told from marks."""
    line = 0
    texts = state.env.setdefault(TEXTS, [])
    for token in state.tokens:
        if token.type == "inline":
            line = token.map[0] if token.map else line
            texts.append((line, "".join(_read(child) for child in token.children or ())))


def check_literal_marks(text: str, place: Place) -> Iterator[Diagnostic]:
    """What an editor typed as a mark and a visitor would read.

    Args:
        text: of one block, as `keep_texts` kept it.
        place: of its first line.
    """
    if not _SIGNS.search(text):
        return
    yield from check_marks(text, place)
    told: set[int] = set()
    spans = addresses(text)
    starts = [start for start, _ in spans]
    for pattern, message, wrong in _ALL:
        for match in pattern.finditer(text):
            line = place.line + text.count("\n", 0, match.start())
            # One mark may be wrong in several ways, and its closing half is as wrong as the opening one.
            before = bisect_left(starts, match.start()) - 1
            in_address = before >= 0 and match.start() < spans[before][1]
            if line in told or in_address:
                continue
            told.add(line)
            shown = " ".join(match[0].replace(_MEANT, "…").split())
            said = f"« {shown[:60]} » : {message}"
            yield place.at(line).error(said) if wrong else place.at(line).warning(said)


def _read(token: Token) -> str:
    if token.type == "text":
        return token.content
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type == "code_inline":
        return "`"
    return "" if token.nesting and not token.type.startswith("link") else _MEANT
