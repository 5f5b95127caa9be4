"""The door of importing: `inv import` and `inv import-annuaire` come in here."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from plugins.diagnostics import counted, errors
from plugins.importing.adding import LIST, doors_of
from plugins.importing.drafting import Draft, Order, draft
from plugins.importing.formats import MOST_BYTES, format_of
from plugins.importing.keeping import differences, files_of, known_page, same_meeting
from plugins.importing.pieces import RefusedError
from plugins.importing.reading import blocks_of, pieces_of
from plugins.importing.scans import is_scan, reader
from plugins.importing.summary import summary
from plugins.model.content import Content
from plugins.model.kinds import Kind
from plugins.model.loading import load
from plugins.registry.building import build
from plugins.text.files import write_whole


def run(
    path: str, folder: str, *, day: str | None = None, instance: str | None = None,
    keep_names: bool = False, attach: bool = False, replace: bool = False,
) -> int:  # fmt: skip
    """Draft a meeting's page.

    Args:
        path: the minutes.
        folder: the content folder.
        day: of the meeting, AAAA-MM-JJ; None to read it.
        instance: slug of the body that met; None to read it.
        keep_names: keep persons' names, declared in the front matter; by default organisations take their place.
        attach: copy the original into the content.
        replace: put the draft in the place of a page that is there.

    Returns:
        The exit code: 1 when nothing could be read, or when a page is in the way.
    """
    if not Path(folder).is_dir():
        return _refused(f"{folder} : ce dossier n'existe pas — vérifier le chemin donné à --content")
    content, told = load(Path(folder), folder)
    if wrong := errors(told):
        count = counted(len(set(wrong)), "erreur")
        print(
            f"Attention : le contenu a déjà {count} (« .venv/bin/inv check » les dit) ; une fiche fautive n'est pas reconnue.",
            file=sys.stderr,
        )
    try:
        order = _order(path, day, instance or "", content, keep_names=keep_names)
        made, ending = _read(order, content)
        if attach and ending == "html":
            raise RefusedError(
                "une page HTML ne se joint pas (un navigateur l'exécuterait) — l'enregistrer en PDF pour la joindre"
            )
    except RefusedError as refused:
        return _refused(f"{path} : {refused}")
    return _keep(made, order, content, folder, ending if attach else "", replace=replace)


def run_directory(path: str, folder: str, day: str) -> int:
    """Add to the doors of a content the places that an export of data.inclusion has near its towns.

    Args:
        path: the export: JSON, JSON lines or CSV, of structures.
        folder: the content folder.
        day: of today, AAAA-MM-JJ.

    Returns:
        The exit code: 1 when nothing could be read; then nothing is written.
    """
    if not Path(folder).is_dir():
        return _refused(f"{folder} : ce dossier n'existe pas — vérifier le chemin donné à --content")
    if not Path(path).is_file():
        return _refused(f"{path} : ce fichier n'existe pas — vérifier le chemin")
    content, told = load(Path(folder), folder)
    if any(one.path.endswith(LIST) for one in errors(told)):
        return _refused(f"{folder}/{LIST} a une erreur — la corriger d'abord (« .venv/bin/inv check » la dit)")
    try:
        text, said = doors_of(Path(path), content, folder, date.fromisoformat(day))
    except RefusedError as refused:
        return _refused(f"{path} : {refused}")
    if text:
        write_whole(Path(folder), {LIST: text.encode()})
    print("\n".join(said))
    return 0


def _order(path: str, day: str | None, instance: str, content: Content, *, keep_names: bool) -> Order:
    file = Path(path)
    if not file.is_file():
        raise RefusedError("ce fichier n'existe pas — vérifier le chemin")
    if file.stat().st_size > MOST_BYTES:
        raise RefusedError(f"ce fichier fait plus de {MOST_BYTES // 1_000_000} Mo — en retirer les images")
    if instance and instance not in content.actors:
        raise RefusedError(f"instance inconnue « {instance} » — donner le nom de sa fiche dans {Kind.ACTOR.folder}/, sans .md")
    try:
        asked = date.fromisoformat(day) if day else None
    except ValueError:
        raise RefusedError(f"« {day} » n'est pas une date — écrire par exemple --date 2026-03-12") from None
    return Order(file.name, file.read_bytes(), asked, instance, keep_names)


def _read(order: Order, content: Content) -> tuple[Draft, str]:
    kind = format_of(order.data, order.name)
    pieces = pieces_of(order.data, order.name)
    if kind == "pdf" and is_scan(pieces):
        reader()
        print("Ce PDF est une image : ses lettres sont reconnues une à une, à relire mot à mot.", file=sys.stderr)
        pieces = pieces_of(order.data, order.name, scanned=True)
    words = (document.body for document in content.documents())
    blocks, dropped = blocks_of(pieces, words)
    registry, _ = build(content)
    return draft(blocks, dropped, order, content, registry), kind


def _keep(made: Draft, order: Order, content: Content, folder: str, ending: str, *, replace: bool) -> int:
    files = files_of(made, content, folder, order.data if ending else None, ending)
    known = known_page(made, content)
    name = f"{Kind.MEETING.folder}/{known or made.slug}.md"
    files = {name if file.startswith(Kind.MEETING.folder) else file: data for file, data in files.items()}
    there = Path(folder) / name
    if there.exists() and not replace:
        return _compare(there, files[name].decode(), same_file=bool(known))
    other = same_meeting(made, content)
    write_whole(Path(folder), files)
    for written in files:
        print(f"{folder}/{written} : {'remplacé' if written == name and replace else 'écrit'}")
    print("\n".join(summary(made, folder)))
    if other and other != Path(name).stem:
        print(
            f"Attention : {folder}/{Kind.MEETING.folder}/{other}.md est déjà une réunion de cette instance ce jour-là ; n'en garder qu'une."
        )
    if ending:
        print("L'original joint sera publié tel quel, noms compris : ne le garder que si vous en avez le droit.")
    print("Ensuite : corriger le brouillon, puis « .venv/bin/inv check » et « .venv/bin/inv serve ».")
    return 0


def _compare(there: Path, text: str, *, same_file: bool) -> int:
    lines = differences(there.read_text(encoding="utf-8"), text)
    if not lines:
        print(f"{there} : ce fichier a déjà été importé, rien ne diffère.")
        return 0
    print(f"{there} existe déjà et n'est pas touché ; ce que cette lecture a en plus :")
    print("\n".join(lines))
    print("Pour mettre le brouillon à sa place : la même commande avec --replace.")
    return 0 if same_file else 1


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
