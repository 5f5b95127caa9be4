import pytest

from plugins.crosslinks.backlink_records import Backlinks
from plugins.crosslinks.backlinks import backlinks
from plugins.crosslinks.mention import Policy
from plugins.registry.building import build
from tests.crosslinks.sample import MARCH, OCTOBER, content, mentions, sentence

SITE = content(OCTOBER, MARCH)


def gathered(bodies: dict[str, str], policy: Policy = "section") -> dict[str, Backlinks]:
    return backlinks(SITE, build(SITE)[0], mentions(SITE, bodies, policy))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            "<p>Rien ici. On cite M. X et l’UDM, à 9 h. Puis rien.</p>", "On cite M. X et l’[UDM], à 9 h.", id="la phrase seule"
        ),
        pytest.param("<p>les\nclubs et\nl’<b>UDM</b>\nici</p>", "les clubs et l’[UDM] ici", id="fins de ligne et gras"),
        pytest.param("<ul><li>avec l’UDM&nbsp;;</li></ul>", "avec l’[UDM]", id="le point-virgule d'une liste"),
        pytest.param("<p>« Avec&nbsp;: UDM&nbsp;»</p>", "« Avec\u00a0: [UDM]\u00a0»", id="les espaces insécables restent"),
        pytest.param(
            "<p><b>L’UDM.</b> Elle réunit les métiers. Puis rien.</p>",
            "L’[UDM]. Elle réunit les métiers.",
            id="un nom seul prend la suite",
        ),
        pytest.param("<p>L’UDM.</p>", "L’[UDM].", id="un nom seul, sans suite"),
        pytest.param("<p>L’UDM a dit oui. Puis rien.</p>", "L’[UDM] a dit oui.", id="des mots courts disent déjà quelque chose"),
        pytest.param("<p>a &lt;b&gt; UDM &amp; c</p>", "a <b> [UDM] & c", id="du texte, à échapper par le gabarit"),
    ],
)
def test_an_excerpt_is_the_sentence_around_the_mention(html: str, expected: str) -> None:
    assert sentence(gathered({"pages/a-propos": html})["acteurs/union"]) == expected


def test_a_long_sentence_is_cut_around_the_mention_between_two_words() -> None:
    words = "mot " * 200
    found = sentence(gathered({"pages/a-propos": f"<p>{words}UDM {words}</p>"})["acteurs/union"])
    assert len(found) < 500
    assert found.startswith("… mot ")
    assert found.endswith(" mot …")
    assert "mot [UDM] mot" in found


def test_pages_come_meetings_first_the_newest_first_then_by_kind_and_title() -> None:
    html = "<p>l’UDM</p>"
    pages = ("pages/a-propos", "demarche/aller-vers", "reunions/octobre", "acteurs/clubs", "reunions/mars")
    links = gathered(dict.fromkeys(pages, html))["acteurs/union"]
    assert [group.page_key for group in links.groups] == [
        "reunions/mars",
        "reunions/octobre",
        "acteurs/clubs",
        "demarche/aller-vers",
        "pages/a-propos",
    ]
    assert links.total == 5
    assert [group.url for group in links.groups][-1] == "a-propos/"


def test_what_is_not_linked_counts_and_what_is_no_mention_does_not() -> None:
    html = '<h2 id="t">UDM</h2><p id="p">UDM, puis UDM. Encore UDM.</p><p><a href="https://udm.fr">UDM</a> <code>UDM</code> udm.fr</p>'
    (group,) = gathered({"reunions/octobre": html})["acteurs/union"].groups
    assert group.count == 5, "title, three in the paragraph, one in the author's link; neither code nor address"
    assert [excerpt.anchor for excerpt in group.excerpts] == ["t", "p", "p", ""], "one a sentence"


@pytest.mark.parametrize("policy", ["mention", "section", "page"])
def test_counts_do_not_depend_on_how_many_mentions_are_linked(policy: Policy) -> None:
    assert gathered({"pages/a-propos": "<p>UDM, UDM</p><h2>T</h2><p>UDM</p>"}, policy)["acteurs/union"].total == 3


def test_a_page_does_not_speak_of_itself() -> None:
    assert "acteurs/union" not in gathered({"acteurs/union": "<p>l’UDM</p>"})
    assert "familles/metiers" not in gathered({"familles/metiers": "<p>l’UDM</p>"})


def test_a_family_has_the_mentions_of_its_actors_and_its_own_once_a_sentence() -> None:
    links = gathered({"pages/a-propos": "<p>L’UDM et les clubs de quartier. Le monde de l'emploi.</p>"})
    assert links["familles/metiers"].total == 2
    assert len(links["familles/metiers"].groups[0].excerpts) == 1
    assert sentence(links["familles/emploi"]) == "Le [monde de l'emploi]."


def test_an_approach_page_has_its_mentions() -> None:
    assert sentence(gathered({"reunions/mars": "<p>Il faut aller vers eux.</p>"})["demarche/aller-vers"]) == (
        "Il faut [aller vers] eux."
    )


def test_who_speaks_bears_the_name_of_that_day() -> None:
    html = "<p>Le Bureau du travail et l’UDM citent les clubs de quartier.</p>"
    links = gathered({"reunions/octobre": html, "reunions/mars": html})["acteurs/clubs"]
    assert [group.excerpts[0].speakers for group in links.groups] == [
        ("Agence Avenir", "Union des métiers"),
        ("Bureau du travail", "Union des métiers"),
    ]


def test_a_container_says_who_speaks() -> None:
    html = '<div class="speech" data-actors="agence"><p>Les clubs de quartier.</p></div>'
    assert gathered({"reunions/mars": html})["acteurs/clubs"].groups[0].excerpts[0].speakers == ("Agence Avenir",)


def test_the_order_does_not_depend_on_that_of_the_pages() -> None:
    bodies = {"reunions/mars": "<p>UDM</p>", "reunions/octobre": "<p>UDM</p>"}
    assert gathered(bodies) == gathered(dict(reversed(bodies.items())))


def test_a_paragraph_of_ten_thousand_mentions_is_read_once() -> None:
    (group,) = gathered({"pages/a-propos": f"<p>{'UDM. ' * 10_000}</p>"})["acteurs/union"].groups
    assert (group.count, len(group.excerpts)) == (10_000, 10_000)


def test_a_sentence_without_end_is_not_read_to_its_end_for_each_mention() -> None:
    (group,) = gathered({"pages/a-propos": f"<p>{'clubs de quartier, ' * 20_000}UDM</p>"})["acteurs/clubs"].groups
    assert (group.count, len(group.excerpts)) == (20_000, 1)
