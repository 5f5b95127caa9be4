"""What an editor is told of a reference that leads nowhere: the slip that was meant, else how to make what it names."""

import subprocess

import pytest

from plugins.model.messages import new_actor, root_of, unknown


@pytest.mark.parametrize(
    ("target", "slug", "known", "said"),
    [
        pytest.param("acteurs", "cfa", ["caf", "cgt"], "choisir parmi : caf, cgt ; ou le créer : .venv/bin/inv new acteur \"Cfa\" --content c", id="peu d'acteurs"),
        pytest.param("acteurs", "cap-emploi", [f"a{rank}" for rank in range(20)], "le créer : .venv/bin/inv new acteur \"Cap emploi\" --content c", id="beaucoup d'acteurs"),
        pytest.param("acteurs", "dreet", ["dreets", "caf"], "écrire plutôt « dreets »", id="une faute de frappe"),
        pytest.param("familles", "insertion", ["etat"], "créer c/familles/insertion.md", id="une famille"),
        pytest.param("reunions", "2022-01-01-x", [], "créer c/reunions/2022-01-01-x.md", id="une réunion"),
        pytest.param("feuille-de-route", "axe-neuf", ["alliance"], "créer c/feuille-de-route/axe-neuf.md", id="une étape"),
        pytest.param("territoires.yml", "manche", ["eure"], "l'ajouter à c/territoires.yml", id="un territoire"),
    ],
)  # fmt: skip
def test_an_unknown_reference_says_how_to_make_it_known(target: str, slug: str, known: list[str], said: str) -> None:
    message = unknown(target, slug, known, "c")
    assert message.endswith(f"« {slug} » — {said}")


def test_the_command_of_the_project_s_own_folder_names_no_folder() -> None:
    assert new_actor("Cap emploi") == '.venv/bin/inv new acteur "Cap emploi"'


@pytest.mark.parametrize("name", ['L"été', "$(date)", "`date`", "a\\b", "Maison d'ici"])
def test_a_shell_reads_the_name_as_it_is(name: str) -> None:
    command = f"printf '%s\\n' {new_actor(name, 'mon contenu')}"
    said = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == [".venv/bin/inv", "new", "acteur", name, "--content", "mon contenu"]


def test_the_content_folder_is_two_above_a_page() -> None:
    assert root_of("/d/contenu/acteurs/caf.md") == "/d/contenu"
