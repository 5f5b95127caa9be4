"""The index of one committee's built site → its share of the common index: what it says of each term, by the bucket of the term."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.search.built_index import UnreadableIndexError, read_script
from plugins.search.postings import dump
from plugins.search.stemming import stem
from plugins.search.transport import ENTRY, FOLDER, file_name

# What the indexes that are put together must have in common: a document is weighed in all of them alike.
_ALIKE = ("b", "k1", "longueurs", "premiere")
_AGAIN = "reconstruire le site : .venv/bin/inv build"
_WORD = re.compile(r"(\d)(.*)", re.DOTALL)


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
        path = self.committee.site / FOLDER / self.build / f"{file_name(name)}.js"
        build, found = read_script(path)
        if build != self.build or name not in found:
            raise UnreadableIndexError(f"{path} est d'une autre construction — {_AGAIN}")
        return found[name]

    def optional(self, name: str) -> Any:
        """One piece that an index may not have; None then."""
        there = name in self.pieces or (self.committee.site / FOLDER / self.build / f"{file_name(name)}.js").is_file()
        return self.piece(name) if there else None

    @cached_property
    def _ranges(self) -> list[Any]:
        return [self.piece(f"termes/{rank}") for rank in range(len(self.manifest["termes"]))]

    @cached_property
    def terms(self) -> dict[str, str]:
        """Term → [field, field…] as JSON."""
        return {term: dump(fields) for entries, _ in self._ranges for term, *fields in entries}

    @cached_property
    def places(self) -> dict[str, str]:
        """Term → the codes of its places, as JSON."""
        ranks = range(len(self.manifest["termes"]))
        return {term: dump(codes) for rank in ranks for term, codes in self.piece(f"places/{rank}")}

    @cached_property
    def acronyms(self) -> dict[str, list[Any]]:
        """Acronym → its expansions, and « stem_stem= » of an expansion → its acronyms."""
        return {key: values for _, short in self._ranges for key, values in short.items()}

    def words(self) -> Iterator[tuple[str, int, bool]]:
        """Each word as it is written, how many documents write it, whether one does so in a name."""
        for rank in range(len(self.manifest["mots"])):
            written, counts = self.piece(f"mots/{rank}")
            previous = ""
            for text, count in zip(written.split(" ") if written else (), counts, strict=True):
                found = _WORD.fullmatch(text)
                if found is None:
                    raise UnreadableIndexError(f"{self.committee.site / FOLDER} est abîmé — {_AGAIN}")
                previous = previous[: int(found[1])] + found[2]
                yield previous, count >> 1, bool(count & 1)

    @cached_property
    def weight(self) -> int:
        """Characters of all that is said of terms."""
        return sum(len(text) for some in (self.terms, self.places) for text in some.values())

    def digests(self, buckets: int) -> dict[int, str]:
        """Bucket → a digest of what this committee puts in it."""
        found: dict[int, list[str]] = defaultdict(list)
        for kind, some in (("t", self.terms), ("p", self.places)):
            for term, text in some.items():
                found[bucket_of(term, buckets)].append(f"{kind} {term} {text}")
        for key, values in self.acronyms.items():
            found[bucket_of_acronym(key, buckets)].append(f"s {key} {dump(values)}")
        return {bucket: hashlib.blake2b("\n".join(lines).encode(), digest_size=8).hexdigest() for bucket, lines in found.items()}


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
    """The bucket of a term among `buckets`, a power of two: FNV-1a over UTF-16 code units, as `bucket` in `recherche/federe.js`.

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
