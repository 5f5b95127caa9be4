"""Who is named, and who is not."""

import pytest

from plugins.persons.people import People
from plugins.persons.person import Person
from plugins.registry.building import build
from plugins.text.tokens import Tokens
from tests.registry.sample import PARTICIPANTS, content, meeting


@pytest.fixture(scope="module")
def people() -> People:
    registry, _ = build(content(meeting("m", "2022-03-01", PARTICIPANTS)))
    found = registry.people_of("m")
    assert found
    return found


def names(people: People, text: str) -> list[tuple[str, str]]:
    tokens = Tokens(text)
    return [
        (text[tokens.start(n.name) : tokens.end(n.last)], "/".join(sorted(p.actor for p in n.persons)))
        for n in people.find(tokens)
        if n.persons and not n.place
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mme Vasseur", [("Vasseur", "union")], id="civilité"),
        pytest.param("Madame VASSEUR", [("VASSEUR", "union")], id="civilité en toutes lettres, nom en capitales"),
        pytest.param("mme vasseur", [("vasseur", "union")], id="tout en minuscules"),
        pytest.param("Mme\nVasseur", [("Vasseur", "union")], id="fin de ligne"),
        pytest.param("Mme\u00a0Va\u00adsseur", [("Va\u00adsseur", "union")], id="insécable, césure"),
        pytest.param("Mme Dupres", [("Dupres", "medias")], id="accent perdu"),
        pytest.param("Mme DUPRÉS", [("DUPRÉS", "medias")], id="accent de plus"),
        pytest.param("M.Le Maire", [("Le Maire", "ecole")], id="espace oubliée"),
        pytest.param("Claire Vasseur", [("Claire Vasseur", "union")], id="prénom et nom"),
        pytest.param("VASSEUR Claire", [("VASSEUR Claire", "union")], id="nom et prénom"),
        pytest.param("C. Vasseur", [("C. Vasseur", "union")], id="initiale"),
        pytest.param("Mme C. Vasseur", [("C. Vasseur", "union")], id="civilité et initiale"),
        pytest.param("M. P. Brunel", [("P. Brunel", "aide")], id="homonymes : initiale"),
        pytest.param("M. Jean-Marc Brunel", [("Jean-Marc Brunel", "comte")], id="homonymes : prénom composé"),
        pytest.param("M. Jean Marc Brunel", [("Jean Marc Brunel", "comte")], id="prénom composé sans trait d'union"),
        pytest.param("J.-M. Brunel", [("J.-M. Brunel", "comte")], id="initiales composées"),
        pytest.param("JM Brunel", [("JM Brunel", "comte")], id="initiales sans points"),
        pytest.param("M. Brunel", [("Brunel", "aide/comte")], id="homonymes : rien ne décide"),
        pytest.param("Mme Lair Beauchamp", [("Lair Beauchamp", "agence")], id="nom composé sans trait d'union"),
        pytest.param("Mme Lair‑Beauchamp", [("Lair‑Beauchamp", "agence")], id="trait d'union insécable"),
        pytest.param("Mme d’Arcy et Zoé D'Arcy", [("d’Arcy", "clubs"), ("Zoé D'Arcy", "clubs")], id="particule élidée"),
        pytest.param("M. Marchal, Denis Marchal", [("Marchal", "union"), ("Denis Marchal", "union")], id="personne représentée"),
        pytest.param("Mmes Vasseur et Duprés", [("Vasseur", "union"), ("Duprés", "medias")], id="liste de deux"),
        pytest.param(
            "MM. Marchal, Le Maire et P. Brunel",
            [("Marchal", "union"), ("Le Maire", "ecole"), ("P. Brunel", "aide")],
            id="liste de trois",
        ),
        pytest.param(
            "MM. Marchal (UDM), Inconnu et Le Maire", [("Marchal", "union"), ("Le Maire", "ecole")], id="aparté, inconnu"
        ),
        pytest.param("Mmes et MM. Vasseur, Marchal", [("Vasseur", "union"), ("Marchal", "union")], id="liste mixte"),
        pytest.param(
            "MM. Marchal et Le Maire, Vasseur sort", [("Marchal", "union"), ("Le Maire", "ecole")], id="la liste finit après et"
        ),
        pytest.param("M. et Mme Vasseur", [("Vasseur", "union")], id="couple"),
    ],
)
def test_a_person_of_the_list_is_named(people: People, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(people, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Vasseur dit", id="nom seul"),
        pytest.param("M. Vasseur", id="autre civilité"),
        pytest.param("Mme Brunel", id="autre civilité, deux homonymes"),
        pytest.param("Mme Julie Vasseur", id="autre prénom"),
        pytest.param("Mme J. Vasseur", id="autre initiale"),
        pytest.param("Mme Vasseur-Petit", id="autre nom composé"),
        pytest.param("Mme Petit-Vasseur", id="autre nom composé, à la fin"),
        pytest.param("Mme Lair", id="moitié d'un nom composé"),
        pytest.param("M. le maire", id="fonction en minuscules"),
        pytest.param("M. le Maire", id="fonction en capitales"),
        pytest.param("la rue Claire Vasseur", id="rue"),
        pytest.param("l’école Claire-Vasseur", id="école, trait d'union"),
        pytest.param("collège de Claire Vasseur", id="collège de"),
        pytest.param("Mme. la préfète", id="fonction"),
        pytest.param("12 m Marchal", id="mètres"),
        pytest.param("M. Inconnu", id="absent de la liste"),
        pytest.param("Claire, Vasseur", id="ponctuation"),
        pytest.param("Mme Vasseurs", id="un nom n'a pas de pluriel"),
    ],
)
def test_a_person_of_the_list_is_not_named(people: People, text: str) -> None:
    assert names(people, text) == []


def test_each_meeting_has_its_own_list() -> None:
    before = meeting("a", "2021-01-01", [{"acteur": "union", "civilite": "Mme", "nom": "VASSEUR"}])
    after = meeting("b", "2022-01-01", [{"acteur": "aide", "civilite": "Mme", "nom": "VASSEUR"}])
    registry, _ = build(content(before, after))
    first, second = registry.people_of("a"), registry.people_of("b")
    assert first
    assert second
    assert names(first, "Mme Vasseur") == [("Vasseur", "union")]
    assert names(second, "Mme Vasseur") == [("Vasseur", "aide")]


def test_a_text_made_to_hurt_is_read_in_time(people: People) -> None:
    assert names(people, "Mme " * 50_000) == []
    assert len(names(people, "MM. " + "Marchal, " * 5_000)) == 5_000


def test_an_article_lost_to_the_given_name_is_given_back() -> None:
    participants = [{"acteur": "union", "civilite": "Mme", "nom": "de TOUR", "prenom": "la Marie"}]
    registry, _ = build(content(meeting("m", "2022-01-01", participants)))
    (person,) = registry.persons["m"]
    assert isinstance(person, Person)
    assert person.surname == ("de", "la", "tour")
    assert person.given == ("marie",)
