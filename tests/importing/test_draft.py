"""Minutes → the draft of a page: what is recognised, what is marked, what is never left, what is never overwritten."""

import hashlib
import shutil
from pathlib import Path

import pytest

from benchmarks.importing import made
from benchmarks.importing.drafts import names_left, next_is_exact, parts_of, people
from benchmarks.importing.gold import Gold, read
from benchmarks.importing.measures import ends, headings, words_in_order
from plugins.building.command import run_check
from plugins.importing.command import run
from plugins.model.loading import load
from tests.importing.files import At, docx, pdf
from tests.sample import CONTENT

GOLDS = [read(path) for path in sorted((Path(__file__).parent / "minutes").glob("*.md"))]
TEXT = (
    "Comité <local> & associés\n\nRéunion du 9 juin 2026\n\nParticipants\n\nMme Vasseur (UDM)\nM. Pesquet (Cap rivages)\n\n"
    "Ouverture\n\nMme Vasseur rappelle que la salle du haut est libre. M. Abgrallou, graphiste, offre l'affiche.\n\n"
    "# Deux * signes_de_Markdown, [crochets] <balises> et 1. des nombres.\n\n::: parole inconnue\n\nLe prix est de 12 € par personne.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def imported(folder: Path, data: bytes, name: str = "compte-rendu.txt", **options: bool) -> str:
    path = folder.parent / name
    path.write_bytes(data)
    before = set(folder.rglob("*.md"))
    assert run(str(path), str(folder), **options) == 0
    (page,) = [page for page in set(folder.rglob("*.md")) - before if page.parent.name == "reunions"]
    return page.read_text(encoding="utf-8")


def judged(gold: Gold) -> list[tuple[str, str]]:
    return [("heading" if block.kind == "heading" else block.kind, block.text) for block in gold.body]


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.name)
def test_a_draft_holds_all_that_the_minutes_say(gold: Gold, folder: Path) -> None:
    front, blocks = parts_of(imported(folder, made.text(gold), keep_names=True))
    assert words_in_order(blocks, judged(gold)) == 1
    assert ends(blocks, judged(gold)) == 1
    assert headings(blocks, judged(gold)) == 1
    assert people(front, gold) == (len(gold.expected["personnes"]),) * 2
    assert (front["date"], front["instance"]) == (gold.expected["date"], gold.expected["instance"])
    assert next_is_exact(front, gold)


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.name)
def test_a_draft_without_names_holds_none_and_its_unknown_organisations_wait(gold: Gold, folder: Path) -> None:
    text = imported(folder, made.text(gold))
    assert names_left(text, gold) == []
    for organisation in gold.expected["inconnues"]:
        assert f'.venv/bin/inv new acteur "{organisation}"' in text
    assert load(folder, "c")[1] == load(CONTENT, "c")[1]


@pytest.mark.site
@pytest.mark.parametrize("keep_names", [False, True], ids=["sans noms", "avec les noms"])
def test_a_draft_is_accepted_as_it_is(folder: Path, *, keep_names: bool) -> None:
    for gold in GOLDS:
        imported(folder, made.text(gold), f"{gold.name}.txt", keep_names=keep_names)
    imported(folder, TEXT.encode(), keep_names=keep_names)
    assert run_check(str(folder)) == 0


def test_a_stranger_is_nobody_and_is_marked_with_their_place(folder: Path) -> None:
    text = imported(folder, TEXT.encode())
    assert "L'Union des métiers rappelle que la salle du haut est libre. Une personne, graphiste, offre l'affiche." in text
    assert "> à relire (ligne 12) : le nom de quelqu'un dont l'organisation n'est pas dite a été retiré" in text
    assert "Abgrallou" not in text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        pytest.param("Julie Abgrallou apporte l'affiche.", "Une personne apporte l'affiche.", id="un prénom et un nom"),
        pytest.param(
            "Le lycée Julie Abgrallou prête sa salle.", "Le lycée Julie Abgrallou prête sa salle.", id="le nom d'un lieu"
        ),
        pytest.param(
            "Écrire à julie.vasseur@exemple.fr avant mardi.", "Écrire à Union des métiers avant mardi.", id="une adresse"
        ),
    ],
)
def test_a_name_without_civility_is_found_too(said: str, shown: str, folder: Path) -> None:
    assert shown in imported(folder, TEXT.replace("M. Abgrallou, graphiste, offre l'affiche.", said).encode())


def test_what_may_be_the_name_of_a_person_is_marked(folder: Path) -> None:
    text = imported(folder, TEXT.replace("M. Abgrallou, graphiste,", "Quillan de Sarrelongue (Les Berges)").encode())
    assert "> à relire (ligne 12) : un nom suivi d'une organisation entre parenthèses est resté" in text


def test_an_organisation_without_a_sheet_is_shown_by_its_name(folder: Path) -> None:
    text = imported(folder, TEXT.replace("M. Abgrallou, graphiste,", "M. Pesquet").encode())
    assert "Cap rivages offre l'affiche." in text


def test_the_page_keeps_the_fingerprint_of_its_file(folder: Path) -> None:
    assert hashlib.sha256(TEXT.encode()).hexdigest() in imported(folder, TEXT.encode())


def test_the_same_file_again_proposes_only_what_is_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = imported(folder, TEXT.encode())
    page = next((folder / "reunions").glob("2026-06-09*"))
    assert run(str(folder.parent / "compte-rendu.txt"), str(folder)) == 0
    assert "rien ne diffère" in capsys.readouterr().out
    page.write_text(text.replace("Le prix est de 12 € par personne.\n", ""), encoding="utf-8")
    assert run(str(folder.parent / "compte-rendu.txt"), str(folder)) == 0
    said = capsys.readouterr().out
    assert [line for line in said.splitlines() if line.startswith("+")] == ["+ Le prix est de 12 € par personne."]
    assert "12 € par personne.\n" not in page.read_text(encoding="utf-8").partition("---\n## ")[2]


def test_a_page_is_replaced_only_when_it_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(folder, TEXT.encode())
    page = next((folder / "reunions").glob("2026-06-09*"))
    page.write_text(
        page.read_text(encoding="utf-8").replace("sha256: ", "sha256: 0", 1).replace("0" * 2, "0", 1), encoding="utf-8"
    )
    (folder.parent / "autre.txt").write_bytes(TEXT.replace("12 €", "15 €").encode())
    before = page.read_bytes()
    assert run(str(folder.parent / "autre.txt"), str(folder)) == 1
    assert "existe déjà et n'est pas touché" in capsys.readouterr().out
    assert page.read_bytes() == before
    assert run(str(folder.parent / "autre.txt"), str(folder), replace=True) == 0
    assert "15 €" in page.read_text(encoding="utf-8")


def test_an_unknown_body_gets_a_sheet_to_be_written(folder: Path) -> None:
    text = imported(folder, TEXT.replace("Comité <local> & associés", "Conseil des berges").encode())
    assert "instance: conseil-des-berges\n" in text
    sheet = load(folder, "c")[0].actors["conseil-des-berges"].record
    assert (sheet.titre, sheet.nature, sheet.statut) == ("Conseil des berges", "instance", "amorce")


def test_the_original_is_attached_under_a_name_without_persons(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = imported(folder, TEXT.encode(), "cr Vasseur.txt", attach=True)
    (original,) = (folder / "fichiers").iterdir()
    assert original.read_bytes() == TEXT.encode()
    assert f"(../fichiers/{original.name})" in text
    assert "Vasseur" not in text + original.name
    assert "publié tel quel" in capsys.readouterr().out


def test_each_doubt_leads_to_its_place_in_an_attached_pdf(folder: Path) -> None:
    said = [line for line in TEXT.split("\n") if line and not line.startswith((":::", "#"))]
    data = pdf([[At(60, 60 + 30 * rank, line) for rank, line in enumerate(said)]])
    text = imported(folder, data, "cr.pdf", attach=True)
    (original,) = (folder / "fichiers").iterdir()
    assert f"> à relire ([page 1, cadre 60,231 à 624,242](../fichiers/{original.name}#page=1&zoom=100,40,211)) : le nom" in text
    assert load(folder, "c")[1] == load(CONTENT, "c")[1]


def test_of_two_meetings_the_one_that_is_asked_for_is_taken(folder: Path) -> None:
    second = TEXT.replace("9 juin", "7 juillet").replace("la salle du haut", "la salle du bas")
    (folder.parent / "deux.txt").write_text(f"{TEXT}\n\n{second}", encoding="utf-8")
    assert run(str(folder.parent / "deux.txt"), str(folder), day="2026-07-07") == 0
    text = next((folder / "reunions").glob("2026-07-07*")).read_text(encoding="utf-8")
    assert "la salle du bas" in text
    assert "la salle du haut" not in text


def test_a_day_that_only_the_heads_of_pages_say_is_taken_and_marked(folder: Path) -> None:
    said = [line for line in TEXT.split("\n") if line and not line.startswith((":::", "#", "Réunion"))]
    page = [At(60, 100 + 30 * rank, line) for rank, line in enumerate(said)]
    head = At(60, 30, "Comité, séance du 9 juin 2026")
    more = ["Le hall reste ouvert le soir.", "Les écoles sont prévenues par courrier."]
    text = imported(folder, pdf([[head, *page], *([head, At(60, 100, line)] for line in more)]), "cr.pdf")
    assert "date: 2026-06-09" in text
    assert "# à relire (en-tête de page, ou nom du fichier) : la date vient d'un en-tête de page ou du nom du fichier" in text


def test_the_terminal_says_what_was_recognised_what_is_unsure_and_what_is_missing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(folder, TEXT.encode())
    said = capsys.readouterr().out
    assert "2 présents ; 1 sur 2 rattachés à une fiche" in said
    assert "À relire (1) :\n  ligne 12 : " in said
    assert "« Cap rivages » n'a pas de fiche — .venv/bin/inv new acteur" in said
    assert "aucune date de prochaine réunion" in said


FRAMED = [
    ("|", "Comité <local> & associés\tCOMPTE RENDU\tRéunion du 9 juin 2026"),
    ("p", "Compte rendu diffusé le 15 juin 2026"),
    ("p", "Présidente : Mme Claire Vasseur, Agence du travail"),
    ("p", "Rédacteur : Jocelin Tarvey"),
    ("h2", "Feuille de présence"),
    ("p", "Hadrien BRUNEL – Union des métiers (en visio)"),
    ("h2", "Échanges"),
    (
        "p",
        "Claire et Hadrien relisent la charte. Les jeunes de 16 à 25 ans viennent peu ; 48 habitants sont venus avec J.-M. Abgrallou.",
    ),
    ("p", "Question : qui finance l'impression ?"),
]


def test_the_frame_of_the_first_page_says_which_meeting_it_was(folder: Path) -> None:
    front = parts_of(imported(folder, docx(FRAMED), "x.docx"))[0]
    assert (str(front["date"]), front["instance"]) == ("2026-06-09", "comite-local")


def test_who_chairs_was_there_and_a_list_may_be_called_feuille_de_presence(folder: Path) -> None:
    front, blocks = parts_of(imported(folder, docx(FRAMED), "x.docx"))
    assert [one["acteur"] for one in front["participants"]] == ["agence-du-travail", "union-des-metiers"]
    assert [text for kind, text in blocks if kind == "heading"] == ["Échanges"]


def test_names_that_a_role_or_an_initial_gives_away_go_and_a_given_name_that_is_a_word_is_asked(folder: Path) -> None:
    text = imported(folder, docx(FRAMED), "x.docx")
    assert all(name not in text for name in ("Tarvey", "Jocelin", "Abgrallou", "Vasseur", "Brunel", "BRUNEL"))
    assert "un prénom de la liste" in text


def test_an_age_is_no_figure_and_a_question_goes_without_its_label(folder: Path) -> None:
    front = parts_of(imported(folder, docx(FRAMED), "x.docx"))[0]
    assert [one["valeur"] for one in front["chiffres"]] == ["48"]
    assert [one["texte"] for one in front["questions"]] == ["Qui finance l'impression ?"]
