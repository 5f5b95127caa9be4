"""Each name leads to its own page, and an everyday word to none; all names are invented."""

from datetime import date
from typing import Any

import pytest

from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Linked, Sitting, Skip
from plugins.model.content import Content
from plugins.registry.building import build
from tests.markup.sample import guarded
from tests.registry.sample import actor

ACTORS: dict[str, dict[str, Any]] = {
    "rive": {"titre": "Territoire de la Rive", "alias": [{"forme": "la Rive", "casse": True}]},
    "scolaire": {"titre": "Rive scolaire"},
    "tempo": {"titre": "Tempo+"},
    "appui": {"titre": "D'@ppui"},
    "solidaire": {"titre": "Aide-solidaire.fr"},
    "clic": {"titre": "Centre d'information", "sigle": "CLIC"},
    "nord": {"titre": "Foyer Nord", "alias": ["le foyer"]},
    "sud": {"titre": "Foyer Sud", "alias": ["le foyer"]},
    "ouest": {"titre": "Foyer Ouest", "alias": ["le foyer"]},
}
REGISTRY = build(Content(actors={slug: actor(slug, **fields) for slug, fields in ACTORS.items()}))[0]


def linked(text: str, *present: str) -> Linked:
    meeting = Sitting("m", date(2022, 3, 1), frozenset(present))
    return link(guarded(f"<p>{text}</p>"), REGISTRY, "reunions/m", lambda key: key, meeting, "mention")


def doors(text: str, *present: str) -> list[tuple[str, str]]:
    return [(m.surface, m.target.removeprefix("acteurs/")) for m in linked(text, *present).mentions if m.linked]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("vu la Rive scolaire", [("Rive scolaire", "scolaire")], id="la plus longue, un mot plus loin"),
        pytest.param("La Rive scolaire", [("Rive scolaire", "scolaire")], id="de même en tête de phrase"),
        pytest.param("La Rive dit, la Rive fait", [("La Rive", "rive"), ("la Rive", "rive")], id="capitale d'une phrase"),
        pytest.param("un tempo, Tempo+", [("Tempo+", "tempo")], id="le signe appartient au nom"),
        pytest.param("vu D’@ppui hier, l'élan d'@ppui.", [("D’@ppui", "appui"), ("d'@ppui", "appui")], id="arobase"),
        pytest.param("sur Aide-solidaire.fr.", [("Aide-solidaire.fr", "solidaire")], id="un nom en .fr"),
        pytest.param("d’Aide-solidaire.fr : oui", [("Aide-solidaire.fr", "solidaire")], id="un nom en .fr, élidé"),
        pytest.param("un clic au CLIC", [("CLIC", "clic")], id="mot courant et sigle"),
    ],
)
def test_a_name_leads_to_its_own_page(text: str, expected: list[tuple[str, str]]) -> None:
    assert doors(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "https://aide-solidaire.fr", "www.aide-solidaire.fr", "aide-solidaire.fr/aide", "contact@aide-solidaire.fr",
        "sous.aide-solidaire.fr", "d'@ppui.fr", "http://x.fr/d'@ppui", "aide-solidaire.fr?x=1",
    ],
)  # fmt: skip
def test_nothing_is_linked_inside_a_real_address(text: str) -> None:
    found = linked(f"voir {text} ici")
    assert [m.skipped for m in found.mentions if m.skipped is not Skip.ADDRESS] == []


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        pytest.param(("sud",), [("le foyer", "sud")], id="un seul est là : c'est lui"),
        pytest.param(("nord", "sud"), [], id="deux sont là"),
        pytest.param((), [], id="aucun n'est là"),
    ],
)
def test_a_form_of_several_pages_leads_to_the_only_one_that_takes_part(
    present: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert doors("ouvrir le foyer", *present) == expected
    if not expected:
        assert [m.skipped for m in linked("ouvrir le foyer", *present).mentions] == [Skip.AMBIGUOUS]
