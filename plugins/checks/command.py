"""The door of the checks: called by every build before it is published, and by `inv check --site`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.cache.store import Store, file_of
from plugins.checks.origins import Origins
from plugins.checks.site import check_site
from plugins.checks.validity import check_validity
from plugins.diagnostics import Diagnostic, Place, counted, errors, listing

ROOT = Path(__file__).resolve().parents[2]


def check(folder: Path, settings: Mapping[str, Any]) -> list[Diagnostic]:
    """The checks of a build: all but the validator, which needs Node.js and seconds."""
    source = settings["SITE"].source
    origins = Origins.of(source.content, source.rendered)
    store = Store(file_of(settings["BUILD_CACHE"], settings["PATH"], "checks"))
    address, promised = str(settings.get("SITE_ADDRESS") or ""), settings["SITE"].promised
    return check_site(folder, address, origins, store, promised) + store.close()


def run(site: str) -> int:
    """Check a folder with a built site, validator included, and print what is wrong.

    Returns:
        The exit code: 1 when there are errors.
    """
    folder = Path(site)
    if not folder.is_dir():
        found = [Place(site, 0).error("ce dossier n'existe pas — vérifier le chemin donné à --site")]
    else:
        found = check_site(folder) + check_validity(folder, ROOT)
    if found:
        print(listing(found), file=sys.stderr)
    wrong = len(errors(found))
    print(f"{counted(wrong, 'erreur')}." if wrong else "Aucune erreur.")
    return 1 if wrong else 0
