"""What YAML could not read → the line on which the editor slipped, and what to write instead.

A reader of YAML stops where it can go no further, often lines below the slip: a quotation mark that was not closed runs on
to the next one. The slip itself is looked for first.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any

import yaml

# Longer texts are not read again by PyYAML itself, whose words we know, but which takes a second for each 100 kB.
_MOST_READ_AGAIN = 60_000
_OPENING = "“”„‟〝＂‘‚‛"
_CLOSING = "“”„‟〞＂’‘‛"
_KEY_LINE = re.compile(r"\s*(?:-\s+)?[\w-]+\s*:(?:\s|$)")
_TYPOGRAPHIC_VALUE = re.compile(rf"(?:[:,\[{{-]\s*)[{_OPENING}]")
_BRACKET = re.compile(r"[\[\]{}]")
_AFTER_A_VALUE = frozenset(",]}:#")
# Beyond the last character, or half of one.
_NO_CHARACTER = re.compile(r"\\U(?!000|0010)[0-9a-fA-F]{8}|\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}")
_OPENED = re.compile(r"stream|flow (?:sequence|mapping)|simple key")
# « ! » and « & » open a value that they name: « !x y » is read « y ». After a blank, « #3 » is a remark for YAML.
_NAMED = re.compile(r"(?P<sign>[!&])(?P<name>[\w-]*)")
_CALL = re.compile(r"\*([\w-]+)")
_REMARK = re.compile(r"[ \t]+#\w")
_DEEPEST = 200
_UNCLOSED = "un guillemet ouvert n'est pas fermé — le fermer sur la même ligne"
_TYPOGRAPHIC = (
    'guillemets typographiques à la place de ceux de YAML — écrire la valeur sans guillemets, ou entre guillemets droits : "…"'
)
_REASONS: tuple[tuple[str, str], ...] = (
    (r"found character '\\t'", "une tabulation sert de retrait — la remplacer par deux espaces"),
    (r"mapping values are not allowed", "un « : » est mal placé — mettre la valeur entre guillemets, ou vérifier le retrait"),
    (r"could not find expected ':'", "il manque « : » après une clé — écrire « clé: valeur »"),
    (r"found unexpected end of stream|while scanning a quoted scalar[^\\]*$", _UNCLOSED),
    (
        r"unknown escape character|escape sequence|escape code",
        "« \\ » a un sens entre guillemets doubles — écrire « \\\\ », ou mettre la valeur entre guillemets simples : '…'",
    ),
    (r"expected ',' or '\]'|flow sequence", "une liste entre crochets n'est pas fermée — ajouter « ] » ou une virgule"),
    (r"expected ',' or '\}'|flow mapping", "une accolade n'est pas fermée — ajouter « } » ou une virgule"),
    (r"undefined alias|scanning an alias", "« * » au début d'une valeur a un sens en YAML — mettre la valeur entre guillemets"),
    (r"scanning an anchor", "« & » au début d'une valeur a un sens en YAML — mettre la valeur entre guillemets"),
    (r"cannot start any token", "ce caractère ne peut pas commencer une valeur — mettre la valeur entre guillemets"),
    (r"scanning a directive|unknown directive", "« % » ne peut pas commencer une ligne — mettre la valeur entre guillemets"),
    (
        r"could not determine a constructor|tag",
        "« ! » au début d'une valeur a un sens en YAML — mettre la valeur entre guillemets",
    ),
    (r"expected a single document|document start", "« --- » ou « ... » coupe le texte en deux — enlever cette ligne"),
    (r"block sequence entries are not allowed", "un tiret de liste est mal placé — aller à la ligne après « clé: »"),
    (r"expected <block end>|block mapping|block collection", "le retrait n'est pas régulier — aligner les clés d'un même niveau"),
)
_OTHER = "en-tête illisible — vérifier les guillemets, les deux-points et les retraits"


def why_unreadable(text: str) -> tuple[int, str]:
    """The line of a text that is no YAML, from 0, and what to do there.

    Args:
        text: what `yaml.compose` refused.
    """
    escape = _NO_CHARACTER.search(text)
    if escape:
        line = text.count("\n", 0, escape.start())
        return line, f"« {escape[0]} » ne désigne aucun caractère — écrire le caractère lui-même"
    if _is_too_deep(text):
        return 0, "valeurs emboîtées trop profondément — simplifier"
    try:
        yaml.compose(text, Loader=_loader(text))
    except yaml.MarkedYAMLError as error:
        # What was opened, and not where its end was missed at last.
        unclosed = error.context_mark if _OPENED.search(f"{error.context or ''} {error.problem or ''}") else None
        mark = unclosed or error.problem_mark or error.context_mark
        line = int(mark.line) if mark else 0
        return _slip(text, line) or (line, _reason(str(error)))
    except yaml.reader.ReaderError as error:
        return text.count("\n", 0, error.position), "un caractère n'est pas permis ici — l'effacer"
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        pass
    return 0, "en-tête illisible — vérifier les caractères spéciaux et les retraits"


def _loader(text: str) -> Any:
    return yaml.SafeLoader if len(text) <= _MOST_READ_AGAIN else getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _is_too_deep(text: str) -> bool:
    """Whether brackets open without closing, further than PyYAML reads in a bearable time (the square of their number)."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        if depth > _DEEPEST:
            return True
    return False


def slip_in_value(written: list[str], value: str, quoted: bool) -> str | None:
    """What is wrong with a value that YAML could read: quotation marks that are none, or that enclose whole lines of keys.

    Args:
        written: the lines of the text on which it stands.
        value: what YAML made of it.
        quoted: whether it stands between straight quotation marks.
    """
    if quoted:
        return _UNCLOSED if _swallows_keys(written) else None
    if value[:1] and value[0] in _OPENING and (value[-1] in _CLOSING or not any(sign in _CLOSING for sign in value[1:])):
        return _TYPOGRAPHIC
    if value.endswith('"') and value.count('"') == 1 and not value[-2:-1].isdigit():
        return "un guillemet se ferme sans avoir été ouvert — l'ouvrir au début de la valeur, ou l'enlever"
    return None


def called(text: str) -> frozenset[str]:
    """The names that a text in YAML calls, « *name »."""
    return frozenset(_CALL.findall(text))


def lost_in_value(text_lines: list[str], calls: Container[str], start: yaml.Mark, end: yaml.Mark) -> str | None:
    """What YAML leaves out of a plain value without a word: a name that nothing calls, what stands after « # ».

    Args:
        text_lines: the lines of the whole text.
        calls: the names that it calls.
        start: where the value begins.
        end: where it ends.
    """
    named = _NAMED.match(text_lines[start.line], start.column) if start.line < len(text_lines) else None
    if named and (named["sign"] == "!" or named["name"] not in calls):
        return f"« {named['sign']} » au début d'une valeur a un sens en YAML — mettre la valeur entre guillemets"
    if end.line < len(text_lines) and _REMARK.match(text_lines[end.line], end.column):
        return "ce qui suit « # » ne serait pas lu — mettre la valeur entre guillemets, ou une espace après « # » si c'est une remarque"
    return None


def _swallows_keys(lines: list[str]) -> bool:
    """Whether a value of several lines holds what looks like the next keys: they are not set back under its own."""
    return any(_KEY_LINE.match(line) and _retreat(line) <= _retreat(lines[0]) for line in lines[1:])


def _retreat(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def _slip(text: str, error_line: int) -> tuple[int, str] | None:
    """The first slip before the line on which reading stopped."""
    lines = text.split("\n")
    for start, end, column, mark in _quoted(text, error_line):
        if _swallows_keys(lines[start : end + 1]):
            return start, _UNCLOSED
        rest = lines[end][column:].strip() if end < len(lines) else ""
        if end == error_line and rest and rest[0] not in _AFTER_A_VALUE:
            if mark == "'":
                return end, 'une apostrophe ferme la valeur — la mettre entre guillemets doubles : "…"'
            return end, "un guillemet droit ferme la valeur — écrire « … » à l'intérieur"
    if error_line < len(lines) and _TYPOGRAPHIC_VALUE.search(lines[error_line]):
        return error_line, _TYPOGRAPHIC
    return None


def _quoted(text: str, last_line: int) -> Iterator[tuple[int, int, int, str]]:
    """Values between straight quotation marks: first and last line, column after the last sign, the mark."""
    try:
        for token in yaml.scan(text, Loader=_loader(text)):
            if token.start_mark.line > last_line:
                return
            if isinstance(token, yaml.ScalarToken) and token.style in {'"', "'"}:
                yield token.start_mark.line, token.end_mark.line, token.end_mark.column, token.style
    except (yaml.YAMLError, ValueError, OverflowError):
        return


def _reason(problem: str) -> str:
    return next((reason for pattern, reason in _REASONS if re.search(pattern, problem)), _OTHER)
