"""Forms, names over time, and what is told about them."""

from datetime import date

from plugins.model.content import Content
from plugins.registry.building import build
from tests.registry.sample import actor, content


def test_an_actor_has_the_name_of_the_day() -> None:
    registry, _ = build(content())
    assert registry.name_at("agence", date(2021, 10, 15)) == "Bureau du travail"
    assert registry.name_at("agence", date(2024, 1, 1)) == "Agence Avenir"
    assert registry.name_at("agence", None) == "Agence Avenir"
    assert registry.name_at("inconnu", None) == "inconnu"


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
