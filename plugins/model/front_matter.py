"""YAML → plain data (mappings, lists, texts) with the line of each value.

Scalars stay texts: PyYAML would turn `14:30` into 870, `0612` into 394 and `no` into False; the schema decides types.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Loc

Data = str | list["Data"] | dict[str, "Data"]

_NULL = "tag:yaml.org,2002:null"
_MAX_DEPTH = 20
_REASONS: tuple[tuple[str, str], ...] = (
    (r"found character '\\t'", "une tabulation sert de retrait — la remplacer par deux espaces"),
    (r"mapping values are not allowed", "un « : » est mal placé — mettre la valeur entre guillemets, ou vérifier le retrait"),
    (r"could not find expected ':'", "il manque « : » après une clé — écrire « clé: valeur »"),
    (
        r"found unexpected end of stream|while scanning a quoted scalar",
        "un guillemet ouvert n'est pas fermé — le fermer sur la même ligne",
    ),
    (r"expected ',' or '\]'|flow sequence", "une liste entre crochets n'est pas fermée — ajouter « ] » ou une virgule"),
    (r"expected ',' or '\}'|flow mapping", "une accolade n'est pas fermée — ajouter « } » ou une virgule"),
    (
        r"found undefined alias|scanning an alias",
        "« * » au début d'une valeur a un sens en YAML — mettre la valeur entre guillemets",
    ),
    (r"scanning an anchor", "« & » au début d'une valeur a un sens en YAML — mettre la valeur entre guillemets"),
    (r"cannot start any token", "ce caractère ne peut pas commencer une valeur — mettre la valeur entre guillemets"),
    (
        r"scanning a directive|found unknown directive",
        "« % » ne peut pas commencer une ligne — mettre la valeur entre guillemets",
    ),
    (
        r"could not determine a constructor|tag",
        "« ! » au début d'une valeur a un sens en YAML — mettre la valeur entre guillemets",
    ),
    (r"block sequence entries are not allowed", "un tiret de liste est mal placé — aller à la ligne après « clé: »"),
    (r"expected <block end>|block mapping|block collection", "le retrait n'est pas régulier — aligner les clés d'un même niveau"),
)


@dataclass
class _Reader:
    place: Place
    first_line: int
    lines: dict[Loc, int] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self.first_line

    def data(self, node: yaml.Node, loc: Loc) -> Data | None:
        self.lines.setdefault(loc, self.line(node))
        if len(loc) > _MAX_DEPTH:
            self.diagnostics.append(self.place.at(self.line(node)).error("valeurs emboîtées trop profondément — simplifier"))
            return None
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag == _NULL and not node.style else str(node.value)
        if isinstance(node, yaml.SequenceNode):
            items = [self.data(item, (*loc, index)) for index, item in enumerate(node.value)]
            return ["" if item is None else item for item in items]
        return self.mapping(node, loc)

    def mapping(self, node: yaml.Node, loc: Loc) -> dict[str, Data]:
        found: dict[str, Data] = {}
        seen: set[str] = set()
        for key_node, value_node in node.value:
            place = self.place.at(self.line(key_node))
            if not isinstance(key_node, yaml.ScalarNode):
                self.diagnostics.append(place.error("une clé doit être un mot — mettre la valeur entre guillemets"))
                continue
            key = str(key_node.value)
            if key in seen:
                first = self.lines[(*loc, key)]
                self.diagnostics.append(place.error(f"clé « {key} » écrite deux fois (déjà ligne {first}) — n'en garder qu'une"))
                continue
            seen.add(key)
            self.lines[(*loc, key)] = self.line(key_node)
            value = self.data(value_node, (*loc, key))
            if value is not None:
                found[key] = value
        return found


def parse(text: str, place: Place, first_line: int) -> tuple[Data | None, dict[Loc, int], list[Diagnostic]]:
    """YAML text → data, the line of each value, and what is wrong with it.

    Args:
        text: the YAML.
        place: the file.
        first_line: the line of the file on which `text` starts.

    Returns:
        Data (None when unreadable or empty), lines in the file by location, diagnostics.
    """
    try:
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        unclosed = "stream" in (error.problem or "") and error.context_mark
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        line = (int(mark.line) if mark else 0) + first_line
        return None, {}, [place.at(line).error(_reason(str(error)))]
    except (yaml.YAMLError, RecursionError):
        return None, {}, [place.at(first_line).error("en-tête illisible — vérifier les caractères spéciaux et les retraits")]
    if node is None:
        return None, {}, []
    reader = _Reader(place, first_line)
    try:
        data = reader.data(node, ())
    except RecursionError:
        return None, {}, [place.at(first_line).error("valeurs emboîtées trop profondément — simplifier")]
    return data, reader.lines, reader.diagnostics


def _compose(text: str) -> yaml.Node | None:
    """The node tree: by libyaml, ten times faster; what it refuses is read again by PyYAML, whose messages we translate."""
    try:
        return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.SafeLoader)


def _reason(problem: str) -> str:
    for pattern, reason in _REASONS:
        if re.search(pattern, problem):
            return reason
    return "en-tête illisible — vérifier les guillemets, les deux-points et les retraits"
