"""A PDF → its words with their boxes, by PDFium; `columns` puts them in reading order."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from plugins.importing.columns import lines
from plugins.importing.drawn import BELOW, bullets, rulings, underlined
from plugins.importing.gutters import Word
from plugins.importing.pieces import Box, Piece, RefusedError

# Minutes of a day are ten pages; a file of more is a collection, whose meetings are to be parted first.
MOST_PAGES = 100
_MOST_SIGNS = 20_000  # of a page: a sheet of newsprint
_BOLD = 600  # weight, as in CSS
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# PDFium writes one of these for a hyphen at the end of a line.
_HYPHENS = {"\u0002": "-", "\ufffe": "-", "\u00ad": "\u00ad"}
_CUTS = ("-", "\u2010", "\u00ad")
_NEAR = 0.18  # heights of a letter: less than between two words
_ABOVE = 0.9  # heights of a letter, of most fonts


@dataclass
class _Sign:
    text: str
    box: Box
    size: float
    bold: bool


def read(data: bytes) -> list[Piece]:
    """Every line, in reading order.

    Raises:
        RefusedError: a file that is encrypted, damaged or too long.
    """
    import pypdfium2.raw as raw

    pieces: list[Piece] = []
    for rank, page in enumerate(pages_of(data)):
        height = page.get_height()
        drawn = list(_drawn(page, raw, height))
        words = underlined(_hyphened(list(_words(_signs(page, raw, height)))), drawn)
        pieces += lines([*words, *bullets(drawn, words)], rulings(drawn), rank + 1, len(pieces))
    return pieces


def pages_of(data: bytes) -> Iterator[Any]:
    """The pages of a PDF, as PDFium gives them.

    Raises:
        RefusedError: a file that is encrypted, damaged or too long.
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
    for rank in range(count):
        try:
            yield document[rank]
        except pypdfium2.PdfiumError:
            raise RefusedError(f"la page {rank + 1} de ce PDF ne se lit pas — le demander de nouveau à qui l'a fait") from None


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
        box = Box(rect.left, height - y.value - _ABOVE * size, rect.right, height - y.value + BELOW * size)
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


def _hyphened(words: list[Word]) -> list[Word]:
    """With the hyphen that a program sets a little apart, at the end of a line, put back at its word."""
    found: list[Word] = []
    for rank, word in enumerate(words):
        last = found[-1] if found else word
        near = word.text in _CUTS and last.text[-1:].isalpha() and 0 <= word.box.left - last.box.right < _NEAR * word.size
        after = words[rank + 1 : rank + 2]
        if near and _level(last, word) and not any(_level(word, one) and one.box.left > word.box.right for one in after):
            found[-1] = replace(last, text=last.text + word.text, box=last.box.around(word.box))
        else:
            found.append(word)
    return found


def _level(one: Word, other: Word) -> bool:
    return one.box.top <= (other.box.top + other.box.bottom) / 2 <= one.box.bottom


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
