"""Forms, names over time, and what is told about them."""

from datetime import date

import pytest

from plugins.model.content import Content
from plugins.model.kinds import Kind
from plugins.model.records import Family
from plugins.registry.building import build
from tests.registry.sample import actor, content, document


def test_an_actor_has_the_name_of_the_day() -> None:
    registry, _ = build(content())
    assert registry.name_at("agence", date(2021, 10, 15)) == "Bureau du travail"
    assert registry.name_at("agence", date(2024, 1, 1)) == "Agence Avenir"
    assert registry.name_at("agence", None) == "Agence Avenir"
    assert registry.name_at("inconnu", None) == "inconnu"


def test_the_hue_of_an_actor_is_that_of_its_family() -> None:
    families = {slug: document(Kind.FAMILY, slug, Family(titre=slug, ordre=rank)) for rank, slug in enumerate(["f", "emploi"])}
    actors = {"agence": actor("agence", titre="Agence Avenir", famille="emploi"), "union": actor("union", titre="Union")}
    registry, _ = build(Content(actors=actors, families=families))
    assert {key: target.hue for key, target in registry.targets.items()} == {
        "acteurs/agence": 2,
        "acteurs/union": 1,
        "familles/f": 0,
        "familles/emploi": 0,
    }


@pytest.mark.parametrize(
    ("day", "name"),
    [
        pytest.param("2019-12-31", "Bureau du travail", id="le dernier jour du premier nom"),
        pytest.param("2020-01-01", "Agence Élan", id="le premier jour du deuxième"),
        pytest.param("2023-12-31", "Agence Élan", id="son dernier jour"),
        pytest.param("2024-01-01", "Agence Avenir", id="le premier jour du nom d'aujourd'hui"),
    ],
)
def test_a_name_is_the_official_one_from_its_first_day_to_its_last(day: str, name: str) -> None:
    names = [
        {"nom": "Bureau du travail", "jusqu_au": "2019-12-31"},
        {"nom": "Agence Élan", "depuis": "2020-01-01", "jusqu_au": "2023-12-31"},
        {"nom": "Agence Avenir", "depuis": "2024-01-01"},
    ]
    registry, _ = build(Content(actors={"agence": actor("agence", titre="Agence Avenir", noms_successifs=names)}))
    assert registry.name_at("agence", date.fromisoformat(day)) == name
    # Today's name is not what stands in for a day that no name has.
    renamed, _ = build(Content(actors={"agence": actor("agence", titre="Agence Horizon", noms_successifs=names)}))
    assert renamed.name_at("agence", date.fromisoformat(day)) == name


def test_of_two_names_that_end_together_neither_is_given_for_the_other() -> None:
    names = [{"nom": "Atelier des Voiles", "jusqu_au": "2023-12-31"}, {"nom": "Relais des Dunes", "jusqu_au": "2023-12-31"}]
    merged = actor("agence", titre="Agence Avenir", noms_successifs=[*names, {"nom": "Agence Avenir"}])
    registry, _ = build(Content(actors={"agence": merged}))
    assert registry.name_at("agence", date(2022, 3, 1)) == registry.name_at("agence", date(2024, 3, 1)) == "Agence Avenir"
    alone = actor("agence", titre="Agence Avenir", noms_successifs=[names[0], {"nom": "Agence Avenir"}])
    assert build(Content(actors={"agence": alone}))[0].name_at("agence", date(2022, 3, 1)) == "Atelier des Voiles"


@pytest.mark.parametrize(
    ("acronym", "told"),
    [
        pytest.param("CLIC", True, id="un nom courant"),
        pytest.param("PLIE", True, id="un verbe courant"),
        pytest.param("ZAF", False, id="aucun mot"),
        pytest.param("Z.A.F.", False, id="aucun mot, avec des points"),
    ],
)
def test_an_acronym_that_is_an_everyday_word_is_told_to_the_editor(acronym: str, told: bool) -> None:
    _, diagnostics = build(Content(actors={"a": actor("a", titre="Maison commune", sigle=acronym)}))
    message = f"« {acronym} » est aussi un mot courant : « {acronym.lower()} » n'est jamais lié — "
    message += f"pour le dire vous-même, ajouter l'alias {{forme: {acronym}, casse: true}}"
    assert [d.message for d in diagnostics] == [message] * told
    flagged = actor("a", titre="Maison commune", sigle=acronym, alias=[{"forme": acronym, "casse": True}])
    assert build(Content(actors={"a": flagged}))[1] == []


def test_a_former_name_is_explained_wherever_it_stands_and_an_alias_in_old_minutes() -> None:
    agency = build(content())[0].targets["acteurs/agence"]
    assert agency.then("bureau du Travail", date(2025, 1, 1)) == "Bureau du travail"
    assert agency.then("AA", date(2021, 1, 1)) == "Bureau du travail"
    assert agency.then("AA", date(2025, 1, 1)) is None
    assert agency.then("Agence Avenir", date(2021, 1, 1)) is None


def test_a_form_claimed_twice_is_told_with_both_places() -> None:
    two = {slug: actor(slug, titre=slug.title(), alias=["Maison commune"]) for slug in ("ici", "autre")}
    _, diagnostics = build(Content(actors=two))
    assert [(d.path, d.severity.value, d.message) for d in diagnostics] == [
        (
            "content/acteurs/autre.md",
            "avertissement",
            "« Maison commune » désigne déjà Ici (content/acteurs/ici.md, ligne 1) — l'enlever d'un côté, ou préciser l'une des deux formes",
        )
    ]


def test_a_form_without_a_word_or_of_one_letter_is_an_error() -> None:
    _, diagnostics = build(Content(actors={"a": actor("a", titre="Maison", alias=["…", "M", "(.*)"])}))
    assert [d.message for d in diagnostics] == [
        "« … » ne contient aucun mot — écrire la forme telle que les textes l'emploient",
        "« M » n'a qu'une lettre, que tous les textes contiennent — écrire une forme plus longue",
        "« (.*) » ne contient aucun mot — écrire la forme telle que les textes l'emploient",
    ]


@pytest.mark.parametrize(
    ("fields", "article"),
    [
        pytest.param({"titre": "Caisse d'aide"}, "la", id="premier mot du nom"),
        pytest.param({"titre": "UDM", "alias": ["Union des métiers"]}, "l'", id="ce que dit le sigle, et sa voyelle"),
        pytest.param({"titre": "CDR", "alias": ["Comité de Rive"]}, "le", id="ce que dit le sigle"),
        pytest.param({"titre": "CDR", "alias": ["Réseau de Rive"]}, "", id="le sigle d'autres mots"),
        pytest.param({"titre": "Zedic", "alias": ["la Zedic"]}, "la", id="une forme qui le donne"),
        pytest.param({"titre": "Zedic", "article": "les"}, "les", id="la fiche"),
        pytest.param({"titre": "Agence Avenir", "article": "aucun"}, "", id="la fiche dit qu'il n'y en a pas"),
    ],
)
def test_the_article_of_an_actor_is_deduced_or_given(fields: dict[str, object], article: str) -> None:
    registry, _ = build(Content(actors={"x": actor("x", **fields)}))
    assert registry.article_at("x", None) == article


def test_a_former_name_has_its_own_article() -> None:
    names = [{"nom": "Bureau du travail", "jusqu_au": "2023-12-31"}, {"nom": "Zedic", "depuis": "2024-01-01"}]
    registry, _ = build(Content(actors={"x": actor("x", titre="Zedic", article="la", noms_successifs=names)}))
    assert [registry.article_at("x", date(year, 6, 1)) for year in (2022, 2025)] == ["le", "la"]
