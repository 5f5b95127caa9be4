"""The door of the model for `tasks.py`: read a folder, say what is wrong, write the reference of the format."""

from __future__ import annotations

from pathlib import Path

from plugins.model.loading import load
from plugins.model.reference import json_schemas, tables

__all__ = ["load", "reference", "write_reference"]

_START, _END = "<!-- format : début -->\n", "<!-- format : fin -->"


def reference(root: Path) -> dict[Path, str]:
    """What each generated file of the reference should hold, by path under `root`."""
    guide = root / "CONTRIBUTING.md"
    before, _, rest = guide.read_text(encoding="utf-8").partition(_START)
    _, end, after = rest.partition(_END)
    made = {guide: f"{before}{_START}\n{tables()}\n{end}{after}"}
    return made | {root / "schemas" / name: text for name, text in json_schemas().items()}


def write_reference(root: Path) -> None:
    """Write the tables of CONTRIBUTING.md and the JSON Schemas from the one schema."""
    for path, text in reference(root).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(root))
