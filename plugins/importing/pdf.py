"""A PDF → its words with their boxes, by PDFium; `columns` puts them in reading order."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plugins.importing.columns import lines
from plugins.importing.grids import Ruling
from plugins.importing.gutters import Word
from plugins.importing.pieces import Box, Piece, RefusedError

# Minutes of a day are ten pages; a file of more is a collection, whose meetings are to be parted first.
MOST_PAGES = 100
_MOST_SIGNS = 20_000  # of a page: a sheet of newsprint
_BOLD = 600  # weight, as in CSS
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# PDFium writes one of these for a hyphen at the end of a line.
_HYPHENS = {"\u0002": "-", "\ufffe": "-", "\u00ad": "\u00ad"}
_ABOVE, _BELOW = 0.9, 0.25  # heights of a letter, of most fonts
_THIN = 3.0  # points: a ruling, not a coloured box


@dataclass
class _Sign:
    text: str
    box: Box
    size: float
    bold: bool


def read(data: bytes) -> list[Piece]:
    """Every line, in reading order.

    Raises:
        RefusedError: a file that is encrypted, damaged, too long, or without text.
    """
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise RefusedError(
                "ce PDF est protégé par un mot de passe — l'ouvrir, puis l'enregistrer sans mot de passe"
            ) from None
        raise RefusedError("ce PDF est abîmé ou incomplet — le demander de nouveau, ou l'enregistrer depuis un lecteur") from None
    count = len(document)
    if not count:
        raise RefusedError("ce PDF n'a aucune page que l'on puisse lire — le demander de nouveau à qui l'a fait")
    if count > MOST_PAGES:
        raise RefusedError(f"ce PDF a {count} pages, {MOST_PAGES} au plus — n'en garder que celles d'une réunion")
    pieces: list[Piece] = []
    for rank in range(count):
        try:
            page = document[rank]
        except pypdfium2.PdfiumError:
            raise RefusedError(f"la page {rank + 1} de ce PDF ne se lit pas — le demander de nouveau à qui l'a fait") from None
        height = page.get_height()
        drawn = list(_drawn(page, raw, height))
        words = [*_underlined(_words(_signs(page, raw, height)), drawn), *_bullets(drawn)]
        pieces += lines(words, _rulings(drawn), rank + 1, len(pieces))
    return pieces


def _signs(page: Any, raw: Any, height: float) -> Iterator[_Sign | None]:
    """The characters of a page in the order of the file; None where a word ends."""
    text = page.get_textpage()
    count = raw.FPDFText_CountChars(text)
    if count > _MOST_SIGNS:
        raise RefusedError(f"une page de ce PDF compte {count} signes — ce n'est pas un compte rendu de réunion")
    rect, flags, matrix = raw.FS_RECTF(), ctypes.c_int(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    name = ctypes.create_string_buffer(200)
    for index in range(count):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        # What a font of symbols draws, at the beginning of an item, has no letter.
        char = "•" if "\ue000" <= char <= "\uf8ff" else _HYPHENS.get(char, char)
        made = raw.FPDFText_IsGenerated(text, index) == 1 and char != "-"
        if made and char in "\r\n":
            continue  # where letters stand says better where a line ends: of a page of few words PDFium makes a line of each letter
        if made or ((char.isspace() or not char.isprintable()) and char != "\u00ad"):
            yield None
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, rect) or (char == "\u00ad" and rect.right - rect.left < 0.1):
            continue
        length = raw.FPDFText_GetFontInfo(text, index, name, 200, flags)
        font = name.raw[: max(0, min(length, 200) - 1)].lower()
        bold = raw.FPDFText_GetFontWeight(text, index) >= _BOLD or b"bold" in font or b"black" in font
        scaled = raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * (math.hypot(matrix.b, matrix.d) if scaled else 1.0)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        # Fonts differ in what they call the height of a letter: from the line on which it stands, all are alike.
        box = Box(rect.left, height - y.value - _ABOVE * size, rect.right, height - y.value + _BELOW * size)
        yield _Sign(_LIGATURES.get(char, char), box, size, bold)


def _words(signs: Iterator[_Sign | None]) -> Iterator[Word]:
    current: list[_Sign] = []
    for sign in signs:
        if current and (sign is None or not _goes_on(current[-1], sign)):
            yield _word(current)
            current = []
        if sign is not None:
            current.append(sign)
    if current:
        yield _word(current)


def _goes_on(last: _Sign, sign: _Sign) -> bool:
    """On the same line, and near: letters of one word stand closer than a quarter of their height."""
    middle = (sign.box.top + sign.box.bottom) / 2
    # A capital after a small letter begins a word: a narrow tab parts a name from an organisation.
    most = 0.06 if last.text.islower() and sign.text.isupper() else 0.25
    # The letters of a ligature share its box.
    near = sign.box.left >= last.box.left - 0.2 * last.size and sign.box.left - last.box.right < most * max(last.size, 1.0)
    return last.box.top <= middle <= last.box.bottom and near


def _word(signs: list[_Sign]) -> Word:
    box = signs[0].box
    for sign in signs[1:]:
        box = box.around(sign.box)
    bold = sum(sign.bold for sign in signs) * 2 > len(signs)
    return Word("".join(sign.text for sign in signs), box, sorted(sign.size for sign in signs)[len(signs) // 2], bold)


def _drawn(page: Any, raw: Any, height: float) -> Iterator[Box]:
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = path.get_bounds()
        yield Box(left, height - top, right, height - bottom)


def _bullets(drawn: Sequence[Box]) -> list[Word]:
    """Some programs draw the bullets of a list: small squares and discs."""
    small = [box for box in drawn if 1.5 <= box.height <= 7 and abs(box.right - box.left - box.height) < 0.3 * box.height]
    return [Word("•", box, box.height, bold=False) for box in small]


def _underlined(words: Iterable[Word], drawn: Sequence[Box]) -> list[Word]:
    """Words under most of which a thin line runs, just below the line on which they stand, stand out as bold ones do."""
    thin = [box for box in drawn if box.height <= _THIN and box.right - box.left > 1]
    found = []
    for word in words:
        base, size = word.box.bottom - _BELOW * word.size, word.size
        under = [box for box in thin if base - 0.02 * size <= (box.top + box.bottom) / 2 <= base + 0.2 * size]
        covered = sum(max(0.0, min(box.right, word.box.right) - max(box.left, word.box.left)) for box in under)
        found.append(replace(word, bold=True) if covered > 0.5 * (word.box.right - word.box.left) else word)
    return found


def _rulings(drawn: Sequence[Box]) -> list[Ruling]:
    """Thin lines and the sides of frames: what draws a table."""
    found: list[Ruling] = []
    for box in drawn:
        across, down = box.right - box.left, box.height
        if down <= _THIN < across:
            found.append(Ruling("across", box))
        elif across <= _THIN < down:
            found.append(Ruling("down", box))
        elif across > 3 * _THIN and down > 3 * _THIN:
            found += [Ruling("across", Box(box.left, y, box.right, y)) for y in (box.top, box.bottom)]
            found += [Ruling("down", Box(x, box.top, x, box.bottom)) for x in (box.left, box.right)]
    return found
