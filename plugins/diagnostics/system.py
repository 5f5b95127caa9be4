"""What the system refused, or a fault of the code → a French sentence: what was met, where, and what to do."""

from __future__ import annotations

import errno
import shutil
import sys
import traceback
from pathlib import Path

from plugins.diagnostics.diagnostic import Diagnostic, Place

_FULL = "il n'y a plus de place sur ce disque — en libérer, ou choisir un autre dossier"
_FORBIDDEN = "le droit de lire ou d'écrire ici manque — le demander, ou choisir un autre dossier"
LOOP = "ce lien mène à lui-même — l'effacer, ou choisir un autre dossier"
_SENTENCES = {
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EFBIG": "ce fichier est trop grand pour ce disque — choisir un autre dossier",
    "EROFS": "ce disque est en lecture seule — choisir un dossier où l'on peut écrire",
    "EACCES": _FORBIDDEN,
    "EPERM": _FORBIDDEN,
    "ELOOP": LOOP,
    "ENAMETOOLONG": "ce nom est trop long — en donner un plus court",
    "ENOENT": "ce fichier ou ce dossier n'existe pas — vérifier le chemin",
    "ENOTDIR": "une partie de ce chemin est un fichier, non un dossier — vérifier le chemin",
    "EISDIR": "c'est un dossier, et un fichier est attendu — vérifier le chemin",
    "EEXIST": "un fichier de ce nom existe déjà — le déplacer",
    "EBUSY": "un autre programme s'en sert, ou c'est un point de montage — réessayer, ou choisir un autre dossier",
    "EMFILE": "trop de fichiers sont ouverts — fermer d'autres programmes, puis recommencer",
    "ENFILE": "trop de fichiers sont ouverts — fermer d'autres programmes, puis recommencer",
    "EIO": "ce disque ne répond pas — vérifier qu'il est bien branché",
    "EINVAL": "ce disque n'accepte pas ce nom de fichier — choisir un autre dossier",
}
_BY_NUMBER = {getattr(errno, name): words for name, words in _SENTENCES.items() if hasattr(errno, name)}


def program_of(root: Path, name: str) -> str | None:
    """The program that npm installed, as this system can start it: on Windows it ends with `.cmd`.

    Args:
        root: the project's folder.
        name: of the program.
    """
    return shutil.which(name, path=str(root / "node_modules" / ".bin"))


def beside_python(name: str) -> str:
    """The program that pip put beside this Python, else that of the system.

    `make setup` takes Node.js from PyPI where the system has none, or an old one; no PATH knows `.venv/bin`.

    Args:
        name: `node`, `npm`.

    Returns:
        Its path, or the name alone when there is none: starting it then raises `FileNotFoundError`.
    """
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name) or name


def sentence(error: OSError) -> str:
    """What an error means for a person; the system's own words for a rare one."""
    return _BY_NUMBER.get(error.errno or 0) or f"le système refuse : {' '.join(str(error.strerror or error).split())}"


def told(error: OSError, path: str = "") -> Diagnostic:
    """The error, at the file that the system names.

    Args:
        error: what the system said.
        path: the file or folder, where the system names none.
    """
    named = error.filename if isinstance(error.filename, str) else ""
    return Place(named or path or "système", 0).error(sentence(error))


def accident(error: BaseException, root: Path, what: str, more: str = "") -> Diagnostic:
    """A sentence for an exception, at the last of our own lines that it went through.

    Args:
        error: what was raised.
        root: the project's folder, from which files are named.
        what: what stopped.
        more: added to the sentence.
    """
    place = Place("Pelican", 0)
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(root) and ".venv" not in path.parts:
            place = Place(path.relative_to(root).as_posix(), frame.lineno or 0)
    name = getattr(error, "filename", None)
    if name and getattr(error, "lineno", None):  # Jinja's syntax errors know their own place
        path = Path(str(name))
        place = Place(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix(), error.lineno)  # type: ignore[attr-defined]
    return place.error(f"{what} ({type(error).__name__}) : {' '.join(str(error).split())}{more}")
