"""The index of one committee's built site → its share of the common index, and what it says otherwise than before."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.search.built_index import UnreadableIndexError, damaged, read_script, script_text
from plugins.search.postings import dump
from plugins.search.stemming import stem
from plugins.search.transport import ENTRY, FOLDER, file_name, unwrapped
from plugins.text.files import bytes_of

# What the indexes that are put together must have in common: a document is weighed in all of them alike.
_ALIKE = ("b", "k1", "longueurs", "premiere")
_AGAIN = "reconstruire le site : .venv/bin/inv build"
# How a range of terms ends that has no acronyms.
_NO_ACRONYM = b",{}]"


@dataclass(frozen=True)
class Committee:
    """A built site among others.

    Attributes:
        id: the folder in which it stands under the common root; empty for what stands at the root itself.
        name: as a visitor reads it.
        site: where it was built.
    """

    id: str
    name: str
    site: Path

    @property
    def prefix(self) -> str:
        """What stands before its addresses, under the common root."""
        return f"{self.id}/" if self.id else ""


@dataclass(frozen=True)
class Share:
    """What one committee's index holds, as it is served.

    Attributes:
        committee: whose.
        build: the name of its index, which changes with all that it says.
        manifest: what every question needs.
        pieces: those that came with the first file: all of them, of an index in one file.
    """

    committee: Committee
    build: str
    manifest: Mapping[str, Any]
    pieces: Mapping[str, Any]

    @property
    def whole(self) -> bool:
        """Whether it is one file, of which a single page cannot be taken alone."""
        return bool(self.manifest["entier"])

    def piece(self, name: str) -> Any:
        """One piece, wherever it is.

        Raises:
            UnreadableIndexError: it is not there, or damaged.
        """
        if name in self.pieces:
            return self.pieces[name]
        path = self._file(name)
        build, found = read_script(path)
        if build != self.build or name not in found:
            raise self._of_another(path)
        return found[name]

    def optional(self, name: str) -> Any:
        """One piece that an index may not have; None then."""
        there = name in self.pieces or self._file(name).is_file()
        return self.piece(name) if there else None

    def text(self, name: str) -> bytes:
        """One piece as it is written, wherever it is: the same in every build that says the same.

        Raises:
            UnreadableIndexError: it is not there, or damaged.
        """
        if name in self.pieces:
            return dump(self.pieces[name]).encode()
        path = self._file(name)
        try:
            text = unwrapped(bytes_of(path), self.build, name)
        except OSError:
            text = None
        if text is None:
            script_text(path)  # which says it of what is damaged
            raise self._of_another(path)
        return text

    @cached_property
    def texts(self) -> dict[str, list[bytes]]:
        """Kind of piece (`termes`, `places`, `mots`) → its ranges as they are written, in order."""
        sizes = {kind: len(self.manifest["mots" if kind == "mots" else "termes"]) for kind in KINDS}
        return {kind: [self.text(f"{kind}/{rank}") for rank in range(size)] for kind, size in sizes.items()}

    def said(self, kind: str, without: Container[bytes] = ()) -> dict[str, Any]:
        """What ranges say, but for those that are written as one of some: term → what `termes` or `places` say of it, or word → its count.

        Of a word, how many documents write it, and 1 when one does so in a name.
        """
        found: dict[str, Any] = {}
        for text in self.texts[kind]:
            if text in without:
                continue
            try:
                found |= _READ[kind](json.loads(text))
            except (ValueError, TypeError, IndexError):
                raise damaged(self.committee.site / FOLDER) from None
        return found

    def changed(self, then: Share, kind: str) -> dict[str, Any]:
        """What `said` says otherwise than it did; None of what it says no more. Ranges that stayed are not read."""
        old, new = then.said(kind, set(self.texts[kind])), self.said(kind, set(then.texts[kind]))
        return {term: new.get(term) for term in old.keys() | new.keys() if old.get(term) != new.get(term)}

    @cached_property
    def acronyms(self) -> dict[str, list[Any]]:
        """Acronym → its expansions, and « stem_stem= » of an expansion → its acronyms."""
        some = [text for text in self.texts["termes"] if not text.endswith(_NO_ACRONYM)]
        return {key: values for text in some for key, values in json.loads(text)[1].items()}

    @property
    def weight(self) -> int:
        """Bytes of all that is said of terms."""
        return sum(len(text) for kind in ("termes", "places") for text in self.texts[kind])

    def _file(self, name: str) -> Path:
        return self._folder / f"{file_name(name)}.js"

    @cached_property
    def _folder(self) -> Path:
        return self.committee.site / FOLDER / self.build

    def _of_another(self, path: Path) -> UnreadableIndexError:
        return UnreadableIndexError(f"{path} est d'une autre construction — {_AGAIN}")


def _words(piece: Any) -> dict[str, tuple[int, int]]:
    written, counts = piece
    found, previous = {}, ""
    for text, count in zip(written.split(" ") if written else (), counts, strict=True):
        previous = previous[: int(text[0])] + text[1:]
        found[previous] = count >> 1, count & 1
    return found


_READ: dict[str, Callable[[Any], dict[str, Any]]] = {
    "termes": lambda piece: {term: fields for term, *fields in piece[0]},
    "places": dict,
    "mots": _words,
}
KINDS = tuple(_READ)


def share_of(committee: Committee) -> Share:
    """The share of a committee; of what it says, nothing but the first file is read yet.

    Raises:
        UnreadableIndexError: it has no index, or one that another version wrote.
    """
    path = committee.site / FOLDER / ENTRY
    build, pieces = read_script(path)
    manifest = pieces.pop("manifeste", None)
    known = isinstance(manifest, dict) and {"termes", "mots", "pages", "champs", "entier", *_ALIKE} <= manifest.keys()
    if not known or any(len(field) != len(("nom", "poids", "longueur", "documents")) for field in manifest["champs"]):
        raise UnreadableIndexError(f"{path} vient d'une autre version du logiciel — {_AGAIN}")
    return Share(committee, build, manifest, pieces)


def check_alike(shares: Sequence[Share]) -> None:
    """Shares that are put together weigh words alike.

    Raises:
        UnreadableIndexError: another version built one of them.
    """
    first = shares[0]
    for one in shares[1:]:
        fields = [[field[:2] for field in share.manifest["champs"]] for share in (first, one)]
        if fields[0] != fields[1] or any(first.manifest[key] != one.manifest[key] for key in _ALIKE):
            raise UnreadableIndexError(
                f"{one.committee.site} et {first.committee.site} viennent de deux versions du logiciel — {_AGAIN}"
            )


def bucket_of_acronym(key: str, buckets: int) -> int:
    """The bucket of what an acronym stands for, beside its stem, which is what a question looks up; or of an expansion."""
    return bucket_of(key if key.endswith("=") else stem(key), buckets)


def bucket_of(term: str, buckets: int) -> int:
    """The bucket of a term among `buckets`, a power of two: FNV-1a over UTF-16 code units, as `bucket` in `search/federated.js`.

    A whole name, « stem_stem= », stands beside its first word: a question that asks for one asks for the other.
    Source: Fowler, Noll, Vo, draft-eastlake-fnv, 32 bits.
    """
    found = 2_166_136_261
    said = term[:-1].partition("_")[0] if term.endswith("=") else term
    for unit in map(ord, said) if said.isascii() else _units(said):
        found = ((found ^ unit) * 16_777_619) & 0xFFFFFFFF
    return (found ^ (found >> 16)) & (buckets - 1)


def _units(term: str) -> Iterator[int]:
    coded = term.encode("utf-16-le", "surrogatepass")
    return (coded[at] | coded[at + 1] << 8 for at in range(0, len(coded), 2))
