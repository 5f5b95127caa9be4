"""A build of what was built already says what was said, and builds nothing; whatever is not as it was is built."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.building import command
from plugins.building.order import BuildOutcome, Order
from plugins.building.unchanged import Unchanged
from plugins.cache.memory import memory
from plugins.diagnostics import Place
from plugins.publishing.marks import Product
from plugins.publishing.swap import aside

ROOT = Path(__file__).parents[2]
DAY = "2026-11-28"


class Once:
    """A content, and the folder that a build of it published, both as small as they can be."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.content, self.output, self.theme = folder, folder / "contenu", folder / "site", folder / "theme"
        (self.content / "pages").mkdir(parents=True)
        (self.content / "pages/a-propos.md").write_text("---\ntitre: À propos\n---\nUn texte.\n", encoding="utf-8")
        (self.theme / "templates").mkdir(parents=True)
        (self.theme / "templates/page.html").write_text("<p>", encoding="utf-8")
        self.typed, self.day, self.settings = list[str](), DAY, ROOT / "pelicanconf.py"

    def order(self) -> Order:
        """What is asked."""
        own = (f"BUILD_CACHE={self.folder}/cache", f"THEME={self.theme}", *self.typed)
        return Order(ROOT, str(self.content), self.output, self.settings, own, self.day)

    def publish(self) -> BuildOutcome:
        """What a build does at its end."""
        with aside(self.output, Product.SITE) as work:
            (work.folder / "a-propos").mkdir()
            (work.folder / "a-propos/index.html").write_text("<p>Un texte.", encoding="utf-8")
            (work.folder / "index.html").write_text("<p>Accueil", encoding="utf-8")
            work.publish()
        return BuildOutcome([Place("contenu/pages/a-propos.md", 2).warning("à relire")], str(self.output), 2)

    def built(self) -> BuildOutcome:
        """A build that kept what it came to."""
        last = Unchanged(self.order())
        outcome = self.publish()
        last.remember(outcome)
        return outcome

    def page(self) -> Path:
        """A published one."""
        return self.output / "index.html"

    def source(self) -> Path:
        """What it is made of."""
        return self.content / "pages/a-propos.md"


@pytest.fixture
def once(tmp_path: Path) -> Once:
    return Once(tmp_path)


def test_what_was_said_of_a_content_is_said_again_as_long_as_nothing_changed(once: Once) -> None:
    built = once.built()
    assert [Unchanged(once.order()).outcome() for _ in range(2)] == [built, built]


def test_dates_decide_of_nothing(once: Once) -> None:
    built = once.built()
    for path in (once.page(), once.source(), once.theme / "templates/page.html"):
        os.utime(path, (1, 1))
    assert Unchanged(once.order()).outcome() == built


def _written(where: Callable[[Once], Path], text: str = "autre") -> Callable[[Once], object]:
    return lambda once: where(once).write_text(text, encoding="utf-8")


def _same_date(once: Once) -> None:
    about = once.page().stat()
    once.page().write_text("<p>accueil", encoding="utf-8")
    os.utime(once.page(), ns=(about.st_atime_ns, about.st_mtime_ns))


def _linked(once: Once) -> None:
    once.page().rename(once.folder / "ailleurs.html")
    once.page().symlink_to(once.folder / "ailleurs.html")


def _killed(once: Once) -> None:
    (once.output.parent / f".{once.output.name}.ancien").mkdir()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_written(Once.page), id="a page was altered"),
        pytest.param(_same_date, id="a page was altered, its size and date are the same"),
        pytest.param(lambda once: once.page().unlink(), id="a page was deleted"),
        pytest.param(lambda once: once.page().chmod(0o600), id="a page was closed to readers"),
        pytest.param(_linked, id="a link stands in the place of a page"),
        pytest.param(_written(lambda once: once.output / "note.txt"), id="somebody else's file was added"),
        pytest.param(lambda once: (once.output / ".construit").unlink(), id="the folder has no mark"),
        pytest.param(_killed, id="a run was killed meanwhile"),
        pytest.param(lambda once: once.output.rename(once.folder / "ancien"), id="the site is no longer there"),
        pytest.param(_written(Once.source), id="a text"),
        pytest.param(lambda once: (once.content / "acteur").mkdir(), id="an empty folder, of a kind that is not known"),
        pytest.param(lambda once: os.mkfifo(once.content / "pages/tube.md"), id="a pipe, which a build refuses"),
        pytest.param(lambda once: (once.content / "pages/lien.md").symlink_to("/etc/hosts"), id="a link out of the content"),
        pytest.param(lambda once: once.source().rename(once.source().with_name("autre.md")), id="another address"),
        pytest.param(_written(lambda once: once.theme / "templates/page.html"), id="a template"),
        pytest.param(lambda once: once.typed.append("CROSSLINKS=mention"), id="a setting"),
        pytest.param(lambda once: setattr(once, "day", "2026-11-29"), id="the next day"),
        pytest.param(lambda once: setattr(once, "settings", ROOT / "publishconf.py"), id="to publish"),
        pytest.param(lambda once: setattr(once, "output", once.folder / "autre"), id="another folder"),
        pytest.param(
            lambda once: once.typed.append('PLUGINS=["plugins.plugin", "autre"]'), id="a plugin, which may read anything"
        ),
        pytest.param(lambda once: once.typed.append("BUILD_CACHE="), id="nothing is to be kept"),
    ],
)
def test_whatever_is_not_as_it_was_is_built(once: Once, change: Callable[[Once], object]) -> None:
    once.built()
    change(once)
    assert Unchanged(once.order()).outcome() is None


def test_a_variable_that_says_how_the_site_is_published_is_read_too(once: Once, monkeypatch: pytest.MonkeyPatch) -> None:
    once.built()
    monkeypatch.setenv("ALLIANCE_MOTEUR_CLE", "une-cle")
    assert Unchanged(once.order()).outcome() is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-40], id="truncated"),
        pytest.param(lambda data: data.replace("à relire".encode(), b"rien a dire"), id="forged"),
        pytest.param(lambda _: b"\0\n", id="something else"),
        pytest.param(lambda _: b"", id="empty"),
    ],
)
def test_what_was_kept_and_was_damaged_is_not_believed(once: Once, damage: Callable[[bytes], bytes]) -> None:
    once.built()
    (kept,) = (once.folder / "cache").iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    assert Unchanged(once.order()).outcome() is None


def test_a_text_that_changes_while_it_is_built_is_built_again(once: Once) -> None:
    last = Unchanged(once.order())
    once.source().write_text("---\ntitre: À propos\n---\nUn autre.\n", encoding="utf-8")
    last.remember(once.publish())
    assert Unchanged(once.order()).outcome() is None


def test_a_build_that_published_nothing_leaves_nothing(once: Once) -> None:
    last = Unchanged(once.order())
    once.publish()
    last.remember(BuildOutcome([Place("contenu/pages/a-propos.md", 2).error("faux")]))
    assert Unchanged(once.order()).outcome() is None


def test_a_process_that_waits_for_builds_keeps_what_it_worked_out(once: Once, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told that nothing changed, it would forget all that the build did not ask for."""
    once.built()
    monkeypatch.setattr(memory(), "keeps", True)
    assert Unchanged(once.order()).outcome() is None


@pytest.mark.site
def test_a_build_that_has_nothing_to_do_says_the_same_and_an_altered_page_is_mended(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    content, output, page = tmp_path / "contenu", tmp_path / "site", tmp_path / "site/index.html"
    (content / "acteurs").mkdir(parents=True)
    (content / "familles").mkdir()
    (content / "familles/aide.md").write_text("---\ntitre: Aide\nresume: On y aide.\n---\nUn texte.\n", encoding="utf-8")
    sheet = {"titre": "La Halle", "famille": "aide", "nature": "reseau", "role": "aller-dans", "resume": "On y répare des vélos."}
    sheet |= {"statut": "amorce", "verifie_le": "2026-11-25"}
    (content / "acteurs/la-halle.md").write_text(f"---\n{json.dumps(sheet)}\n---\nUn texte.\n", encoding="utf-8")

    def built() -> tuple[str, str]:
        code = command.run(str(content), str(output), assignments=[f"BUILD_CACHE={tmp_path}/cache"], day=DAY)
        said = capfd.readouterr()
        assert code == 0, said.err
        return said.err, said.out.partition(" en ")[0]

    first, was = built(), page.read_bytes()
    assert "avertissement" in first[0]
    page.write_bytes(b"autre chose")
    assert built() == first
    assert page.read_bytes() == was
    monkeypatch.setattr(command, "_built", None)  # nothing is built
    assert built() == first
    assert page.read_bytes() == was


@pytest.mark.parametrize("library", ["pelican", "pydantic", "jinja2", "markdown_it", "bs4", "docutils"])
def test_the_doors_of_a_build_open_without(library: str) -> None:
    """What a run that has nothing to build does not need is not read."""
    program = f"import sys, tasks, plugins.building.command; print({library!r} in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert ended.stdout == "False\n"


def test_what_a_verb_compiles_of_our_modules_is_kept_for_the_next_run(tmp_path: Path) -> None:
    environ = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run([sys.executable, "-m", "invoke", "version"], cwd=ROOT, env=environ, capture_output=True, check=True)
    kept = {path.name.partition(".")[0] for path in tmp_path.rglob("plugins/**/*.pyc")}
    assert {"command", "tending", "version"} <= kept
