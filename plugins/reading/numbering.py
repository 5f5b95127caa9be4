"""Numbered lists → each item shows the number that was typed: « 15. », then « 20. », and never « 16. »."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token


def keep_numbers(tokens: Sequence[Token]) -> None:
    """Write the numbers that a browser would count otherwise, and the form of those that it would write otherwise.

    The theme knows two forms: `parenthesis` (« 4) ») and `zero` (« 01. »).
    """
    counts: list[int] = []
    lists: list[Token] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            counts.append(int(token.attrGet("start") or 1))
            lists.append(token)
            if token.markup == ")":
                token.attrJoin("class", "parenthesis")
        elif token.type == "ordered_list_close" and lists:  # a note in a note, which is told, loses the beginning of its list
            counts.pop()
            lists.pop()
        elif token.type == "list_item_open" and token.info and lists:
            number = int(token.info)
            if number != counts[-1]:
                token.attrSet("value", str(number))
            if len(token.info) > 1 and token.info.startswith("0") and "zero" not in str(lists[-1].attrGet("class")):
                lists[-1].attrJoin("class", "zero")
            counts[-1] = number + 1
