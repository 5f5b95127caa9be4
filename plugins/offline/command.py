"""The door of the offline room: `inv usb` comes in here with a built site."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.diagnostics import Diagnostic, counted, errors, listing
from plugins.diagnostics.system import told
from plugins.offline.carrying import carry
from plugins.publishing.marks import Product
from plugins.publishing.swap import aside, check_target


def refused(output: str, content: str, root: Path) -> int:
    """Say why a folder cannot be written to, before anything is built.

    Args:
        output: the folder to write, as typed.
        content: the content folder.
        root: the project's folder.

    Returns:
        The exit code: 1 when it cannot.
    """
    return _say(list(check_target(Path(output), Product.KEY, Path(content), [root])))


def run(site: str, output: str) -> int:
    """Write the folder to carry away.

    Args:
        site: the root of a built site.
        output: the folder.

    Returns:
        The exit code.
    """
    try:
        with aside(Path(output), Product.KEY) as work:
            pages = carry(Path(site), work.folder)
            found = work.publish()
    except OSError as error:
        return _say([told(error, output)])
    if _say(found):
        return 1
    first = Path(output) / "index.html"
    print(f"{counted(pages, 'page')} dans {output} : copier ce dossier entier sur la clé, puis ouvrir {first}")
    return 0


def _say(found: list[Diagnostic]) -> int:
    if found:
        print(listing(found), file=sys.stderr)
    return 1 if errors(found) else 0
