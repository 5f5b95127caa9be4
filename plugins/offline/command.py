"""The door of the offline room: `inv usb` comes in here with a built site."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.diagnostics import counted, listing
from plugins.offline.carrying import carry, check_folder


def refused(output: str, site: str) -> int:
    """Say why a folder cannot be written to, before anything is built.

    Returns:
        The exit code: 1 when it cannot.
    """
    wrong = list(check_folder(Path(output), Path(site)))
    if wrong:
        print(listing(wrong), file=sys.stderr)
    return 1 if wrong else 0


def run(site: str, output: str, name: str) -> int:
    """Write the folder to carry away.

    Args:
        site: the root of a built site.
        output: the folder.
        name: of the site.

    Returns:
        The exit code.
    """
    try:
        pages = carry(Path(site), Path(output), name)
    except OSError as error:
        print(f"{output} : {error.strerror or error} — vérifier la place et les droits sur ce support", file=sys.stderr)
        return 1
    print(
        f"{counted(pages, 'page')} dans {output} : copier ce dossier entier sur la clé, puis ouvrir {Path(output) / 'index.html'}"
    )
    return 0
