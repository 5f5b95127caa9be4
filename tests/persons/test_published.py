"""A built site: no name in any of its files, a list of participants that reads as French; files that name somebody stop it."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from plugins.building.settings import Order, settings_of
from plugins.diagnostics import errors
from plugins.parts import Decided
from plugins.persons.residue import letters_of
from plugins.site import read
from plugins.text.folding import fold

pytestmark = pytest.mark.site
ROOT = Path(__file__).parents[2]
Inv = Callable[..., Any]

ACTOR = "---\ntitre: {title}\nresume: Un acteur.\nfamille: f\nnature: {nature}\nrole: les-deux\nstatut: amorce\nverifie_le: 2026-01-01\n---\n"
MEETING = """---
titre: Comité du 5 mars
date: 2026-03-05
instance: comite
participants:
  - {acteur: union, civilite: Mme, nom: Brélanquet, prenom: Ozélinde}
  - {acteur: union, civilite: M., nom: Torvignac, prenom: Firmovald, fonction: secrétaire}
  - {acteur: caisse, civilite: Mme, nom: Quissembert}
---
Mme Brélanquet ouvre la séance. Petit à petit, tous parlent.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "contenu"
    files = {
        "familles/f.md": "---\ntitre: Une famille\n---\n",
        "acteurs/comite.md": ACTOR.format(title="Comité local", nature="instance"),
        "acteurs/union.md": ACTOR.format(title="Union des métiers", nature="institution"),
        "acteurs/caisse.md": ACTOR.format(title="Caisse d'aide", nature="institution"),
        "reunions/2026-03-05-comite.md": MEETING,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def around_the_table(html: str) -> list[str]:
    table = html[html.index('id="participants"') :]
    rows = re.findall(r"<dd>(.*?)</dd>", table[: table.index("</dl>")], re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", "", row)).split()) for row in rows]


def build(inv: Inv, folder: Path, *options: str) -> Any:
    return inv("build", "--content", folder, "--output", folder.parent / "site", "--date", "2026-11-28", *options)


def test_no_file_of_the_site_holds_a_name_or_a_lonely_civility(folder: Path, inv: Inv) -> None:
    ended = build(inv, folder)
    assert ended.returncode == 0, ended.stderr
    site = folder.parent / "site"
    for path in site.rglob("*"):
        if path.is_file():
            letters = letters_of(path.name + path.read_bytes().decode("utf-8", "replace"))
            assert not [
                name for name in ("brelanquet", "ozelinde", "torvignac", "firmovald", "quissembert") if name in letters
            ], path
    page = (site / "reunions/2026-03-05-comite/index.html").read_text("utf-8")
    assert around_the_table(page) == ["Union des métiers secrétaire", "Caisse d’aide"]


@pytest.mark.parametrize(
    ("display", "rows"),
    [
        pytest.param("initiales", ["Union des métiers Mme O. B. ; M. F. T. secrétaire", "Caisse d’aide Mme Q."], id="initiales"),
        pytest.param(
            "complets",
            ["Union des métiers Mme Ozélinde Brélanquet ; M. Firmovald Torvignac secrétaire", "Caisse d’aide Mme Quissembert"],
            id="noms entiers",
        ),
    ],
)
def test_persons_of_one_organisation_stand_on_one_line(folder: Path, inv: Inv, display: str, rows: list[str]) -> None:
    ended = build(inv, folder, "--set", f"PEOPLE_DISPLAY={display}")
    assert ended.returncode == 0, ended.stderr
    assert around_the_table((folder.parent / "site/reunions/2026-03-05-comite/index.html").read_text("utf-8")) == rows


def test_every_file_that_names_somebody_is_told_with_its_line(folder: Path, inv: Inv) -> None:
    files = {
        "fichiers/liste.csv": "nom;prenom\nMartin;Anne\nQuissembert;\n",
        "fichiers/brelanquet/note.txt": "Rien.\n",
        "fichiers/note.txt": "Un point.\nVu avec ozélinde.\n",
        "fichiers/releve.csv": "12;Ozélinde\nBrélanquet;13\n" + "1;2\n" * 60_000 + "Quissembert\n",
        "fichiers/autre.json": '{\n"qui": "M. Varlouzet"\n}\n',
        "fichiers/sans-extension": "Un point.\n\nBrélanquet.\n",
        "images/portrait-torvignac.png": "",
        "images/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<text>Mme Quissembert</text></svg>\n',
        "fichiers/petit-guide.txt": "Un petit guide.\n",
        "pages/mot-de-brelanquet.md": "---\ntitre: Un mot\n---\nRien.\n",
        "territoires.yml": "- {slug: lieu-torvignac, nom: Lieu, niveau: quartier}\n",
        "glossaire.yml": "- terme: Un terme\n  definition: Brélanquet le dit.\n- terme: Loi brélanquet\n  definition: Une loi.\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    ended = build(inv, folder)
    assert ended.returncode != 0
    places = re.findall(r"contenu/(\S+?):(\d+): (?!avertissement)", ended.stderr + ended.stdout)
    assert sorted(set(places)) == [
        ("fichiers/autre.json", "2"),
        ("fichiers/brelanquet/note.txt", "1"),
        ("fichiers/liste.csv", "3"),
        ("fichiers/note.txt", "2"),
        ("fichiers/releve.csv", "1"),
        ("fichiers/releve.csv", "2"),
        ("fichiers/releve.csv", "60003"),
        ("fichiers/sans-extension", "3"),
        ("glossaire.yml", "3"),
        ("images/plan.svg", "2"),
        ("images/portrait-torvignac.png", "1"),
        ("pages/mot-de-brelanquet.md", "1"),
        ("territoires.yml", "1"),
    ]


@pytest.mark.parametrize(
    ("people", "known"),
    [
        pytest.param("organisations", False, id="aucun nom"),
        pytest.param("initiales", False, id="les initiales"),
        pytest.param("complets", True, id="les noms"),
    ],
)
def test_what_later_rooms_are_given_knows_no_more_of_persons_than_pages_show(folder: Path, people: str, known: bool) -> None:
    given = ("BUILD_CACHE=", "SITENAME=Un essai", f"PEOPLE_DISPLAY={people}")
    settings, wrong = settings_of(Order(ROOT, str(folder), None, ROOT / "pelicanconf.py", given, day="2026-11-28"))
    assert wrong == []
    source = read(Decided.by(settings))
    assert errors(source.diagnostics) == []
    assert ("brelanquet" in fold(repr([source.content, source.registry.persons]))) is known
