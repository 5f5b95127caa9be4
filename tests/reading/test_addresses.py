"""Links and images lead where an editor meant, whether the site's address is typed or the file's path."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.diagnostics import Severity
from plugins.model.content import Content, Document
from plugins.model.kinds import Kind
from plugins.model.records import Page, PlainPage
from plugins.reading.markdown import Rendered
from plugins.reading.rendering import render_all
from plugins.reading.reserved import Reserved

FILES = ("images/plan.png", "fichiers/compte rendu.pdf")


def document(kind: Kind, slug: str, body: str = "") -> Document[Page]:
    return Document(kind, slug, f"contenu/{kind.folder}/{slug}.md", PlainPage(titre=slug), body, 5, {("titre",): 2})


def written(body: str, kind: Kind = Kind.MEETING) -> Rendered:
    pages = [
        document(Kind.ACTOR, "caf", "## Le plan d'accès\n\n## Participants\n"),
        document(Kind.ACTOR, "mission-locale"),
        document(Kind.FAMILY, "caf-et-msa"),
        document(Kind.PAGE, "a-propos"),
        document(kind, "page", body),
    ]
    content = Content.holding(pages)
    return render_all(content, FILES, Reserved(frozenset({"participants"})))[0][kind.key("page")]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        pytest.param("../acteurs/caf.md", "../../acteurs/caf/", id="fichier"),
        pytest.param("../acteurs/caf.md#le-plan-d-acces", "../../acteurs/caf/#le-plan-d-acces", id="fichier et ancre"),
        pytest.param("../acteurs/caf.md#le-plan-daccès", "../../acteurs/caf/#le-plan-d-acces", id="ancre d'une forge"),
        pytest.param("../acteurs/caf.md#Le%20plan%20d'accès", "../../acteurs/caf/#le-plan-d-acces", id="ancre d'Obsidian"),
        pytest.param("../acteurs/caf.md#participants", "../../acteurs/caf/#titre-participants", id="ancre d'un titre renommé"),
        pytest.param("{filename}../acteurs/caf.md", "../../acteurs/caf/", id="à la façon de Pelican"),
        pytest.param("{filename}/acteurs/caf.md", "../../acteurs/caf/", id="à la façon de Pelican, depuis la racine"),
        pytest.param("/acteurs/caf.md", "../../acteurs/caf/", id="depuis la racine du contenu"),
        pytest.param("/content/acteurs/caf.md", "../../acteurs/caf/", id="depuis la racine du dépôt"),
        pytest.param("../../acteurs/caf.md", "../../acteurs/caf/", id="fichier, comme depuis l'adresse"),
        pytest.param("caf.md", "../../acteurs/caf/", id="nom seul"),
        pytest.param("./page.md", "../../reunions/page/", id="soi-même"),
        pytest.param("..\\\\acteurs\\\\caf.md", "../../acteurs/caf/", id="barres de Windows"),
        pytest.param("../pages/a-propos.md", "../../a-propos/", id="page à la racine"),
        pytest.param("../acteurs/caf", "../../acteurs/caf/", id="chemin sans extension"),
        pytest.param("../../acteurs/caf/", "../../acteurs/caf/", id="adresse"),
        pytest.param("../../acteurs/caf", "../../acteurs/caf/", id="adresse sans barre finale"),
        pytest.param("../../acteurs/caf/index.html#x", "../../acteurs/caf/#x", id="adresse du fichier construit"),
        pytest.param("../glossaire.yml#qpv", "../../glossaire/#qpv", id="glossaire"),
        pytest.param("../../recherche/?q=x", "../../recherche/?q=x", id="page du thème"),
        pytest.param("../images/plan.png", "../../images/plan.png", id="image"),
        pytest.param("../../images/plan.png", "../../images/plan.png", id="image, comme depuis l'adresse"),
        pytest.param("/images/plan.png", "../../images/plan.png", id="image, depuis la racine"),
        pytest.param("plan.png", "../../images/plan.png", id="image, nom seul"),
        pytest.param("<../fichiers/compte rendu.pdf>", "../../fichiers/compte%20rendu.pdf", id="fichier joint, espace"),
        pytest.param("https://a.example/caf.md", "https://a.example/caf.md", id="ailleurs"),
        pytest.param("mailto:a@a.example", "mailto:a@a.example", id="courriel"),
        pytest.param("#reste", "#reste", id="ici"),
        pytest.param("/", "../../", id="accueil"),
        pytest.param("fichiers/compte%20rendu.pdf", "../../fichiers/compte%20rendu.pdf", id="fichier joint, depuis le contenu"),
        pytest.param("content/acteurs/caf.md", "../../acteurs/caf/", id="fichier, depuis le dépôt, sans barre"),
        pytest.param("../acteurs/", "../../acteurs/", id="dossier du contenu"),
    ],
)
def test_a_link_leads_to_what_was_meant(typed: str, address: str) -> None:
    page = written(f"Un\n[lien]({typed})")
    assert f'<a href="{address}">lien</a>' in page.html
    assert page.addresses == {address: [6]}
    assert page.diagnostics == ()


def test_an_image_is_shown_by_its_path_in_the_folders() -> None:
    assert '<img src="../images/plan.png" alt="Le plan">' in written("![Le plan](../images/plan.png)", Kind.PAGE).html


def test_a_definition_is_understood_too() -> None:
    assert '<a href="../../acteurs/caf/">lien</a>' in written("[lien][a]\n\n[a]: ../acteurs/caf.md").html


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        pytest.param("../acteurs/caff.md", "ce fichier n'existe pas — écrire plutôt « ../acteurs/caf.md »", id="fichier inconnu"),
        pytest.param("caff.md", "ce fichier n'existe pas", id="nom inconnu"),
        pytest.param("www.exemple.fr", "écrire « https://www.exemple.fr »", id="adresse du web sans son début"),
        pytest.param("exemple.fr/aide", "écrire « https://exemple.fr/aide »", id="adresse du web, sans www"),
        pytest.param("accueil@exemple.fr", "écrire « mailto:accueil@exemple.fr »", id="courriel sans son début"),
        pytest.param("https:exemple.fr", "cette adresse est mal écrite", id="sans barres"),
        pytest.param("https:///aide", "cette adresse est mal écrite", id="sans domaine"),
        pytest.param("", "cette adresse est vide", id="vide"),
        pytest.param("<>", "cette adresse est vide", id="vide, entre chevrons"),
        pytest.param("mailto:accueil", "il n'ouvre aucun message", id="courriel sans domaine"),
        pytest.param("mailto:", "il n'ouvre aucun message", id="courriel vide"),
        pytest.param("tel:accueil", "il n'appelle pas un numéro", id="numéro sans chiffre"),
        pytest.param("tel:02619100010261910002", "il n'appelle pas un numéro", id="deux numéros collés"),
        pytest.param(
            "https://exemple.fr/?q=" + "a" * 2000, "cette adresse compte 2022 signes, 2000 au plus", id="adresse sans fin"
        ),
        pytest.param("#", "il ne mène nulle part", id="ancre vide"),
        pytest.param("//exemple.fr/aide", "écrire « https://exemple.fr/aide »", id="sans protocole : mort depuis un dossier"),
        pytest.param("//", "cette adresse est mal écrite", id="deux barres"),
        pytest.param("http://.", "cette adresse est mal écrite", id="un point pour domaine"),
        pytest.param("https://exemple.fr:99999/", "cette adresse est mal écrite", id="port qui n'existe pas"),
        pytest.param("https://[::1/", "cette adresse est mal écrite", id="domaine illisible"),
        pytest.param("<https://exemple .fr/>", "cette adresse est mal écrite", id="domaine avec une espace"),
        pytest.param("htp://exemple.fr", "un lien commence par", id="protocole mal écrit"),
        pytest.param("sms:0261910001", "un lien commence par http:, https:, mailto:, tel:", id="protocole que la garde enlève"),
        pytest.param("C:\\\\Documents\\\\bilan.pdf", "un lien commence par", id="chemin d'un poste"),
        pytest.param(
            "../fichiers/compte-rendu.pdf", "écrire plutôt « ../fichiers/compte rendu.pdf »", id="fichier joint inconnu"
        ),
        pytest.param("../images/PLAN.png", "écrire plutôt « ../images/plan.png »", id="capitales d'un nom de fichier"),
        pytest.param("../../images/plna.png", "écrire plutôt « ../images/plan.png »", id="image inconnue"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error_at_its_line(typed: str, message: str) -> None:
    (found,) = written(f"Un\n\ndeux\n[lien]({typed})").diagnostics
    assert (found.path, found.line, found.severity) == ("contenu/reunions/page.md", 8, Severity.ERROR)
    assert message in found.message


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/x.png", "HTTPS://a.example/x.png", "http:a.example/x.png", "//a.example/x.png", "\\\\\\\\a.example\\\\x.png",
        "/\\\\a.example/x.png", "<\thttps://a.example/x.png>", "%68ttps://a.example/x.png", "&#104;ttps://a.example/x.png",
        "data:image/png;base64,AAAA", "DATA:image/png;base64,AAAA", "ftp://a.example/x.png", "blob:x", "data:image/svg+xml,x",
    ],
)  # fmt: skip
def test_an_image_of_a_third_party_is_an_error_in_any_spelling(address: str) -> None:
    (found,) = written(f"Texte\n![plan]({address})").diagnostics
    assert (found.line, found.severity) == (6, Severity.ERROR)


@pytest.mark.parametrize(
    "address", ["../acteurs/caf.md", "<../fichiers/compte rendu.pdf>", "../../recherche/"], ids=["page", "PDF", "adresse"]
)
def test_what_is_no_picture_is_not_shown_as_one(address: str) -> None:
    (found,) = written(f"Texte\n![plan]({address})").diagnostics
    assert (found.line, found.severity) == (6, Severity.ERROR)
    assert "ce n'est pas une image (.png, .jpg" in found.message


@pytest.mark.parametrize("words", ["", " ", "&nbsp;"], ids=["rien", "une espace", "une espace insécable"])
def test_an_image_that_says_nothing_to_who_does_not_see_it_is_an_error(words: str) -> None:
    (found,) = written(f"Texte\n![{words}](../images/plan.png)").diagnostics
    assert (found.line, found.severity) == (6, Severity.ERROR)
    assert "écrire « ![ce qu'elle montre](adresse) »" in found.message


def test_a_file_with_an_error_of_its_own_exists() -> None:
    page = document(Kind.MEETING, "page", "[lien](../acteurs/caf.md)")
    content = replace(Content.holding([page]), faulty=frozenset({"acteurs/caf"}))
    assert render_all(content)[1] == []
