"""A PDF of pictures → the same with the words that a program recognises in them, where this machine has one."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from plugins.importing.pieces import Piece, RefusedError

_MOST_SECONDS = 600
_FEWEST_SIGNS = 20  # a page: fewer are a stamp or a page number
MISSING = (
    "ce PDF est une image : il n'a pas de texte à lire — installer OCRmyPDF et le français de Tesseract "
    "(« apt-get install ocrmypdf tesseract-ocr-fra »), puis recommencer ; ou demander le document d'origine"
)


def is_scan(pieces: list[Piece]) -> bool:
    """Whether a PDF has no more words than a stamp."""
    pages = max((piece.spot.page for piece in pieces), default=1)
    return sum(len(piece.text) for piece in pieces) < _FEWEST_SIGNS * pages


def recognised(data: bytes) -> bytes:
    """The PDF with its words.

    Raises:
        RefusedError: without a program that reads pictures, or when it gives up.
    """
    program = shutil.which("ocrmypdf")
    if program is None or not _has_french():
        raise RefusedError(MISSING)
    with tempfile.TemporaryDirectory() as scratch:
        source, target = Path(scratch) / "image.pdf", Path(scratch) / "texte.pdf"
        source.write_bytes(data)
        options = "--language fra --force-ocr --output-type pdf --quiet --deskew".split()
        command = [program, *options, str(source), str(target)]
        try:
            ended = subprocess.run(command, capture_output=True, check=False, timeout=_MOST_SECONDS)
        except subprocess.TimeoutExpired:
            raise RefusedError("la reconnaissance de caractères n'a pas fini — n'en garder que les pages utiles") from None
        if ended.returncode or not target.is_file():
            raise RefusedError("la reconnaissance de caractères a échoué — demander le document d'origine")
        return target.read_bytes()


def _has_french() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, check=False, text=True, encoding="utf-8", errors="replace"
    )
    return "fra" in listed.stdout.split()
