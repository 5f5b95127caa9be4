"""The door of the model for `tasks.py`: read a folder, say what is wrong, write the reference of the format, begin a sheet."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from plugins.model.draft import draft_actor
from plugins.model.folder import refused_by_windows
from plugins.model.kinds import Kind
from plugins.model.loading import load
from plugins.model.messages import new_actor
from plugins.model.schema_docs import json_schemas, tables
from plugins.text.slugs import slugify

__all__ = ["create", "load", "reference", "write_reference"]

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


def create(kind: str, name: str, folder: str, day: str) -> int:
    """Write the sheet of a new actor, to be completed.

    Args:
        kind: `acteur`, the only kind that is begun so.
        name: its name.
        folder: the content folder.
        day: of its making, AAAA-MM-JJ.

    Returns:
        The exit code: 1 when nothing was written.
    """
    slug = slugify(name)
    path = Path(folder) / Kind.ACTOR.folder / f"{slug}.md"
    if kind != "acteur":
        return _refused(f"« {kind} » — seul « acteur » se crée ainsi : {new_actor(name, folder)}")
    if not slug:
        return _refused(f"« {name} » ne contient aucune lettre — donner le nom de l'acteur")
    if name.startswith("-"):
        return _refused(f"« {name} » n'est pas un nom — les options sont dans « .venv/bin/inv new --help »")
    if refused_by_windows(path.name):
        return _refused(f"« {name} » : Windows refuse un fichier de ce nom — donner le nom entier, et le sigle dans la fiche")
    if not Path(folder).is_dir():
        return _refused(f"{folder} : ce dossier n'existe pas — vérifier le chemin donné à --content")
    if path.exists():
        return _refused(f"{path} existe déjà — la compléter, ou ajouter « {name} » à ses alias")
    path.parent.mkdir(exist_ok=True)
    families = sorted(file.stem for file in (Path(folder) / Kind.FAMILY.folder).glob("*.md"))
    path.write_text(draft_actor(name, families, date.fromisoformat(day)), encoding="utf-8")
    print(f"{path} est à compléter : famille, nature, role, resume ; « .venv/bin/inv check » dit ce qui manque encore")
    return 0


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
