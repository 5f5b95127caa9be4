"""A name and a width → the lines on which it stands in a drawing: SVG does not break lines by itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

# Advances of Atkinson Hyperlegible Next at weight 400, in thousandths of an em, rounded up; a test measures them in a browser.
_NARROW, _WIDE, _CAPITAL, _OTHER = 340, 900, 720, 590
_CLASSES: Mapping[str, int] = {
    **dict.fromkeys("iljtfrI.,:;!|'’()[] \u00a0\u202f-", _NARROW),
    **dict.fromkeys("mwMW—…%&@œŒ", _WIDE),
}
_ELLIPSIS = "…"


def width(text: str, size: float) -> float:
    """Width of a line, in the drawing's units; a little more than browsers measure.

    Args:
        text: one line.
        size: of its letters.
    """
    return sum(_advance(sign) for sign in text) * size / 1000


@lru_cache(maxsize=1024)
def _advance(sign: str) -> int:
    if sign in _CLASSES:
        return _CLASSES[sign]
    if ord(sign) > 0x24F:
        return 1000  # other scripts and pictographs: an em
    return _CAPITAL if sign.isupper() else _OTHER


def lines(text: str, room: float, size: float, most: int = 2) -> tuple[str, ...]:
    """The text cut between words, and inside a word wider than the room; what does not fit ends with an ellipsis.

    Args:
        text: any text; spaces that must not break hold words together.
        room: width of a line.
        size: of its letters.
        most: how many lines.

    Returns:
        At least one line.
    """
    done: list[str] = []
    line = ""
    for word in _pieces(text, room, size):
        longer = f"{line} {word}" if line else word
        if not line or width(longer, size) <= room:
            line = longer
        else:
            done.append(line)
            line = word
    done.append(line)
    return tuple(done) if len(done) <= most else (*done[: most - 1], _shortened(done[most - 1], room, size))


def is_cut(drawn: tuple[str, ...]) -> bool:
    """Whether `lines` left something out."""
    return drawn[-1].endswith(_ELLIPSIS)


def _pieces(text: str, room: float, size: float) -> list[str]:
    """Words; one wider than the room in pieces."""
    found = []
    for word in text.split(" "):
        piece = ""
        for sign in word:
            if piece and width(piece + sign, size) > room:
                found.append(piece)
                piece = ""
            piece += sign
        if piece:
            found.append(piece)
    return found or [""]


def _shortened(line: str, room: float, size: float) -> str:
    while line and width(line + _ELLIPSIS, size) > room:
        line = line[:-1]
    return line.rstrip(" ,;:'’(-\u00a0\u202f") + _ELLIPSIS
