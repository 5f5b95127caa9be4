"""Three committees, each with its own folder, become one site; each keeps its part, and nothing is mixed up."""

import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.building import command
from plugins.search.common_index import COMMON_FOLDER
from plugins.search.transport import ENTRY, FOLDER
from tests.building.federation import ADDRESS, COMMITTEES, DAY, FILE, with_danger, write
from tests.search.conftest import node

pytestmark = pytest.mark.site


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """`inv federate`, with a cache of its own."""
    monkeypatch.setattr("plugins.building.federating.STAGES", str(tmp_path / "stages"))

    def federate(file: Path, output: str = "site") -> int:
        return command.run_federate(str(file), str(tmp_path / output), assignments=[f"BUILD_CACHE={tmp_path}/cache"], day=DAY)

    return federate


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def rows(site: Path, name: str) -> list[dict[str, Any]]:
    told = json.loads(text(site / f"donnees-ouvertes/{name}.json"))
    return next(value for value in told.values() if isinstance(value, list))  # type: ignore[no-any-return]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_committee_has_its_own_site_under_its_name(joined: Path) -> None:
    for name, title in COMMITTEES.items():
        page = text(joined / name / "acteurs/caisse/index.html")
        assert title.replace("'", "’") in page
        assert f'<link rel="canonical" href="{ADDRESS}/{name}/acteurs/caisse/">' in page
        assert f'<a href="{ADDRESS}/">Les comités du fleuve</a>' in page


def test_the_common_site_tells_who_is_there_their_last_meetings_and_whose_they_are(joined: Path) -> None:
    home, page = text(joined / "index.html"), text(joined / "comites/index.html")
    for name, title in COMMITTEES.items():
        assert f'href="./{name}/">{title.replace(chr(39), "’")}</a>' in home
        assert f"../{name}/reunions/reunion/" in page
        assert f"{title.replace(chr(39), '’')}, le " in page


def test_a_shared_actor_leads_to_its_sheet_in_each_committee_that_declared_it(joined: Path) -> None:
    page = text(joined / "comites/caisse-des-mariniers/index.html")
    assert "../../amont/acteurs/caisse/" in page
    assert "../../aval/acteurs/caisse/" in page
    assert "../../rive/" not in page


def test_identifiers_of_all_committees_are_distinct_and_shared_actors_are_said(joined: Path) -> None:
    actors, meetings = rows(joined, "acteurs-des-comites"), rows(joined, "reunions-des-comites")
    assert len({one["id"] for one in actors}) == len(actors) == 6
    assert [one["id"] for one in actors if one.get("acteur_commun") == "caisse-des-mariniers"] == ["amont:caisse", "aval:caisse"]
    assert [(one["id"], one["comite"]) for one in meetings] == [
        (f"{name}:reunion", COMMITTEES[name]) for name in ("rive", "aval", "amont")
    ]
    assert meetings[0]["page"] == f"{ADDRESS}/rive/reunions/reunion/"
    assert [one["donnees"] for one in rows(joined, "comites")] == [f"{ADDRESS}/{name}/donnees-ouvertes/" for name in COMMITTEES]


def test_feed_and_sitemap_are_those_of_all(joined: Path) -> None:
    feed = ET.parse(joined / "comites/atom.xml").getroot()
    space = {"a": "http://www.w3.org/2005/Atom"}
    assert [one.findtext("a:title", namespaces=space) for one in feed.findall("a:entry", space)] == [
        f"{COMMITTEES[name]} : Réunion du 2026-0{month}-15" for name, month in (("rive", 3), ("aval", 2), ("amont", 1))
    ]
    maps = [
        one.text for one in ET.parse(joined / "sitemap.xml").getroot().iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert maps == [f"{ADDRESS}/sitemap-commun.xml", *(f"{ADDRESS}/{name}/sitemap.xml" for name in COMMITTEES)]
    assert all((joined / one.removeprefix(f"{ADDRESS}/")).is_file() for one in map(str, maps))


def test_a_name_that_committees_bear_is_proposed_and_never_joined(tmp_path: Path, run: Any, capsys: Any) -> None:
    file = write(tmp_path)
    assert run(file) == 0
    proposed = '  - {nom: "Comité local", fiches: {amont: comite-local, aval: comite-local, rive: comite-local}}'
    assert proposed in capsys.readouterr().out.split("\n")
    file.write_text(f"{FILE}{proposed}\n", encoding="utf-8")
    assert run(file) == 0
    assert "Comité local" not in capsys.readouterr().out
    assert (tmp_path / "site/comites/comite-local/index.html").is_file()


def test_what_changes_in_one_committee_touches_no_other_and_gives_what_a_first_run_gives(
    tmp_path: Path, run: Any, capsys: Any
) -> None:
    file = write(tmp_path)
    assert run(file) == 0
    before = {name: (tmp_path / f"site/{name}").stat().st_ino for name in COMMITTEES}
    capsys.readouterr()
    assert run(file) == 0
    assert "aucun comité n’a changé" in capsys.readouterr().out
    page = tmp_path / "aval/acteurs/caisse.md"
    page.write_text(text(page) + "\nElle prête aussi une gaffe.\n", encoding="utf-8")
    assert run(file) == 0
    assert capsys.readouterr().out.split("\n")[-2].startswith("aval : ")
    now = {name: (tmp_path / f"site/{name}").stat().st_ino for name in COMMITTEES}
    assert [name for name in COMMITTEES if now[name] != before[name]] == ["aval"]
    for sentence in ("Elle prête une ancre.", "Elle prête une rame.", "Elle prête une ancre."):
        page.write_text(f"{text(page)}\n{sentence}\n", encoding="utf-8")
        assert run(file) == 0
        assert capsys.readouterr().out.split("\n")[-2].startswith("aval : ")
    assert run(file) == 0
    assert "aucun comité n’a changé" in capsys.readouterr().out
    shutil.rmtree(tmp_path / "stages")
    assert run(file, "anew") == 0
    assert tree(tmp_path / "site") == tree(tmp_path / "anew")


def test_a_published_folder_that_is_lost_is_written_again_as_it_was(tmp_path: Path, run: Any) -> None:
    file = write(tmp_path)
    page = tmp_path / "aval/acteurs/caisse.md"
    for sentence in ("Elle prête une gaffe.", "Elle prête une ancre.", "Elle prête une rame."):
        assert run(file) == 0
        page.write_text(f"{text(page)}\n{sentence}\n", encoding="utf-8")
    assert run(file) == 0
    (tmp_path / "site").rename(tmp_path / "lost")
    assert run(file) == 0
    assert tree(tmp_path / "site") == tree(tmp_path / "lost")


def test_what_somebody_put_beside_the_pages_of_a_committee_stays_and_is_told(tmp_path: Path, run: Any, capsys: Any) -> None:
    file = write(tmp_path)
    assert run(file) == 0
    (tmp_path / "site/aval/notes.txt").write_text("à moi", encoding="utf-8")
    page = tmp_path / "aval/acteurs/caisse.md"
    for sentence in ("Elle prête une gaffe.", "Elle prête une ancre."):
        page.write_text(f"{text(page)}\n{sentence}\n", encoding="utf-8")
        capsys.readouterr()
        assert run(file) == 0
        assert capsys.readouterr().err.count("aval/notes.txt") == 1
        assert text(tmp_path / "site/aval/notes.txt") == "à moi"


def test_a_committee_that_leaves_is_gone_and_what_was_not_ours_stays(tmp_path: Path, run: Any) -> None:
    file = write(tmp_path)
    assert run(file) == 0
    (tmp_path / "site/CNAME").write_text("comites.exemple\n", encoding="utf-8")
    entries = FILE.partition("  - id: rive")[0] + "acteurs: []\n"
    file.write_text(entries, encoding="utf-8")
    assert run(file) == 0
    assert not (tmp_path / "site/rive").exists()
    assert (tmp_path / "site/CNAME").is_file()
    assert [one["id"] for one in rows(tmp_path / "site", "comites")] == ["amont", "aval"]


def test_a_site_that_was_built_elsewhere_is_taken_as_it_is(tmp_path: Path, run: Any) -> None:
    file = write(tmp_path)
    assert (
        command.run(str(tmp_path / "rive"), str(tmp_path / "rive-site"), assignments=[f"BUILD_CACHE={tmp_path}/cache"], day=DAY)
        == 0
    )
    file.write_text(FILE.replace("contenu: rive", "site: rive-site"), encoding="utf-8")
    assert run(file) == 0
    taken, own = tree(tmp_path / "site/rive"), tree(tmp_path / "rive-site")
    assert taken == own


def test_an_error_of_one_committee_is_told_at_its_line_and_the_site_stays_as_it_was(
    tmp_path: Path, run: Any, capsys: Any
) -> None:
    file = write(tmp_path)
    assert run(file) == 0
    before = tree(tmp_path / "site")
    for name in ("amont", "rive"):
        page = tmp_path / name / "acteurs/caisse.md"
        page.write_text(text(page).replace("role: aller-vers", "role: aller-ver"), encoding="utf-8")
    page = tmp_path / "aval/acteurs/caisse.md"
    page.write_text(text(page) + "\nElle prête aussi une gaffe.\n", encoding="utf-8")
    capsys.readouterr()
    assert run(file) == 1
    told = capsys.readouterr().err
    assert f"{tmp_path}/amont/acteurs/caisse.md:5" in told
    assert f"{tmp_path}/rive/acteurs/caisse.md:5" in told
    assert "rien n'est publié" in told
    assert tree(tmp_path / "site") == before


def test_what_a_committee_knows_for_a_danger_the_common_search_does_too(tmp_path: Path, run: Any) -> None:
    file = write(tmp_path)
    with_danger(tmp_path, "amont", "aval")
    assert run(file) == 0
    questions = ["on me bat", "quelqu'un me frappe", "la caisse des mariniers", "comité local"]
    alone = node("engine_answers.js", tmp_path / "site/amont" / FOLDER, ENTRY, given=questions)
    common = node("engine_answers.js", tmp_path / "site" / COMMON_FOLDER, ENTRY, "", "comites", given=questions)
    assert [one["danger"] for one in alone] == [True, True, False, False]
    assert [one["danger"] for one in common] == [True, True, False, False]
    assert [[need["url"] for need in one["needs"]] for one in common] == [["amont/besoins/violence/"]] * 2 + [[]] * 2


def changed(old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / "federation.yml"
        assert old in text(path)
        path.write_text(text(path).replace(old, new, 1), encoding="utf-8")

    return change


def same_address(folder: Path) -> None:
    changed("adresse: https://comites.exemple\n", "")(folder)
    for name in ("amont", "aval"):
        made = [f"BUILD_CACHE={folder}/cache", *(f"{key}=https://seul.exemple" for key in ("SITEURL", "SITE_ADDRESS"))]
        assert command.run(str(folder / name), str(folder / f"{name}-site"), assignments=made, day=DAY) == 0
        changed(f"contenu: {name}", f"site: {name}-site")(folder)


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        pytest.param(
            changed("id: aval", "id: amont"), 7, "« amont » est déjà pris par un autre comité (ligne 4)", id="un id pour deux"
        ),
        pytest.param(
            changed("nom: Comité d'Aval", "nom: Comité d'Amont"), 8, "déjà pris par un autre comité", id="un nom pour deux"
        ),
        pytest.param(changed("contenu: aval", "contenu: ./amont"), 9, "est déjà « amont »", id="un dossier pour deux"),
        pytest.param(same_address, 6, "a la même adresse publique que celui de « amont »", id="une adresse pour deux"),
        pytest.param(changed("id: aval", "id: recherche"), 7, "est une page du site commun", id="id d'une page du site"),
        pytest.param(changed("id: aval", "id: a-propos"), 7, "est une page du site commun", id="id d'une page du contenu commun"),
        pytest.param(changed("id: aval", "id: Aval Nord"), 7, "« Aval Nord » n", id="id qui n'est pas une adresse"),
        pytest.param(changed("contenu: aval", "contenu: avall"), 9, "« avall » : ce dossier n'existe pas", id="dossier absent"),
        pytest.param(
            changed("commun: commun", "commun: comun"), 1, "« comun » : ce dossier n'existe pas", id="contenu commun absent"
        ),
        pytest.param(changed("contenu: aval", "site: aval"), 9, "n'est pas un site construit", id="un contenu pour un site"),
        pytest.param(changed("contenu: aval", "contenu: aval\n    site: aval"), 7, "l'un des deux", id="contenu et site"),
        pytest.param(changed("aval: caisse", "aval: caise"), 15, "écrire plutôt « caisse »", id="fiche qui n'existe pas"),
        pytest.param(changed("aval: caisse", "avale: caisse"), 15, "« avale » n'est pas un comité", id="comité inconnu"),
        pytest.param(changed(", aval: caisse", ""), 14, "une fiche dans deux comités au moins", id="acteur commun d'un seul"),
        pytest.param(
            changed("acteurs:\n", "acteurs:\n  - nom: Caisse\n    fiches: {amont: caisse, rive: caisse}\n"),
            17,
            "déjà celle d'un autre acteur commun",
            id="une fiche pour deux acteurs",
        ),
        pytest.param(changed("comites:", "comitees:"), 3, "comites", id="clé inconnue"),
        pytest.param(changed("commun: commun", "commun: [commun"), 1, "n'est pas fermée", id="YAML illisible"),
    ],
)
def test_what_cannot_stand_together_is_told_at_its_line_and_nothing_is_published(
    tmp_path: Path, run: Any, capsys: Any, change: Callable[[Path], None], line: int, said: str
) -> None:
    file = write(tmp_path)
    change(tmp_path)
    capsys.readouterr()
    assert run(file) == 1
    told = capsys.readouterr().err
    assert f"{file}:{line}" in told
    assert said in told
    assert "rien n'est publié" in told
    assert not (tmp_path / "site").exists()
