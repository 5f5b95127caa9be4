"""Offers side by side: which pages there are, and what the browser is given."""

import json
from collections.abc import Collection

import pytest

from plugins.alliance.comparison import MOST, POINTS, comparison_pages, data_file, filled
from plugins.crosslinks.texts import LinkedPiece, Texts
from plugins.registry.building import build
from tests.alliance.sample import actor, content, family


def plain(text: str, root: str, without: Collection[str]) -> list[LinkedPiece]:
    """No name is known."""
    return [LinkedPiece(text)]


def test_the_points_are_the_eight_of_the_agenda_in_its_order() -> None:
    assert POINTS == ("perimetre", "aller_vers", "accueil", "accompagnement", "publics", "recours", "evaluation", "evolutions")


def test_a_family_with_a_single_actor_has_nothing_to_compare() -> None:
    pages = comparison_pages(content(family("guichets"), family("rue"), actor("a"), actor("b"), actor("c", famille="rue")))
    assert [page.family.slug for page in pages] == ["guichets"]


def test_a_page_counts_its_cells() -> None:
    told = actor("a", offre={"perimetre": "Ici.", "accueil": "Le matin."})
    (page,) = comparison_pages(content(family("guichets"), told, actor("b")))
    assert (filled(told.record), page.filled, page.cells) == (2, 2, 16)


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        pytest.param(MOST, [MOST], id="as many as a page holds"),
        pytest.param(MOST + 1, [7, 6], id="one more: two pages of nearly one size"),
        pytest.param(3 * MOST, [MOST] * 3, id="three full pages"),
    ],
)
def test_a_large_family_is_cut_into_pages_and_nobody_is_left_alone(count: int, sizes: list[int]) -> None:
    actors = [actor(f"acteur-{rank:02}") for rank in range(count)]
    pages = comparison_pages(content(family("guichets"), *actors))
    assert [len(page.actors) for page in pages] == sizes
    assert pages[0].url == "comparer/guichets/"
    assert [page.url for page in pages[1:]] == [f"comparer/guichets/{rank}/" for rank in range(2, len(sizes) + 1)]
    assert [one.slug for page in pages for one in page.actors] == [one.slug for one in actors]


def test_families_stand_in_their_own_order() -> None:
    pair = [actor(name, famille=where) for name, where in (("a", "x"), ("b", "x"), ("c", "y"), ("d", "y"))]
    pages = comparison_pages(content(family("x", ordre=2), family("y", ordre=1), *pair))
    assert [page.family.slug for page in pages] == ["y", "x"]


def test_the_browser_gets_words_with_french_spaces_and_no_empty_point() -> None:
    file = data_file(content(family("guichets"), actor("a", offre={"accueil": "Quand ? Le matin."})), plain)
    assert file.name.startswith("comparer/offres-")
    data = json.loads(file.text.removeprefix("window.offres=").removesuffix(";\n"))
    assert [point["code"] for point in data["points"]] == list(POINTS)
    (told,) = data["familles"][0]["acteurs"]
    assert told["offre"] == {"accueil": ["Quand\u202f? Le matin."]}
    assert told["role"] == "aller dans"


def test_the_browser_is_told_the_links_of_a_text_and_to_what_they_lead() -> None:
    texts = Texts(
        build(
            content(family("guichets"), family("rue"), actor("caisse", titre="Caisse"), actor("b", titre="Bus", famille="rue"))
        )[0]
    )
    site = content(
        family("guichets", ordre=1),
        family("rue", ordre=2),
        actor("b", titre="Bus", famille="rue", offre={"recours": "L'aide de Caisse, puis Bus."}),
    )
    file = data_file(site, texts.pieces)
    data = json.loads(file.text.removeprefix("window.offres=").removesuffix(";\n"))
    assert data["familles"][0]["acteurs"][0]["offre"] == {
        "recours": ["L’aide de ", ["Caisse", "acteurs/caisse/", 1, ""], ", puis Bus."]
    }


def test_the_name_of_the_data_follows_its_text() -> None:
    one = data_file(content(family("guichets"), actor("a")), plain)
    assert data_file(content(family("guichets"), actor("a")), plain) == one
    assert data_file(content(family("guichets"), actor("b")), plain).name != one.name


def test_a_hostile_text_stays_a_text() -> None:
    file = data_file(content(family("guichets"), actor("a", offre={"accueil": "</script>\u2028alert(1)"})), plain)
    assert "\u2028" not in file.text
