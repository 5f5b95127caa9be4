"""npm packages that visitors receive → their name, version, licence and its text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.diagnostics import Diagnostic, Place


@dataclass(frozen=True, order=True)
class Licence:
    """Whose work the site serves.

    Attributes:
        name: the npm package.
        version: the version served.
        licence: SPDX identifier.
        text: address of the licence's text under the theme's static folder, such as `licences/lunr.txt`.
    """

    name: str
    version: str
    licence: str
    text: str


def collect(
    names: Iterable[str], node_modules: Path, target: Path, others: Iterable[Licence] = ()
) -> tuple[list[Licence], list[Diagnostic]]:
    """Copy the licences of these packages into `target`/licences, with their list `licences.json`.

    Args:
        names: npm packages.
        node_modules: where they stand.
        target: the folder that is served.
        others: works whose licence is served already.

    Returns:
        The licences by name, and the packages that have none: what has no licence may not be served.
    """
    folder = target / "licences"
    folder.mkdir(parents=True, exist_ok=True)
    licences, diagnostics = [], []
    for name in sorted(names):
        package = node_modules / name
        about = json.loads((package / "package.json").read_text(encoding="utf-8"))
        texts = sorted(path for path in package.iterdir() if path.stem.upper() in {"LICENSE", "LICENCE", "COPYING"})
        if not texts or not isinstance(about.get("license"), str):
            place = Place(f"node_modules/{name}", 0)
            diagnostics.append(place.error("ce paquet ne dit pas sa licence — ne pas le servir aux visiteurs"))
            continue
        text = f"licences/{name.rpartition('/')[2]}.txt"
        (target / text).write_text(texts[0].read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
        licences.append(Licence(name, about["version"], about["license"], text))
    licences = sorted([*licences, *others])
    listing = json.dumps([asdict(licence) for licence in licences], ensure_ascii=False, indent=1)
    (folder / "licences.json").write_text(listing + "\n", encoding="utf-8", newline="\n")
    return licences, diagnostics


def read(target: Path) -> list[Licence]:
    """The list that `collect` wrote."""
    return [Licence(**entry) for entry in json.loads((target / "licences" / "licences.json").read_text(encoding="utf-8"))]
