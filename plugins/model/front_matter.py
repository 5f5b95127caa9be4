"""YAML → plain data (mappings, lists, texts) with the line of each value.

Scalars stay texts: PyYAML would turn `14:30` into 870, `0612` into 394 and `no` into False; the schema decides types.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

import yaml

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Loc
from plugins.model.yaml_edits import composed
from plugins.model.yaml_faults import called, lost_in_value, slip_in_value, why_unreadable

Data = str | list["Data"] | dict[str, "Data"]

_NULL = "tag:yaml.org,2002:null"
_MAX_DEPTH = 20
# Values of one text once its aliases are followed: nine lines of YAML can hold a billion.
MOST_VALUES = 4_000
# Line ends for YAML alone: the lines of its messages would not be those of the file. The first one is told as a control.
_OTHER_LINE_ENDS = re.compile(r"[\u2028\u2029]")
# Written by escapes (`\e`, `\ud83d`): controls, and halves of characters, which no file can hold.
_NO_CHARACTER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class _TooMany(Exception):  # noqa: N818 — it ends the reading
    pass


@dataclass
class _Reader:
    place: Place
    first_line: int
    text_lines: list[str]
    most: int
    lines: dict[Loc, int] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    is_slip: bool = False
    values: int = 0

    @cached_property
    def calls(self) -> frozenset[str]:
        return called("\n".join(self.text_lines))

    def line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self.first_line

    def data(self, node: yaml.Node, loc: Loc) -> Data | None:
        self.lines.setdefault(loc, self.line(node))
        self.values += 1
        if self.values > self.most:
            raise _TooMany
        if len(loc) > _MAX_DEPTH:
            self.diagnostics.append(self.place.at(self.line(node)).error("valeurs emboîtées trop profondément — simplifier"))
            return None
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if isinstance(node, yaml.SequenceNode):
            items = [self.data(item, (*loc, index)) for index, item in enumerate(node.value)]
            return ["" if item is None else item for item in items]
        return self.mapping(node, loc)

    def scalar(self, node: yaml.ScalarNode) -> str | None:
        if node.tag == _NULL and not node.style:
            return None
        value = str(node.value)
        if node.style not in {"|", ">"}:
            written = self.text_lines[node.start_mark.line : node.end_mark.line + 1]
            slip = slip_in_value(written, value, quoted=bool(node.style))
            if slip:
                self.is_slip = True
            lost = slip or (None if node.style else lost_in_value(self.text_lines, self.calls, node.start_mark, node.end_mark))
            if lost:
                self.diagnostics.append(self.place.at(self.line(node)).error(lost))
        bad = _NO_CHARACTER.search(value)
        if bad:
            message = f"caractère invisible, ou qui n'en est pas un (U+{ord(bad[0]):04X}) — l'effacer"
            self.diagnostics.append(self.place.at(self.line(node)).error(message))
        return value

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


def parse(
    text: str, place: Place, first_line: int, most: int = MOST_VALUES
) -> tuple[Data | None, dict[Loc, int], list[Diagnostic]]:
    """YAML text → data, the line of each value, and what is wrong with it.

    Args:
        text: the YAML.
        place: the file.
        first_line: the line of the file on which `text` starts.
        most: how many values it may hold, aliases followed.

    Returns:
        Data (None when unreadable or empty), lines in the file by location, diagnostics.
    """
    told = [
        place.at(number).error(f"fin de ligne invisible (U+{ord(found[0]):04X}) — l'effacer")
        for number, line in enumerate(text.split("\n"), start=first_line)
        if (found := _OTHER_LINE_ENDS.search(line))
    ]
    text = _OTHER_LINE_ENDS.sub(" ", text)
    try:
        node = composed(text)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        line, reason = why_unreadable(text)
        return None, {}, [*told, place.at(line + first_line).error(reason)]
    if node is None:
        return None, {}, told
    reader = _Reader(place, first_line, text.split("\n"), most)
    try:
        data = reader.data(node, ())
    except RecursionError:
        return None, {}, [*told, place.at(first_line).error("valeurs emboîtées trop profondément — simplifier")]
    except _TooMany:
        message = f"plus de {most} valeurs, une fois suivis les renvois de YAML (« &nom », « *nom ») — en écrire moins"
        return None, {}, [*told, place.at(first_line).error(message)]
    # After a slip, keys that it swallowed are missing, and nobody forgot them.
    return None if reader.is_slip else data, reader.lines, told + reader.diagnostics
