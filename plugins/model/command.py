"""The door of the model for `tasks.py`: read a folder, say what is wrong, write the reference of the format, begin a page."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from plugins.diagnostics import Place, counted, listing, shortened
from plugins.diagnostics.version import git
from plugins.model.content_texts import difference, texts_of
from plugins.model.folder import refused_by_windows
from plugins.model.front_matter import parse
from plugins.model.loading import MOST_LIST_VALUES, load
from plugins.model.messages import hint
from plugins.model.migrating import migrated
from plugins.model.scaffolds import KINDS, TERM, Asked, files_of, term
from plugins.model.schema_docs import json_schemas, tables
from plugins.model.site_file import FORMAT, newer
from plugins.model.starting import FORGES, NO_SOFTWARE, first_files
from plugins.model.values import NAME, SLUG_LENGTH
from plugins.text.files import write_whole
from plugins.text.public_address import site_fault
from plugins.text.slugs import slugify

__all__ = ["create", "load", "migrate", "newer_format", "reference", "start", "tell_format", "write_reference"]

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
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path.relative_to(root))


def create(kind: str, name: str, folder: str, day: str, given: Mapping[str, str | None] | None = None) -> int:
    """Write the beginning of a page, to be completed.

    Args:
        kind: what is begun: one of `scaffolds.KINDS`, or a term of the glossary.
        name: its name.
        folder: the content folder.
        day: of its making, AAAA-MM-JJ.
        given: keys of the front matter that are known.

    Returns:
        The exit code: 1 when nothing was written.
    """
    known = {key: value for key, value in (given or {}).items() if value}
    problem = _problem(kind, name, folder)
    if problem:
        return _refused(problem)
    if kind == TERM:
        return _add_term(Path(folder) / "glossaire.yml", name, known.get("definition", ""))
    content, _ = load(Path(folder), folder)
    try:
        files = files_of(Asked(kind, name, date.fromisoformat(day), known), content)
    except ValueError as error:
        return _refused(str(error))
    page = list(files)[-1]
    if refused_by_windows(Path(page).name):
        return _refused(f"« {name} » : Windows refuse un fichier de ce nom — donner le nom entier, et le sigle dans la fiche")
    if (Path(folder) / page).exists():
        more = f", ou ajouter « {name} » à ses alias" if kind == "acteur" else ""
        return _refused(f"{folder}/{page} existe déjà — le compléter{more}")
    for file, text in files.items():
        path = Path(folder) / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    lacking = [key for key in ("famille", "nature", "role", "resume") if key not in known] if kind == "acteur" else []
    what = f" est à compléter : {', '.join(lacking)} ;" if lacking else " est commencé ;"
    print(f"{folder}/{page}{what} « .venv/bin/inv check » dit ce qui manque encore")
    return 0


def start(folder: str, name: str, forge: str, software: str | None, root: Path) -> int:
    """Write the first files of another alliance's site; nothing that is there is replaced.

    Args:
        folder: of its content, and of its repository; made when it is absent.
        name: of the site; empty: that of the folder.
        forge: a key of `starting.FORGES`.
        software: the address of this software; None asks its own clone.
        root: the project's folder.

    Returns:
        The exit code: 1 when nothing was written.
    """
    target = Path(folder)
    title = " ".join(name.split()) or target.resolve().name.replace("-", " ").capitalize()
    if forge not in FORGES:
        return _refused(f"--forge : « {forge} » n'est pas connu" + hint(forge, list(FORGES)))
    if len(title) > NAME or not slugify(title):
        return _refused(f"--name : « {shortened(title)} » n'est pas un nom de site — par exemple « Alliance des Deux Rives »")
    if target.exists() and not target.is_dir():
        return _refused(f"{folder} est un fichier — donner le nom d'un dossier, à créer ou vide")
    if target.resolve() == root or root in target.resolve().parents:
        return _refused(f"{folder} est dans le logiciel — donner un dossier à côté, par exemple ../notre-alliance")
    address = software if software is not None else git(root, "remote", "get-url", "origin")
    if site_fault(address):  # none, a path of this machine, or credentials, which nobody else may read
        address = ""
    version = git(root, "describe", "--tags", "--exact-match") or git(root, "rev-parse", "HEAD")
    files = first_files(title, forge, address, version)
    there = [file for file in files if (target / file).exists()]
    if there:
        return _refused(f"{folder}/{there[0]} existe déjà — donner un autre dossier ; « .venv/bin/inv new » y ajoute des pages")
    for file, text in files.items():
        (target / file).parent.mkdir(parents=True, exist_ok=True)
        (target / file).write_text(text, encoding="utf-8", newline="\n")
    shown = shlex.quote(folder)
    print(f"{folder} : {', '.join(files)}")
    if not address:
        print(f"{folder}/{FORGES[forge]} : écrire l'adresse de ce logiciel à la place de {NO_SOFTWARE}")
    print(
        f'Voir le site : .venv/bin/inv serve --content {shown}\nAjouter une page : .venv/bin/inv new acteur "Son nom" --content {shown}'
    )
    return 0


def tell_format() -> int:
    """Print the format of content that this software reads.

    Returns:
        The exit code.
    """
    print(f"format du contenu : {FORMAT}")
    return 0


def newer_format(folder: str) -> str:
    """The sentence for a content of a later format than this software reads; empty for any other folder."""
    found = newer(Path(folder), folder)
    return str(found) if found else ""


def migrate(folder: str, *, apply: bool) -> int:
    """Show, or make, what brings a content of an older shape to that of today; what is not understood is not touched.

    Args:
        folder: the content folder.
        apply: write the files.

    Returns:
        The exit code: 1 when something must be done by hand first; then nothing was written.
    """
    if not Path(folder).is_dir():
        return _refused(f"{folder} : ce dossier n'existe pas — vérifier le chemin donné à --content")
    texts, wrong = texts_of(Path(folder), folder)
    found = migrated(texts, folder)
    if wrong or found.faults:
        return _refused(listing(sorted({*wrong, *found.faults})))
    changed = {path: text for path, text in found.texts.items() if text != texts.get(path)}
    if not changed:
        print(f"{folder} est au format {FORMAT}, rien n'y est à changer")
        return 0
    print(
        "".join(line for path, text in sorted(changed.items()) for line in difference(f"{folder}/{path}", texts.get(path), text))
    )
    if apply:
        write_whole(Path(folder), {path: text.encode() for path, text in sorted(changed.items())})
        print(f"{counted(len(changed), 'fichier')} au format {FORMAT} ; « .venv/bin/inv check » vérifie le tout")
    else:
        print(f"{counted(len(changed), 'fichier')} à changer, rien n'est écrit : « .venv/bin/inv migrate --apply » le fait")
    return 0


def _problem(kind: str, name: str, folder: str) -> str:
    """Why nothing can be begun; empty when it can."""
    kinds = [*KINDS, TERM]
    if kind not in kinds:
        return f"« {kind} » ne se crée pas ainsi" + hint(kind, kinds)
    if not slugify(name):
        return f"« {name} » ne contient aucune lettre — donner le nom de l'acteur, de la réunion, du terme…"
    if name.startswith("-"):
        return f"« {name} » n'est pas un nom — les options sont dans « .venv/bin/inv new --help »"
    if len(name) > NAME or len(slugify(name)) > SLUG_LENGTH:
        return f"ce nom compte {len(name)} signes, {SLUG_LENGTH} au plus — l'abréger"
    return "" if Path(folder).is_dir() else f"{folder} : ce dossier n'existe pas — vérifier le chemin donné à --content"


def _add_term(path: Path, name: str, definition: str) -> int:
    """Add an entry at the end of the glossary, which stays as it was above it."""
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    place = Place(path.as_posix())
    entries, _, wrong = parse(before, place, 1, MOST_LIST_VALUES) if before.strip() else ([], {}, [])
    if wrong or not isinstance(entries, list):
        return _refused(f"{path} a une erreur — la corriger d'abord (« .venv/bin/inv check » la dit)")
    same = [
        one
        for one in entries
        if isinstance(one, dict) and slugify(name) in {slugify(str(one.get(key, ""))) for key in ("terme", "sigle")}
    ]
    if same:
        return _refused(f"{path} : « {name} » y est déjà — le compléter")
    text = before.rstrip("\n") + ("\n" if before.strip() else "") + term(name, definition)
    after, _, wrong = parse(text, place, 1, MOST_LIST_VALUES)
    if wrong or not isinstance(after, list) or len(after) != len(entries) + 1:
        return _refused(
            f"{path} : rien ne peut y être ajouté sans le récrire — y mettre chaque entrée sur une ligne qui commence par « - »"
        )
    path.write_text(text, encoding="utf-8", newline="\n")
    print(
        f"{path} : « {name} » est ajouté ; "
        + ("sa définition est à écrire" if not definition else "« .venv/bin/inv check » le vérifie")
    )
    return 0


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
