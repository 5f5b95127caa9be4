"""The guideline of linking, rule by rule, as an opponent would test it; all names are invented."""

import re
import unicodedata
from datetime import date
from typing import Any

import pytest

from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Linked, Sitting, Skip
from plugins.markup.body import Body
from plugins.registry.building import build
from plugins.registry.registry import Registry
from tests.markup.sample import guarded
from tests.registry.sample import PARTICIPANTS, content, meeting

REGISTRY: Registry = build(content(meeting("m", "2022-03-01", PARTICIPANTS)))[0]
MEETING = Sitting("m", date(2022, 3, 1), frozenset(str(p["acteur"]) for p in PARTICIPANTS))
LINK = re.compile(r'<a class="(?:actor|approach|family)"[^>]*>(.*?)</a>', re.DOTALL)


def linked(html: str | Body, policy: Any = "mention", *, key: str = "reunions/m", meeting: Sitting | None = MEETING) -> Linked:
    body = guarded(html) if isinstance(html, str) else html
    return link(body, REGISTRY, key, lambda target: f"../../{target}/", meeting, policy)


def surfaces(html: str, policy: Any = "mention", **more: Any) -> list[str]:
    return [re.sub(r"<[^>]+>", "", text) for text in LINK.findall(linked(html, policy, **more).html)]


def unlinked(html: str) -> str:
    return LINK.sub(r"\1", html)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>la CAISSE D'AIDE AUX FAMILLES</p>", ["CAISSE D'AIDE AUX FAMILLES"], id="capitales"),
        pytest.param("<p>les caisses d’aide aux familles</p>", ["caisses d’aide aux familles"], id="pluriel d'un mot"),
        pytest.param("<p>l’education partagee</p>", ["education partagee"], id="accents perdus"),
        pytest.param(
            f"<p>l’{unicodedata.normalize('NFD', 'Éducation')} partagée</p>", ["E\u0301ducation partagée"], id="décomposé"
        ),
        pytest.param("<p>l’Éducation&nbsp;partagée</p>", ["Éducation\u00a0partagée"], id="entité insécable"),
        pytest.param("<p>l’&Eacute;ducation partag&eacute;e</p>", ["Éducation partagée"], id="lettres en entités"),
        pytest.param("<p>l’Édu&shy;cation\npartagée</p>", ["Édu\u00adcation\npartagée"], id="césure, fin de ligne"),
        pytest.param("<p>Éducation<br>partagée</p>", ["Éducationpartagée"], id="retour à la ligne forcé"),
        pytest.param("<p>la C.A.F. et les CAFs, la caf</p>", ["C.A.F.", "CAFs", "caf"], id="sigle : points, pluriel, minuscules"),
        pytest.param("<p>médiateur(e)s socio culturel(le)s</p>", ["médiateur(e)s socio culturel(le)s"], id="(e)s à chaque mot"),
        pytest.param("<p>médiations socioculturelles</p>", ["médiations socioculturelles"], id="trait d'union perdu"),
        pytest.param("<p>la Caf de Rive et la Caf de Caen</p>", ["Caf de Rive", "Caf"], id="la plus longue"),
        pytest.param("<p><strong>Agence</strong> Avenir</p>", ["Agence Avenir"], id="à cheval sur du gras"),
        pytest.param("<p>l’<em>Agence <strong>Avenir</strong></em></p>", ["Agence Avenir"], id="gras dans l'italique"),
        pytest.param("<p><strong>une Agence</strong> Avenir</p>", ["Agence Avenir"], id="commence au milieu du gras"),
        pytest.param("<ul><li>UDM</li></ul>", ["UDM"], id="liste"),
        pytest.param("<table><tr><th>UDM</th><td>CAF</td></tr></table>", ["UDM", "CAF"], id="tableau"),
        pytest.param("<blockquote><p>UDM</p></blockquote>", ["UDM"], id="citation"),
        pytest.param(
            "<p>CAF/UDM, CAF-UDM (UDM)</p>", ["CAF", "UDM", "CAF", "UDM", "UDM"], id="barre, trait d'union, parenthèses"
        ),
        pytest.param("<p>« UDM » et l’UDM ; d'UDM… UDM !</p>", ["UDM"] * 4, id="ponctuation française"),
        pytest.param("<p>Le Comté finance, l’APE agit</p>", ["Comté", "APE"], id="casse"),
        pytest.param("<p>des clubs</p>", ["clubs"], id="nombre"),
        pytest.param("<p>chez Le Relais</p>", ["Le Relais"], id="litteral"),
        pytest.param("<p>l’ex-Bureau du travail</p>", ["Bureau du travail"], id="ex-"),
        pytest.param(
            "<p>MM. P. Brunel (CAF), Marchal et Le Maire</p>",
            ["P. Brunel", "CAF", "Marchal", "Le Maire"],
            id="liste de personnes",
        ),
        pytest.param("<p>M. <strong>Marchal</strong></p>", ["M. Marchal"], id="personne en gras"),
        pytest.param("<p>Mme Vasseur et Claire Vasseur</p>", ["Mme Vasseur", "Claire Vasseur"], id="personne"),
        pytest.param("<p>on va aller vers eux</p>", ["aller vers"], id="page de la démarche"),
        pytest.param("<p>le fichier, UDM.</p>", ["UDM"], id="point final"),
    ],
)
def test_mentions_are_linked(html: str, expected: list[str]) -> None:
    assert surfaces(html) == expected
    assert unlinked(linked(html).html).count("<a") == 0


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>un agenceavenir, des avenirs</p>", id="dans un mot plus long"),
        pytest.param("<p>une agence, avenir</p>", id="par-dessus une virgule"),
        pytest.param("<p>une agence</p><p>avenir</p>", id="par-dessus un paragraphe"),
        pytest.param("<ul><li>agence</li><li>avenir</li></ul>", id="par-dessus deux puces"),
        pytest.param("<table><tbody><tr><td>agence</td><td>avenir</td></tr></tbody></table>", id="par-dessus deux cellules"),
        pytest.param('<p>agence <code>x</code> avenir, agence <img src="a"> avenir</p>', id="par-dessus du code, une image"),
        pytest.param("<p>le comté, les Comtés, COMTÉ</p>", id="casse et nombre"),
        pytest.param("<p>une ape</p>", id="casse d'un sigle"),
        pytest.param("<p>un club</p>", id="nombre"),
        pytest.param("<p>le relais, Le relais</p>", id="litteral"),
        pytest.param("<p>le Comté académique, les fromages de Comté</p>", id="jamais"),
        pytest.param('<p>à <a href="x">UDM</a></p>', id="dans un lien"),
        pytest.param('<p>à <a href="x">la <b>CAF</b></a></p>', id="dans le gras d'un lien"),
        pytest.param("<p><code>UDM</code></p><pre><code>CAF</code></pre>", id="dans du code"),
        pytest.param("<p>https://udm.fr/caf www.caf.fr caf.fr/udm caf.org http://x.fr/?q=(UDM)</p>", id="adresse web"),
        pytest.param("<p>contact@udm.fr, udm@exemple.org, mailto:caf@x.fr</p>", id="adresse électronique"),
        pytest.param("<p>caf.pdf CR-UDM.docx bilan_caf_2021.xlsx docs/CAF/udm.odt UDM_2021</p>", id="nom de fichier"),
        pytest.param("<h2>UDM</h2><h3>la CAF</h3>", id="titre"),
        pytest.param("<p>Vasseur, M. Inconnu, Mme Julie Vasseur, M. Vasseur</p>", id="personnes hors liste"),
        pytest.param("<p>M. Brunel</p>", id="deux personnes de ce nom"),
        pytest.param("<p>l’école Claire Vasseur, rue Denis Marchal</p>", id="noms de lieux"),
        pytest.param("<p>Mme Comté et M. CAF</p>", id="personne qui porte le nom d'un acteur"),
        pytest.param('<p title="UDM">rien</p>', id="attribut"),
    ],
)
def test_what_is_no_mention_is_left_to_the_byte(html: str) -> None:
    assert linked(html).html == html


def test_persons_are_known_in_their_meeting_only() -> None:
    assert surfaces("<p>Mme Vasseur</p>", meeting=None, key="pages/x") == []


def test_a_page_never_links_to_itself() -> None:
    found = linked("<p>l’UDM et la CAF</p>", key="acteurs/union")
    assert surfaces("<p>l’UDM et la CAF</p>", key="acteurs/union") == ["CAF"]
    assert found.mentions[0].skipped is Skip.ITSELF


def test_the_first_of_each_actor_by_name_and_of_each_person_in_each_section() -> None:
    html = (
        "<p>CAF, CAF, M. P. Brunel, M. P. Brunel</p><h2>UDM</h2><p>UDM, caf, UDM</p><p>UDM, Mme Vasseur, M. Marchal, Mme Vasseur</p>"
        "<h4>x</h4><p>UDM</p>"
    )
    assert surfaces(html, "section") == ["CAF", "M. P. Brunel", "UDM", "caf", "Mme Vasseur", "M. Marchal", "UDM"]
    assert surfaces(html, "page") == ["CAF", "M. P. Brunel", "UDM", "Mme Vasseur", "M. Marchal"]


def test_the_link_carries_the_contract() -> None:
    assert linked("<p>à la CAF, aller vers</p>").html == (
        '<p>à la <a class="actor" href="../../acteurs/aide/">CAF</a>, '
        '<a class="approach" href="../../demarche/aller-vers/">aller vers</a></p>'
    )


def test_a_former_name_keeps_the_word_and_tells_today_s() -> None:
    assert (
        'title="Bureau du travail, aujourd&#x27;hui Agence Avenir">bureaux du travail</a>'
        not in linked("<p>Bureau du travail</p>").html
    )
    assert (
        'title="Bureau du travail, aujourd&#x27;hui Agence Avenir">Bureau du travail</a>'
        in linked("<p>Bureau du travail</p>").html
    )
    assert 'title="Bureau du travail, aujourd&#x27;hui Agence Avenir">AA</a>' in linked("<p>AA</p>").html
    assert "title=" not in linked("<p>Agence Avenir</p>").html


def test_marks_are_closed_and_opened_again_around_a_link_that_leaves_them() -> None:
    assert linked('<p><b id="x" class="y">une Agence</b> Avenir ici</p>').html == (
        '<p><b id="x" class="y">une </b><a class="actor" href="../../acteurs/agence/"><b class="y">Agence</b> Avenir</a> ici</p>'
    )


@pytest.mark.parametrize(
    ("html", "speaker", "names"),
    [
        pytest.param("<p>Mme Vasseur dit</p>", ("union",), "Union des métiers", id="personne"),
        pytest.param("<p>Selon la CAF, oui</p>", ("aide",), "Caisse d’aide aux familles", id="Selon"),
        pytest.param("<p>L’UDM et le Comté disent</p>", ("union", "comte"), "Union des métiers, Comté de Rive", id="deux"),
        pytest.param(
            "<p>Mmes Vasseur et Lair-Beauchamp</p>",
            ("union", "agence"),
            "Union des métiers, Bureau du travail",
            id="liste, nom du jour",
        ),
    ],
)
def test_who_opens_a_paragraph_speaks(html: str, speaker: tuple[str, ...], names: str) -> None:
    found = linked(html)
    assert f'<p data-qui="{names}">' in found.html
    assert {m.speaker for m in found.mentions} == {speaker}


@pytest.mark.parametrize(
    "html", ["<p>On salue Mme Vasseur</p>", "<p>L’APE dit</p>", "<h2>Mme Vasseur</h2>", "<td>Mme Vasseur</td>"]
)
def test_who_does_not_open_a_paragraph_does_not_speak(html: str) -> None:
    assert "data-qui" not in linked(html).html


def test_a_container_says_who_speaks() -> None:
    found = linked('<div class="speech" data-actors="comte aide"><p>Avec l’APE</p></div>')
    assert found.mentions[0].speaker == ("comte", "aide")


def test_mentions_tell_where_they_stand_and_why_they_are_not_linked() -> None:
    found = linked(
        '<h2 id="t">L’UDM</h2>\n<p id="p-1">un\nl’UDM\net <code>CAF</code>, <a href="x">caf</a>, caf.fr, M. Brunel</p>'
    )
    assert [(m.surface, m.anchor, m.line, m.section_id, m.skipped, m.counts) for m in found.mentions] == [
        ("UDM", "t", 0, "t", Skip.HEADING, True),
        ("UDM", "p-1", 1, "t", None, True),
        ("CAF", "p-1", 2, "t", Skip.CODE, False),
        ("caf", "p-1", 2, "t", Skip.LINK, True),
        ("caf", "p-1", 2, "t", Skip.ADDRESS, False),
        ("M. Brunel", "p-1", 2, "t", Skip.AMBIGUOUS, False),
    ]
    assert found.mentions[-1].candidates == ("acteurs/aide", "acteurs/comte")
    mention = found.mentions[1]
    assert mention.block[mention.start : mention.end] == "UDM"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>" + "é" * 1_000_000 + "</p>", id="un million de lettres sans espace"),
        pytest.param("<p>à " + "UDM." * 20_000 + "</p>", id="mentions sans espace"),
        pytest.param("<p>" + "’" * 100_000 + "</p>", id="cent mille apostrophes"),
        pytest.param("<b>" * 1000 + "UDM" + "</b>" * 1000, id="mille balises imbriquées"),
        pytest.param("<p>" + "<b>" * 1000 + "Agence" + "</b>" * 1000 + " Avenir</p>", id="mille balises à refermer"),
        pytest.param("<p>" + "<" * 50_000 + "</p>", id="chevrons"),
        pytest.param('<a "' * 50_000, id="guillemets ouverts"),
        pytest.param("<p>" + "a@" * 50_000 + "</p>", id="arobases"),
        pytest.param("</i>" * 50_000 + "<p>à UDM</p>", id="balises fermantes"),
    ],
)
def test_texts_made_to_hurt_are_linked_in_time(html: str) -> None:
    body = guarded(html)
    assert unlinked(linked(body).html).replace(' data-qui="Bureau du travail"', "") == body.html
