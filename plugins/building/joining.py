"""Built sites, and the index of all of them → one published folder; of an older one, only what changed is replaced."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from plugins.cache.store import Store
from plugins.diagnostics import Diagnostic
from plugins.publishing import marks
from plugins.publishing.marks import MARK, Product
from plugins.publishing.swap import aside
from plugins.search.committee import Share
from plugins.search.common_index import COMMON_FOLDER, write_common
from plugins.text.dataclass import dataclass
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
    """

    id: str
    name: str
    site: Path
    key: str


def join(
    target: Path, root: Part, parts: Sequence[Part], shares: Sequence[Share], store: Store
) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """Publish the common site with its committees under it.

    Args:
        target: the folder to publish in.
        root: the common site.
        parts: the committees.
        shares: of their indexes, in the same order.
        store: what the common index was put together of; left open.

    Returns:
        Ids of the committees that were put in place; what is to be told.

    Raises:
        OSError: as the system says.
        UnreadableIndexError: a committee's index cannot be read; nothing is published.
    """
    now, before = {part.id: part.key for part in (root, *parts)}, _published(target)
    moved = tuple(part.id for part in parts if before.get(part.id) != part.key or not (target / part.id / MARK).is_file())
    apart = before.keys() == now.keys() and before[root.id] == root.key and marks.read(target) is not None
    if apart and not moved and before == now:
        return (), []
    wanted = _Index(shares, target, store, json.dumps(now))
    told = _apart(target, [part for part in parts if part.id in moved], wanted) if apart else _whole(target, root, parts, wanted)
    return moved, told


@dataclass(frozen=True)
class _Index:
    """The common index to come: of what, beside which published root, out of which store; what it says of its making."""

    shares: Sequence[Share]
    before: Path
    store: Store
    state: str

    def write(self, folder: Path) -> None:
        write_common(self.shares, folder, self.before, self.store)
        (folder / STATE).write_text(self.state, encoding="utf-8", newline="")


def _published(target: Path) -> Mapping[str, str]:
    with suppress(OSError, ValueError):
        found = json.loads((target / COMMON_FOLDER / STATE).read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    return {}


def _whole(target: Path, root: Part, parts: Sequence[Part], index: _Index) -> list[Diagnostic]:
    """All at once."""
    with aside(target, Product.SITE) as work:
        for part in (root, *parts):
            _link(part.site, work.folder / part.id)
        index.write(work.folder / COMMON_FOLDER)
        return work.publish([*(part.id for part in parts), COMMON_FOLDER])


def _apart(target: Path, parts: Sequence[Part], index: _Index) -> list[Diagnostic]:
    """Committee by committee, each at once, then the index that asks them all, made while they are as before; the others are not touched."""
    told = []
    with aside(target / COMMON_FOLDER, Product.SITE) as last:
        index.write(last.folder)
        for part in parts:
            with aside(target / part.id, Product.SITE) as work:
                _link(part.site, work.folder)
                told += work.publish()
        told += last.publish()
    return told


def _link(source: Path, target: Path) -> None:
    """Give every file of a folder but its mark a second name in another, or copy it to a disk that has no such names."""
    target.mkdir(parents=True, exist_ok=True)
    with os.scandir(source) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                _link(Path(entry.path), target / entry.name)
            elif entry.name != MARK:
                link_or_copy(entry.path, f"{target}/{entry.name}")
