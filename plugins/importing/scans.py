"""A PDF of pictures → the lines that Tesseract recognises in them, where this machine has it."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from statistics import median
from typing import Any

from plugins.importing.columns import lines
from plugins.importing.drawn import rulings, underlined
from plugins.importing.gutters import Word
from plugins.importing.pdf import pages_of
from plugins.importing.pictures import Picture
from plugins.importing.pieces import Box, Piece, RefusedError
from plugins.importing.recognition import sized, words_of

_MOST_SECONDS = 300  # a page
_FEWEST_SIGNS = 20  # a page: fewer are a stamp or a page number
_DOTS = 300 / 72  # of a point: what Tesseract reads best
_MOST_DOTS = 5_000  # of a side
_BOLD = 1.22  # times the strokes of the text itself
MISSING = (
    "ce PDF est une image : il n'a pas de texte à lire — installer Tesseract et son français (« apt-get install tesseract-ocr-fra »), "
    "puis recommencer ; ou le passer à OCRmyPDF, ou demander le document d'origine"
)


def is_scan(pieces: list[Piece]) -> bool:
    """Whether a PDF has no more words than a stamp."""
    pages = max((piece.spot.page for piece in pieces), default=1)
    return sum(len(piece.text) for piece in pieces) < _FEWEST_SIGNS * pages


def reader() -> str:
    """The program that reads pictures in French.

    Raises:
        RefusedError: where this machine has none.
    """
    program = shutil.which("tesseract")
    if program is None or not _has_french(program):
        raise RefusedError(MISSING)
    return program


def read(data: bytes) -> list[Piece]:
    """Every line, in reading order.

    Raises:
        RefusedError: without a program that reads pictures, or when it reads nothing.
    """
    program = reader()
    seen = list(_seen(program, data))
    pages = sized([page.words for page in seen])
    ratios = [ratio for page in seen for ratio in page.strokes]
    if not ratios:
        raise RefusedError(
            "aucune lettre n'est reconnue dans ce PDF (page tournée, trop pâle ?) — demander le document d'origine"
        )
    bold = _BOLD * median(ratios)
    pieces: list[Piece] = []
    for rank, (page, words) in enumerate(zip(seen, pages, strict=True)):
        shown = [replace(word, bold=ratio > bold) for word, ratio in zip(words, page.strokes, strict=True)]
        pieces += lines(underlined(shown, page.drawn), rulings(page.drawn), rank + 1, len(pieces))
    return pieces


@dataclass(frozen=True)
class _Page:
    """What is seen of a page: words, how thick the strokes of each are in heights of a letter, straight lines."""

    words: list[Word]
    strokes: list[float]
    drawn: list[Box]


def _seen(program: str, data: bytes) -> Iterator[_Page]:
    """Each page, a core reading one at a time; no more of them are held than are read."""
    many, pages = os.cpu_count() or 1, pages_of(data)
    with ThreadPoolExecutor(many) as pool:
        while some := [_drawn(page) for page in islice(pages, many)]:  # PDFium draws one page at a time
            yield from pool.map(lambda one: _read(program, *one), some)


def _read(program: str, grey: bytes, picture: Picture) -> _Page:
    words = _recognised(program, grey, picture)
    return _Page(words, [picture.thickness(word.box) / word.size for word in words], picture.lines())


def _drawn(page: Any) -> tuple[bytes, Picture]:
    """A page as greys, its lines made level, and as ink."""
    grey, picture = _rendered(page, 0.0)
    return _rendered(page, picture.slope) if picture.slope else (grey, picture)


def _rendered(page: Any, slope: float) -> tuple[bytes, Picture]:
    import pypdfium2
    import pypdfium2.raw as raw

    wide, high = page.get_size()
    dots = min(_DOTS, _MOST_DOTS / max(wide, high, 1.0))
    width, height = math.ceil(wide * dots), math.ceil(high * dots)
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    # Turned about its left end: what sinks by `slope` to the right is lifted by as much.
    turn = math.atan(slope)
    matrix = raw.FS_MATRIX(
        dots * math.cos(turn), -dots * math.sin(turn), dots * math.sin(turn), dots * math.cos(turn),
        -math.sin(turn) * height / 2, math.sin(turn) * width / 2,
    )  # fmt: skip
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, raw.FS_RECTF(0, 0, width, height), raw.FPDF_ANNOT)
    stride = bitmap.stride
    buffer = bytes(bitmap.buffer)
    grey = buffer if stride == width else b"".join(buffer[row : row + width] for row in range(0, stride * height, stride))
    return grey, Picture.of(grey, width, height, dots)


def _recognised(program: str, grey: bytes, picture: Picture) -> list[Word]:
    command = [program, "stdin", "stdout", "-l", "fra", "--dpi", str(round(picture.dots * 72)), "hocr"]
    shown = b"P5 %d %d 255\n" % (picture.width, picture.height) + grey
    try:
        # One page a core is faster than each page on all of them.
        ended = subprocess.run(
            command,
            input=shown,
            capture_output=True,
            check=False,
            timeout=_MOST_SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise RefusedError("la reconnaissance de caractères n'a pas fini — n'en garder que les pages utiles") from None
    if ended.returncode:
        raise RefusedError("la reconnaissance de caractères a échoué — demander le document d'origine")
    return words_of(ended.stdout.decode("utf-8", "replace"), picture.dots)


def _has_french(program: str) -> bool:
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, check=False, text=True, encoding="utf-8", errors="replace"
    )
    return "fra" in listed.stdout.split()
