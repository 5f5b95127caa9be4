"""Front matter that declares a person, and who it is → the same text without the keys that name them; nothing else moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import yaml

from plugins.model.yaml_edits import Cut, composed, edited, end_of, without_keys
from plugins.text.folding import fold

# What names a person in an entry that stays; an entry of this list goes whole.
_NAMING = ("civilite", "nom", "prenom")
_CITED = "personnes_citees"
# (first name, surname) as the entry gives them → whether it is the person.
Who = Callable[[str, str], bool]


def without_person(front: str, who: Who) -> str:
    """Take a person out of the entries that declare them.

    Args:
        front: the YAML between the marks.
        who: tells the person.

    Returns:
        The text; the same when it declares nobody of that name, or cannot be read.
    """
    try:
        node = composed(front)
    except yaml.YAMLError:
        return front
    return edited(front, _cuts(front, node, who))


def is_yaml(text: str) -> bool:
    """Whether a text can still be read as YAML."""
    try:
        composed(text)
    except yaml.YAMLError:
        return False
    return True


def is_person(name: str) -> Who:
    """Whether an entry's names are those of one person, whatever case, accents and order are."""
    asked = sorted(fold(name).split())

    def same(given: str, surname: str) -> bool:
        whole = sorted(fold(f"{given} {surname}").split())
        return whole == asked or (bool(surname) and sorted(fold(surname).split()) == asked)

    return same


def _cuts(front: str, node: yaml.Node | None, who: Who, key: str = "") -> Iterator[Cut]:
    if isinstance(node, yaml.SequenceNode):
        gone = [one for one in node.value if key == _CITED and _names(one, who)]
        if gone:
            yield _rebuilt(front, node, [one for one in node.value if one not in gone])
            return
        for one in node.value:
            yield from _cuts(front, one, who)
    elif isinstance(node, yaml.MappingNode):
        dropped = set(_NAMING) if _names(node, who) else set()
        dropped |= {"represente"} if who("", _value(node, "represente")) else set()
        if any(name.value in dropped for name, _ in node.value):
            yield from without_keys(front, node, dropped)
            return
        for name, value in node.value:
            yield from _cuts(front, value, who, name.value if isinstance(name, yaml.ScalarNode) else "")


def _names(node: yaml.Node, who: Who) -> bool:
    return isinstance(node, yaml.MappingNode) and who(_value(node, "prenom"), _value(node, "nom"))


def _value(node: yaml.MappingNode, key: str) -> str:
    return next((str(value.value) for name, value in node.value if name.value == key and isinstance(value, yaml.ScalarNode)), "")


def _rebuilt(front: str, node: yaml.SequenceNode, kept: list[yaml.Node]) -> Cut:
    """The list with these entries only, written as it was: on one line, or one entry a line under the first."""
    first, last = node.start_mark.index, node.end_mark.index if node.flow_style else end_of(front, node)
    parts = [front[one.start_mark.index : end_of(front, one)] for one in kept]
    if node.flow_style or not parts:
        return first, last, f"[{', '.join(parts)}]"
    return first, last, "- " + f"\n{' ' * node.start_mark.column}- ".join(parts)
