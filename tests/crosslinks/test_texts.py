"""Texts of the front matter, linked as bodies are; all names are invented."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from plugins.crosslinks.mention import Sitting
from plugins.crosslinks.texts import Texts
from plugins.registry.building import build
from tests.registry.sample import PARTICIPANTS, content, meeting

TEXTS = Texts(build(content(meeting("m", "2022-03-01", PARTICIPANTS)))[0])


def linked(text: str, *without: str) -> list[str]:
    html = TEXTS.linked(text, "..", without)
    assert unescape(re.sub(r"</?a\b[^>]*>", "", html)) == text
    return re.findall(r'<a class="actor" href="\.\./acteurs/([a-z]+)/"', html)


@pytest.mark.parametrize(
    ("text", "without", "found"),
    [
        pytest.param("Un partenariat avec les CAF, puis la CAF encore.", (), ["aide"], id="la première mention seulement"),
        pytest.param("L'UDM et l'Agence Avenir.", (), ["union", "agence"], id="chaque acteur une fois"),
        pytest.param("L'UDM et l'Agence Avenir.", ("acteurs/union",), ["agence"], id="jamais la page elle-même"),
        pytest.param("Un fromage de Comté.", (), [], id="une exclusion reste une exclusion"),
        pytest.param("<b>UDM</b> & l'autre", (), ["union"], id="du balisage est du texte"),
    ],
)
def test_a_text_of_the_front_matter_is_linked_as_a_body_is(text: str, without: tuple[str, ...], found: list[str]) -> None:
    assert linked(text, *without) == found


def test_only_actors_are_linked_in_a_list_of_short_texts() -> None:
    html = str(TEXTS.linked("Aller vers la CAF.", ".."))
    assert html.count("<a ") == 1


def test_a_former_name_says_who_it_is_today() -> None:
    told = TEXTS.linked("Le Bureau du travail.", "..", meeting=Sitting("m", date(2022, 3, 1)))
    assert "aujourd&#x27;hui Agence Avenir" in told


@pytest.mark.site
def test_no_page_of_the_site_links_to_itself_nor_an_entry_to_the_actor_beside_it(built_site: Path) -> None:
    sheets = sorted((built_site / "acteurs").glob("*/index.html"))
    assert len(sheets) > 10
    for sheet in sheets:
        main = sheet.read_text(encoding="utf-8").partition("<main")[2].partition("</main>")[0]
        assert f'class="actor" href="../../acteurs/{sheet.parent.name}/"' not in main, sheet.parent.name


@pytest.mark.site
@pytest.mark.parametrize(
    ("page", "before", "slug"),
    [
        pytest.param("acteurs/union-des-metiers", "Ses sections locales, la ", "caisse-de-soutien", id="offre"),
        pytest.param(
            "besoins/formation", "Il remplit le dossier avec vous, ou la ", "maison-de-quartier", id="réponse à un besoin"
        ),
        pytest.param(
            "reunions/2026-09-17-comite", "Comparer les offres, avec la ", "caisse-de-soutien", id="liste d'une réunion"
        ),
        pytest.param("reunions/2026-09-17-comite/trace", "Comparer les offres, avec la ", "caisse-de-soutien", id="trace"),
        pytest.param(
            "feuille-de-route/professionnalisation", "chaque acteur peut employer, la ", "caisse-de-soutien", id="action"
        ),
        pytest.param("comparer/partenaires", "Ses sections locales, la ", "caisse-de-soutien", id="comparaison"),
    ],
)
def test_texts_of_the_front_matter_are_linked_where_they_are_shown(built_site: Path, page: str, before: str, slug: str) -> None:
    html = (built_site / page / "index.html").read_text(encoding="utf-8")
    up = "../" * (page.count("/") + 1)
    assert re.search(f'{before}<a class="actor" href="{up}acteurs/{slug}/" data-hue="[1-8]">', html)
