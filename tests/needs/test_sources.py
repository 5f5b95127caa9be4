"""A source leads to the place where the fact is written."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.diagnostics import Place
from plugins.model.content import Content
from plugins.model.lists import Door, Term
from plugins.needs.checking import check_needs
from tests.needs.sample import actor, content, need

ARTICLE = "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000048559229"
CODE = "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006072050"
HOME = "https://www.exemple.fr/"


def whole(url: str) -> str:
    return f"avertissement : la source « {url} » est un texte de loi entier — donner l'adresse de l'article"


def bare(url: str) -> str:
    return (
        f"avertissement : la source « {url} » est la page d'accueil d'un site — donner l'adresse de la page où le fait est écrit"
    )


def told(site: Content) -> list[str]:
    return [str(one) for one in check_needs(site, date(2026, 11, 28)) if " la source « " in str(one)]


def answered(url: str) -> Content:
    answers = [{"acteur": "a", "texte": "Elle aide.", "source": {"titre": "Une page", "url": url}}]
    return content(actor("a", contact={"telephone": "115"}), need("n", reponses=answers))


@pytest.mark.parametrize(
    "url",
    [
        CODE,
        f"{CODE}/2026-11-28/",
        f"{CODE}?etatTexte=VIGUEUR",
        "https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006072050/",
        "https://legifrance.gouv.fr/loda/id/JORFTEXT000048581935",
    ],
)
def test_an_answer_that_rests_on_a_whole_code_is_told(url: str) -> None:
    assert told(answered(url)) == [f"content/besoins/n.md:1: {whole(url)}"]


@pytest.mark.parametrize("url", [HOME, "https://www.exemple.fr", "https://www.exemple.fr/#accueil"])
def test_an_answer_that_rests_on_a_home_page_is_told(url: str) -> None:
    assert told(answered(url)) == [f"content/besoins/n.md:1: {bare(url)}"]


@pytest.mark.parametrize(
    "url",
    [
        ARTICLE,
        f"{CODE}/LEGISCTA000006195921/",
        "https://www.legifrance.gouv.fr/loda/article_lc/LEGIARTI000048583460",
        "https://www.exemple.fr/aides",
        "https://www.exemple.fr/?page=aides",
    ],
)
def test_an_article_a_chapter_or_a_page_is_a_source(url: str) -> None:
    assert told(answered(url)) == []


def test_doors_and_words_are_told_at_their_line_in_their_file() -> None:
    door = Door.model_validate(
        {"slug": "d", "nom": "D", "genre": "numero", "telephone": "115", "verifie_le": "2026-11-20", "source": {"titre": "P", "url": HOME}}
    )  # fmt: skip
    term = Term.model_validate({"terme": "Mot", "definition": "Un mot.", "source": {"titre": "P", "url": CODE}})
    site = replace(
        content(), doors=(door,), door_places=(Place("content/portes.yml", 3),), glossary=(term,), glossary_places=(Place("content/glossaire.yml", 7),)
    )  # fmt: skip
    assert told(site) == [f"content/portes.yml:3: {bare(HOME)}", f"content/glossaire.yml:7: {whole(CODE)}"]


def test_a_sheet_may_list_the_site_of_its_actor_never_a_whole_code() -> None:
    site = content(
        actor("a", contact={"telephone": "115"}, sources=[{"titre": "Son site", "url": HOME}, {"titre": "Le code", "url": CODE}])
    )
    assert told(site) == [f"content/acteurs/a.md:1: {whole(CODE)}"]
