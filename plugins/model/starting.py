"""The name of another alliance → the files with which its own site begins: whose it is, a first page, what its forge runs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from plugins.model.draft import quoted
from plugins.model.kinds import SITE_FILE
from plugins.text.publication import ASKED

_PARTS = Path(__file__).with_name("new_site")
# A forge → where it looks for what it runs.
FORGES = {"github": ".github/workflows/site.yml", "gitlab": ".gitlab-ci.yml"}
NO_SOFTWARE = "https://exemple.fr/adresse-du-logiciel.git"


def first_files(name: str, forge: str, software: str, version: str) -> dict[str, str]:
    """Text of each file, by path under the folder of the content, which is also that of its repository.

    Args:
        name: of the site.
        forge: a key of `FORGES`.
        software: the address from which this software is cloned; empty when it is not known.
        version: a tag or a commit of it.
    """
    workflow = _part(f"{forge}.yml")
    for hole, value in (("software", software or NO_SOFTWARE), ("version", version)):
        workflow = workflow.replace(f'"{{{hole}}}"', quoted(value))
    return {
        SITE_FILE: _part("site.yml").replace("{name}", quoted(name)),
        "pages/a-propos.md": _part("a-propos.md"),
        FORGES[forge]: workflow,
    }


@cache
def examples() -> Mapping[str, str]:
    """What the file of a new site gives as an example of what the law asks, by key; published as it is, it would be false."""
    given = re.findall(r"^# (\w+): (\S.*)$", _part("site.yml"), re.MULTILINE)
    return {key: value for key, value in given if key in {asked.key for asked in ASKED.values()}}


def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")
