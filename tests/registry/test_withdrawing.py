"""A person, or a page, taken out of a content: what goes, what stays, what is left for a person to settle."""

from datetime import date
from pathlib import Path

import pytest

from plugins.diagnostics import errors
from plugins.model.loading import load
from plugins.model.unnaming import is_person, without_person
from plugins.registry.command import withdraw_page, withdraw_person
from plugins.registry.withdrawing import retired

SHEET = "---\ntitre: {title}\nfamille: rue\nnature: institution\nrole: aller-vers\nresume: R.\nstatut: amorce\nverifie_le: 2026-01-01\n---\nT.\n"
MEETING = """---
titre: Comité
date: 2026-09-01
instance: halle
participants:
  - {acteur: halle, civilite: Mme, nom: Zandouvel, prenom: Ada}   # à table
  - civilite: M.
    nom: Brénac
    acteur: moulin
constats:
  - {id: c1, texte: "Mme Zandouvel l'a dit : il pleut."}
---
Mme Zandouvel propose un vélo. M. Brénac l'approuve.

Selon Ada ZANDOUVEL, il faut un bus.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "familles/rue.md": "---\ntitre: La rue\n---\n",
        "acteurs/halle.md": SHEET.format(title="La Halle"),
        "acteurs/moulin.md": SHEET.format(title="Moulin des Prés"),
        "reunions/r.md": MEETING,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["Ada Zandouvel", "ZANDOUVEL Ada", "zandouvel"])
def test_a_person_leaves_front_matter_and_texts_and_nobody_else_moves(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert withdraw_person(str(folder), name, "2026-11-25") == 0
    text = (folder / "reunions/r.md").read_text(encoding="utf-8")
    assert "zandouvel" not in text.casefold()
    assert "  - {acteur: halle}   # à table\n  - civilite: M.\n    nom: Brénac\n    acteur: moulin\n" in text
    assert "La Halle l'a dit : il pleut." in text
    assert "La Halle propose un vélo. M. Brénac l'approuve." in text, "nobody else is masked"
    assert "Selon La Halle, il faut un bus." in text
    assert not errors(load(folder, None, date(2026, 11, 25))[1])
    assert "à reprendre à la main" not in capsys.readouterr().out


def test_what_is_not_sure_stays_and_is_told_with_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "fichiers").mkdir()
    (folder / "fichiers/lettre-zandouvel.txt").write_text("Un\nde Zandouvel\n", encoding="utf-8")
    (folder / "fichiers/photo.JPG").write_bytes(b"\xff\xd8")
    (folder / "site.yml").write_text("direction: Ada Zandouvel\n", encoding="utf-8")
    (folder / "glossaire.yml").write_text("- terme: Fil\n  definition: 'Ada Zandouvel file.'\n", encoding="utf-8")
    assert withdraw_person(str(folder), "Ada Zandouvel", "2026-11-25") == 0
    said = capsys.readouterr().out
    assert f"{folder}/site.yml:1: à reprendre à la main : " in said, "who answers for the site is named by the law"
    assert "Non lus, à regarder : fichiers/photo.JPG\n" in said
    assert f"{folder}/fichiers/lettre-zandouvel.txt : renommer ce fichier" in said
    assert f"{folder}/fichiers/lettre-zandouvel.txt:2: à reprendre à la main : de Zandouvel" in said
    assert "Restent aussi" in said


LISTS = {
    "glossaire.yml": "- {terme: Fil, definition: Le fil que tient Ada Zandouvel., mots: [fil]}\n",
    "portes.yml": "- slug: atelier\n  nom: L'atelier de Mme Zandouvel\n  genre: lieu\n  adresse: 2 rue des Berges\n  acteur: moulin\n"
    '  verifie_le: 2026-03-14\n  source: {titre: "Par Ada Zandouvel", url: "https://rives.example/"}\n',
    "suivi.yml": "- {reunion: r, id: q1, date: 2026-09-12, devient: retiree, motif: Mme Zandouvel a trouvé.}\n",
}


def test_lists_lose_the_name_as_pages_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in LISTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    asked = MEETING.replace("constats:\n  - {id: c1", "questions:\n  - {id: q1")
    (folder / "reunions/r.md").write_text(asked, encoding="utf-8")
    assert withdraw_person(str(folder), "Ada Zandouvel", "2026-11-25") == 0
    assert "à reprendre à la main" not in capsys.readouterr().out
    for name, text in LISTS.items():
        after = (folder / name).read_text(encoding="utf-8")
        assert "zandouvel" not in after.casefold()
        assert after.count("\n") == text.count("\n")
    assert "L'atelier de La Halle\n" in (folder / "portes.yml").read_text(encoding="utf-8")
    assert not errors(load(folder, None, date(2026, 11, 25))[1])


def test_a_value_that_the_organisation_would_break_is_left_to_a_person(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "acteurs/halle.md").write_text(SHEET.format(title="Atelier d'en bas"), encoding="utf-8")
    list_ = folder / "glossaire.yml"
    list_.write_text("- {terme: Fil, definition: 'Le fil de Mme Zandouvel.'}\n", encoding="utf-8")
    assert withdraw_person(str(folder), "Ada Zandouvel", "2026-11-25") == 0
    assert list_.read_text(encoding="utf-8") == "- {terme: Fil, definition: 'Le fil de Mme Zandouvel.'}\n"
    assert f"{folder}/glossaire.yml:1: à reprendre à la main : " in capsys.readouterr().out


def test_a_name_that_nobody_bears_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert withdraw_person(str(folder), "Ada Zandouval", "2026-11-25") == 1
    assert "n'est écrit nulle part" in capsys.readouterr().err
    assert (folder / "reunions/r.md").read_text(encoding="utf-8") == MEETING


@pytest.mark.parametrize(
    ("front", "kept"),
    [
        pytest.param("a: [{nom: Zed, acteur: x}, {acteur: y}]\n", "a: [{acteur: x}, {acteur: y}]\n", id="on one line"),
        pytest.param("a:\n- nom: Zed\n  acteur: x\n- acteur: y\n", "a:\n- acteur: x\n- acteur: y\n", id="one key a line"),
        pytest.param(
            "a:\n  - acteur: x\n    represente: Léa Zed\nb: 1\n", "a:\n  - acteur: x\nb: 1\n", id="somebody represented"
        ),
        pytest.param(
            "personnes_citees:\n  - {nom: Zed}\n  - {nom: Autre}\nb: 1\n",
            "personnes_citees:\n  - {nom: Autre}\nb: 1\n",
            id="cited, in a list",
        ),
        pytest.param("personnes_citees: [{nom: Zed}]\n", "personnes_citees: []\n", id="cited, alone"),
        pytest.param("a: [{nom: Zède, prenom: Léa}]\n", "a: [{nom: Zède, prenom: Léa}]\n", id="another name"),
        pytest.param("a: [{nom: Zed, prenom: Tom}]\n", "a: [{nom: Zed, prenom: Tom}]\n", id="another first name"),
        pytest.param("a: [{nom: Zed, texte: Qui ?}]\n", "a: [{texte: Qui ?}]\n", id="beside a question"),
        pytest.param("a:\n- nom: Zed   # ici\n  acteur: x\n", "a:\n-    # ici\n  acteur: x\n", id="a comment beside it stays"),
        pytest.param("a: [\n", "a: [\n", id="what cannot be read"),
    ],
)
def test_an_entry_loses_the_keys_that_name_the_person(front: str, kept: str) -> None:
    who = is_person("Léa Zed")
    assert without_person(front, lambda given, name: who(given or "Léa", name) if "Léa" not in name else who(given, name)) == kept


def test_a_page_goes_and_its_address_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert withdraw_page(str(folder), f"{folder}/acteurs/moulin.md", "Demandé.") == 0
    assert not (folder / "acteurs/moulin.md").exists()
    assert (folder / "site.yml").read_text(encoding="utf-8") == "retirees:\n  - /acteurs/moulin/\n"
    said = capsys.readouterr().out
    assert "/acteurs/moulin/ répond que la page a été retirée" in said
    assert "acteur inconnu « moulin »" in said, "what names it still is told"


@pytest.mark.parametrize("page", ["acteurs/moulins", "moulin", "../acteurs/moulin", "site"])
def test_a_page_that_is_none_is_refused(folder: Path, capsys: pytest.CaptureFixture[str], page: str) -> None:
    assert withdraw_page(str(folder), page, "") == 1
    assert "n'est pas une page de" in capsys.readouterr().err
    assert not (folder / "site.yml").exists()


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param("nom: A", "nom: A\nretirees:\n  - /x/\n", id="the first one"),
        pytest.param("retirees:\n  - /y/\nnom: A\n", "retirees:\n  - /x/\n  - /y/\nnom: A\n", id="one more"),
        pytest.param("retirees: [/y/]\n", None, id="on one line: by hand"),
    ],
)
def test_the_address_is_kept_in_the_file_of_the_site(text: str, after: str | None) -> None:
    assert retired(text, "/x/") == after


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("[/acteurs/moulin/]", "est l'adresse de acteurs/moulin.md"),
        ("[https://x.example/]", "n'est pas l'adresse d'une page"),
        ("[/recherche/]", "est l'adresse de une page que le site construit"),
    ],
)
def test_an_address_in_use_is_not_that_of_a_page_that_was_withdrawn(folder: Path, given: str, message: str) -> None:
    (folder / "site.yml").write_text(f"retirees: {given}\n", encoding="utf-8")
    assert [one for one in errors(load(folder)[1]) if message in str(one)]
