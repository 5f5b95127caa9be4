"""A content folder → the files that are read and those that are attached: ordinary, of a bounded size, inside the folder.

Nothing is opened before it is known to be an ordinary file: a pipe would wait for ever, a device never ends.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from plugins.diagnostics import Diagnostic, Place
from plugins.model.kinds import FOLDERS, LIST_FILES, RESERVED_SLUGS, SITE_FILE, STATIC_FOLDERS, Kind
from plugins.model.messages import hint
from plugins.model.values import SLUG
from plugins.text.nearest import nearest
from plugins.text.slugs import slugify

# What systems, editors and archives leave beside the files; patterns of fnmatch, given to Pelican too.
LEFT_BY_SYSTEMS = (
    ".*", "[Tt]humbs.db", "ehthumbs*.db", "[Dd]esktop.ini", "Icon\r", "~$*", "*~", "#*#", "__MACOSX",
    "$RECYCLE.BIN", "System Volume Information",
)  # fmt: skip
# Bytes. A page of 250,000 letters is a hundred sheets of paper; a list of a million holds 15,000 territories.
MOST_PAGE, MOST_LIST, MOST_ATTACHED = 250_000, 1_000_000, 50_000_000

# Source: Microsoft, « Naming Files, Paths, and Namespaces ».
_WINDOWS_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE | re.DOTALL)
_WINDOWS_SIGN = re.compile(r'[<>:"/\\|?*\x00-\x1f\ud800-\udfff]|[. ]$')


@dataclass
class Found:
    """What a folder holds.

    Attributes:
        pages: files to be read as pages, in order.
        lists: the files of `LIST_FILES` that are there.
        site: the file that says whose site it is, in a list of one; none where there is none.
        attached: files to be copied.
        faulty: keys of pages that exist but cannot be read, such as `acteurs/caf`: what refers to them is not wrong.
        diagnostics: what is wrong with the files themselves.
    """

    pages: list[tuple[Path, Place, Kind]] = field(default_factory=list)
    lists: list[tuple[Path, Place]] = field(default_factory=list)
    site: list[tuple[Path, Place]] = field(default_factory=list)
    attached: list[tuple[Path, Place]] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def explore(folder: Path, shown_as: str) -> Found:
    """List a folder, and tell what cannot be taken from it.

    Args:
        folder: an existing folder.
        shown_as: how messages name it.
    """
    found, root = Found(), folder.resolve()
    for entry in _entries(folder, shown_as, found):
        place = Place(f"{shown_as}/{entry.name}", 0)
        if entry.name.startswith("_"):
            continue
        if entry.name in LIST_FILES:
            _take(entry, root, place, MOST_LIST, found, found.lists)
        elif entry.name == SITE_FILE:
            _take(entry, root, place, MOST_PAGE, found, found.site)
        elif not stat.S_ISDIR(_mode(entry)):
            _loose_file(entry, root, place, found)
        elif problem := _refused(entry, root, 0):
            found.diagnostics.append(place.error(problem))
        elif entry.name in STATIC_FOLDERS:
            _attached(entry, root, place, found)
        else:
            _pages(entry, root, place, found)
    return found


def is_left_by_a_system(name: str) -> bool:
    """Whether a file is nobody's content: `.DS_Store`, `Thumbs.db`, `~$bilan.docx`…."""
    return any(fnmatch(name, pattern) for pattern in LEFT_BY_SYSTEMS)


def _entries(folder: Path, shown: str, found: Found) -> list[Path]:
    """What a folder holds, in order; names that are one for Windows or macOS are told."""
    try:
        entries = sorted(path for path in folder.iterdir() if not is_left_by_a_system(path.name))
    except OSError:
        found.diagnostics.append(Place(shown, 0).error("ce dossier ne peut pas être lu — vérifier ses droits"))
        return []
    twins: dict[str, str] = {}
    for path in entries:
        other = twins.setdefault(unicodedata.normalize("NFC", path.name).casefold(), path.name)
        if other != path.name:
            message = f"même nom que « {other} » pour Windows et macOS — en renommer un"
            found.diagnostics.append(Place(f"{shown}/{path.name}", 0).error(message))
    return entries


def _pages(folder: Path, root: Path, place: Place, found: Found) -> None:
    kind = FOLDERS.get(folder.name)
    if kind is None:
        close = nearest(folder.name, FOLDERS)
        found.diagnostics.append(place.error(f"dossier inconnu « {folder.name} »" + hint(folder.name, list(FOLDERS))))
        if close:
            found.faulty |= _keys(FOLDERS[close], folder)
        return
    for path in sorted(_entries(folder, place.path, found), key=lambda file: (file.stem, file.suffix)):
        own = Place(f"{place.path}/{path.name}", 0)
        problem = _refused(path, root, MOST_PAGE) or _page_problem(path, kind)
        if problem:
            found.diagnostics.append(own.error(problem))
            found.faulty |= {kind.key(path.stem), kind.key(slugify(path.stem))} | _keys(kind, path)
        else:
            found.pages.append((path, own.at(1), kind))


def _attached(folder: Path, root: Path, place: Place, found: Found) -> None:
    for path in _entries(folder, place.path, found):
        own = Place(f"{place.path}/{path.name}", 0)
        if stat.S_ISDIR(_mode(path)) and not _refused(path, root, 0):
            _attached(path, root, own, found)
        else:
            _take(path, root, own, MOST_ATTACHED, found, found.attached)


def _take(path: Path, root: Path, place: Place, most: int, found: Found, taken: list[tuple[Path, Place]]) -> None:
    problem = _refused(path, root, most) or ("c'est un dossier — un fichier est attendu" if path.is_dir() else None)
    if problem:
        found.diagnostics.append(place.error(problem))
    else:
        taken.append((path, place.at(1)))


def _loose_file(path: Path, root: Path, place: Place, found: Found) -> None:
    problem = _refused(path, root, MOST_ATTACHED)
    if not problem and path.suffix.lower() in {".md", ".yml", ".yaml", ".txt"}:
        close = nearest(path.name, (*LIST_FILES, SITE_FILE))
        known = f" — écrire plutôt « {close} »" if close else " — le ranger dans le dossier de son genre (acteurs, reunions…)"
        problem = "fichier hors de tout dossier de contenu" + known
    if problem:
        found.diagnostics.append(place.error(problem))


def _keys(kind: Kind, folder: Path) -> set[str]:
    """The pages that a folder out of place seems to hold."""
    return {kind.key(path.stem) for path in folder.glob("*.md")} if folder.is_dir() and not folder.is_symlink() else set()


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, RuntimeError):
        return 0


def refused_by_windows(name: str) -> bool:
    """Whether a file of this name cannot be copied to a computer that runs Windows."""
    return bool(_WINDOWS_DEVICE.fullmatch(name) or _WINDOWS_SIGN.search(name))


def _refused(path: Path, root: Path, most: int) -> str | None:
    """Why a file or a folder is not taken, whatever it holds; `most` bytes, 0 for a folder."""
    if refused_by_windows(path.name):
        return "Windows refuse ce nom — n'employer que des lettres, des chiffres, « - », « _ » et un point avant l'extension"
    try:
        if path.is_symlink() and (problem := _link_problem(path, root)):
            return problem
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            return None
        if not stat.S_ISREG(info.st_mode):
            return "ce n'est pas un fichier ordinaire (tube, prise ou périphérique) — l'enlever"
        if info.st_size > most:
            return f"ce fichier fait {_size(info.st_size)}, {_size(most)} au plus — le raccourcir, ou en faire plusieurs"
        if not os.access(path, os.R_OK):
            return "ce fichier ne peut pas être lu — vérifier ses droits"
    except (OSError, RuntimeError):
        return "ce lien tourne en rond, ou ne mène à aucun fichier — y mettre le fichier lui-même"
    return None


def _size(count: int) -> str:
    """« 1,3 Mo », « 250 ko »: rounded up, so that what is too large never reads as what is allowed."""
    if count <= 999_000:
        return f"{-(-count // 1000)} ko"
    return f"{-(-count // 100_000) / 10:.1f} Mo".replace(".0 ", " ").replace(".", ",")


def _link_problem(path: Path, root: Path) -> str | None:
    """A link may lead to another file of the content, and to nothing hidden in it (`.git`)."""
    real = path.resolve(strict=True)
    if not real.is_relative_to(root) or any(part.startswith(".") for part in real.relative_to(root).parts):
        return "ce lien sort du contenu — y mettre le fichier lui-même"
    if real.is_dir():
        return "lien vers un dossier, qui n'est pas suivi — y mettre le dossier lui-même"
    return None


def _page_problem(path: Path, kind: Kind) -> str | None:
    if path.is_dir():
        return f"sous-dossier inattendu — les pages se rangent directement dans {kind.folder}/"
    if path.suffix != ".md":
        return "ce fichier ne sera pas lu — une page porte l'extension .md"
    if not SLUG.fullmatch(path.stem):
        name = slugify(path.stem)
        instead = f"le nommer « {name}.md » (a-z, 0-9 et tirets)" if name else "n'employer que a-z, 0-9 et des tirets"
        return f"nom de fichier « {path.name} » — {instead}"
    if len(path.stem) > _LONGEST_SLUG:
        return f"ce nom compte {len(path.stem)} signes — {_LONGEST_SLUG} au plus"
    if kind is Kind.PAGE and path.stem in RESERVED_SLUGS:
        return f"« {path.stem} » est l'adresse d'une page construite par le site — choisir un autre nom de fichier"
    return None


# The address of a page, and what is made of it (sheets, data), must fit in the 260 signs of a path on Windows.
_LONGEST_SLUG = 130
