"""What an editor of needs is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.diagnostics import Place
from plugins.model.content import Content, Document
from plugins.model.lists import Door
from plugins.model.loading import load
from plugins.needs.checking import check_needs
from tests.needs import sample
from tests.needs.sample import content, need


def actor(slug: str, **more: object) -> Document:
    """Somebody who can be called."""
    return sample.actor(slug, **({"contact": {"telephone": "02 61 91 00 01"}} | more))


def told(site: Content) -> list[str]:
    return [str(diagnostic) for diagnostic in check_needs(site, date(2026, 11, 28))]


def test_a_finished_need_says_nothing() -> None:
    assert told(content(actor("a"), actor("b"), need("n", "a", "b"))) == []


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param([need("n")], ["aucun acteur ne répond à ce besoin — écrire une réponse et sa source"], id="personne"),
        pytest.param(
            [actor("a"), need("n", "", "a")],
            [
                "aucun acteur ne répond à ce besoin ; la page ne montre que les réponses attendues — écrire une réponse et sa source"
            ],
            id="seulement des réponses attendues",
        ),
        pytest.param(
            [actor("a"), need("n", "a", "a")], ["« a » a déjà répondu — l'enlever de « attendus »"], id="attendu et déjà là"
        ),
        pytest.param([actor("a"), need("n", "a a")], ["« a » répond deux fois — réunir ses réponses en une"], id="deux fois"),
        pytest.param(
            [actor("a"), need("n", reponses=[{"acteur": "a", "texte": "Oui."}])],
            ["la réponse de « a » n'a pas de source — ajouter « source » : une réunion ou un texte public"],
            id="sans source",
        ),
    ],
)
def test_an_unfinished_need_is_told_by_a_warning(documents: list, expected: list[str]) -> None:
    assert told(content(*documents)) == [f"content/besoins/n.md:1: avertissement : {message}" for message in expected]


def test_a_public_that_is_misspelt_is_told() -> None:
    actors = [actor("a", publics=["jeunes"]), actor("b", publics=["jeunes"]), actor("c", publics=["jeune"])]
    message = "public « jeune » employé ici seulement — écrire plutôt « jeunes », si c'est le même"
    assert told(content(*actors)) == [f"content/acteurs/c.md:1: avertissement : {message}"]


def test_a_public_that_is_only_rare_is_left_alone() -> None:
    actors = [actor("a", publics=["habitants"]), actor("b", publics=["habitants"]), actor("c", publics=["etudiants"])]
    assert told(content(*actors)) == []


def test_a_door_that_recognises_a_public_of_nobody_is_told() -> None:
    door = Door(
        slug="d",
        nom="D",
        genre="demarche",
        url="https://exemple.fr/d",
        reconnait=["jeune"],
        verifie_le="2026-11-02",
        source="Page",
    )
    site = replace(content(actor("a", publics=["jeunes"])), doors=(door,), door_places=(Place("content/portes.yml", 3),))
    message = "« reconnait » : aucune page n'a le public « jeune » — écrire plutôt « jeunes »"
    assert told(site) == [f"content/portes.yml:3: avertissement : {message}"]


def test_a_number_or_an_address_stands_once() -> None:
    """Two dates of one door are one too many: one of them is forgotten at the next review."""
    given = {"nom": "Un nom", "verifie_le": "2026-11-02", "source": "Page"}
    doors = (
        Door(slug="a", genre="numero", telephone="39 49", **given),
        Door(slug="b", genre="demarche", url="https://exemple.fr/b", **given),
        Door(slug="c", genre="annuaire", url="https://exemple.fr/b", **given),
        Door(slug="d", genre="numero", telephone="3949", **given),
    )
    places = tuple(Place("content/portes.yml", line) for line in (1, 2, 3, 4))
    assert told(replace(content(), doors=doors, door_places=places)) == [
        "content/portes.yml:3: avertissement : « c » ouvre la même chose que « b » — n'en garder qu'une, datée une fois",
        "content/portes.yml:4: avertissement : « d » ouvre la même chose que « a » — n'en garder qu'une, datée une fois",
    ]


PAGE = "---\ntitre: Un besoin\n{more}\n---\n"
BAD_INPUT = {
    "territoire mal écrit": (
        "besoins/n.md",
        PAGE.format(more="territoires: [normandi]"),
        "territoire inconnu « normandi »",
        "normandie",
    ),
    "acteur mal écrit": ("besoins/n.md", PAGE.format(more="attendus: [caff]"), "acteur inconnu « caff »", "caf"),
    "acteur sans famille": (
        "acteurs/n.md",
        "---\ntitre: N\nnature: metier\nrole: aller-vers\nresume: R.\nstatut: amorce\nverifie_le: 2026-01-01\n---\n",
        "« famille » manque",
        "famille: …",
    ),
    "statut inconnu": (
        "acteurs/n.md",
        "---\ntitre: N\nfamille: rue\nnature: metier\nrole: aller-vers\nresume: R.\nstatut: amorcé\nverifie_le: 2026-01-01\n---\n",
        "valeur inconnue « amorcé »",
        "amorce",
    ),
    "origine qui n'existe plus": (
        "feuille-de-route/n.md",
        "---\ntitre: N\nnature: axe\norigine: [{reunion: r, id: c9}]\n---\n",
        "la réunion r n'a pas d'élément « c9 »",
        "c1",
    ),
}


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_gets_its_message_and_the_nearest_right_one(tmp_path: Path, case: str) -> None:
    name, text, message, right = BAD_INPUT[case]
    files = {
        "familles/rue.md": "---\ntitre: Rue\n---\n",
        "acteurs/caf.md": "---\ntitre: CAF\nfamille: rue\nnature: institution\nrole: aller-dans\nresume: R.\nstatut: amorce\n"
        "verifie_le: 2026-01-01\n---\n",
        "reunions/r.md": "---\ntitre: R\ndate: 2026-01-01\ninstance: caf\nparticipants: []\nconstats: [{id: c1, texte: T.}]\n---\nTexte.\n",
        "territoires.yml": "- {slug: normandie, nom: Normandie, niveau: region}\n",
        name: text,
    }
    for path, written in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(written, encoding="utf-8")
    told_to_editor = [str(diagnostic) for diagnostic in load(tmp_path, "content")[1]]
    assert len(told_to_editor) == 1
    assert told_to_editor[0].startswith(f"content/{name}:")
    assert message in told_to_editor[0]
    assert right in told_to_editor[0].partition(message)[2]
