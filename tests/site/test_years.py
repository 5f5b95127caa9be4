"""A site of one, five and ten years, built: what is past is told as past, and no page grows without end."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from benchmarks.ageing.questions import questions, wrong_first
from benchmarks.ageing.words import THEMES
from plugins.checks.weight import MOST_BYTES
from plugins.search.command import ranked
from plugins.text import dates
from plugins.text.slugs import slugify
from tests.years import Aged

pytestmark = pytest.mark.site
MOST_AT_TEN_YEARS = 130_000  # bytes
OWN, NEW = "comite-local", "comite-des-passerelles"
# Those who are sent to: needs, the finder, what compares and draws; and each relay sheet.
TO_RESIDENTS = ("besoins", "qui-peut-aider", "comparer", "reseau", "index.html")


@pytest.fixture(scope="session")
def five(years: Callable[[int], Aged]) -> Aged:
    """The tests' content after five years, built."""
    return years(5)


@pytest.fixture
def aged(five: Aged) -> Path:
    return five.site


@pytest.fixture(scope="session", params=[1, 10], ids=["a year", "ten years"])
def other_age(request: pytest.FixtureRequest, years: Callable[[int], Aged]) -> Aged:
    """The same content after one year, and after ten, built."""
    return years(request.param)


def read(site: Path, page: str) -> str:
    """What stands in the middle of a page, its spaces plain."""
    return re.sub(r"\s+", " ", plain_spaces((site / page / "index.html").read_text(encoding="utf-8").partition("<main")[2]))


def plain(site: Path, page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", read(site, page)))


def plain_spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def full_date(day: date) -> str:
    return plain_spaces(dates.full_date(day))


def weekday_date(day: date) -> str:
    return plain_spaces(dates.weekday_date(day))


def sent_to(site: Path, slug: str) -> list[str]:
    """Pages that send residents to an actor."""
    pages = [
        page for page in site.rglob("*.html") if page.relative_to(site).parts[0] in TO_RESIDENTS or page.parent.name == "fiche"
    ]
    assert len(pages) > 40
    found = [page for page in pages if f"acteurs/{slug}/" in page.read_text(encoding="utf-8")]
    found += [file for file in site.glob("qui-peut-aider/*.js") if slug in file.read_text(encoding="utf-8")]
    return [page.relative_to(site).as_posix() for page in found] + [
        slug for _ in [0] if (site / "acteurs" / slug / "fiche").exists()
    ]


def test_nobody_is_sent_to_an_actor_that_closed(five: Aged, other_age: Aged) -> None:
    for aged in (five, other_age):
        assert len(aged.life.closed) == 2 * aged.life.years
        assert {slug: found for slug in aged.life.closed if (found := sent_to(aged.site, slug))} == {}


def test_an_actor_that_closed_says_so_before_anything_else(five: Aged) -> None:
    for slug, closed in five.life.closed.items():
        name, text = five.life.actors[slug].name, plain(five.site, f"acteurs/{slug}")
        heir = f" Sa suite : {five.life.actors[closed.heir].name}" if closed.heir else ""
        said = f"{name} Cet acteur a fermé le {full_date(closed.day)}. {closed.reason}{heir}".replace("'", "’")
        assert said in text
        assert "Comment joindre" not in text
    assert {bool(one.heir) for one in five.life.closed.values()} == {True, False}
    assert "Qui a fermé, ou rejoint un autre" in plain(five.site, "acteurs")


def test_a_body_tells_its_meetings_by_year_its_next_one_and_what_it_decided(five: Aged) -> None:
    aged, ahead = five.site, five.met(NEW)[-1].announced
    text, html = plain(aged, f"acteurs/{NEW}"), read(aged, f"acteurs/{NEW}")
    assert f"Ses réunions Prochaine réunion : {weekday_date(ahead)}" in text
    assert f'href="../../acteurs/{NEW}/prochaine.ics"' in html
    assert f'href="../../suivi/decisions/#{NEW}"' in html
    assert (aged / f"acteurs/{NEW}/prochaine.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 1
    assert (aged / "reunions/prochaine.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 2
    assert f"Comité des passerelles : réunion prévue le {weekday_date(ahead)}" in plain(aged, "")


def test_a_question_in_time_is_answered_in_time(five: Aged) -> None:
    wanted = questions(five.life) | {"première réunion": (f"reunions/{five.held[0].slug}/",)}
    assert len(wanted) > 20
    assert wrong_first(ranked(five.site, list(wanted)), wanted) == {}


def test_a_past_announcement_says_what_was_held(five: Aged) -> None:
    aged, first = five.site, five.held[0]
    third = five.after(first)
    assert f'<a rel="next" href="../../reunions/{third.slug}/">' in read(aged, f"reunions/{first.slug}")
    assert "elle s’est tenue" in plain(aged, f"reunions/{first.slug}")
    assert f'<a rel="prev" href="../../reunions/{first.slug}/">' in read(aged, f"reunions/{third.slug}")
    before = next(one for one in five.life.sessions if five.met(one.bodies[0])[-1] != one and five.after(one).state == "annulee")
    assert re.search(r"La réunion suivante [^.]+ : annulée\. La suivante :", plain(aged, f"reunions/{before.slug}"))
    assert "Cette réunion a été annulée." in plain(aged, f"reunions/{five.after(before).slug}")
    put_off = next(one for one in five.life.sessions if one.put_off_to)
    assert f"reportée au {weekday_date(put_off.put_off_to or put_off.day)}" in plain(aged, f"reunions/{put_off.slug}")


def test_the_list_of_meetings_keeps_two_years_open(five: Aged) -> None:
    html = read(five.site, "reunions")
    assert re.findall(r'<h2 id="annee-(\d+)">', html)[:3] == ["2026", "2025", "2024"]
    assert html.index("<details>", html.index('id="annee-2026"')) > html.index('id="annee-2024"')
    own = 2  # those of the tests' content
    assert f"{len(five.held) + own} synthèses" in plain(five.site, "reunions")


def test_a_decision_says_what_took_its_place(five: Aged) -> None:
    old, new = (one.slug for one in [one for one in five.life.sessions if one.state == "tenue" and one.bodies[0] == OWN][:2])
    assert f'<a href="../../reunions/{new}/#d1"><strong>remplacé le' in read(five.site, f"reunions/{old}")
    assert f'<a href="../../reunions/{old}/#d1">remplace d1' in read(five.site, f"reunions/{new}")
    register = read(five.site, "suivi/decisions")
    assert "9 voix pour et 1 contre" in register
    assert "<strong>Remplacée</strong> par" in register


def test_what_became_of_a_question_is_told_beside_the_minutes_with_its_passage(five: Aged) -> None:
    told = {one.slug: read(five.site, f"reunions/{one.slug}") for one in five.held}
    answered = [
        (slug, teller)
        for slug, html in told.items()
        for teller in re.findall(r'href="\.\./\.\./reunions/([^/]+)/#c1">réponse le', html)
    ]
    assert len(answered) > 20
    assert all(slug < teller for slug, teller in answered)
    assert "question retirée" in "".join(told.values())


def test_no_page_passes_its_weight_after_five_years(aged: Path) -> None:
    heavy = {
        page.relative_to(aged).as_posix(): page.stat().st_size
        for page in aged.rglob("*.html")
        if page.stat().st_size > MOST_BYTES
    }
    assert heavy == {}


def test_pages_keep_their_weight_at_any_age(other_age: Aged) -> None:
    sizes = {page.relative_to(other_age.site).as_posix(): page.stat().st_size for page in other_age.site.rglob("*.html")}
    assert len(sizes) > 100
    assert {page: size for page, size in sizes.items() if size > MOST_AT_TEN_YEARS} == {}


def test_what_is_open_is_one_walk_from_home_at_any_age(other_age: Aged) -> None:
    assert 'href="./suivi/"' in (other_age.site / "index.html").read_text(encoding="utf-8")
    assert re.search(r"réponses?|question", plain(other_age.site, "suivi"))
    assert ranked(other_age.site, ["questions sans réponse"])["questions sans réponse"][0] == "suivi/"


def test_what_was_published_lately_is_told_with_its_day(aged: Path) -> None:
    html = read(aged, "reunions").partition('data-module="visit"')[2].partition("</section>")[0]
    days_told = re.findall(r'<li data-day="([^"]+)">', html)
    assert days_told == sorted(days_told, reverse=True)
    assert len(days_told) == 12
    assert "éléments de la réunion du" in html


def test_what_was_said_is_told_for_a_year_then_a_line_a_year(aged: Path) -> None:
    html = read(aged, "acteurs/agence-du-travail").partition('id="mentions"')[2].partition("</section>")[0]
    years = re.findall(r"<summary>(\d{4}) :", html)
    assert years == sorted(set(years), reverse=True)
    assert "2023" in years
    assert 2 <= html.count('class="thread-knot"') <= 8, "the meetings of the twelve months that end with the last one"
    assert html.index('class="thread-knot"') < html.index("<summary>2025 :")


def test_what_is_open_is_told_in_time(five: Aged) -> None:
    html, text = read(five.site, "suivi"), plain(five.site, "suivi")
    assert re.search(r'<h2 id="retard">En retard', html)
    assert "../suivi/2023/" in html
    announced = [five.met(body)[-1].announced for body in (OWN, NEW)]
    assert [day for day in announced if f"Avant la réunion du {weekday_date(day)}" in text]
    dates = re.findall(
        r"../reunions/(\d{4}-\d\d-\d\d)[^\"]*/\">Comité", html.partition('id="questions"')[2].partition("</section>")[0]
    )
    assert dates == sorted(dates, reverse=True)
    assert len(dates) > 3
    assert "Ce qui reste ouvert de 2023" in plain(five.site, "suivi/2023")


def test_four_meetings_tell_all_that_they_changed_and_the_others_a_line(five: Aged) -> None:
    html = read(five.site, "suivi").partition('id="changements"')[2].partition("</section>")[0]
    assert html.count('class="thread-knot"') == 4
    own = 2  # those of the tests' content
    assert len(set(re.findall(r'href="\.\./reunions/([^/"]+)/"', html))) == len(five.life.sessions) + own


def test_a_deadline_that_passed_is_told_once(five: Aged) -> None:
    late = read(five.site, "suivi").partition('id="retard"')[2].partition("</section>")[0]
    assert len(re.findall(r"En retard depuis le", late)) > 3
    assert not re.search(r"avant le (\d+\S* \S+ \d{4})[^<]*<strong[^>]*>[^<]*\1", late)


def test_the_alliance_is_who_sits_today(five: Aged) -> None:
    text = plain(five.site, "alliance")
    sits, _, gone = text.partition("plus depuis deux ans")
    gone = gone.partition("Famille par famille")[0]
    closed = [five.life.actors[slug].name for slug, one in five.life.closed.items() if one.day.year < 2024]
    assert gone
    assert [name for name in closed if name in sits] == []


def test_a_long_list_folds_on_a_telephone_and_stands_open_without_script(aged: Path) -> None:
    pages = [plain_spaces(page.read_text(encoding="utf-8")) for page in aged.glob("acteurs/*/index.html")]
    assert re.search(
        r'<details class="fold" data-module="folds" open><summary>\d+ autres réunions de l’année</summary>', "".join(pages)
    )


def test_a_theme_has_its_page_year_by_year_and_leads_to_where_it_was_spoken_of(five: Aged) -> None:
    last = five.held[-1]
    listed = re.findall(r'href="\.\./\.\./suivi/themes/([^/"]+)/"', read(five.site, "suivi/themes"))
    assert set(map(slugify, THEMES)) <= set(listed)
    theme = re.findall(r'href="\.\./\.\./suivi/themes/([^/"]+)/"', read(five.site, f"reunions/{last.slug}"))[0]
    html = read(five.site, f"suivi/themes/{theme}")
    years = re.findall(r'<h2 id="annee-(\d+)">', html)
    assert years == sorted(years, reverse=True)
    assert years[0] == "2026"
    assert f'<a href="../../../reunions/{last.slug}/#{theme}">' in html, "the part of its text that bears the name"
    assert html.index("<details>") > html.index(f'id="annee-{years[1]}"'), "two years stay open"


def test_an_actor_tells_its_last_position_on_each_theme(aged: Path) -> None:
    html = read(aged, "acteurs/agence-du-travail").partition('id="par-theme"')[2].partition("</section>")[0]
    told = re.findall(r'class="attribution-theme"><a href="[^"]*/suivi/themes/([^/"]+)/">.*?</a>, (\d+\S* \S+ \d{4})', html)
    themes = [theme for theme, _ in told]
    assert len(themes) == len(set(themes)) >= 3
    assert set(themes) <= set(map(slugify, THEMES))


def test_what_a_sheet_lacks_says_how_many_meetings_spoke_since(aged: Path) -> None:
    pages = [plain(aged, page.parent.relative_to(aged).as_posix()) for page in aged.glob("acteurs/*/index.html")]
    assert any(re.search(r"Ce qui manque Relu le [^:]+ : depuis, \d+ réunions ont noté", text) for text in pages)


def test_each_family_of_needs_is_one_step_from_the_top_and_folds_when_there_are_many(other_age: Aged) -> None:
    html = read(other_age.site, "besoins")
    led = re.findall(r'<li><a href="#([^"]+)">[^<]+</a> <span class="count">(\d+)</span>', html.partition("</nav>")[0])
    sections = dict(re.findall(r'<section class="group"> <h2 class="group-title" id="([^"]+)">(.*?)</section>', html))
    assert {slug: int(count) for slug, count in led} == {slug: own.count('class="entry-title"') for slug, own in sections.items()}
    folded = [slug for slug, own in sections.items() if '<details class="fold" data-module="folds" open>' in own]
    assert folded == ([] if other_age.life.years == 1 else [slug for slug, count in led if int(count) > 6])
