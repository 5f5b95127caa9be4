"""The text of a YAML mapping → the same without some of its keys: every other sign of it stays where it is, comments included."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

import yaml

# A part of the text, from here to there, and what takes its place.
Cut = tuple[int, int, str]
_COMMA = re.compile(r"\s*,")


def composed(text: str) -> yaml.Node | None:
    """By libyaml where it is there: ten times faster than PyYAML itself, and « {q: Qui ?} » can be read.

    Raises:
        yaml.YAMLError: what cannot be read.
    """
    node: yaml.Node | None = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return node


def edited(text: str, cuts: Iterable[Cut]) -> str:
    """The text with its parts replaced; none of them overlap."""
    for start, end, instead in sorted(cuts, reverse=True):
        text = text[:start] + instead + text[end:]
    return text


def end_of(text: str, node: yaml.Node) -> int:
    """Where a value ends; YAML puts the end of a block where the next one begins, comments and all."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(text, last[1] if isinstance(node, yaml.MappingNode) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return int(start) + len(text[start:end].rstrip())


def without_keys(text: str, node: yaml.MappingNode, gone: Container[str]) -> Iterator[Cut]:
    """What to cut out of a text so that a mapping of it loses these keys, with their values.

    Args:
        text: the YAML.
        node: a mapping of it, as `composed` gives it.
        gone: the keys; those that it has not are left out.
    """
    pairs = [(key.start_mark.index, end_of(text, value), str(key.value) in gone) for key, value in node.value]
    if all(is_gone for *_, is_gone in pairs):
        if pairs:
            yield (pairs[0][0], pairs[-1][1], "{}") if not node.flow_style else _whole(node)
    elif node.flow_style:
        yield from _on_one_line(text, pairs)
    else:
        yield from _in_a_block(text, pairs)


_Pairs = list[tuple[int, int, bool]]


def _whole(node: yaml.MappingNode) -> Cut:
    return node.start_mark.index, node.end_mark.index, "{}"


def _on_one_line(text: str, pairs: _Pairs) -> Iterator[Cut]:
    last_kept = max(end for _, end, is_gone in pairs if not is_gone)
    for rank, (start, end, is_gone) in enumerate(pairs):
        if not is_gone:
            continue
        if start > last_kept:
            # A remark among the last ones keeps the comma that stands before it: each pair then goes with its own.
            comma = _COMMA.match(text, end)
            remarked = "#" in text[last_kept : pairs[-1][0]]
            yield (start, comma.end() if comma else end, "") if remarked else (pairs[rank - 1][1], end, "")
        else:
            following = pairs[rank + 1][0]
            between = text[end:following]
            yield (start, following, "") if "#" not in between else (start, end + between.index(",") + 1, "")


def _in_a_block(text: str, pairs: _Pairs) -> Iterator[Cut]:
    covered = 0
    for start, end, is_gone in pairs:
        if not is_gone or start < covered:
            continue
        line, next_line = text.rfind("\n", 0, start) + 1, text.find("\n", end) + 1 or len(text)
        rest = text[end:next_line]
        if text[line:start].strip():  # it stands behind the hyphen of its entry, where the next key comes
            following = next(begin for begin, _, other in pairs if begin > start and not other)
            covered = following if "#" not in text[start:following] else end
            yield start, covered, ""
        elif rest.strip():  # a comment
            yield start, end + len(rest) - len(rest.lstrip(" \t")), ""
        else:
            yield line, next_line, ""
