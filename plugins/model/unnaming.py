"""Front matter that declares a person, and who it is → the same text without the keys that name them; nothing else moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import yaml

from plugins.text.folding import fold

# What names a person in an entry that stays; an entry of this list goes whole.
_NAMING = ("civilite", "nom", "prenom")
_CITED = "personnes_citees"
# (first name, surname) as the entry gives them → whether it is the person.
Who = Callable[[str, str], bool]
# A part of the text and what takes its place.
_Cut = tuple[int, int, str]


def without_person(front: str, who: Who) -> str:
    """Take a person out of the entries that declare them.

    Args:
        front: the YAML between the marks.
        who: tells the person.

    Returns:
        The text; the same when it declares nobody of that name, or cannot be read.
    """
    try:
        node = yaml.compose(front, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return front
    for start, end, text in sorted(_cuts(front, node, who), reverse=True):
        front = front[:start] + text + front[end:]
    return front


def is_person(name: str) -> Who:
    """Whether an entry's names are those of one person, whatever case, accents and order are."""
    asked = sorted(fold(name).split())

    def same(given: str, surname: str) -> bool:
        whole = sorted(fold(f"{given} {surname}").split())
        return whole == asked or (bool(surname) and sorted(fold(surname).split()) == asked)

    return same


def _cuts(front: str, node: yaml.Node | None, who: Who, key: str = "") -> Iterator[_Cut]:
    if isinstance(node, yaml.SequenceNode):
        gone = [one for one in node.value if key == _CITED and _names(one, who)]
        if gone:
            yield _rebuilt(front, node, [_span(front, one) for one in node.value if one not in gone], "- ")
            return
        for one in node.value:
            yield from _cuts(front, one, who)
    elif isinstance(node, yaml.MappingNode):
        dropped = set(_NAMING) if _names(node, who) else set()
        dropped |= {"represente"} if who("", _value(node, "represente")) else set()
        kept = [(name, value) for name, value in node.value if name.value not in dropped]
        if len(kept) < len(node.value):
            yield _rebuilt(
                front, node, [front[name.start_mark.index : value.end_mark.index].rstrip() for name, value in kept], ""
            )
            return
        for name, value in node.value:
            yield from _cuts(front, value, who, name.value if isinstance(name, yaml.ScalarNode) else "")


def _names(node: yaml.Node, who: Who) -> bool:
    return isinstance(node, yaml.MappingNode) and who(_value(node, "prenom"), _value(node, "nom"))


def _value(node: yaml.MappingNode, key: str) -> str:
    return next((str(value.value) for name, value in node.value if name.value == key and isinstance(value, yaml.ScalarNode)), "")


def _span(front: str, node: yaml.Node) -> str:
    return front[node.start_mark.index : node.end_mark.index].rstrip()


def _rebuilt(front: str, node: yaml.CollectionNode, parts: list[str], dash: str) -> _Cut:
    """The node with these parts only, written as it was: on one line, or one part a line under the first."""
    first, last = node.start_mark.index, node.end_mark.index
    opening, closing = ("[", "]") if dash else ("{", "}")
    if node.flow_style or not parts:
        return first, last if node.flow_style else first + len(_span(front, node)), f"{opening}{', '.join(parts)}{closing}"
    return first, first + len(_span(front, node)), dash + f"\n{' ' * node.start_mark.column}{dash}".join(parts)
