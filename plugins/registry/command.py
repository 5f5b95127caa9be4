"""The door of the registry for `tasks.py`: take a person or a page out of a content, and say what is left of them."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from plugins.diagnostics import counted, errors, listing
from plugins.model.kinds import FOLDERS, SITE_FILE
from plugins.model.lists import SCHEMAS as LISTS
from plugins.model.loading import load
from plugins.model.messages import hint
from plugins.registry.withdrawing import left, retired, surnames, unnamed, unread
from plugins.text.folding import fold


def withdraw_person(folder: str, name: str, day: str) -> int:
    """Take a person's name out of every page of a content.

    Args:
        folder: the content folder.
        name: first name and surname, or the surname alone.
        day: of the withdrawal, AAAA-MM-JJ.

    Returns:
        The exit code: 1 when the content cannot be read, or names nobody so.
    """
    if not any(sign.isalpha() for sign in name):
        return _refused(f'« {name} » n\'est pas un nom — écrire par exemple --person "Prénom Nom"')
    content, wrong = load(Path(folder), folder, date.fromisoformat(day))
    if errors(wrong):
        return _refused(listing(errors(wrong)))
    root = Path(folder)
    files = {one.path: root / one.kind.folder / f"{one.slug}.md" for one in content.documents()}
    files |= {f"{folder}/{name}": root / name for name in LISTS if (root / name).is_file()}
    texts = {path: file.read_text(encoding="utf-8") for path, file in files.items()}
    changed = unnamed(content, texts, name)
    for path, text in changed.items():
        files[path].write_text(text, encoding="utf-8", newline="")
        print(f"{path} : le nom est retiré")
    words = surnames(content, name)
    rest = list(left(root, folder, words))
    for one in rest:
        print(f"{one.path}:{one.line}: à reprendre à la main : {one.text}" if one.line else f"{one.path} : renommer ce fichier")
    if not changed and not rest:
        return _refused(f"« {name} » n'est écrit nulle part dans {folder} — vérifier l'orthographe")
    if unseen := unread(root):
        print(f"Non lus, à regarder : {', '.join(unseen)}")
    spelt = [word for word in name.split() if fold(word) in words] or sorted(words)
    _say_the_rest(folder, ("--regexp-ignore-case", "-G", "|".join(map(re.escape, spelt))))
    return 0


def withdraw_page(folder: str, page: str, reason: str) -> int:
    """Take a page out of a content; its address answers that it was withdrawn.

    Args:
        folder: the content folder.
        page: `acteurs/caf`, or its file.
        reason: why, for the editors who read the history; may be empty.

    Returns:
        The exit code: 1 when there is no such page, or `site.yml` must be written by hand; then nothing changed.
    """
    key = page.removesuffix(".md").strip("/")
    key = key.removeprefix(folder.strip("/") + "/")
    kind, _, slug = key.partition("/")
    file = Path(folder) / f"{key}.md"
    if kind not in FOLDERS or not file.is_file():
        known = sorted(f"{path.parent.name}/{path.stem}" for path in Path(folder).glob("*/*.md"))
        return _refused(f"« {page} » n'est pas une page de {folder}" + hint(key, known))
    address = f"/{FOLDERS[kind].url(slug)}"
    site = Path(folder) / SITE_FILE
    text = retired(site.read_text(encoding="utf-8") if site.is_file() else "", address)
    if text is None:
        return _refused(f"{folder}/{SITE_FILE} : écrire {address} dans « retirees », puis recommencer — une adresse par ligne")
    site.write_text(text, encoding="utf-8", newline="")
    file.unlink()
    print(f"{folder}/{key}.md est retiré{f' ({reason})' if reason else ''} ; {address} répond que la page a été retirée")
    _, wrong = load(Path(folder), folder)
    if errors(wrong):
        print(f"Ce qui la nomme encore, à reprendre :\n{listing(errors(wrong))}")
    _say_the_rest(folder, ("--", f"{key}.md"))
    return 0


def _say_the_rest(folder: str, asked: tuple[str, ...]) -> None:
    """What stands elsewhere than in the files: outputs, and history, which this verb does not rewrite."""
    command = ["git", "log", "--all", "--format=%h", *asked]
    try:
        ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
        commits = ended.stdout.split() if ended.returncode == 0 else []
    except OSError:
        commits = []
    print("À refaire : « .venv/bin/inv build », puis usb et sheets s'ils servent ; publier ensuite.")
    if commits:
        more = "…" if len(commits) > 5 else ""
        print(
            f"L'historique de git garde ce qui est retiré ({counted(len(commits), 'version')} : {', '.join(commits[:5])}{more}) : "
            "qui a accès au dépôt, ou l'a copié, le lit encore. L'en ôter se fait avec git filter-repo, à plusieurs, puis chez la forge."
        )
    print(
        "Restent aussi : les copies des moteurs de recherche, et ce que des téléphones ont gardé jusqu'à leur prochaine visite."
    )


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
