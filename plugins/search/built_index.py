"""The index of a built site comes in, its documents go out again: what a page asks another engine for is what the site itself holds."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.search.postings import WHOLE_NAME, decoded_places, occurrences
from plugins.search.transport import FOLDER

_SCRIPT = re.compile(r'\Awindow\.recherche\.recevoir\("([0-9a-f]+)",(.*)\);\n\Z', re.DOTALL)


class UnreadableIndexError(ValueError):
    """There is no index, or it is not whole; says which file in a sentence in French."""


@dataclass
class Entry:
    """What the index holds of one document.

    Attributes:
        fields: field → term → how often it stands there.
        places: term → its places, all fields in one sequence; a whole name has none.
        lengths: field → the length by which it is weighed.
    """

    fields: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[str, list[int]] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class BuiltIndex:
    """An index, as a build wrote it.

    Attributes:
        build: its name, which changes with all that it says.
        manifest: what every question needs.
        pieces: name → what it says.
    """

    build: str
    manifest: Mapping[str, Any]
    pieces: Mapping[str, Any]

    @property
    def acronyms(self) -> dict[str, list[Any]]:
        """Acronym → its expansions, and « =stem_stem » of an expansion → its acronyms."""
        return {key: values for _, short in self._ranges() for key, values in short.items()}

    def entries(self) -> list[Entry]:
        """Each document, in order."""
        found = [Entry() for _ in range(self.manifest["documents"])]
        names, lengths = [name for name, *_ in self.manifest["champs"]], self.manifest["longueurs"]
        for rank, (terms, _) in enumerate(self._ranges()):
            coded = dict(self.pieces[f"places/{rank}"])
            for term, *fields in terms:
                holding: set[int] = set()
                for name, one in zip(names, fields, strict=False):
                    for number, times, step in occurrences(one[0].encode("ascii"), one[1:]) if one else ():
                        found[number].fields[name][term] = times
                        found[number].lengths[name] = lengths[step]
                        holding |= {number} if name != WHOLE_NAME else set()
                for number, places in zip(sorted(holding), decoded_places(coded.get(term, ())), strict=True):
                    found[number].places[term] = places
        return found

    def _ranges(self) -> Iterator[Sequence[Any]]:
        for rank in range(len(self.manifest["termes"])):
            yield self.pieces[f"termes/{rank}"]


def built_index(site: Path) -> BuiltIndex:
    """The index of a built site.

    Raises:
        UnreadableIndexError: none is there, or a file of it is missing or damaged.
    """
    folder = site / FOLDER
    entry = next(iter(sorted(folder.glob("*.js"))), None)
    if entry is None:
        raise UnreadableIndexError(f"{site} n'a pas d'index de recherche — lancer « .venv/bin/inv build » d'abord")
    build, pieces = read_script(entry)
    manifest = pieces.pop("manifeste", None)
    if (
        not isinstance(manifest, dict)
        or not {"documents", "pages", "champs", "termes", "longueurs", "premiere"} <= manifest.keys()
    ):
        raise UnreadableIndexError(f"{entry} n'est pas le début d'un index — reconstruire le site : .venv/bin/inv build")
    for path in sorted((folder / build).glob("*.js")):
        told, more = read_script(path)
        if told != build:
            raise UnreadableIndexError(f"{path} est d'une autre construction — reconstruire le site : .venv/bin/inv build")
        pieces |= more
    wanted = [f"{kind}/{rank}" for kind in ("termes", "places") for rank in range(len(manifest["termes"]))]
    lacking = [name for name in (*wanted, *(f"fiches/{rank}" for rank in range(len(manifest["pages"])))) if name not in pieces]
    if lacking:
        raise UnreadableIndexError(
            f"{folder} : il manque « {lacking[0]} » à l'index — reconstruire le site : .venv/bin/inv build"
        )
    return BuiltIndex(build, manifest, pieces)


def read_script(path: Path) -> tuple[str, dict[str, Any]]:
    """Of which build a file of an index is, and its pieces.

    Raises:
        UnreadableIndexError: it is missing or damaged.
    """
    build, text = script_text(path)
    try:
        told = json.loads(text)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise damaged(path)
    return build, told


def script_text(path: Path) -> tuple[str, str]:
    """Of which build a file of an index is, and its pieces as they are written.

    Raises:
        UnreadableIndexError: it is missing or damaged.
    """
    try:
        match = _SCRIPT.match(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        match = None
    if match is None:
        raise damaged(path)
    return match[1], match[2]


def damaged(path: Path) -> UnreadableIndexError:
    """What is said of a file that cannot be read."""
    return UnreadableIndexError(f"{path} est abîmé — reconstruire le site : .venv/bin/inv build")
