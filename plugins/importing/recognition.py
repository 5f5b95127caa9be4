"""What Tesseract says of a page (hOCR) → its words, with their boxes and the size of their letters, in points."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from plugins.importing.drawn import BELOW
from plugins.importing.gutters import Word
from plugins.importing.pieces import Box

_LINES = frozenset({"ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption"})
_NO_LETTER = re.compile(r"[|¦_~^]+")
# What a bullet is taken for at the beginning of a line: a sign, or a letter that may be a word.
_BULLET = re.compile(r"(?P<sign>[+*°•·.,¢©®=>&]{1,2})|[eoOcQ0«»]")
_GLUED = re.compile(r"[*+°•¢©®]{1,2}(?=[^\W_])")
_SURE_LETTER = 92  # of a hundred: above, a letter is a letter
_ABOVE = 0.75  # heights of a line, of which the whole goes from the top of an accent to the end of a « p »
_FAINT = 55  # of a hundred
_SAME_SIZE = 0.075  # two sizes that differ by less are one: a line without accents looks smaller
_MAY_BE_SAME = 0.3  # of what is written with a few letters only
_FEW = 12  # letters
_SAME_END = 4.0  # points: where lines end together


@dataclass(frozen=True)
class _Seen:
    text: str
    box: Box
    sure: int


def words_of(hocr: str, dots: float) -> list[Word]:
    """Words line by line, in the order in which they were read.

    Args:
        hocr: of one page.
        dots: of a point.
    """
    root = ET.fromstring(hocr)  # noqa: S314 (what Tesseract has just written)
    found = [line for element in root.iter() if element.get("class") in _LINES and (line := list(_line(element, dots)))]
    return [word for line in _even(found) for word in line]


def sized(pages: Sequence[list[Word]]) -> list[list[Word]]:
    """The same, with the sizes that are one for the eye made one."""
    sizes = sorted(word.size for page in pages for word in page for _ in word.text)
    if not sizes:
        return [list(page) for page in pages]
    usual = median(sizes)
    shown = {size: usual for size in sizes if abs(size - usual) <= _SAME_SIZE * usual}
    group: list[float] = []
    for size in [*(size for size in sizes if size not in shown), float("inf")]:
        if group and size - group[0] > 1.5 * _SAME_SIZE * group[0]:
            shown |= dict.fromkeys(group, median(group))
            group = []
        group.append(size)
    return [[replace(word, size=shown[word.size]) for word in page] for page in pages]


def _even(lines: list[list[Word]]) -> list[list[Word]]:
    """Lines of few letters as high as their neighbour, and those that nearly end together ending so."""
    found: list[list[Word]] = []
    ends = [line[-1].box.right for line in lines]
    for rank, line in enumerate(lines):
        near = [
            other
            for other in lines
            if other is not line and abs(other[0].box.bottom - line[0].box.bottom) < 2 * line[0].box.height
        ]
        size = _size_of(line, near)
        last = replace(line[-1], box=replace(line[-1].box, right=_end_of(ends[rank], ends)))
        found.append([replace(word, size=size) for word in (*line[:-1], last)])
    return found


def _end_of(end: float, ends: Sequence[float]) -> float:
    """Where the lines that end about there end, if they are several."""
    near = [one for one in ends if abs(one - end) <= _SAME_END]
    return median(near) if len(near) > 3 else end


def _size_of(line: list[Word], near: list[list[Word]]) -> float:
    own = line[0].size
    if _letters(line) >= _FEW:
        return own
    others = [
        one[0].size for one in sorted(near, key=lambda one: abs(one[0].box.bottom - line[0].box.bottom)) if _letters(one) >= _FEW
    ]
    return next((size for size in others if abs(size - own) <= _MAY_BE_SAME * own), own)


def _letters(line: list[Word]) -> int:
    return sum(sign.isalpha() for word in line for sign in word.text)


def _line(line: ET.Element, dots: float) -> Iterator[Word]:
    said = _said(line)
    left, _, _, bottom = said["bbox"]
    slope, offset = said.get("baseline", [0.0, 0.0])
    size = said["x_size"][0] / dots
    for one in _bulleted([one for one in map(_seen, line.iter()) if one is not None], said["x_size"][0]):
        base = (bottom + offset + slope * ((one.box.left + one.box.right) / 2 - left)) / dots
        box = Box(one.box.left / dots, base - _ABOVE * size, one.box.right / dots, base + BELOW * size)
        yield Word(one.text, box, size, bold=False, faint=one.sure < _FAINT and len(one.text) > 2 and one.text.isalpha())


def _seen(word: ET.Element) -> _Seen | None:
    if word.get("class") != "ocrx_word":
        return None
    said, text = _said(word), _NO_LETTER.sub("", "".join(word.itertext()).strip())
    return _Seen(text, Box(*said["bbox"]), round(said["x_wconf"][0])) if text else None


def _bulleted(seen: list[_Seen], size: float) -> list[_Seen]:
    """With the sign that a bullet was taken for made one again, before a gap or at its word."""
    if not seen:
        return seen
    first, *others = seen
    match = _BULLET.fullmatch(first.text)
    if not match or not others:
        return [replace(first, text=_GLUED.sub("• ", first.text)), *others]
    gap = others[0].box.left - first.box.right
    gaps = [after.box.left - before.box.right for before, after in pairwise(others)]
    # A letter may be a word, a quote may close; a sign before a gap is neither.
    apart = gap > 1.3 * median(gaps or [0.0]) and first.sure < _SURE_LETTER and others[0].text[:1].isalnum()
    bullet = gap > 0.3 * size and (bool(match["sign"]) or apart)
    return [replace(first, text="•"), *others] if bullet else seen


def _said(element: ET.Element) -> dict[str, list[float]]:
    """« bbox 0 0 20 10; x_size 12 » → what each word is followed by."""
    found = {}
    for part in element.get("title", "").split(";"):
        name, *values = part.split()
        if name != "image":
            found[name] = [float(value) for value in values if re.fullmatch(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", value)]
    return found
