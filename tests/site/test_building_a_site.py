"""A whole build, as a person runs it: what is published, and what is not."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sample import CONTENT

ROOT = Path(__file__).parents[2]
ACTOR = """---
titre: {title}
famille: entraide
nature: institution
role: aller-vers
resume: Une phrase simple.
statut: amorce
verifie_le: 2026-11-22
---
Texte.
"""
MEETING = """---
titre: Première réunion
date: 2026-01-15
instance: maison
participants: [{acteur: maison}]
---
## Échanges

La Maison accueille sans rendez-vous.
"""

pytestmark = pytest.mark.site

Inv = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name, text in {
        "familles/entraide.md": "---\ntitre: Entraide\n---\n",
        "acteurs/maison.md": ACTOR.format(title="La Maison"),
        "reunions/2026-01-15-premiere.md": MEETING,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_any_folder_in_the_format_builds(inv: Inv, content: Path, tmp_path: Path) -> None:
    ended = inv("build", "--content", content, "--output", tmp_path / "site")
    assert ended.returncode == 0, ended.stderr
    built = snapshot(tmp_path / "site")
    assert {"index.html", "404.html", "acteurs/maison/index.html", "reunions/2026-01-15-premiere/index.html"} <= built.keys()
    assert not [
        name for name in built if name.startswith("theme") and "/css/" in name and not name.endswith(("/site.css", "/tools.css"))
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "site"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"pages/a-propos.md": "---\ntitre: À propos\n---\nTexte.\n"}, id="a plain page"),
        pytest.param({"familles/entraide.md": "---\ntitre: Entraide\n---\n"}, id="a family without actor"),
        pytest.param(
            {"familles/entraide.md": "---\ntitre: Entraide\n---\n", "acteurs/maison.md": ACTOR.format(title="La Maison")},
            id="an actor without meeting",
        ),
        pytest.param({"demarche/aller-vers.md": "---\ntitre: Aller vers\n---\n"}, id="an approach without text"),
        pytest.param({"besoins/je-cherche.md": "---\ntitre: Je cherche\nresume: Quoi.\n---\n"}, id="a need without answer"),
        pytest.param(
            {"feuille-de-route/axe.md": "---\ntitre: Un axe\nnature: axe\navancement: proposee\n---\n"}, id="a step on its own"
        ),
    ],
)
def test_the_smallest_folders_build(inv: Inv, tmp_path: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    ended = inv("build", "--content", tmp_path / "content", "--output", tmp_path / "site")
    assert ended.returncode == 0, ended.stderr
    pages = {name.removeprefix("pages/").removesuffix(".md") + "/index.html" for name in files}
    assert pages <= snapshot(tmp_path / "site").keys()


def test_a_meeting_that_lists_nobody_shows_no_empty_list(inv: Inv, content: Path, tmp_path: Path) -> None:
    alone = MEETING.replace("[{acteur: maison}]", "[]")
    (content / "reunions/2026-01-15-premiere.md").write_text(alone, encoding="utf-8")
    assert inv("build", "--content", content, "--output", tmp_path / "site").returncode == 0
    for page in ("index.html", "reunions/index.html", "reunions/2026-01-15-premiere/index.html"):
        shown = (tmp_path / "site" / page).read_text(encoding="utf-8")
        assert "Première réunion" in shown
        assert "autour de la table" not in shown.lower()


def test_the_same_content_gives_the_same_bytes(inv: Inv, content: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert inv("build", "--content", content, "--output", tmp_path / name, "--date", "2026-12-03").returncode == 0
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")


def broken_content(content: Path) -> list[str | Path]:
    (content / "acteurs/maison.md").write_text("---\ntitre: La Maison\nfamile: entraide\n---\n", encoding="utf-8")
    return []


def broken_plugin(_: Path) -> list[str | Path]:
    return ["--set", 'PLUGINS=["plugins.plugin", "plugins.absent.plugin"]']


def missing_template(content: Path) -> list[str | Path]:
    theme = content.parent / "theme"
    shutil.copytree(ROOT / "theme", theme)
    (theme / "templates/page.html").unlink()
    (content / "pages").mkdir()
    (content / "pages/a-propos.md").write_text("---\ntitre: À propos\n---\nTexte.\n", encoding="utf-8")
    return ["--set", f"THEME={theme}"]


def faulty_template(content: Path) -> list[str | Path]:
    theme = content.parent / "theme"
    shutil.copytree(ROOT / "theme", theme)
    (theme / "templates/index.html").write_text("{% if %}", encoding="utf-8")
    return ["--set", f"THEME={theme}"]


def unknown_setting(_: Path) -> list[str | Path]:
    return ["--set", "CROSLINKS=mention"]


def no_publisher(_: Path) -> list[str | Path]:
    return ["--settings", "publishconf.py"]


def day_that_is_none(_: Path) -> list[str | Path]:
    return ["--date", "2026-02-30"]


def absent_content(content: Path) -> list[str | Path]:
    shutil.rmtree(content)
    return []


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        pytest.param(broken_content, "maison.md:3: clé inconnue « famile » — écrire plutôt « famille »", id="content"),
        pytest.param(broken_plugin, "plugins.absent", id="a plugin that cannot be loaded, which Pelican only logs"),
        pytest.param(missing_template, "ne vient pas du thème du site", id="a template that Pelican quietly replaces by its own"),
        pytest.param(faulty_template, "index.html:1: la construction s'est arrêtée", id="a template with an error"),
        pytest.param(unknown_setting, "réglage inconnu « CROSLINKS » — écrire plutôt « CROSSLINKS »", id="an unknown setting"),
        pytest.param(no_publisher, "ALLIANCE_EDITEUR (l'éditeur)", id="a publication without a publisher"),
        pytest.param(day_that_is_none, "« 2026-02-30 » n'est pas une date", id="a day that is none"),
        pytest.param(absent_content, "ce dossier n'existe pas", id="a content folder that does not exist"),
    ],
)
def test_a_failed_build_says_why_and_leaves_the_published_site_as_it_was(
    inv: Inv, content: Path, tmp_path: Path, damage: Callable[[Path], list[str | Path]], message: str
) -> None:
    assert inv("build", "--content", content, "--output", tmp_path / "site").returncode == 0
    before = snapshot(tmp_path / "site")
    options = damage(content)
    ended = inv("build", "--content", content, "--output", tmp_path / "site", *options)
    assert ended.returncode == 1
    assert message in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
    assert snapshot(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_setting_is_changed_for_one_build(inv: Inv, content: Path, tmp_path: Path) -> None:
    ended = inv(
        "build",
        "--content",
        content,
        "--output",
        tmp_path / "site",
        "--set",
        "SITENAME=Essai",
        "--set",
        "PEOPLE_DISPLAY=complets",
    )
    assert ended.returncode == 0, ended.stderr
    assert "— Essai</title>" in (tmp_path / "site/acteurs/maison/index.html").read_text(encoding="utf-8")


def test_a_publication_names_its_publisher_and_its_address(inv: Inv, content: Path, tmp_path: Path) -> None:
    published = {
        "ALLIANCE_ADRESSE": "https://alliance.example/base/",
        "ALLIANCE_EDITEUR": "Association du Fil",
        "ALLIANCE_DIRECTION": "La présidence",
        "ALLIANCE_HEBERGEUR": "Hébergeur Essai",
        "ALLIANCE_CONTACT": "mailto:base@exemple.fr",
    }
    ended = inv("build", "--content", content, "--output", tmp_path / "site", "--settings", "publishconf.py", **published)
    assert ended.returncode == 0, ended.stderr
    page = (tmp_path / "site/acteurs/maison/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://alliance.example/base/acteurs/maison/">' in page
    assert "https://alliance.example/base/acteurs/maison/" in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")


LEGAL = {
    "ALLIANCE_ADRESSE": "https://alliance.example/",
    "ALLIANCE_EDITEUR": "Association du Fil",
    "ALLIANCE_DIRECTION": "La présidence",
    "ALLIANCE_HEBERGEUR": "Hébergeur Essai",
    "ALLIANCE_CONTACT": "mailto:base@exemple.fr",
}


@pytest.mark.parametrize("left_out", LEGAL)
@pytest.mark.parametrize("value", [None, "  "], ids=["absent", "blank"])
def test_each_thing_that_the_law_asks_is_named_when_it_is_empty(
    inv: Inv, content: Path, tmp_path: Path, left_out: str, value: str | None
) -> None:
    given = {name: text for name, text in LEGAL.items() if name != left_out} | ({left_out: value} if value else {})
    ended = inv("build", "--content", content, "--output", tmp_path / "site", "--settings", "publishconf.py", **given)
    assert ended.returncode == 1
    assert [name for name in LEGAL if name in ended.stderr] == [left_out]
    assert not (tmp_path / "site").exists()


def test_a_contact_that_opens_nothing_is_refused(inv: Inv, content: Path, tmp_path: Path) -> None:
    given = LEGAL | {"ALLIANCE_CONTACT": "base@exemple.fr"}
    ended = inv("build", "--content", content, "--output", tmp_path / "site", "--settings", "publishconf.py", **given)
    assert ended.returncode == 1
    assert "ALLIANCE_CONTACT, « base@exemple.fr », doit s'écrire comme mailto:base@exemple.fr" in ended.stderr


def test_legal_pages_say_what_was_given_and_a_copy_for_work_says_what_is_missing(
    inv: Inv, tmp_path: Path, built_site: Path
) -> None:
    ended = inv("build", "--content", CONTENT, "--output", tmp_path / "public", "--settings", "publishconf.py", **LEGAL)
    assert ended.returncode == 0, ended.stderr
    told = {
        "mentions-legales": ["Association du Fil", "La présidence", "Hébergeur Essai"],
        "accessibilite": [],
        "donnees": ["Association du Fil"],
    }
    for name, texts in told.items():
        public, work = ((site / name / "index.html").read_text("utf-8") for site in (tmp_path / "public", built_site))
        assert [text for text in [*texts, 'href="mailto:base@exemple.fr"'] if text not in public] == []
        assert "<dd>non renseigné" not in public
        assert "\u00a0: non renseigné" not in public
        assert "<dd>non renseigné" in work or "\u00a0: non renseigné" in work


def test_a_content_without_legal_pages_publishes_them_with_what_was_given(inv: Inv, content: Path, tmp_path: Path) -> None:
    (content / "pages").mkdir()
    (content / "pages/donnees.md").write_text("---\ntitre: Nos données\n---\nLes nôtres.\n", encoding="utf-8")
    ended = inv("build", "--content", content, "--output", tmp_path / "site", "--settings", "publishconf.py", **LEGAL)
    assert ended.returncode == 0, ended.stderr
    pages = {
        name: (tmp_path / "site" / name / "index.html").read_text("utf-8")
        for name in ("mentions-legales", "accessibilite", "donnees")
    }
    for text in ("Association du Fil", "La présidence", "Hébergeur Essai", 'href="mailto:base@exemple.fr"'):
        assert text in pages["mentions-legales"]
    assert "non conforme" in pages["accessibilite"]
    assert 'href="mailto:base@exemple.fr"' in pages["accessibilite"]
    assert "Les nôtres." in pages["donnees"], "the content's own page takes the place of the theme's"
    home = (tmp_path / "site/index.html").read_text("utf-8")
    foot = home[home.index('<footer class="footer">') :]
    assert [name for name in pages if f"/{name}/" not in foot] == []
    for name in ("mentions-legales", "accessibilite"):
        main = pages[name][pages[name].index("<main") : pages[name].index("</main>")].lower()
        assert [word for word in ("normandie", "crefop", "commission 4", "aller vers") if word in main] == []


def test_an_address_that_is_none_is_refused(inv: Inv, content: Path, tmp_path: Path) -> None:
    names = dict.fromkeys(("ALLIANCE_EDITEUR", "ALLIANCE_DIRECTION", "ALLIANCE_HEBERGEUR", "ALLIANCE_CONTACT"), "x")
    ended = inv(
        "build",
        "--content",
        content,
        "--output",
        tmp_path / "site",
        "--settings",
        "publishconf.py",
        ALLIANCE_ADRESSE="alliance",
        **names,
    )
    assert ended.returncode == 1
    assert "doit s'écrire comme https://exemple.fr/alliance" in ended.stderr
    assert not (tmp_path / "site").exists()


def test_checking_publishes_nothing_and_lists_everything(inv: Inv, content: Path, tmp_path: Path) -> None:
    ended = inv("check", "--content", content)
    assert (ended.returncode, ended.stdout) == (0, "Aucune erreur.\n")
    broken_content(content)
    (content / "reunions/2026-01-15-premiere.md").write_text("---\ntitre: Première\n---\nTexte.\n", encoding="utf-8")
    ended = inv("check", "--content", content)
    assert ended.returncode == 1
    lines = [line for line in ended.stderr.splitlines() if ".md:" in line]
    assert lines == sorted(lines)
    assert {line.partition(".md:")[0].rpartition("/")[2] for line in lines} == {"maison", "2026-01-15-premiere"}
    assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_two_builds_at_once_leave_one_whole_site(content: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "invoke",
        "build",
        "--content",
        str(content),
        "--output",
        str(tmp_path / "site"),
        "--date",
        "2026-12-03",
    ]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for process in running:
        _, errors = process.communicate()
        assert process.returncode == 0, errors.decode()
    assert (tmp_path / "site/index.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "site"]


def test_a_site_builds_without_python_markdown(tmp_path: Path) -> None:
    """It is there for comparison only: a machine that builds the site has none."""
    program = (
        "import sys; sys.modules['markdown'] = None\n"
        "from plugins.building.command import run\n"
        f"sys.exit(run('content', {str(tmp_path / 'site')!r}))"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
