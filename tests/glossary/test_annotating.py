import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.crosslinks.linking import link
from plugins.diagnostics import Place
from plugins.glossary.annotating import Annotated, annotate
from plugins.glossary.entries import Glossary, build
from plugins.markup.reading import read
from plugins.markup.rewriting import Marked, Wrap
from plugins.model.lists import Term
from plugins.registry.building import build as build_registry
from tests.markup.sample import guarded
from tests.registry.sample import content

REGISTRY = build_registry(content())[0]
TERMS = (
    Term(terme="Quartier prioritaire de la politique de la ville", sigle="QPV", definition="D."),
    Term(terme="Zone de revitalisation rurale", sigle="ZRR", definition="D.", aujourd_hui="FRR"),
    Term(terme="politique de la ville", definition="D."),
    Term(terme="contrat de ville", definition="D.", aujourd_hui="contrat 2030"),
    Term(terme="Union des métiers", sigle="UDM", definition="D.", acteur="union"),
    Term(terme="Caisse d’aide aux familles", sigle="CAF", definition="D.", acteur="aide"),
    Term(terme="plénier", definition="D.", acteur="union"),
    Term(terme="Comté", definition="D."),
    Term(terme="aller vers", definition="D."),
    Term(terme="Institut des métiers", sigle="Ins-Mé", definition="D."),
)
GLOSSARY: Glossary = build(TERMS, tuple(Place("content/glossaire.yml", 1 + rank) for rank in range(len(TERMS))), REGISTRY)
QPV = 'href="../../glossaire/#qpv"><abbr title="Quartier prioritaire de la politique de la ville">'


def annotated(html: str) -> str:
    return annotate(Marked(guarded(html)), GLOSSARY, "../../glossaire/").marked.html


def linked(html: str) -> Marked:
    return link(guarded(html), REGISTRY, "pages/x", lambda key: f"../../{key}/", None, "mention").marked


def explained(html: str) -> Annotated:
    return annotate(linked(html), GLOSSARY, "../../glossaire/")


def bare(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def marked(html: str) -> list[str]:
    return [bare(text) for text in re.findall(r'<a class="glossary".*?</a>', annotated(html), re.DOTALL)]


def test_an_acronym_is_explained_and_leads_to_its_entry() -> None:
    assert annotated("<p>Un QPV.</p>") == f'<p>Un <a class="glossary" {QPV}QPV</abbr></a>.</p>'


def test_todays_name_is_given_when_it_changed() -> None:
    assert '<abbr title="Zone de revitalisation rurale, aujourd&#x27;hui FRR">ZRR</abbr></a>' in annotated("<p>ZRR</p>")
    assert 'href="../../glossaire/#contrat-de-ville" title="contrat de ville, aujourd&#x27;hui contrat 2030">' in annotated(
        "<p>un contrat de ville</p>"
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>les QPVs, le Q.P.V.</p><h2>T</h2><p>Q.P.V.</p>", ["QPVs", "Q.P.V."], id="pluriel et points"),
        pytest.param("<p>d’un contrat de ville, l'UDM</p>", ["contrat de ville"], id="un acteur répété est laissé aux liens"),
        pytest.param("<p>des Contrats de ville</p>", ["Contrats de ville"], id="un terme : casse et nombre libres"),
        pytest.param("<p>un quartier prioritaire de la politique de la ville</p>", None, id="le plus long"),
        pytest.param("<p>QPV, QPV</p><h3>T</h3><p>QPV</p>", ["QPV", "QPV"], id="une fois par section"),
        pytest.param("<p>quartier prioritaire de la politique de la ville, QPV</p>", None, id="sigle et terme : une entrée"),
        pytest.param("<p><strong>Q</strong>PV</p>", ["QPV"], id="à cheval sur du gras"),
        pytest.param("<ul><li>QPV</li></ul>", ["QPV"], id="liste"),
        pytest.param("<p>INS-MÉ</p>", ["INS-MÉ"], id="sigle mêlé, écrit en capitales"),
        pytest.param("<p>le plénier</p>", ["plénier"], id="ne nomme pas l'acteur qu'il explique"),
        pytest.param("<p>(QPV)/ZRR, « QPV »</p>", ["QPV", "ZRR"], id="ponctuation"),
    ],
)
def test_what_leads_to_the_glossary(html: str, expected: list[str] | None) -> None:
    assert marked(html) == (expected or ["quartier prioritaire de la politique de la ville"])


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>qpv, Qpv, QPVA, aQPV, QPV2</p>", id="autre casse, autre mot"),
        pytest.param("<h2>QPV</h2>", id="titre"),
        pytest.param("<p><code>QPV</code></p><pre>QPV</pre>", id="code"),
        pytest.param('<p><a href="x">un <em>QPV</em></a></p>', id="lien de l'auteur"),
        pytest.param('<p><a class="approach" href="x">les QPV</a></p>', id="lien du site"),
        pytest.param(
            "<p>www.QPV.fr https://x.fr/QPV a@QPV bilan_QPV liste-QPV.pdf, x/QPV/a.odt; QPV.PDF</p>", id="adresse, fichier"
        ),
        pytest.param("<p>l’UDM, la CAF, le Comté, aller vers</p>", id="noms de pages : aux liens"),
    ],
)
def test_what_is_left_alone(html: str) -> None:
    assert annotated(html) == html


def test_a_term_inside_the_name_of_a_page_is_left_alone() -> None:
    terms = (Term(terme="aide aux familles", definition="D."),)
    glossary = build(terms, (Place("g"),), REGISTRY)
    assert (
        annotate(Marked(guarded("<p>la Caisse d’aide aux familles</p>")), glossary, "g/").marked.html
        == "<p>la Caisse d’aide aux familles</p>"
    )
    assert 'class="glossary"' in annotate(Marked(guarded("<p>une aide aux familles</p>")), glossary, "g/").marked.html


def test_an_acronym_inside_the_link_to_its_actor_is_explained_there() -> None:
    assert explained("<p>la CAF</p>").marked.html == (
        '<p>la <a class="actor" href="../../acteurs/aide/"><abbr title="Caisse d’aide aux familles">CAF</abbr></a></p>'
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("les UDM", id="un autre acteur"),
        pytest.param("Caisse d’aide aux familles", id="le nom en entier"),
        pytest.param("un QPV", id="un sigle sans acteur"),
    ],
)
def test_nothing_else_is_marked_inside_that_link(text: str) -> None:
    link = Wrap(0, len(text), "a", (("class", "actor"), ("href", "x")), to="acteurs/aide")
    written = Marked(guarded(f"<p>{text}</p>"), (link,))
    assert annotate(written, GLOSSARY, "g/").marked.html == written.html


def test_a_page_says_which_entries_it_writes_marked_or_not() -> None:
    found = explained("<h2>ZRR</h2><p>QPV, CAF, CAF</p>")
    assert found.used == ("zrr", "qpv", "caf")
    assert annotate(Marked(read(found.marked.html)), GLOSSARY, "g/").used == ("zrr", "caf", "qpv")


WORDS = st.sampled_from(
    ["QPV", "Q.P.V.", "ZRR", "CAF", "UDM", "Comté", "politique de la ville", "contrat de ville", "aller vers", "plénier", "l’", "&amp;",
     "&eacute;", "<b>", "</b>", "<em>", "</em>", "<code>", "</code>", "<h2>", "</h2>", "<p>", "</p>", '<a href="x">', "</a>", "\n",
     "<br>", "é", "\u00ad", "<", "."]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=30).map("".join), st.text())


@given(TEXTS)
def test_without_the_marks_the_source_is_the_same_to_the_letter(html: str) -> None:
    marked = linked(html)
    again = re.sub(r'<a class="glossary"[^>]*>|<abbr title="[^"]*">|</abbr>', "", annotate(marked, GLOSSARY, "g/").marked.html)
    first = marked.html
    assert again.replace("</a>", "") == first.replace("</a>", "")


@given(TEXTS)
def test_annotating_twice_is_annotating_once(html: str) -> None:
    once = explained(html).marked.html
    assert annotate(Marked(read(once)), GLOSSARY, "../../glossaire/").marked.html == once


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("QPV" * 50_000, id="un mot"),
        pytest.param("QPV " * 50_000, id="cinquante mille mentions"),
        pytest.param("<b>" * 5_000 + "QPV", id="balises emboîtées"),
        pytest.param("/" * 100_000 + " QPV", id="barres obliques"),
        pytest.param("QPV/" * 30_000, id="une seule adresse"),
    ],
)
def test_a_text_made_to_hurt_is_read_in_time(text: str) -> None:
    assert bare(annotated(f"<p>{text}</p>")) == bare(text)
