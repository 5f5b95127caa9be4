"""What the pages of the network of actors say, built: the alliance, what came of its meetings, the trace of an entry."""

import re
from html import unescape
from pathlib import Path

import pytest

pytestmark = pytest.mark.site
MEETING = "reunions/2026-09-17-comite/"


def plain(site: Path, page: str) -> str:
    html = (site / page / "index.html").read_text(encoding="utf-8").partition("<main")[2]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))


def links(site: Path, page: str) -> set[str]:
    return set(re.findall(r'href="([^"]+)"', (site / page / "index.html").read_text(encoding="utf-8").partition("<main")[2]))


def test_the_trace_is_walked_both_ways(built_site: Path) -> None:
    assert "trace/#q1" in links(built_site, MEETING)
    onward = links(built_site, f"{MEETING}trace/")
    assert {"../#q1", "../../../feuille-de-route/proposer-un-support/"} <= onward
    assert any(link.startswith("../#p-") for link in onward)
    back = links(built_site, "feuille-de-route/proposer-un-support/")
    assert f"../../{MEETING}#q1" in back
    assert any(link.startswith(f"../../{MEETING}trace/#") for link in back)


def test_what_is_open_and_who_is_charged_is_told(built_site: Path) -> None:
    text = plain(built_site, "suivi")
    assert "1 question sans réponse" in text
    assert "Personne n’en est encore chargé" in text
    duty = "Rencontrer les écoles. Agence du travail. Convenu en réunion, en cours, avec Maison de quartier, avant décembre"
    assert f"{duty} (avant la prochaine réunion)" in text
    assert 'href="../suivi/"' in (built_site / "acteurs/index.html").read_text(encoding="utf-8").partition("<main")[0]
    assert {"../acteurs/agence-du-travail/#attendu", "#avant", "#reponses", "#questions"} <= links(built_site, "suivi")
    assert "Depuis la réunion du 5 mars 2024" in text.replace("\u00a0", " ")
    assert "../suivi/2024/" in links(built_site, "suivi")


def test_a_sheet_says_when_it_is_to_be_looked_at_again(built_site: Path) -> None:
    assert re.search(r"À revoir avant le \d", plain(built_site, "acteurs/union-des-metiers"))
    assert "1 fiche est à revoir, sur 24." in plain(built_site, "reseau").replace("\u00a0", " ")


def test_the_alliance_tells_who_is_in_and_who_is_missing(built_site: Path) -> None:
    text = plain(built_site, "alliance")
    assert "5 organisations sont autour de la table. 9 autres, dont on parle, restent à solliciter." in text
    assert "Formation et métiers, absente ; Habitants et associations, absente" in text
    assert "../feuille-de-route/inviter-les-voisins-relais/" in links(built_site, "alliance")
    asked = (built_site / "alliance/index.html").read_text("utf-8").partition('id="solliciter"')[2].partition('id="publics"')[0]
    assert "acteurs/voisins-relais/" in asked
    assert "acteurs/maison-de-quartier/" not in asked
