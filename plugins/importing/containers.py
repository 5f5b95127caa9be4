"""The bytes of a DOCX or an ODT → its parts, none of which is opened before it is known to be harmless."""

from __future__ import annotations

import io
import re
import zipfile

from plugins.importing.pieces import RefusedError

# A page of text fits in 10 ko of XML; pictures are not read.
_MOST_PART, _MOST_WHOLE, _MOST_PARTS = 30_000_000, 100_000_000, 2_000
# Text shrinks to a tenth; a hundredth is made to fill the memory of who opens it.
_MOST_RATIO, _RATIO_FROM = 100, 200_000
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_UTF16_DECLARES = re.compile("<!(?:DOCTYPE|ENTITY)".encode("utf-16-le"), re.IGNORECASE)
# What zipfile says of archives that are none, or compressed or locked as it does not know (RuntimeError).
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError)
_DAMAGED = "ce fichier est abîmé ou incomplet — le demander de nouveau, ou l'enregistrer en PDF"


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, none of whose parts is read.

    Raises:
        RefusedError: it is damaged.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise RefusedError(_DAMAGED) from None


def parts(data: bytes) -> dict[str, bytes]:
    """Every XML part by its name.

    Raises:
        RefusedError: a damaged or encrypted archive, a bomb, macros, entities.
    """
    archive = opened(data)
    entries = archive.infolist()
    _check_entries(entries)
    found: dict[str, bytes] = {}
    for entry in entries:
        if entry.is_dir() or not entry.filename.lower().endswith((".xml", ".rels", "mimetype")):
            continue
        try:
            with archive.open(entry) as file:
                part = file.read(_MOST_PART + 1)
        except _BROKEN:
            raise RefusedError(_DAMAGED) from None
        if len(part) > _MOST_PART:
            raise RefusedError("ce fichier déplié serait démesuré — l'enregistrer en PDF depuis le logiciel qui l'a fait")
        if _DECLARES.search(part) or _UTF16_DECLARES.search(part):
            raise RefusedError(
                "ce fichier contient des entités XML, qui peuvent lire d'autres fichiers — l'enregistrer de nouveau depuis Word ou LibreOffice"
            )
        found[entry.filename] = part
    return found


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_WHOLE:
        raise RefusedError("ce fichier déplié serait démesuré — l'enregistrer en PDF depuis le logiciel qui l'a fait")
    for entry in entries:
        if entry.file_size > _RATIO_FROM and entry.file_size > _MOST_RATIO * max(entry.compress_size, 1):
            raise RefusedError(
                f"ce fichier se déplie plus de {_MOST_RATIO} fois — ce n'est pas un document ordinaire, il n'est pas ouvert"
            )
        if entry.flag_bits & 0x1:
            raise RefusedError("ce fichier est protégé par un mot de passe — l'ouvrir, puis l'enregistrer sans mot de passe")
        name = entry.filename.lower()
        if "vbaproject" in name or "vbadata" in name or name.startswith(("basic/", "scripts/")):
            raise RefusedError("ce fichier contient des macros — l'enregistrer sans macros (.docx ou .odt), puis recommencer")
