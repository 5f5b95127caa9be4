"""A site of five years, built: what is past is told as past, and no page grows without end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.checks.weight import MOST_BYTES
from plugins.search.command import ranked
from plugins.text.slugs import slugify
from tests.conftest import Inv
from tests.sample import DAY
from tests.years import CANCELLED, CLOSED, THEMES, days, slug_of, write_years

pytestmark = pytest.mark.site
MOST_AT_TEN_YEARS = 130_000  # bytes


@pytest.fixture(scope="session")
def aged(tmp_path_factory: pytest.TempPathFactory, inv: Inv) -> Path:
    """The tests' content after five years, built."""
    folder = tmp_path_factory.mktemp("years")
    write_years(folder / "content", 5)
    ended = inv("build", "--content", folder / "content", "--output", folder / "site", "--date", DAY)
    assert ended.returncode == 0, ended.stderr
    return folder / "site"


@pytest.fixture(scope="session", params=[1, 10], ids=["a year", "ten years"])
def other_age(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, inv: Inv) -> Path:
    """The same content after one year, and after ten, built."""
    folder = tmp_path_factory.mktemp("age")
    write_years(folder / "content", request.param)
    ended = inv("build", "--content", folder / "content", "--output", folder / "site", "--date", DAY)
    assert ended.returncode == 0, ended.stderr
    return folder / "site"


def read(site: Path, page: str) -> str:
    """What stands in the middle of a page, its spaces plain."""
    main = (site / page / "index.html").read_text(encoding="utf-8").partition("<main")[2]
    return re.sub(r"\s+", " ", main.replace("\u00a0", " ").replace("\u202f", " "))


def plain(site: Path, page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", read(site, page)))


@pytest.mark.parametrize("slug", CLOSED)
def test_nobody_is_sent_to_an_actor_that_closed(aged: Path, slug: str) -> None:
    asked = ("besoins", "qui-peut-aider", "comparer", "reseau", "index.html")
    pages = [page for page in aged.rglob("*.html") if page.relative_to(aged).parts[0] in asked or page.parent.name == "fiche"]
    assert len(pages) > 40
    assert [page.relative_to(aged).as_posix() for page in pages if f"acteurs/{slug}/" in page.read_text(encoding="utf-8")] == []
    assert not (aged / "acteurs" / slug / "fiche").exists()
    assert not [file for file in aged.glob("qui-peut-aider/*.js") if slug in file.read_text(encoding="utf-8")]


def test_an_actor_that_closed_says_so_before_anything_else(aged: Path) -> None:
    text = plain(aged, "acteurs/relais-des-dunes")
    assert re.search(r"Relais des dunes Cet acteur a fermé le 31 décembre 2023\. Fusion\. Sa suite : Maison de quartier", text)
    assert "Il aide les habitants" not in text
    assert "Comment joindre" not in text
    assert "Qui a fermé, ou rejoint un autre" in plain(aged, "acteurs")


def test_a_body_tells_its_meetings_by_year_its_next_one_and_what_it_decided(aged: Path) -> None:
    text, html = plain(aged, "acteurs/comite-emploi"), read(aged, "acteurs/comite-emploi")
    assert "Ses réunions Prochaine réunion : jeudi 17 décembre 2026" in text
    assert 'href="../../acteurs/comite-emploi/prochaine.ics"' in html
    assert 'href="../../suivi/decisions/#comite-emploi"' in html
    assert (aged / "acteurs/comite-emploi/prochaine.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 1
    assert (aged / "reunions/prochaine.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 2
    home = plain(aged, "")
    assert "Comité pour l’emploi : réunion prévue le jeudi 17 décembre 2026" in home
    assert "Comité <local> & associés" not in home


def test_a_question_in_time_is_answered_in_time(aged: Path) -> None:
    held = [f"reunions/{slug_of(rank, day)}/" for rank, day in enumerate(days(5))]
    wanted = {
        "questions sans réponse": "suivi/",
        "qui doit faire quoi": "suivi/",
        "décisions en vigueur": "suivi/decisions/",
        "dernière réunion": "reunions/2026-09-17-comite/",
        "première réunion": held[0],
        "dernière réunion avant 2026": [one for one in held if "/2025-" in one][-1],
        "réunions annulées": held[CANCELLED],
        "associations fermées": "acteurs/atelier-des-voiles/",
        # Said alike at each meeting: the newest of that year comes first.
        "ce que l'Agence du travail a dit de la Maison de quartier en 2022": [one for one in held if "/2022-" in one][-1],
    }
    found = ranked(aged, list(wanted))
    assert {query: found[query][0] for query in wanted} == wanted


def test_a_past_announcement_says_what_was_held(aged: Path) -> None:
    known = days(5)
    first, third = slug_of(0, known[0]), slug_of(2, known[2])
    assert f'<a rel="next" href="../../reunions/{third}/">' in read(aged, f"reunions/{first}")
    assert "elle s’est tenue" in plain(aged, f"reunions/{first}")
    assert f'<a rel="prev" href="../../reunions/{first}/">' in read(aged, f"reunions/{third}")
    before, cancelled = slug_of(CANCELLED - 2, known[CANCELLED - 2]), slug_of(CANCELLED, known[CANCELLED])
    assert re.search(r"La réunion suivante [^.]+ : annulée\. La suivante :", plain(aged, f"reunions/{before}"))
    assert "Cette réunion a été annulée." in plain(aged, f"reunions/{cancelled}")


def test_the_list_of_meetings_keeps_two_years_open(aged: Path) -> None:
    html = read(aged, "reunions")
    assert re.findall(r'<h2 id="annee-(\d+)">', html)[:3] == ["2026", "2025", "2024"]
    assert html.index("<details>", html.index('id="annee-2026"')) > html.index('id="annee-2024"')
    assert "30 synthèses" in plain(aged, "reunions")


def test_a_decision_says_what_took_its_place(aged: Path) -> None:
    known = days(5)
    old, new = slug_of(0, known[0]), slug_of(4, known[4])
    assert f'<a href="../../reunions/{new}/#d1"><strong>remplacé le' in read(aged, f"reunions/{old}")
    assert f'<a href="../../reunions/{old}/#d1">remplace d1' in read(aged, f"reunions/{new}")
    register = read(aged, "suivi/decisions")
    assert "9 voix pour et 1 contre" in register
    assert "<strong>Remplacée</strong> par" in register


def test_what_became_of_a_question_is_told_beside_the_minutes_with_its_passage(aged: Path) -> None:
    known = days(5)
    told = read(aged, f"reunions/{slug_of(0, known[0])}")
    assert f'href="../../reunions/{slug_of(2, known[2])}/#c1">réponse le' in told
    assert "question retirée" in told


def test_no_page_passes_its_weight_after_five_years(aged: Path) -> None:
    heavy = {
        page.relative_to(aged).as_posix(): page.stat().st_size
        for page in aged.rglob("*.html")
        if page.stat().st_size > MOST_BYTES
    }
    assert heavy == {}


def test_pages_keep_their_weight_at_any_age(other_age: Path) -> None:
    sizes = {page.relative_to(other_age).as_posix(): page.stat().st_size for page in other_age.rglob("*.html")}
    assert len(sizes) > 100
    assert {page: size for page, size in sizes.items() if size > MOST_AT_TEN_YEARS} == {}


def test_what_is_open_is_one_walk_from_home_at_any_age(other_age: Path) -> None:
    assert 'href="./suivi/"' in (other_age / "index.html").read_text(encoding="utf-8")
    assert re.search(r"réponses?|question", plain(other_age, "suivi"))
    assert ranked(other_age, ["questions sans réponse"])["questions sans réponse"][0] == "suivi/"


def test_what_was_published_lately_is_told_with_its_day(aged: Path) -> None:
    html = read(aged, "reunions").partition('data-module="visite"')[2].partition("</section>")[0]
    days_told = re.findall(r'<li data-jour="([^"]+)">', html)
    assert days_told == sorted(days_told, reverse=True)
    assert len(days_told) == 12
    assert "éléments de la réunion du" in html


def test_what_was_said_is_told_for_a_year_then_a_line_a_year(aged: Path) -> None:
    html = read(aged, "acteurs/agence-du-travail").partition('id="mentions"')[2].partition("</section>")[0]
    years = re.findall(r"<summary>(\d{4}) :", html)
    assert years == sorted(set(years), reverse=True)
    assert "2022" in years
    assert html.count('class="fil-noeud"') == 6, "the meetings of the twelve months that end with the last one"
    assert html.index('class="fil-noeud"') < html.index("<summary>2025 :")


def test_what_is_open_is_told_in_time(aged: Path) -> None:
    html, text = read(aged, "suivi"), plain(aged, "suivi")
    assert re.search(r'<h2 id="retard">En retard', html)
    assert "../suivi/2022/" in html
    assert "Avant la réunion du jeudi 17 décembre 2026" in text
    dates = re.findall(
        r"../reunions/(\d{4}-\d\d-\d\d)[^\"]*/\">Séance", html.partition('id="questions"')[2].partition("</section>")[0]
    )
    assert dates == sorted(dates, reverse=True)
    assert len(dates) > 3
    older = plain(aged, "suivi/2022")
    assert "Ce qui reste ouvert de 2022" in older


def test_the_alliance_is_who_sits_today(aged: Path) -> None:
    text = plain(aged, "alliance")
    assert "plus depuis deux ans" in text
    assert "Atelier des voiles" in text.partition("plus depuis deux ans")[2].partition("Famille par famille")[0]
    assert "Atelier des voiles" not in text.partition("plus depuis deux ans")[0]


def test_a_long_list_folds_on_a_telephone_and_stands_open_without_script(aged: Path) -> None:
    html = read(aged, "acteurs/agence-du-travail")
    assert '<details class="pli" data-module="pli" open><summary>5 autres réunions de l’année</summary>' in html


def test_a_theme_has_its_page_year_by_year_and_leads_to_where_it_was_spoken_of(aged: Path) -> None:
    last = days(5)[-1]
    slug = slug_of(28, last)
    assert "4 thèmes, du dernier abordé au plus ancien" in plain(aged, "suivi/themes")
    html = read(aged, f"suivi/themes/{slugify(THEMES[28 % 3])}")
    years = re.findall(r'<h2 id="annee-(\d+)">', html)
    assert years == sorted(years, reverse=True)
    assert years[0], years[-1] == ("2026", "2021")
    assert f'<a href="../../../reunions/{slug}/#{slugify(THEMES[28 % 3])}">' in html, "the part of its text that bears the name"
    assert "pose le point 1 de la séance 28" in html
    assert html.index("<details>") > html.index('id="annee-2025"'), "two years stay open"
    assert f'href="../../suivi/themes/{slugify(THEMES[28 % 3])}/"' in read(aged, f"reunions/{slug}")


def test_an_actor_tells_its_last_position_on_each_theme(aged: Path) -> None:
    html = read(aged, "acteurs/agence-du-travail").partition('id="par-theme"')[2].partition("</section>")[0]
    told = re.findall(r'class="attribution-theme"><a href="[^"]*/suivi/themes/([^/"]+)/">.*?</a>, (\d+\S* \S+ \d{4})', html)
    assert sorted(theme for theme, _ in told) == sorted(map(slugify, THEMES))
    assert all(day.endswith("2026") for _, day in told), told


def test_what_a_sheet_lacks_says_how_many_meetings_spoke_since(aged: Path) -> None:
    assert re.search(
        r"Ce qui manque Relu le 15 janvier 2026 : depuis, \d réunions ont noté", plain(aged, "acteurs/caisse-de-soutien")
    )
