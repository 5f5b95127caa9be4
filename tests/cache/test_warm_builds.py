"""A build that takes up what the last one left is the same as one from nothing, byte for byte, whatever was edited."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from plugins.building.build import Order, build
from plugins.cache.memory import memory
from plugins.checks.command import check
from plugins.diagnostics import listing
from tests.site.valid_folders import BLOCKS, DAY, WORDS, valid_folder

ROOT = Path(__file__).parents[2]
# `WARM_BUILDS=300 pytest tests/cache/test_warm_builds.py` tries more than a run of all tests has time for.
EDITS = int(os.environ.get("WARM_BUILDS", "6"))
# Edits of one folder: each starts from what those before it left.
EACH = 6

KINDS = ("text", "text", "alias", "rename", "delete", "setting", "template")

pytestmark = pytest.mark.site


class Edited:
    """A content folder, a theme and settings, edited at random."""

    def __init__(self, seed: int, folder: Path, theme: Path) -> None:
        self.random, self.folder, self.theme = Random(seed), folder, theme
        self.texts = valid_folder(seed)
        self.settings = {"CROSSLINKS": "section", "PEOPLE_DISPLAY": "organisations", "THEME": str(theme)}
        shutil.copytree(ROOT / "theme", theme)

    def write(self) -> None:
        """The folder as it stands now."""
        for path in [path for path in self.folder.rglob("*") if path.is_file()]:
            path.unlink()
        for name, text in self.texts.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(text, encoding="utf-8")

    def edit(self) -> str:
        """Change one thing; say which."""
        change: Callable[[], None] = getattr(self, self.random.choice(KINDS))
        change()
        return change.__name__

    def page(self, folder: str = "") -> str:
        """One page, if the folder has any."""
        names = [name for name in self.texts if name.endswith(".md") and name.startswith(folder)]
        return self.random.choice(names) if names else ""

    def text(self) -> None:
        """A word, a block or a link is added to a body."""
        name, words = self.page(), " ".join(self.random.sample(WORDS, 4))
        other = self.page()
        added = self.random.choice((words, self.random.choice(BLOCKS), f"## {words}", f"[{words}](../{other})"))
        self.texts[name] += f"\n\n{added}\n"

    def alias(self) -> None:
        """A word of other pages becomes a name of an actor."""
        name = self.page("acteurs/")
        if name and "\nalias:" not in self.texts[name]:
            word = self.random.choice(("formation", "l'emploi", "Atelier d'écoute", "QPV"))
            self.texts[name] = self.texts[name].replace("---\n", f'---\nalias: ["{word}"]\n', 1)

    def rename(self) -> None:
        """A page has another address, and all that names it follows."""
        name = self.page()
        slug = Path(name).stem
        for other in list(self.texts):
            text = self.texts.pop(other)
            renamed = other.replace(slug, f"{slug}-bis") if other == name else other
            self.texts[renamed] = re.sub(rf"(?<![\w-]){re.escape(slug)}(?![\w-])", f"{slug}-bis", text)

    def delete(self) -> None:
        """A page goes; what names it is then an error, told alike."""
        self.texts.pop(self.page(), None)

    def setting(self) -> None:
        """The same pages, built in another way."""
        self.settings["CROSSLINKS"] = self.random.choice(("mention", "section", "page"))
        self.settings["PEOPLE_DISPLAY"] = self.random.choice(("organisations", "initiales", "complets"))
        self.settings["SITE_SUBTITLE"] = " ".join(self.random.sample(WORDS, 3))
        self.settings["SITE_ADDRESS"] = self.random.choice(("", "https://exemple.fr", "https://exemple.fr/base"))
        self.settings["CORRECTION_ADDRESS"] = self.random.choice(("", "mailto:base@exemple.fr"))

    def template(self) -> None:
        """The first paragraph of a page, a part of one or a macro is written in another way."""
        path = self.random.choice(sorted(self.theme.glob("templates/**/*.html")))
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("<p", f'<p data-trial="{self.random.randrange(9)}"', 1), encoding="utf-8")


def built(edited: Edited, output: Path, cache: str, *, keeps: bool = False) -> tuple[str, dict[str, bytes]]:
    """What is told, and every file that is published; `keeps` as a process that waits does, which keeps what it worked out."""
    assignments = (f"BUILD_CACHE={cache}", *(f"{name}={value}" for name, value in edited.settings.items()))
    order = Order(ROOT, str(edited.folder), output, ROOT / "pelicanconf.py", assignments, day=DAY.isoformat())
    memory().keeps = keeps
    try:
        outcome = build(order, check)
    finally:
        memory().keeps = False
    if keeps and outcome.published:
        memory().turn()
    files = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    return listing(outcome.diagnostics), files if outcome.published else {}


@pytest.mark.parametrize("seed", range(-(-EDITS // EACH)))
def test_what_was_kept_never_shows(seed: int, tmp_path: Path) -> None:
    edited = Edited(seed, tmp_path / "contenu", tmp_path / "theme")
    done, sound = ["nothing"], dict(edited.texts)
    for _ in range(EACH):
        edited.write()
        warm = built(edited, tmp_path / "tiède", str(tmp_path / "cache"))
        waited = built(edited, tmp_path / "attente", str(tmp_path / "autre"), keeps=True)
        cold = built(edited, tmp_path / "froid", "")
        for found in (warm, waited):
            assert found[0] == cold[0], done
            assert found[1].keys() == cold[1].keys(), done
            assert [name for name in cold[1] if cold[1][name] != found[1][name]] == [], done
        # What is refused is edited back, as an editor would.
        sound = dict(edited.texts) if cold[1] and edited.page() else sound
        edited.texts = dict(sound)
        done.append(edited.edit())
    assert list((tmp_path / "cache").iterdir())
    assert {path.name.partition("-")[2] for path in (tmp_path / "autre").iterdir()} == {
        path.name.partition("-")[2] for path in (tmp_path / "cache").iterdir()
    }
