"""The shares of all committees → one index that is asked as one: its files, of which only those that say something else are written anew.

A term stands in the bucket that its hash names, so that neither a list of beginnings has to be loaded nor does a word more
move the others; in its bucket, what each committee says of it stands apart, with that committee's own numbers of documents:
what one of them changes, changes nothing of the others. Pages stay with their committee, whose files of the index show them.
`theme/static/js/search/federated.js` reads it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from operator import itemgetter
from pathlib import Path
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.search.built_index import UnreadableIndexError, read_script
from plugins.search.committee import Share, bucket_of, bucket_of_acronym, check_alike, share_of
from plugins.search.common_folder import Pieces, Published, begun, taken_up, write_new
from plugins.search.common_needs import common_needs
from plugins.search.common_pieces import common_manifest, first_pages, small_names, small_pieces
from plugins.search.common_words import common_words
from plugins.search.postings import dump
from plugins.search.ranges import in_order
from plugins.search.transport import ENTRY, script

# Under the common root, beside the index of what stands at the root itself.
COMMON_FOLDER = "recherche/comites"
# For templates: where the page finds it.
COMMON = {"committees": f"{COMMON_FOLDER}/{ENTRY}"}
# Characters of JSON in a bucket: about 3 KB once compressed. Smaller ones would be too many to be put in place at each change.
BUCKET = 8_000
# Term → rank of a committee → what it says of the term.
Standing = dict[str, dict[int, Any]]
# Rank of a committee → term → what it says of it now, None when nothing is any more.
Changes = Mapping[int, Mapping[str, Any]]
_KINDS = ("termes", "places")


@dataclass(frozen=True)
class _Known:
    """What is known of a share without reading it again: whose, of which build, and what `Share` says under the same names."""

    id: str
    name: str
    build: str
    weight: int
    acronyms: Mapping[str, list[Any]]


def write_common(shares: Sequence[Share], target: Path, before: Path | None, store: Store) -> Path:
    """Write the common index.

    Args:
        shares: those of all committees, always in the same order; the first one is the common root, all of whose needs are proposed.
        target: the folder to write in; what stands there already is taken up where it is an index of before.
        before: the root as it was published before, whose files are given a second name where they still say the same; never changed.
        store: what was put together before; left open.

    Returns:
        The folder of its pieces, in `target`: its name, that of the build, changes with all that it says.

    Raises:
        UnreadableIndexError: a committee's index is missing, damaged or of another version.
    """
    check_alike(shares)
    key = key_of("common index")
    last, known = store.get(key, _kept, last=True) or (Published(), [])
    thens = _before(shares, known, before)
    if not thens:
        last, known = Published(), []
    now = [_known(share, *known[rank : rank + 1]) for rank, share in enumerate(shares)]
    buckets = 1 << max(0, sum(one.weight for one in now) // BUCKET).bit_length()
    words = common_words(shares, thens, store)
    needs = common_needs(shares, first_pages(shares), store)
    manifest = common_manifest(shares, words.beginnings, needs.manifest, buckets)
    build = hashlib.sha256("\n".join([dump(manifest), *(one.build for one in now)]).encode()).hexdigest()[:12]
    names = [*small_names(shares), *needs.pieces, *(f"mots/{rank}" for rank in range(len(words.ranges)))]
    short = _acronyms(now, buckets)
    pieces = None
    if thens and before is not None and last.buckets == buckets:
        pieces = taken_up(target, before / COMMON_FOLDER, last)
        if pieces is not None and not _patched(pieces, _changes(shares, thens), short, _acronyms(known, buckets)):
            pieces = None
    if pieces is None:
        thens, words, pieces = [], words if words.whole else common_words(shares, [], store), begun(target)
        _put_together(pieces, shares, short)
    for name, text in (*small_pieces(shares, thens), *words.pieces()):
        pieces.write(name, text)
    for name, text in needs.pieces.items():
        pieces.write(name, text, same=bool(thens))
    for name in set(last.names).difference(names):
        pieces.drop(name)
    store.put(key, [pieces.done(build, last, buckets, names), [astuple(one) for one in now]])
    write_new(target / ENTRY, "".join(script(build, {"manifeste": dump(manifest)})))
    return target / build


def _kept(kept: Any) -> tuple[Published, list[_Known]]:
    last, known = kept
    return Published(*last), [_Known(*one) for one in known]


def _before(shares: Sequence[Share], last: Sequence[_Known], root: Path | None) -> list[Share]:
    """The shares of which the index was put together before, as they are still published; empty when one of them is not."""
    if root is None or [(one.id, one.name) for one in last] != [(share.committee.id, share.committee.name) for share in shares]:
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


def _known(share: Share, last: _Known | None = None) -> _Known:
    if last is not None and last.build == share.build:
        return last
    return _Known(share.committee.id, share.committee.name, share.build, share.weight, share.acronyms)


def _put_together(pieces: Pieces, shares: Sequence[Share], short: Sequence[Mapping[str, list[Any]]]) -> None:
    """Every bucket, from all shares."""
    for kind in _KINDS:
        found: list[Standing] = [defaultdict(dict) for _ in short]
        for rank, share in enumerate(shares):
            for term, said in share.said(kind).items():
                found[bucket_of(term, len(short))][term][rank] = said
        for bucket, standing in enumerate(found):
            pieces.write(f"{kind}/{bucket}", _piece(kind, standing, short[bucket]))


def _changes(shares: Sequence[Share], thens: Sequence[Share]) -> dict[str, Changes]:
    """By kind of piece, what each of those that changed says otherwise."""
    moved = [(rank, *two) for rank, two in enumerate(zip(shares, thens, strict=True)) if two[0] is not two[1]]
    return {kind: {rank: now.changed(then, kind) for rank, now, then in moved} for kind in _KINDS}


def _patched(
    pieces: Pieces,
    changes: Mapping[str, Changes],
    short: Sequence[Mapping[str, list[Any]]],
    before: Sequence[Mapping[str, list[Any]]],
) -> bool:
    """Mend the buckets that say something else than before; False when one of them cannot be read."""
    for kind in _KINDS:
        touched: dict[int, list[tuple[int, str, Any]]] = defaultdict(list)
        for rank, own in changes[kind].items():
            for term, said in own.items():
                touched[bucket_of(term, len(short))].append((rank, term, said))
        for bucket, (now, then) in enumerate(zip(short, before, strict=True)):
            if kind == "termes" and now != then:
                touched.setdefault(bucket, [])  # its acronyms alone are others
        for bucket, some in touched.items():
            name = f"{kind}/{bucket}"
            try:
                standing = _standing(pieces.path(name), kind, bucket)
            except UnreadableIndexError:
                return False
            for rank, term, said in some:
                standing[term][rank] = said
            pieces.write(name, _piece(kind, standing, short[bucket]))
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
