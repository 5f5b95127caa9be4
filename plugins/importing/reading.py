"""The bytes of a file → its blocks; in a process of its own, so that a file made to hurt harms nothing else."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from plugins.importing.formats import format_of, reader_of
from plugins.importing.hyphens import vocabulary
from plugins.importing.paragraphs import blocks
from plugins.importing.pieces import Block, Box, Piece, RefusedError, Spot, Style
from plugins.importing.running import without_running
from plugins.importing.structure import headed
from plugins.model.source_text import LONGEST_LINE, UNSEEN

ROOT = Path(__file__).resolve().parents[2]
_MOST_SECONDS = 40
_MOST_SECONDS_OF_SCANS = 900
_MOST_MEMORY = 1_500_000_000  # bytes of addresses, libraries included
_MOST_BLOCKS = 5_000
_MOST_SIGNS = 200_000  # a page of a content holds 250 kB
_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")  # of a terminal


def blocks_of(pieces: list[Piece], words: Iterable[str]) -> tuple[list[Block], list[str]]:
    """Blocks in reading order, and the running lines that were dropped.

    Args:
        pieces: what a format gave.
        words: texts of the site, whose words tell compounds from cut words.
    """
    signs = sum(len(piece.text) for piece in pieces)
    if signs > _MOST_SIGNS:
        raise RefusedError(f"ce document compte {signs} signes, {_MOST_SIGNS} au plus — n'en garder que ceux d'une réunion")
    kept, dropped = without_running([_shown(piece) for piece in pieces])
    known = vocabulary([*(piece.text for piece in kept), *words])
    found = headed(blocks(kept, known), kept)
    if len(found) > _MOST_BLOCKS:
        raise RefusedError(
            f"ce document compte {len(found)} paragraphes, {_MOST_BLOCKS} au plus — n'en garder que ceux d'une réunion"
        )
    longest = max((len(block.text) for block in found), default=0)
    if longest > LONGEST_LINE:
        raise RefusedError(f"un paragraphe compte {longest} signes, {LONGEST_LINE} au plus — le couper, puis recommencer")
    return found, dropped


def _shown(piece: Piece) -> Piece:
    """Without signs that are read by nobody and turn or hide what is: no page may hold them."""
    text = UNSEEN.sub("", _COLOURS.sub("", piece.text))
    return piece if text == piece.text else replace(piece, text=text)


def pieces_of(data: bytes, name: str, *, scanned: bool = False) -> list[Piece]:
    """Read a file in a process of bounded time and memory.

    Args:
        data: the file.
        name: its name.
        scanned: whether it is a PDF of pictures, whose letters are to be recognised.

    Raises:
        RefusedError: what cannot be read, and why.
    """
    kind, most_seconds = ("scan", _MOST_SECONDS_OF_SCANS) if scanned else (format_of(data, name), _MOST_SECONDS)
    command = [sys.executable, "-m", "plugins.importing.reading", kind, str(most_seconds)]
    try:
        ended = subprocess.run(command, input=data, cwd=ROOT, capture_output=True, check=False, timeout=most_seconds)
    except subprocess.TimeoutExpired:
        raise RefusedError(
            f"ce fichier n'est pas lu au bout de {most_seconds} secondes — l'enregistrer de nouveau, ou en texte"
        ) from None
    try:
        said: Any = json.loads(ended.stdout)
    except ValueError:
        raise RefusedError(
            "ce fichier ne se lit pas (mémoire épuisée, ou contenu abîmé) — l'enregistrer de nouveau, ou en texte"
        ) from None
    if isinstance(said, str):
        raise RefusedError(said)
    return [_piece(one) for one in said]


def _piece(said: dict[str, Any]) -> Piece:
    spot, style = said["spot"], said["style"]
    box = Box(**spot.pop("box")) if spot["box"] else spot.pop("box")
    cell = style.pop("cell")
    return Piece(**said | {"spot": Spot(box=box, **spot), "style": Style(cell=tuple(cell) if cell else None, **style)})


def _bounded(most_seconds: int) -> None:
    """No more memory nor time than a file of a hundred pages needs; where the system cannot bound, the clock alone does."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(kind: str, most_seconds: int) -> None:
    """Read standard input; write its pieces as JSON, or a sentence."""
    _bounded(most_seconds)
    try:
        said: object = [asdict(piece) for piece in reader_of(kind)(sys.stdin.buffer.read())]
    except RefusedError as error:
        said = str(error)
    except (MemoryError, RecursionError):
        said = "ce fichier demande plus de mémoire qu'un compte rendu — l'enregistrer de nouveau, ou en texte"
    sys.stdout.buffer.write(json.dumps(said).encode("ascii"))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
