"""A word of a text → the e-mail address, web address or file name that it is part of."""

from __future__ import annotations

import re

_LONGEST_ADDRESS = 200
_IN_ADDRESS = re.compile(r"[^\s<>()\[\]{}«»\"“”,;|`*]*")
_BEFORE_ADDRESS = re.compile(_IN_ADDRESS.pattern + "$")
_ADDRESS = re.compile(r"@|://|www\.|[^\W_]_[^\W_]|^/|\.[a-zA-Z]{2,4}(?:$|[/?#.])")


def address_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The e-mail address, web address or file name that a word is part of."""
    first = max(0, start - _LONGEST_ADDRESS)
    left, right = _BEFORE_ADDRESS.search(text[first:start]), _IN_ADDRESS.match(text, end, end + _LONGEST_ADDRESS)
    begin, stop = start - len(left[0]) if left else start, right.end() if right else end
    return (begin, stop) if (begin, stop) != (start, end) and _ADDRESS.search(text, begin, stop) else None
