"""Marks that almost have the right form are told, with what to write."""

from __future__ import annotations

import pytest

from plugins.diagnostics import Place, Severity
from plugins.reading.markdown import render


def told(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.message) for one in render(text, Place("x.md"), 1, {}).diagnostics]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("**La CAF :**la suite.", "« **La CAF :**la suite. » : ces signes seront lus", id="gras collé à la suite"),
        pytest.param("__La CAF :__la suite.", "ces signes seront lus", id="gras, autre signe"),
        pytest.param("** gras **", "ces signes seront lus", id="gras avec des espaces"),
        pytest.param("Un **gras", "ces signes seront lus", id="gras jamais fini"),
        pytest.param("*La CAF :*la suite", "ces étoiles seront lues", id="italique collé à la suite"),
        pytest.param("~~faux", "ces signes seront lus", id="barré jamais fini"),
        pytest.param("##Titre", "« ##Titre » : le dièse sera lu — laisser une espace", id="titre sans espace"),
        pytest.param("####### Titre", "le dièse sera lu", id="sept dièses"),
        pytest.param("[[CAF]]", "« [[CAF]] » : les crochets seront lus", id="lien à la façon d'un wiki"),
        pytest.param(
            "![[plan.png]]",
            "« ![[plan.png]] » : les crochets seront lus — écrire « ![ce que montre",
            id="image à la façon d'un wiki",
        ),
        pytest.param("==x==", "écrire « **mot** »", id="surligné"),
        pytest.param("<b>x</b>", "« <b> » : le HTML n'est pas interprété", id="HTML"),
        pytest.param("Un<br/>deux", "le HTML n'est pas interprété", id="saut de ligne en HTML"),
        pytest.param("[texte] (https://a.example/)", "ce lien ne marche pas", id="lien avec une espace"),
        pytest.param("[texte](un fichier.pdf)", "ce lien ne marche pas", id="adresse avec une espace"),
        pytest.param("[texte](javascript:x)", "ce lien ne marche pas", id="adresse refusée"),
        pytest.param("(texte)[https://a.example/]", "ce lien est à l'envers", id="lien à l'envers"),
        pytest.param("[texte][inconnu]", "ce lien n'a pas d'adresse", id="lien sans adresse"),
        pytest.param("Texte\n[CAF]: https://a.example/", "laisser une ligne vide", id="adresse sous un texte"),
        pytest.param("*[CAF]: Caisse", "la définir dans glossaire.yml", id="abréviation"),
        pytest.param("| a | b |\n| c | d |", "sous la ligne de titre du tableau", id="tableau sans traits"),
        pytest.param("• un", "la puce sera lue", id="puce d'un traitement de texte"),
        pytest.param("-Un", "laisser une espace après la puce", id="puce collée"),
        pytest.param("1.Un", "laisser une espace après le numéro", id="numéro collé"),
        pytest.param("- [ ] à faire", "la case sera lue", id="case à cocher"),
        pytest.param("> [!NOTE]\n> Texte", "ces crochets seront lus", id="encadré d'une forge"),
        pytest.param("> à relire (ligne 3) : le nom", "ce doute d'une importation serait lu", id="doute d'une importation"),
        pytest.param("Texte. {#p-correction}", "« p- » et huit lettres ou chiffres", id="ancre trop longue"),
        pytest.param("Texte {#p-corrige1} au milieu.", "à la fin du paragraphe", id="ancre au milieu"),
        pytest.param("## Titre {#plan}", "ces accolades seront lues", id="attribut"),
        pytest.param("_La CAF_la suite", "ces soulignés seront lus", id="italique souligné collé à la suite"),
        pytest.param("10 m^2^ et H~2~O", "écrire les caractères eux-mêmes", id="exposant"),
        pytest.param("Texte {: .note }", "ces accolades seront lues", id="attribut d'un autre dialecte"),
        pytest.param("– un\n– deux", "les tirets seront lus", id="tirets d'un traitement de texte"),
        pytest.param("l`accueil et l`écoute", "écrire une apostrophe", id="accent grave pour une apostrophe"),
    ],
)
def test_a_mark_that_would_be_read_is_told(text: str, message: str) -> None:
    found = told(text)
    assert any(message in said for _, said in found), found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("**La CAF :** la *suite*, __ici__ et ~~là~~.", id="les bonnes formes"),
        pytest.param("\\*\\*x\\*\\* \\#titre \\[[x\\]] \\<b>", id="précédés d'une barre inverse"),
        pytest.param("`**x**` `<b>` `[[x]]` `==x==`", id="dans du code"),
        pytest.param("```\n##Titre\n<!-- x -->\n```", id="dans un bloc de code"),
        pytest.param("&lt;b&gt; et &#42;&#42;x", id="écrits par leur nom"),
        pytest.param("Nom : ______\n\n5 * 3 * 2 < 40 > 20\n\n#1 du classement, 100 %, n° 2", id="signes d'un texte"),
        pytest.param("Voir [1] et [2][3], (a) ou [note].", id="renvois"),
        pytest.param("-10 °C, 3.5 points, 1.er\n\n2021-2027", id="nombres"),
        pytest.param("Texte. {#p-0123abcd}", id="ancre gardée"),
        pytest.param("Texte. {#p-corrige1}", id="ancre choisie, comme le guide le propose"),
        pytest.param("a_b_c, usager*e*s, https://a.example/**/x==y==", id="dans un mot ou une adresse"),
    ],
)
def test_a_text_without_such_a_mark_is_not_told(text: str) -> None:
    assert told(text) == []


def test_the_line_is_that_of_the_mark_and_each_line_is_told_once() -> None:
    assert [line for line, _ in told("Un\ndeux **trois\nquatre\n\n- cinq\n- ==six== ==sept==")] == [2, 6]


def test_a_comment_is_an_error_for_it_was_not_written_to_be_read() -> None:
    (found,) = render("Texte <!-- à vérifier --> ici.", Place("x.md"), 1, {}).diagnostics
    assert found.severity is Severity.ERROR
