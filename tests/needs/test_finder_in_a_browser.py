"""From the home page to an actor's way in, and the finder, in a real browser, with and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from plugins.model.content import Content
from plugins.needs.finder import Finder, finder
from plugins.needs.relay import Relay, relays

pytestmark = [pytest.mark.site, pytest.mark.browser]

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
Visit = Callable[..., Any]
JAVASCRIPT = pytest.mark.parametrize("scripts", [True, False], ids=["avec JavaScript", "sans JavaScript"])


class Known(NamedTuple):
    """What the Python side says of the same content."""

    finder: Finder
    relays: Mapping[str, Relay]


@pytest.fixture(scope="module")
def known(content: Content) -> Known:
    return Known(finder(content), relays(content))


def plain(text: str) -> str:
    """As an editor types it: plain spaces and apostrophes."""
    return text.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")


def shown(page: Any) -> list[str]:
    return [plain(name) for name in page.locator(".helper .card-link").all_inner_texts()]


def listed(page: Any, expected: list[str]) -> None:
    """The list, unfolded to its end, is that one; actors arrive by themselves, a little later."""
    page.locator(".finder-status", has_text=re.compile(rf"^{len(expected)}\s")).wait_for()
    more = page.locator("[data-finder=rest] button")
    while len(shown(page)) < len(expected) and more.is_visible():
        more.click()
        page.wait_for_timeout(50)
    assert shown(page) == expected


def expected(known: Known, **chosen: str) -> list[str]:
    kept = list(known.finder.helpers)
    order = {helper.actor.slug: rank for rank, helper in enumerate(kept)}
    if "besoin" in chosen:  # the doors of a need have the order of its page
        order |= {step.actor.slug: rank for rank, step in enumerate(known.relays[chosen["besoin"]].steps)}
    near: dict[str, dict[str, int]] = {"territoire": {}, "public": {}}
    for code, value in chosen.items():
        choice = next(one for facet in known.finder.facets if facet.code == code for one in facet.choices if one.value == value)
        kept = [helper for helper in kept if set(choice.accepts) & set(helper.values[code])]
        if code in near:
            near[code] = {helper.actor.slug: choice.nearest(helper.values[code]) for helper in kept}
    by_need = order if "besoin" in chosen else {}
    kept.sort(
        key=lambda helper: (
            near["territoire"].get(helper.actor.slug, 0),
            by_need.get(helper.actor.slug, 0),
            near["public"].get(helper.actor.slug, 0),
            order[helper.actor.slug],
        )
    )
    return [helper.actor.record.titre for helper in kept]


@JAVASCRIPT
def test_three_taps_lead_from_the_home_page_to_an_actor_s_way_in(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts, **PHONE).open("")
    page.get_by_role("link", name="Je cherche une formation").tap()  # 1: the need
    assert page.locator("h1").inner_text() == "Je cherche une formation"
    page.get_by_role("link", name=re.compile(r"Comment joindre\s: Région des Falaises")).tap()  # 2: the door
    page.wait_for_url("**/acteurs/region-des-falaises/#joindre")
    way_in = page.locator("section.contact a[rel=external]")
    assert way_in.is_visible()
    box = way_in.bounding_box()
    assert 0 <= box["y"] <= 640 - box["height"], "the way in is on the screen, without scrolling"
    assert way_in.get_attribute("href") == "https://www.exemple.fr/region"  # 3 would leave the site


@JAVASCRIPT
def test_the_finder_stands_one_tap_from_the_home_page(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts, **PHONE).open("")
    page.get_by_role("link", name="Croiser le besoin, la personne et le lieu").tap()
    assert plain(page.locator("h1").inner_text()) == "Qui peut aider ?"


@JAVASCRIPT
def test_one_starts_from_the_person_and_finds_the_needs_then_who_helps(visit: Visit, known: Known, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts, **PHONE).open("")
    page.get_by_role("link", name="habitants des quartiers prioritaires").tap()
    page.wait_for_url("**/qui-peut-aider/public/residents-qpv/")
    assert page.get_by_role("link", name="Je cherche une formation").is_visible()
    assert shown(page) == expected(known, public="residents-qpv")


def test_choices_narrow_the_list_as_the_python_side_says(visit: Visit, known: Known) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/")
    listed(page, expected(known))
    page.get_by_label("Je cherche un travail").check()
    listed(page, expected(known, besoin="emploi"))
    page.locator("#aide-lieu").select_option("rouen")
    page.get_by_label("habitants des quartiers prioritaires").check()
    chosen = {"besoin": "emploi", "territoire": "rouen", "public": "residents-qpv"}
    listed(page, expected(known, **chosen))
    assert 0 < len(expected(known, **chosen)) < len(expected(known))


def test_a_count_says_how_many_the_choice_would_leave(visit: Visit, known: Known) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/?besoin=emploi")
    line = page.locator(".finder-facet[data-facet=role] .facet-choice", has_text="aller vers et aller dans")
    count = int(line.locator(".count").inner_text())
    line.locator("input").check()
    matching = expected(known, besoin="emploi", role="les-deux")
    listed(page, matching)
    assert len(matching) == count
    assert page.locator("#aider-etat").inner_text().startswith(f"{count} acteur")


def test_what_is_chosen_stands_in_the_address_and_back_takes_it_away(visit: Visit, known: Known) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/")
    page.get_by_label("Je cherche un travail").check()
    page.locator("#aide-lieu").select_option("le-havre")
    assert page.url.endswith("?besoin=emploi&territoire=le-havre")
    page.reload()
    listed(page, expected(known, besoin="emploi", territoire="le-havre"))
    assert page.locator("#aide-lieu").input_value() == "le-havre"
    page.go_back()
    listed(page, expected(known, besoin="emploi"))
    assert page.locator("#aide-lieu").input_value() == ""


def test_each_result_says_why_it_is_there_and_nothing_else(visit: Visit) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/")
    assert page.locator(".reason:visible").count() == 0
    page.get_by_label("Je cherche un travail").check()
    page.locator("#aide-lieu").select_option("rouen")
    common = page.locator("[data-finder=place]")
    common.wait_for()
    told_once = plain(common.inner_text()).removeprefix("Où ils agissent, sauf mention contraire : ").rstrip(".")
    for result in page.locator(".helper").all():
        reasons = [plain(text) for text in result.locator(".reason:visible").all_inner_texts()]
        assert reasons[0].startswith("Je cherche un travail : ")
        assert f"Où il agit : {told_once}" not in reasons
        assert not [reason for reason in reasons if reason.startswith("Pour : ")]


def test_choices_that_nobody_meets_say_so_and_can_be_taken_away(visit: Visit, known: Known) -> None:
    page = visit(viewport={"width": 320, "height": 640}).open("qui-peut-aider/?besoin=sante&role=aller-vers")
    listed(page, [])
    assert page.get_by_text("Personne ne répond à tous ces choix.").is_visible()
    page.get_by_role("button", name="Effacer les choix").click()
    listed(page, expected(known))
    assert "?" not in page.url


def test_the_finder_is_worked_by_keyboard(visit: Visit, known: Known) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/")
    page.get_by_label("Je cherche une formation").focus()
    page.keyboard.press("Space")
    listed(page, expected(known, besoin="formation"))
    page.get_by_label("Je cherche un travail").focus()
    page.keyboard.press("Space")
    either = {*expected(known, besoin="formation"), *expected(known, besoin="emploi")}
    both = [name for name in expected(known) if name in either]
    listed(page, both)


def test_an_old_address_with_unknown_values_shows_everything(visit: Visit, known: Known) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900})
    page = visiting.open("qui-peut-aider/?besoin=disparu&territoire=%3Cscript%3E&x=1")
    listed(page, expected(known))
    assert visiting.complaints == []


@pytest.mark.parametrize("facet", ["besoin", "public", "territoire", "role", "famille"])
def test_without_javascript_every_choice_is_a_link_to_a_page_that_says_the_same(visit: Visit, known: Known, facet: str) -> None:
    page = visit(java_script_enabled=False, **PHONE).open("qui-peut-aider/")
    known_choices = next(one.choices for one in known.finder.facets if one.code == facet)
    choices = [choice for choice in known_choices if choice.has_page and not choice.idle]
    details = page.locator(f".finder-facet[data-facet={facet}]")
    if details.get_attribute("open") is None:
        details.locator("summary").tap()
    links = details.locator(".finder-values a")
    assert links.count() == len(choices)
    links.first.tap()
    page.wait_for_load_state()
    matching = [helper.actor.record.titre for helper in known.finder.matching(facet, choices[0])]
    text = plain(page.locator("main").inner_text())
    assert [title for title in matching if title not in text] == []


def test_a_plain_page_lists_who_helps_there_and_why(visit: Visit, known: Known) -> None:
    page = visit(java_script_enabled=False, **PHONE).open("qui-peut-aider/territoire/le-havre/")
    assert shown(page) == expected(known, territoire="le-havre")
    assert page.get_by_text("Où ils agissent, sauf mention contraire : Le Havre.").is_visible()
    wider = [helper.actor.record.titre for helper in known.finder.helpers if helper.values["territoire"] == ("normandie",)]
    told = page.locator(".helper", has=page.get_by_text("Où il agit : Normandie")).locator(".card-link").all_inner_texts()
    assert sorted(plain(name) for name in told) == sorted(wider) != []


def test_the_next_actors_come_below_and_reading_goes_on_at_the_first_of_them(visit: Visit, known: Known) -> None:
    page = visit(viewport={"width": 320, "height": 640}).open("qui-peut-aider/")
    before = shown(page)
    assert before == expected(known)[: len(before)]
    page.get_by_role("button", name="Voir").press("Enter")
    page.locator(".helper").nth(len(before)).wait_for()
    assert plain(page.evaluate("document.activeElement.textContent")) == expected(known)[len(before)]
    listed(page, expected(known))


def test_a_list_that_does_not_arrive_says_so_and_comes_back_with_the_network(visit: Visit, known: Known) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900})
    visiting.page.route("**/aides-*.js", lambda route: route.abort())
    page = visiting.open("qui-peut-aider/")
    page.get_by_label("Je cherche un travail").check()
    page.get_by_text("La liste n’est pas arrivée").wait_for()
    page.unroute("**/aides-*.js")
    page.get_by_role("link", name="recharger la page").click()
    listed(page, expected(known, besoin="emploi"))


def test_the_page_stays_light_however_many_actors_there_are(tmp_path: Path, inv: Callable[..., Any]) -> None:
    content = tmp_path / "content"
    files = {f"acteurs/acteur-{rank}.md": ACTOR.format(rank=rank) for rank in range(600)}
    files |= {
        "familles/rue.md": "---\ntitre: La rue\n---\n",
        "territoires.yml": "- {slug: france, nom: France, niveau: pays, code: FR}\n",
    }
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    ended = inv("build", "--content", content, "--output", tmp_path / "site")
    assert ended.returncode == 0, ended.stderr
    finder_pages = [tmp_path / "site/qui-peut-aider/index.html", *(tmp_path / "site/qui-peut-aider").glob("*/*/**/index.html")]
    assert len(finder_pages) == 1 + 10 + 10
    assert [path for path in finder_pages if path.stat().st_size > 100_000] == []
    told = {
        name
        for path in finder_pages[1:]
        if "territoire" in path.parts
        for name in re.findall(r"/acteurs/(acteur-\d+)/", path.read_text("utf-8"))
    }
    assert len(told) == 600, "without a script, everyone is on one of the pages"


ACTOR = """---
titre: "Acteur numéro {rank}"
famille: rue
nature: reseau
role: aller-vers
publics: [jeunes]
territoires: [france]
resume: "Il aide les jeunes à trouver un travail ou une formation, près de chez eux."
statut: amorce
verifie_le: 2026-01-01
---
"""


def test_on_a_telephone_a_choice_folds_its_question_and_brings_the_results_into_sight(visit: Visit) -> None:
    page = visit(viewport={"width": 360, "height": 740}, has_touch=True).open("qui-peut-aider/")
    page.locator("[data-facet=territoire] summary").tap()
    page.locator("#aide-lieu").select_option("rouen")
    page.locator(".finder-status", has_text="correspond").wait_for()
    assert plain(page.locator("[data-facet=territoire] summary").inner_text()) == "Où elle habite : Rouen"
    assert page.locator(".finder-status").bounding_box()["y"] < 740, "the title of the results is on the screen"
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY", "the keyboard stays where it was"


def test_two_choices_leave_the_title_of_the_results_and_the_first_of_them_on_a_small_screen(visit: Visit) -> None:
    page = visit(viewport={"width": 320, "height": 740}).open("qui-peut-aider/?besoin=formation&territoire=rouen")
    page.locator(".finder-status", has_text="correspond").wait_for()
    title = page.locator(".finder-status").bounding_box()
    assert title["y"] + title["height"] <= 740
    assert page.locator(".finder-see a").bounding_box()["y"] < title["y"], "the button that leads there does not cover it"


def test_what_carries_over_to_the_country_stands_beside_the_choice_of_a_place(visit: Visit) -> None:
    page = visit(java_script_enabled=False).open("qui-peut-aider/")
    page.locator("[data-facet=territoire] summary").click()
    page.get_by_role("link", name="À la campagne").click()
    page.wait_for_url("**/alliance/#ruraux")
    assert page.locator("#ruraux").is_visible()


def test_a_district_is_chosen_under_its_town_and_the_door_that_tells_one_s_own_stands_beside(visit: Visit, known: Known) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/")
    options = [plain(text).strip() for text in page.locator("#aide-lieu option").all_inner_texts()]
    assert options[options.index("Rouen") + 1] == "Les Remparts (Rouen)"
    page.locator("#aide-lieu").select_option("qn07699m")
    listed(page, expected(known, territoire="qn07699m"))
    door = page.locator("[data-facet=territoire]").get_by_role("link", name="Mon adresse est-elle en quartier prioritaire")
    assert door.get_attribute("href") == "https://www.exemple.fr/mon-adresse"


def test_results_are_headings_under_the_title_of_the_list(visit: Visit) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/?besoin=emploi")
    page.locator(".finder-status", has_text="correspond").wait_for()
    assert page.locator(".helper h3").count() == page.locator(".helper").count() > 0


def test_the_page_of_a_place_tells_the_districts_inside_it_and_where_their_names_come_from(visit: Visit) -> None:
    page = visit(java_script_enabled=False, **PHONE).open("qui-peut-aider/territoire/rouen/")
    text = plain(page.locator("main").inner_text())
    assert "Les Remparts QN07699M, commune calculée" in " ".join(text.split())
    assert page.get_by_role("link", name="Une liste d’essai").get_attribute("href") == "https://www.exemple.fr/quartiers"


def test_on_paper_the_list_says_what_was_chosen(visit: Visit) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/?besoin=emploi&territoire=rouen")
    page.locator(".finder-status", has_text="correspond").wait_for()
    told = page.locator(".finder-criteria")
    assert not told.is_visible(), "on the screen the questions say it"
    page.emulate_media(media="print")
    assert plain(told.inner_text()) == "Ce que dit la personne : Je cherche un travail ; Où elle habite : Rouen"
