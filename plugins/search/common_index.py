"""The shares of all committees → one index that is asked as one: its files, of which only those that say something else are written anew.

A term stands in the bucket that its hash names, so that neither a list of beginnings has to be loaded nor does a word more
move the others; in its bucket, what each committee says of it stands apart, with that committee's own numbers of documents:
what one of them changes, changes nothing of the others. Pages stay with their committee, whose files of the index show them.
`theme/static/js/recherche/federe.js` reads it.
"""

from __future__ import annotations

import hashlib
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.search.built_index import UnreadableIndexError, read_script
from plugins.search.committee import Share, bucket_of, bucket_of_acronym, check_alike
from plugins.search.common_pieces import common_manifest, common_words, small_pieces
from plugins.search.postings import dump
from plugins.search.ranges import in_order
from plugins.search.transport import ENTRY, file_name, script
from plugins.text.files import link_or_copy

# Under the common root, beside the index of what stands at the root itself.
COMMON_FOLDER = "recherche/comites"
# For templates: where the page finds it.
COMMON = {"comites": f"{COMMON_FOLDER}/{ENTRY}"}
# Characters of JSON in a bucket: about 3 KB once compressed. Smaller ones would be too many to be put in place at each change.
BUCKET = 8_000
# Which build a piece says to be of: the folder says it, and what did not change is not written again.
ANY_BUILD = "0"
# Term → rank of a committee → what it says of the term, as JSON.
Standing = dict[str, dict[int, str]]


@dataclass(frozen=True)
class _Known:
    """What is known of a share without reading it again: whose, of which build, and what `Share` says under the same names.

    Attributes:
        digests: bucket by bucket; empty before they are counted.
    """

    id: str
    build: str
    weight: int
    acronyms: Mapping[str, list[Any]]
    digests: Sequence[str]


def write_common(shares: Sequence[Share], target: Path, before: Path | None, store: Store) -> str:
    """Write the common index.

    Args:
        shares: those of all committees, always in the same order; the first one is the common root, whose needs are proposed.
        target: the folder to write in, which is `COMMON_FOLDER` under the root.
        before: what was written there before, whose files are given a second name where they still say the same; never changed.
        store: what was put together before; left open.

    Returns:
        The build: its name changes with all that it says.

    Raises:
        UnreadableIndexError: a committee's index is missing, damaged or of another version.
    """
    check_alike(shares)
    key = key_of("common index")
    last = store.get(key, _kept, last=True) or ("", 0, [])
    known = [_known(share, last[2][rank] if rank < len(last[2]) else None) for rank, share in enumerate(shares)]
    buckets = 1 << max(0, sum(one.weight for one in known) // BUCKET).bit_length()
    known = [_counted(one, share, buckets, last[1]) for one, share in zip(known, shares, strict=True)]
    words = common_words(shares, store)
    manifest, small = common_manifest(shares, words, buckets), dict(small_pieces(shares, words))
    build = hashlib.sha256("\n".join([dump(manifest), *(one.build for one in known)]).encode()).hexdigest()[:12]
    folder, old = target / build, before / last[0] if before and last[0] else None
    folder.mkdir(parents=True)
    same = last[1] == buckets and [one.id for one in last[2]] == [one.id for one in known] and old is not None
    if not (same and old and _patched(folder, old, shares, known, last[2], buckets)):
        shutil.rmtree(folder)
        folder.mkdir()
        _put_together(folder, shares, known, buckets)
    for name, text in small.items():
        _write(folder, name, text)
    (target / ENTRY).write_text("".join(script(build, {"manifeste": dump(manifest)})), encoding="utf-8", newline="")
    kept = [[one.id, one.build, one.weight, one.acronyms, "\n".join(one.digests)] for one in known]
    store.put(key, [build, buckets, kept])
    return build


def _kept(kept: Any) -> tuple[str, int, list[_Known]]:
    build, buckets, known = kept
    return build, buckets, [_Known(name, of, weight, short, text.split("\n")) for name, of, weight, short, text in known]


def _known(share: Share, last: _Known | None) -> _Known:
    if last is not None and (last.id, last.build) == (share.committee.id, share.build):
        return last
    return _Known(share.committee.id, share.build, share.weight, share.acronyms, ())


def _counted(one: _Known, share: Share, buckets: int, before: int) -> _Known:
    if one.digests and buckets == before:
        return one
    digests = share.digests(buckets)
    return _Known(one.id, one.build, one.weight, one.acronyms, [digests.get(bucket, "") for bucket in range(buckets)])


def _put_together(folder: Path, shares: Sequence[Share], known: Sequence[_Known], buckets: int) -> None:
    """Every bucket, from all shares."""
    short = _acronyms(known, buckets)
    for kind in ("termes", "places"):
        found: list[Standing] = [defaultdict(dict) for _ in range(buckets)]
        for rank, share in enumerate(shares):
            for term, text in (share.terms if kind == "termes" else share.places).items():
                found[bucket_of(term, buckets)][term][rank] = text
        for bucket, standing in enumerate(found):
            _write(folder, f"{kind}/{bucket}", _piece(kind, standing, short[bucket]))


def _patched(
    folder: Path, old: Path, shares: Sequence[Share], known: Sequence[_Known], last: Sequence[_Known], buckets: int
) -> bool:
    """Every bucket, from those of before; False when they cannot be read."""
    moved = _moved(known, last)
    short = _acronyms(known, buckets)
    own = {
        (kind, rank): _by_bucket(shares[rank].terms if kind == "termes" else shares[rank].places, moved, buckets)
        for kind in ("termes", "places")
        for rank in set().union(*moved.values())
    }
    try:
        for bucket in range(buckets):
            for kind in ("termes", "places"):
                name = file_name(f"{kind}/{bucket}") + ".js"
                if bucket not in moved:
                    link_or_copy(f"{old}/{name}", f"{folder}/{name}")
                    continue
                standing = _standing(old / name, kind, bucket, moved[bucket])
                for rank in moved[bucket]:
                    for term, text in own[kind, rank][bucket].items():
                        standing[term][rank] = text
                _write(folder, f"{kind}/{bucket}", _piece(kind, standing, short[bucket]))
    except (OSError, UnreadableIndexError):
        return False
    return True


def _moved(known: Sequence[_Known], last: Sequence[_Known]) -> dict[int, set[int]]:
    """Bucket → the ranks of those that say something else in it."""
    found: dict[int, set[int]] = defaultdict(set)
    for rank, (now, then) in enumerate(zip(known, last, strict=True)):
        for bucket, (one, other) in enumerate(zip(now.digests, then.digests, strict=True)):
            if one != other:
                found[bucket].add(rank)
    return found


def _by_bucket(some: Mapping[str, str], wanted: Mapping[int, object], buckets: int) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {bucket: {} for bucket in wanted}
    for term, text in some.items():
        bucket = bucket_of(term, buckets)
        if bucket in found:
            found[bucket][term] = text
    return found


def _standing(path: Path, kind: str, bucket: int, without: set[int]) -> Standing:
    """What a bucket says, but for some committees."""
    piece = read_script(path)[1][f"{kind}/{bucket}"]
    found: Standing = defaultdict(dict)
    for term, *said in piece[0] if kind == "termes" else piece:
        kept = {rank: dump(value) for rank, value in zip(said[::2], said[1::2], strict=True) if rank not in without}
        if kept:
            found[term] = kept
    return found


def _piece(kind: str, standing: Standing, short: Mapping[str, list[Any]]) -> str:
    lines = (
        f"[{dump(term)},{','.join(f'{rank},{text}' for rank, text in sorted(standing[term].items()))}]"
        for term in in_order(standing)
    )
    said = f"[{','.join(lines)}]"
    return f"[{said},{dump(short)}]" if kind == "termes" else said


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
