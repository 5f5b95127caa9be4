"""Which files of a content folder are taken, and what is said of the others; none of them is opened to know it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from plugins.model.folder import MOST_LIST, MOST_PAGE, explore, is_left_by_a_system
from plugins.model.loading import load

ACTOR = "---\ntitre: Relais\nfamille: divers\nnature: reseau\nrole: les-deux\nresume: Aide.\nstatut: amorce\nverifie_le: 2026-01-02\n---\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "contenu"
    for name in ("acteurs", "familles", "images", "fichiers", "reunions"):
        (root / name).mkdir(parents=True)
    (root / "familles/divers.md").write_text("---\ntitre: Divers\n---\n", encoding="utf-8")
    return root


def told(folder: Path) -> list[str]:
    return [str(diagnostic) for diagnostic in load(folder, "c")[1]]


PLACES = pytest.mark.parametrize(
    "name", ["acteurs/zz.md", "images/zz.png", "fichiers/sous/zz.pdf", "glossaire.yml", "territoires.yml"]
)


@PLACES
def test_a_pipe_a_socket_and_a_device_are_refused_without_being_opened(folder: Path, name: str, tmp_path: Path) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    assert told(folder) == [f"c/{name}: ce n'est pas un fichier ordinaire (tube, prise ou périphérique) — l'enlever"]
    path.unlink()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        (tmp_path / "s").rename(path)
        assert told(folder) == [f"c/{name}: ce n'est pas un fichier ordinaire (tube, prise ou périphérique) — l'enlever"]
    path.unlink()
    path.symlink_to("/dev/zero")
    assert told(folder) == [f"c/{name}: ce lien sort du contenu — y mettre le fichier lui-même"]


@PLACES
def test_a_link_that_leaves_the_content_is_refused(folder: Path, name: str, tmp_path: Path) -> None:
    (tmp_path / "prive.txt").write_text("secret", encoding="utf-8")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).symlink_to(tmp_path / "prive.txt")
    assert told(folder) == [f"c/{name}: ce lien sort du contenu — y mettre le fichier lui-même"]


@pytest.mark.parametrize("name", ["images/photos", "images", "reunions", "acteurs/ailleurs.md"])
def test_a_linked_folder_is_refused_wherever_it_leads(folder: Path, name: str, tmp_path: Path) -> None:
    path = folder / name
    if path.is_dir():
        path.rmdir()
    for target in (tmp_path, folder / "familles"):
        path.symlink_to(target)
        (message,) = told(folder)
        assert message.startswith(f"c/{name}: ")
        assert "lien" in message
        path.unlink()


def test_a_link_to_what_is_hidden_in_the_content_is_refused(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git/config").write_text("jeton", encoding="utf-8")
    (folder / "fichiers/x.txt").symlink_to("../.git/config")
    assert told(folder) == ["c/fichiers/x.txt: ce lien sort du contenu — y mettre le fichier lui-même"]


def test_a_link_in_a_circle_or_to_nothing_is_refused(folder: Path) -> None:
    (folder / "acteurs/rond.md").symlink_to("rond.md")
    (folder / "images/rien.png").symlink_to("absent.png")
    assert [message.partition(" — ")[0] for message in told(folder)] == [
        f"c/{name}: ce lien tourne en rond, ou ne mène à aucun fichier" for name in ("acteurs/rond.md", "images/rien.png")
    ]


def test_a_link_to_another_file_of_the_content_is_followed(folder: Path) -> None:
    (folder / "fichiers/a.txt").write_text("Texte.", encoding="utf-8")
    (folder / "images/b.txt").symlink_to("../fichiers/a.txt")
    found = explore(folder, "c")
    assert (found.diagnostics, [path.name for path, _ in found.attached]) == ([], ["a.txt", "b.txt"])


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("acteurs/zz.md", MOST_PAGE + 1, "251 ko, 250 ko au plus"),
        ("glossaire.yml", MOST_LIST + 1, "1,1 Mo, 1 Mo au plus"),
        ("fichiers/zz.pdf", 10**12, "1000000 Mo, 50 Mo au plus"),
    ],
)
def test_a_file_without_measure_is_refused_before_it_is_read(folder: Path, name: str, size: int, said: str) -> None:
    with (folder / name).open("wb") as file:
        file.truncate(size)
    assert told(folder) == [f"c/{name}: ce fichier fait {said} — le raccourcir, ou en faire plusieurs"]


@pytest.mark.parametrize(
    "name", [".DS_Store", "._caf.md", "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini", "~$bilan.docx", "caf.md~", ".caf.md.swp", "#caf.md#"]
)  # fmt: skip
@pytest.mark.parametrize("place", ["acteurs", "fichiers", "."])
def test_what_a_system_leaves_is_nobody_s_content(folder: Path, name: str, place: str) -> None:
    (folder / place / name).write_bytes(b"\x00\x05\x16\x07")
    assert is_left_by_a_system(name)
    found = explore(folder, "c")
    assert (found.diagnostics, found.attached, [path.name for path, _, _ in found.pages]) == ([], [], ["divers.md"])


@pytest.mark.parametrize(
    "name",
    [
        "acteurs/aux.md", "reunions/con.md", "acteurs/com1.md", "fichiers/NUL", "images/Prn.tar.gz", "images/lpt9.png", "fichiers/aux/a.pdf",
        "fichiers/a:b.pdf", "fichiers/quoi?.pdf", "fichiers/fin.", "fichiers/fin ", 'fichiers/"a".pdf', "images/a\nb.png", "fichiers/a|b.txt",
    ],
)  # fmt: skip
def test_a_name_that_windows_refuses_is_told(folder: Path, name: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(ACTOR, encoding="utf-8")
    (message,) = told(folder)
    shown = "fichiers/aux" if name.startswith("fichiers/aux/") else name.replace("\n", r"\n")
    assert message.startswith(f"c/{shown}: Windows refuse ce nom")


@pytest.mark.parametrize("name", ["console.md", "auxiliaires-de-vie.md", "nul-en-maths.md", "com10.md", "prnx.md"])
def test_a_name_that_only_begins_so_is_accepted(folder: Path, name: str) -> None:
    (folder / "acteurs" / name).write_text(ACTOR, encoding="utf-8")
    assert told(folder) == []


@pytest.mark.parametrize(("one", "other"), [("Plan.pdf", "plan.pdf"), ("été.pdf", "e\u0301te\u0301.pdf")])
def test_two_names_that_are_one_elsewhere_are_told(folder: Path, one: str, other: str) -> None:
    for name in (one, other):
        (folder / "fichiers" / name).write_bytes(b"%PDF-1.7")
    assert [message.partition("—")[0].partition("« ")[0] for message in told(folder)] == [
        f"c/fichiers/{sorted((one, other))[1]}: même nom que "
    ]


FAULTY = {
    "acteurs/zz.md": "---\ntittre: x\n---\n",
    "acteurs/Mal Nommé.md": ACTOR,
    "acteurs/zz.txt": ACTOR,
    "acteurs/sous/zz.md": ACTOR,
    "acteur/zz.md": ACTOR,
    "acteurs/yaml.md": "---\ntitre: [a\n---\n",
    "acteurs/vide.md": "",
    "acteurs/latin.md": ACTOR.replace("Aide", "Été").encode("latin-1"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_what_refers_to_a_faulty_file_is_not_faulty(folder: Path, name: str) -> None:
    slug = "mal-nomme" if "Nommé" in name else Path(name).stem
    (folder / name).parent.mkdir(exist_ok=True)
    data = FAULTY[name]
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    (folder / "reunions/r.md").write_text(
        f"---\ntitre: R\ndate: 2026-01-02\ninstance: {slug}\nparticipants: [{{acteur: {slug}}}]\n---\n::: parole {slug}\nOui.\n:::\n",
        encoding="utf-8",
    )
    (folder / "glossaire.yml").write_text(f"- {{terme: T, definition: D, acteur: {slug}}}\n", encoding="utf-8")
    content, diagnostics = load(folder, "c")
    assert diagnostics, "the faulty file itself is told"
    assert [str(d) for d in diagnostics if not d.path.startswith(f"c/{Path(name).parts[0]}")] == []
    assert slug in content.known("acteurs"), "nor is what its text says of it"


@pytest.mark.parametrize(
    "text",
    ["- {slug: caen, nom: Caen, niveau: ville}\n- {slug: rouen, nom: Rouen, niveau: commune}\n", "- {slug: caen, nom: [\n"],
)
def test_a_faulty_territory_makes_no_page_faulty(folder: Path, text: str) -> None:
    (folder / "territoires.yml").write_text(text, encoding="utf-8")
    (folder / "acteurs/a.md").write_text(ACTOR.replace("statut", "territoires: [caen]\nstatut"), encoding="utf-8")
    assert [d.path for d in load(folder, "c")[1]] == ["c/territoires.yml"]


def test_all_controls_of_a_file_are_told_at_once_with_all_else(folder: Path) -> None:
    text = ACTOR.replace("role:", "rolle:") + "Un.\n\fDeux.\n\nTrois\x85.\n\x7fQuatre.\n\u202eCinq.\n"
    (folder / "acteurs/a.md").write_text(text, encoding="utf-8")
    assert [(d.line, d.message.partition(" — ")[0]) for d in load(folder, "c")[1]] == [
        (2, "« role » manque"),
        (5, "clé inconnue « rolle »"),
        (11, "caractère de contrôle invisible (U+000C)"),
        (13, "caractère de contrôle invisible (U+0085)"),
        (14, "caractère de contrôle invisible (U+007F)"),
        (15, "caractère de contrôle invisible (U+202E)"),
    ]


def test_lines_in_another_encoding_are_told_in_one_sentence(folder: Path) -> None:
    (folder / "acteurs/a.md").write_bytes(ACTOR.encode() + "Été.\n\nNoël.\nAoût.\n".encode("latin-1"))
    (message,) = told(folder)
    assert message.startswith("c/acteurs/a.md:10: le fichier n'est pas en UTF-8")
    assert message.endswith("(un caractère accentué est illisible ; de même lignes 12, 13)")


def test_a_file_of_nothing_but_controls_is_told_in_a_hundred_lines(folder: Path) -> None:
    (folder / "acteurs/a.md").write_text(ACTOR + "\x01\n" * 400, encoding="utf-8")
    messages = told(folder)
    assert len(messages) == 101
    assert messages[-1].endswith("caractères de contrôle dans 300 lignes encore")
