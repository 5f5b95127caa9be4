"""A link to a part of a page: told with the other errors of the folder when there is no such part."""

from pathlib import Path

import pytest

from plugins.model.loading import load
from plugins.reading.passages import check_anchors
from plugins.reading.rendering import render_all
from plugins.reading.reserved import Reserved

PAGES = {
    "a-propos.md": "---\ntitre: À propos\n---\n## Le projet\n\nUn texte[^1].\n\n[^1]: Une note.\n",
    "plan.md": "---\ntitre: Plan\n---\nVoir {link}.\n",
}


def told(folder: Path, link: str) -> list[str]:
    for name, text in PAGES.items():
        (folder / "pages").mkdir(exist_ok=True)
        (folder / "pages" / name).write_text(text.replace("{link}", link), encoding="utf-8")
    content, _ = load(folder, "contenu")
    reserved = Reserved(frozenset(("responsable",)), ("partie-",))
    rendered, wrong = render_all(content, (), reserved)
    assert wrong == []
    return [str(one) for one in check_anchors(content, rendered, reserved)]


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("[x](a-propos.md#le-projet)", id="un titre, par son fichier"),
        pytest.param("[x](../a-propos/#le-projet)", id="un titre, par son adresse"),
        pytest.param("[x](../a-propos/#responsable)", id="une partie que le thème écrit"),
        pytest.param("[x](../a-propos/#partie-2)", id="une partie dont le thème écrit le début"),
        pytest.param("[x](../a-propos/#fn1)", id="une note"),
        pytest.param("[x](a-propos.md)", id="toute la page"),
        pytest.param("[x](../recherche/#nulle-part)", id="une page que le thème seul connaît"),
        pytest.param("[x](https://exemple.fr/a-propos/#nulle-part)", id="ailleurs"),
    ],
)
def test_a_part_that_is_there_or_that_the_theme_may_write_is_let_through(tmp_path: Path, link: str) -> None:
    assert told(tmp_path, link) == []


@pytest.mark.parametrize(
    ("link", "what"),
    [
        pytest.param(
            "[x](a-propos.md#le-projets)",
            "lien « ../a-propos/#le-projets » : l'ancre « le-projets » n'existe pas dans a-propos/index.html"
            " — écrire plutôt « #le-projet »",
            id="une autre page",
        ),
        pytest.param(
            "un mot\nou [x](#ici)", "lien « #ici » : l'ancre « ici » n'existe pas dans plan/index.html", id="sa propre page"
        ),
    ],
)
def test_a_part_that_is_not_there_is_told_at_the_line_of_the_link(tmp_path: Path, link: str, what: str) -> None:
    line = 4 + link.count("\n")
    assert told(tmp_path, link) == [f"contenu/pages/plan.md:{line}: {what}"]
