"""The shares of all committees → one index that is asked as one: its files, of which only those that say something else are written anew.

A term stands in the bucket that its hash names, so that neither a list of beginnings has to be loaded nor does a word more
move the others; in its bucket, what each committee says of it stands apart, with that committee's own numbers of documents:
what one of them changes, changes nothing of the others. Pages stay with their committee, whose files of the index show them.
`theme/static/js/search/federated.js` reads it.
"""

from __future__ import annotations

import hashlib
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.search.built_index import UnreadableIndexError, read_script
from plugins.search.committee import Share, bucket_of, bucket_of_acronym, check_alike, share_of
from plugins.search.common_pieces import common_manifest, common_words, small_pieces, word_ranges
from plugins.search.postings import dump
from plugins.search.ranges import in_order
from plugins.search.transport import ENTRY, file_name, script
from plugins.text.dataclass import dataclass
from plugins.text.files import link_or_copy

# Under the common root, beside the index of what stands at the root itself.
COMMON_FOLDER = "recherche/comites"
# For templates: where the page finds it.
COMMON = {"comites": f"{COMMON_FOLDER}/{ENTRY}"}
# Characters of JSON in a bucket: about 3 KB once compressed. Smaller ones would be too many to be put in place at each change.
BUCKET = 8_000
# Which build a piece says to be of: the folder says it, and what did not change is not written again.
ANY_BUILD = "0"
# Term → rank of a committee → what it says of the term.
Standing = dict[str, dict[int, Any]]
# Rank of a committee → term → what it says of it now, None when nothing is any more.
Changes = Mapping[int, Mapping[str, Any]]
_KINDS = ("termes", "places")


@dataclass(frozen=True)
class _Known:
    """What is known of a share without reading it again: whose, of which build, and what `Share` says under the same names."""

    id: str
    build: str
    weight: int
    acronyms: Mapping[str, list[Any]]


def write_common(shares: Sequence[Share], target: Path, before: Path | None, store: Store) -> str:
    """Write the common index.

    Args:
        shares: those of all committees, always in the same order; the first one is the common root, whose needs are proposed.
        target: the folder to write in, which is `COMMON_FOLDER` under the root.
        before: the root as it was published before, whose files are given a second name where they still say the same; never changed.
        store: what was put together before; left open.

    Returns:
        The build: its name changes with all that it says.

    Raises:
        UnreadableIndexError: a committee's index is missing, damaged or of another version.
    """
    check_alike(shares)
    key = key_of("common index")
    last = store.get(key, _kept, last=True) or ("", 0, [])
    thens = _before(shares, last[2], before)
    known = [_known(share, one) for share, one in zip(shares, last[2] if thens else [None] * len(shares), strict=True)]
    buckets = 1 << max(0, sum(one.weight for one in known) // BUCKET).bit_length()
    words = common_words(shares, thens, store)
    runs = word_ranges(words)
    manifest = common_manifest(shares, runs, buckets)
    build = hashlib.sha256("\n".join([dump(manifest), *(one.build for one in known)]).encode()).hexdigest()[:12]
    folder, old = target / build, before / COMMON_FOLDER / last[0] if before and last[0] else None
    folder.mkdir(parents=True)
    short = _acronyms(known, buckets), _acronyms(last[2], buckets)
    if not (thens and old and last[1] == buckets and _patched(folder, old, _changes(shares, thens), *short)):
        shutil.rmtree(folder)
        folder.mkdir()
        _put_together(folder, shares, short[0])
    for name, text in small_pieces(shares, words, runs):
        _write(folder, name, text)
    (target / ENTRY).write_text("".join(script(build, {"manifeste": dump(manifest)})), encoding="utf-8", newline="")
    store.put(key, [build, buckets, [[one.id, one.build, one.weight, one.acronyms] for one in known]])
    return build


def _kept(kept: Any) -> tuple[str, int, list[_Known]]:
    build, buckets, known = kept
    return build, buckets, [_Known(*one) for one in known]


def _before(shares: Sequence[Share], last: Sequence[_Known], root: Path | None) -> list[Share]:
    """The shares of which the index was put together before, as they are still published; empty when one of them is not."""
    if root is None or [one.id for one in last] != [share.committee.id for share in shares]:
        return []
    found = []
    for share, one in zip(shares, last, strict=True):
        then = share
        if share.build != one.build:
            try:
                then = share_of(replace(share.committee, site=root / one.id))
                _ = then.texts
            except UnreadableIndexError:
                return []
        if then.build != one.build:
            return []
        found.append(then)
    return found


def _known(share: Share, last: _Known | None) -> _Known:
    if last is not None and last.build == share.build:
        return last
    return _Known(share.committee.id, share.build, share.weight, share.acronyms)


def _put_together(folder: Path, shares: Sequence[Share], short: Sequence[Mapping[str, list[Any]]]) -> None:
    """Every bucket, from all shares."""
    for kind in _KINDS:
        found: list[Standing] = [defaultdict(dict) for _ in short]
        for rank, share in enumerate(shares):
            for term, said in share.said(kind).items():
                found[bucket_of(term, len(short))][term][rank] = said
        for bucket, standing in enumerate(found):
            _write(folder, f"{kind}/{bucket}", _piece(kind, standing, short[bucket]))


def _changes(shares: Sequence[Share], thens: Sequence[Share]) -> dict[str, Changes]:
    """By kind of piece, what each of those that changed says otherwise."""
    moved = [(rank, *two) for rank, two in enumerate(zip(shares, thens, strict=True)) if two[0] is not two[1]]
    return {kind: {rank: now.changed(then, kind) for rank, now, then in moved} for kind in _KINDS}


def _patched(
    folder: Path,
    old: Path,
    changes: Mapping[str, Changes],
    short: Sequence[Mapping[str, list[Any]]],
    before: Sequence[Mapping[str, list[Any]]],
) -> bool:
    """Every bucket, from those of before; False when they cannot be read."""
    try:
        for kind in _KINDS:
            touched: dict[int, list[tuple[int, str, Any]]] = defaultdict(list)
            for rank, own in changes[kind].items():
                for term, said in own.items():
                    touched[bucket_of(term, len(short))].append((rank, term, said))
            for bucket, (now, then) in enumerate(zip(short, before, strict=True)):
                name = file_name(f"{kind}/{bucket}") + ".js"
                if bucket not in touched and (kind != "termes" or now == then):
                    link_or_copy(f"{old}/{name}", f"{folder}/{name}")
                    continue
                standing = _standing(old / name, kind, bucket)
                for rank, term, said in touched[bucket]:
                    standing[term][rank] = said
                _write(folder, f"{kind}/{bucket}", _piece(kind, standing, now))
    except (OSError, UnreadableIndexError):
        return False
    return True


def _standing(path: Path, kind: str, bucket: int) -> Standing:
    """What a bucket says."""
    piece = read_script(path)[1][f"{kind}/{bucket}"]
    rows = piece[0] if kind == "termes" else piece
    return defaultdict(dict, {term: dict(zip(said[::2], said[1::2], strict=True)) for term, *said in rows})


def _piece(kind: str, standing: Standing, short: Mapping[str, list[Any]]) -> str:
    rows = []
    for term in in_order(standing):
        said = [one for pair in sorted(standing[term].items(), key=itemgetter(0)) if pair[1] is not None for one in pair]
        if said:
            rows.append([term, *said])
    return dump([rows, short] if kind == "termes" else rows)


def _acronyms(known: Sequence[_Known], buckets: int) -> list[dict[str, list[Any]]]:
    """Bucket by bucket, what all committees say of acronyms, each expansion once."""
    found: list[dict[str, list[Any]]] = [{} for _ in range(buckets)]
    for one in known:
        for key, values in one.acronyms.items():
            own = found[bucket_of_acronym(key, buckets)].setdefault(key, [])
            own += [value for value in values if value not in own]
    return [dict(sorted(some.items())) for some in found]


def _write(folder: Path, name: str, text: str) -> None:
    with open(f"{folder}/{file_name(name)}.js", "w", encoding="utf-8", newline="") as file:  # noqa: PTH123 — thousands of them
        file.write("".join(script(ANY_BUILD, {name: text})))
