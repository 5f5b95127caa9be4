"""Built sites, and the index of all of them → one published folder; of an older one, only what changed is replaced."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.cache.store import Store
from plugins.diagnostics import Diagnostic, errors
from plugins.publishing import marks
from plugins.publishing.marks import MARK, Product
from plugins.publishing.swap import aside
from plugins.publishing.trading import trade
from plugins.search.committee import Share
from plugins.search.common_folder import write_new
from plugins.search.common_index import COMMON_FOLDER, write_common
from plugins.search.transport import ENTRY
from plugins.text.files import link_or_copy

# What was published: id → key, in the folder of the common index, which comes and goes with it.
STATE = "publie.json"


@dataclass(frozen=True)
class Part:
    """A built site.

    Attributes:
        id: its folder under the common root; empty for the common site.
        name: as a visitor reads it.
        site: where it was built.
        key: a name for all that it was made of.
        ours: whether it was built to be published here, and may leave the place where it was built.
    """

    id: str
    name: str
    site: Path
    key: str
    ours: bool = True


@dataclass(frozen=True)
class Joining:
    """Where sites are joined.

    Attributes:
        target: the folder to publish in.
        spare: where the common index of the publication before lies, to be brought up to date; comes and goes.
        store: what the common index was put together of; left open.
    """

    target: Path
    spare: Path
    store: Store

    def published(self) -> Mapping[str, str]:
        """Id of each site that is published → its key."""
        with suppress(OSError, ValueError):
            found = json.loads((self.target / COMMON_FOLDER / STATE).read_text(encoding="utf-8"))
            return found if isinstance(found, dict) else {}
        return {}

    def join(self, root: Part, parts: Sequence[Part], shares: Sequence[Share]) -> tuple[tuple[str, ...], list[Diagnostic]]:
        """Publish the common site with its committees under it.

        Args:
            root: the common site.
            parts: the committees.
            shares: of their indexes, in the same order.

        Returns:
            Ids of the committees that were put in place; what is to be told.

        Raises:
            OSError: as the system says.
            UnreadableIndexError: a committee's index cannot be read; nothing is published.
        """
        now, before = {part.id: part.key for part in (root, *parts)}, self.published()
        moved = [part for part in parts if before.get(part.id) != part.key or not (self.target / part.id / MARK).is_file()]
        apart = before.keys() == now.keys() and before[root.id] == root.key and marks.read(self.target) is not None
        if apart and not moved and before == now:
            return (), []
        index = _Index(shares, self.target, self.store, json.dumps(now))
        told = self._apart(moved, index) if apart else self._whole(root, parts, index)
        return tuple(part.id for part in moved), told

    def _whole(self, root: Part, parts: Sequence[Part], index: _Index) -> list[Diagnostic]:
        """All at once."""
        with aside(self.target, Product.SITE) as work:
            for part in (root, *parts):
                _link(part.site, work.folder / part.id)
            index.write(work.folder / COMMON_FOLDER)
            told = work.publish([*(part.id for part in parts), COMMON_FOLDER])
        shutil.rmtree(self.spare, ignore_errors=True)
        _link(self.target / COMMON_FOLDER, self.spare)
        return told

    def _apart(self, parts: Sequence[Part], index: _Index) -> list[Diagnostic]:
        """Committee by committee, each at once, then the index that asks them all, made while they are as before; the others are not touched."""
        index.write(self.spare)
        told = []
        for part in parts:
            found = trade(part.site, self.target / part.id) if part.ours else None
            if found is not None and not errors(found):
                part.site.rename(older(part.site))
            told += _linked(part.site, self.target / part.id) if found is None else found
        found = trade(self.spare, self.target / COMMON_FOLDER)
        return told + (_linked(self.spare, self.target / COMMON_FOLDER) if found is None else found)


@dataclass(frozen=True)
class _Index:
    """The common index to come: of what, beside which published root, out of which store; what it says of its making."""

    shares: Sequence[Share]
    before: Path
    store: Store
    state: str

    def write(self, folder: Path) -> None:
        pieces = write_common(self.shares, folder, self.before, self.store)
        write_new(folder / STATE, self.state)
        marks.write(folder, Product.SITE, (ENTRY, STATE), (pieces.name,))


def older(site: Path) -> Path:
    """Where a site that was published before its last change waits to be built again: it lies there in exchange."""
    return site.with_name(f"{site.name}-avant")


def _linked(site: Path, place: Path) -> list[Diagnostic]:
    """A site takes the place of the one that is published there, and stays where it was built too."""
    with aside(place, Product.SITE) as work:
        _link(site, work.folder)
        return work.publish()


def _link(source: Path, target: Path) -> None:
    """Give every file of a folder but its mark a second name in another, or copy it to a disk that has no such names."""
    target.mkdir(parents=True, exist_ok=True)
    with os.scandir(source) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                _link(Path(entry.path), target / entry.name)
            elif entry.name != MARK:
                link_or_copy(entry.path, f"{target}/{entry.name}")
