"""A file → its format, by its first bytes: a name may lie."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

from plugins.importing.containers import opened
from plugins.importing.pieces import Piece, RefusedError

MOST_BYTES = 50_000_000
# Each format, its module, and the endings of names that announce it.
_READERS = {"pdf": "pdf", "docx": "word", "odt": "opendocument", "html": "web", "txt": "plain", "scan": "scans"}
_ENDINGS = {
    "pdf": {"pdf"}, "docx": {"docx"}, "odt": {"odt"}, "html": {"html", "htm", "xhtml"}, "txt": {"txt", "text", "md"},
}  # fmt: skip
_NAMES = {"pdf": "un PDF", "docx": "un document Word", "odt": "un texte OpenDocument", "html": "une page HTML", "txt": "un texte"}
_REFUSED = (
    (
        b"\xd0\xcf\x11\xe0",
        "un document d'un ancien Office (.doc), ou un fichier Office protégé — l'enregistrer en .docx ou en PDF",
    ),
    (b"{\\rtf", "un document RTF — l'enregistrer en .docx, .odt ou PDF"),
    (b"\x89PNG", "une image — l'enregistrer en PDF, ou demander le document d'origine"),
    (b"\xff\xd8\xff", "une image — l'enregistrer en PDF, ou demander le document d'origine"),
    (b"GIF8", "une image — demander le document d'origine"),
    (b"\x7fELF", "un programme"),
    (b"MZ", "un programme"),
    (b"Rar!", "une archive — en sortir d'abord le compte rendu"),
    (b"7z\xbc\xaf", "une archive — en sortir d'abord le compte rendu"),
    (b"\x1f\x8b", "une archive — en sortir d'abord le compte rendu"),
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE | re.DOTALL
)


def format_of(data: bytes, name: str) -> str:
    """`pdf`, `docx`, `odt`, `html` or `txt`.

    Args:
        data: the file.
        name: its name, whose ending must not say otherwise.

    Raises:
        RefusedError: an empty file, another format, or one that is not what its name says.
    """
    if not data.strip():
        raise RefusedError("ce fichier est vide — le demander de nouveau à qui l'a envoyé")
    if len(data) > MOST_BYTES:
        raise RefusedError(
            f"ce fichier fait {len(data) // 1_000_000} Mo, {MOST_BYTES // 1_000_000} au plus — en retirer les images"
        )
    for start, what in _REFUSED:
        if data.startswith(start):
            raise RefusedError(f"ce fichier est {what}")
    found = _sniffed(data)
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    announced = next((kind for kind, endings in _ENDINGS.items() if ending in endings), None)
    if announced is None and ending not in {"", "docm"}:
        raise RefusedError(f"« .{ending} » ne se lit pas — donner un PDF, DOCX, ODT, HTML ou TXT")
    if announced and announced != found:
        raise RefusedError(
            f"son nom annonce {_NAMES[announced]} et c'est {_NAMES[found]} — vérifier le fichier, ou corriger son nom"
        )
    return found


def reader_of(kind: str) -> Callable[[bytes], list[Piece]]:
    """What reads a format; its library is loaded when it is asked for."""
    read: Callable[[bytes], list[Piece]] = import_module(f"plugins.importing.{_READERS[kind]}").read
    return read


def _sniffed(data: bytes) -> str:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _archive(data)
    return "html" if _PAGE.match(data[:4000].lstrip(b"\xef\xbb\xbf")) else "txt"


def _archive(data: bytes) -> str:
    names = set(opened(data).namelist())
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "content.xml" in names:
        return "odt"
    raise RefusedError("cette archive n'est ni un document Word ni un texte OpenDocument — en sortir d'abord le compte rendu")
