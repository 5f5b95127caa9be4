"""The finder → what the search is told of it: itself, its page for each public, each place that a visitor may type."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.built_page import Findable
from plugins.model.content import Content
from plugins.needs.finder import FOLDER, Choice, Finder
from plugins.needs.placing import Placed
from plugins.text.labels import label

# Districts of the State's list are named together: « Acacias - La Londe - Les Oiseaux ».
_TOGETHER = " - "


def findable_help(found: Finder, content: Content) -> Iterator[Findable]:
    """The finder first, then its pages; a place without a page of its own leads to the finder, at that place.

    Args:
        found: the finder; nothing is told of one without actors.
        content: names its territories.
    """
    if not found.helpers:
        return
    yield Findable(
        f"{FOLDER}/",
        "Qui peut aider ?",
        "Outil",
        "Dire ce que la personne cherche, qui elle est et où elle habite, trouver à qui s'adresser.",
        ("qui peut aider", "trouver de l'aide"),
    )
    towns = {str(place.slug): place.nom for place in content.territories}
    for facet in found.facets:
        for choice in facet.choices:
            if choice.placed:
                yield _place(choice, choice.placed, towns)
            elif facet.code == "public":
                who = label(choice.value, "public")
                yield Findable(
                    choice.url, f"Qui peut aider ? {who}", "Outil", f"Les acteurs qui s'adressent à ce public : {who}."
                )


def _place(choice: Choice, placed: Placed, towns: dict[str, str]) -> Findable:
    nom, code = placed.place.nom, placed.place.code or ""
    around = [towns[slug] for slug in placed.holders[1:]]
    url = choice.url if choice.has_page else f"{FOLDER}/?territoire={choice.value}"
    here = "Qui peut aider ici, les plus proches d'abord."
    if not placed.small:
        return Findable(url, nom, "Lieu", f"{placed.group}. {here}" if placed.group not in ("", nom) else here)
    parts = tuple(nom.split(_TOGETHER)) if _TOGETHER in nom else ()
    title = f"{nom} ({around[0]})" if around and around[0] not in nom else nom
    told = ", ".join(filter(None, ("Quartier prioritaire de la politique de la ville", code, *around[:1])))
    return Findable(url, title, "Lieu", f"{told}. {here}", tuple(dict.fromkeys((nom, *parts, *filter(None, (code,))))))
