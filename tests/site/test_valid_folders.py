"""Whatever is valid is published: no error, no dead link, at the first try."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.building.build import Order, build
from plugins.checks.command import check
from plugins.diagnostics import errors, listing
from tests.site.valid_folders import DAY, valid_folder

ROOT = Path(__file__).parents[2]
# `VALID_FOLDERS=300 pytest tests/site/test_valid_folders.py` tries more than a run of all tests has time for.
TRIED = int(os.environ.get("VALID_FOLDERS", "12"))

pytestmark = pytest.mark.site


@pytest.mark.parametrize("seed", range(TRIED))
def test_any_valid_folder_publishes(seed: int, tmp_path: Path) -> None:
    content, output = tmp_path / "contenu", tmp_path / "site"
    for name, text in valid_folder(seed).items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    outcome = build(Order(ROOT, str(content), output, ROOT / "pelicanconf.py", day=DAY.isoformat()), check)
    assert outcome.published, listing(errors(outcome.diagnostics))
