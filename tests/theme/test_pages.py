"""What the pages of a small site say, template by template."""

import re
from collections.abc import Callable
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.sample import CONTENT

pytestmark = pytest.mark.site
Read = Callable[[str], str]


@pytest.fixture(scope="session")
def read(built_site: Path) -> Read:
    return lambda path: (built_site / path / "index.html" if not path.endswith("html") else built_site / path).read_text("utf-8")


def plain(html: str) -> str:
    """Visible text, spaces made ordinary."""
    text = re.sub(r"<[^>]+>", "", re.sub(r"<script.*?</script>|<br>", " ", html, flags=re.DOTALL))
    return re.sub(r"\s+", " ", unescape(text))


BODIES = [
    "acteurs/agence-du-travail", "familles/guichet", "demarche/aller-vers", "besoins/formation",
    "reunions/2026-09-17-comite", "feuille-de-route/alliance", "contribuer",
]  # fmt: skip


@pytest.mark.parametrize("path", BODIES)
def test_a_body_stands_alone_in_one_article(read: Read, path: str) -> None:
    html = read(path)
    article = re.findall(r'<article class="prose[^"]*">(.*?)</article>', html, re.DOTALL)
    assert len(article) == 1 == html.count("<main")
    assert html.index("<main") < html.index("<article") < html.index("</main>")
    assert not re.search(r"<(?:h1|nav|aside)", article[0])


def test_every_page_says_what_it_is_in_its_title_and_its_first_heading(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        if "data-template" in html:
            assert re.search(r"<title>[^<]+ — L’alliance d’essai</title>", html), path
            assert html.count("<h1") == 1, path


def test_a_hostile_title_is_text(read: Read) -> None:
    html = read("acteurs/comite-local")
    assert "<local>" not in html
    assert "Comité &lt;local&gt; &amp; associés</h1>" in html


def test_a_sheet_says_what_is_known_and_what_is_missing(read: Read) -> None:
    full, empty = plain(read("acteurs/mediateurs-de-rue")), plain(read("acteurs/comite-local"))
    assert "fiche relue sources relues le 1er octobre 2026" in full
    assert "02 00 00 00 00" in full
    assert "6 points sur 8 restent à remplir" in full
    assert full.index("Son offre, point par point") < full.index("Ce qu’ils font") < full.index("6 points sur 8")
    assert "Aucun moyen de joindre cet acteur n’est encore connu. Indiquer comment le joindre" in empty
    assert "aucun point n’est encore rempli" in empty
    assert 'href="../../contribuer/"' in read("acteurs/comite-local")


def test_a_sheet_that_comes_from_no_meeting_says_so(read: Read) -> None:
    said = "Absent des comptes rendus : fiche ajoutée par ce site, d’après la loi et des pages officielles."
    added, told = plain(read("acteurs/bureau-d-aide")), plain(read("acteurs/maison-de-quartier"))
    assert said in added
    assert said not in told
    assert "Écrite à partir de la loi et de pages publiques, pas encore relue." in added
    assert "Écrite à partir de sources publiques et des comptes rendus, pas encore relue." in told


def test_a_page_that_finds_the_nearest_place_is_a_way_in(read: Read) -> None:
    html = read("acteurs/bureau-d-aide")
    assert (
        '<a class="way-link" href="https://annuaire.exemple.fr/bureaux" rel="external">Trouver le lieu le plus proche</a>' in html
    )
    assert "n’est encore connu" not in plain(html)
    need = read("besoins/formation")
    assert "Trouver le lieu le plus proche (annuaire.exemple.fr)" in plain(need)


def test_a_danger_stands_apart_with_its_numbers_before_everything_else(read: Read) -> None:
    home, lists, page = (read(name) for name in (".", "besoins", "besoins/danger"))
    assert home.index('href="tel:199"') < home.index('id="besoins"')
    assert plain(lists).index("Quelqu’un est en danger") < plain(lists).index("Je cherche une formation")
    assert page.index('href="tel:199"') < page.index('id="portes"')
    assert "Absent des comptes rendus : page ajoutée par ce site" in plain(page)
    assert "À apporter : Rien." in plain(page)
    assert "Si cela ne marche pas : Rappeler les secours." in plain(page)
    advice = "ce sont des conseils de ce site, quand la source n’en parle pas"
    assert advice in plain(page)
    assert advice not in plain(read("besoins/formation"))


def test_needs_are_listed_group_by_group(read: Read) -> None:
    for name in (".", "besoins"):
        text = plain(read(name))
        order = [
            "Travailler, se former",
            "Je cherche une formation",
            "Mes droits, ma santé",
            "Ma santé m’inquiète",
            "Et aussi",
            "Je veux changer de métier",
        ]
        place = text.index("Quelqu’un est en danger")
        for words in order:
            place = text.find(words, place)
            assert place > 0, f"{words}: {name}"


def test_an_actor_shows_its_names_its_needs_its_steps_and_its_family(read: Read) -> None:
    text = plain(read("acteurs/agence-du-travail"))
    assert "Bureau de placement jusqu’au 31 décembre 2023" in text
    assert "Ce qu’on peut lui demander Je cherche une formation Elle propose une formation" in text
    family = text[text.index("Dans la même famille") :]
    assert "Bureau d’aide" in family
    assert "Comité <local> & associés" in family
    assert 'href="../../glossaire/#at"' in read("acteurs/agence-du-travail")
    assert "L’alliance : avec qui ?, travaillée" in plain(read("acteurs/comite-local"))


def test_a_sheet_says_near_its_top_what_is_expected_of_its_actor_and_how_to_correct_it(read: Read) -> None:
    html = read("acteurs/maison-de-quartier")
    text = plain(html)
    assert html.index("Corriger cette fiche") < html.index('id="joindre"')
    assert text.index("Comment joindre") < text.index("Ce qu’on attend de vous") < text.index("Où l’on en parle")
    assert "Votre réponse : Je cherche une formation" in text
    assert "1 question sans réponse, que vous avez posée" in text
    assert 'href="../../suivi/?acteur=maison-de-quartier"' in html
    assert "Ce qu’on attend de vous" not in plain(read("acteurs/bureau-d-aide"))


def test_a_copy_for_work_says_once_how_to_have_it_corrected_and_leads_to_no_empty_notice(read: Read) -> None:
    html = read("contribuer").partition("<main")[2].partition("</main>")[0]
    assert plain(html).count("copie de travail") == 1
    assert "mentions-legales" not in html


def test_no_text_of_a_page_has_an_ordinary_space_before_a_double_sign(built_site: Path) -> None:
    broken = re.compile(r"\S[ \n]+[:;!?»](?![\w/-])|« ")
    found = []
    for path in built_site.rglob("*.html"):
        html = re.sub(r"<(script|style|pre|code|template)\b.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        found += [(path.name, text) for text in map(unescape, re.split(r"<[^>]*>", html)) if broken.search(text)]
    assert found == []


def test_the_entries_of_a_list_of_needs_or_actors_are_headings_under_that_of_their_group(read: Read) -> None:
    for page in ("besoins", "acteurs", "familles/guichet"):
        main = read(page).partition("<main")[2].partition("</main>")[0]
        levels = [int(level) for level in re.findall(r"<h([1-6])", main)]
        assert levels.count(3) > 3, page
        assert all(after - before <= 1 for before, after in pairwise(levels)), page


def test_a_page_names_few_regions(built_site: Path) -> None:
    named = re.compile(
        r"<(?:section|form|aside|nav|header|footer|main)\b[^>]*aria-label(?:ledby)?=|<main|<aside(?![^>]*aria-label)"
    )
    for name in (
        "acteurs/agence-du-travail",
        "besoins/formation",
        "reunions/2026-09-17-comite",
        "suivi",
        "reunions/2026-09-17-comite/trace",
    ):
        html = (built_site / name / "index.html").read_text(encoding="utf-8")
        # The head has a menu and a search, the foot a menu, the page its main part: two more may have a name.
        assert len(named.findall(html)) <= 6, name


def test_two_links_to_passages_never_sound_the_same(read: Read) -> None:
    html = read("acteurs/agence-du-travail")
    heard = re.findall(r'class="mention-link" href="[^"]*">(.*?)</a>', html)
    assert len(heard) > 3
    assert len(set(heard)) == len(heard)


def test_a_need_gives_the_doors_in_order_then_those_that_have_not_answered(read: Read) -> None:
    text = plain(read("besoins/formation"))
    order = [text.index(words) for words in ("Ils écoutent le projet", "Elle propose une formation", "n’a pas encore dit")]
    assert order == sorted(order)
    assert "À quelles conditions : Être inscrit." in text
    assert "Réponse sans source" in text
    assert "Des réponses se contredisent" in text
    assert "D’où cela vient Réunion du 17 septembre 2026 Qui paie la formation ? Lire la question q1 du 17 septembre 2026" in text


def test_a_meeting_keeps_every_entry_of_its_lists_by_its_id(read: Read) -> None:
    html = read("reunions/2026-09-17-comite")
    for name in ("c1", "v1", "r1", "h1", "s1", "t1", "q1", "q2", "p1", "n1"):
        assert html.count(f'id="{name}"') == 1
        assert f'href="#{name}"' in html
    text = plain(html)
    assert "2 posées, 1 sans réponse : une réunion a répondu à l’autre." in text
    assert "question répondue" in text
    assert "avec Maison de quartier" in text
    assert "Excusés École du travail social" in text
    assert '<p class="speech-who">Agence du travail et Maison de quartier</p>' in html


def test_a_meeting_opens_with_what_comes_next_and_tells_each_list_once(read: Read) -> None:
    html = read("reunions/2026-09-17-comite")
    ahead = ("suites", "questions", "propositions", "plus-tard")
    order = [html.index(f' id="{name}"') for name in (*ahead, "participants")]
    order += [html.index("<article")]
    order += [
        html.index(f'<h2 id="{name}"') for name in ("constats", "vigilance", "pratiques", "chiffres", "interventions-passees")
    ]
    assert order == sorted(order)
    assert html.count('class="items"') == 9
    assert '<a href="#questions">1\u00a0question sans réponse</a>' in html


def test_what_a_meeting_has_not_is_not_announced(read: Read, built_site: Path) -> None:
    html = read("feuille-de-route/rencontrer-les-ecoles")
    assert "Ce qui a changé" not in html
    assert "Personne n’est encore nommé." in html


def test_the_next_meeting_is_announced_with_its_date_and_its_file(read: Read, built_site: Path) -> None:
    html = read("index.html")
    assert 'data-module="banner" data-date="2026-12-17"' in html
    assert "Réunion prévue le jeudi 17 décembre 2026 à 9 h 30, Maison de quartier." in plain(html)
    assert (built_site / "reunions/prochaine.ics").is_file()


def test_a_past_date_is_never_the_next_meeting(tmp_path: Path, inv: Callable[..., Any]) -> None:
    ended = inv("build", "--content", CONTENT, "--output", tmp_path / "site", "--date", "2026-12-18")
    assert ended.returncode == 0, ended.stderr
    html = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "prévue" not in html
    assert "data-date" not in html
    assert [path.name for path in (tmp_path / "site").rglob("*.ics")] == ["toutes.ics"]


def test_the_page_of_lost_visitors_works_at_any_depth(read: Read) -> None:
    links = re.findall(r'(?:href|src)="([^"#]+)"', read("404.html"))
    assert [link for link in links if not link.startswith(("/", "https://"))] == []


def test_the_legal_notice_says_that_nobody_publishes_a_site_built_for_work(read: Read) -> None:
    assert plain(read("mentions-legales")).count("non renseigné : ce site n’est pas publié") == 4
    assert "déclaré non conforme" in plain(read("accessibilite"))


def test_the_glossary_is_an_anchor_for_each_entry(read: Read) -> None:
    html = read("glossaire")
    assert [html.count(f'id="{name}"') for name in ("at", "zr", "sourcing")] == [1, 1, 1]
    assert "Aujourd’hui : Zone France ruralités, depuis le 1er juillet 2024" in plain(html)


def test_former_names_lead_to_the_actor_of_today_in_the_list_from_a_to_z(read: Read) -> None:
    text = plain(read("a-z"))
    assert "Bureau de placement, voir Agence du travail" in text
    assert "MDR, voir Médiateurs de rue" in text


def test_the_home_page_leads_to_every_role_need_and_family(read: Read) -> None:
    html = read("index.html")
    for address in ("acteurs/#aller-vers", "acteurs/#aller-dans", "besoins/formation/", "familles/rue/", "feuille-de-route/"):
        assert f'href="./{address}"' in html
    assert "Médiateurs de rue" in plain(html)
