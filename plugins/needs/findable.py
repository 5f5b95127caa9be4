"""The finder → what the search is told of it: itself, its page for each public, each place that a visitor may type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.model.built_page import Findable, Moved
from plugins.model.content import Content
from plugins.model.place_ends import instead
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
    former: dict[str, list[str]] = {str(place.slug): list(place.anciens_noms) for place in content.places_today}
    for slug, others in instead(content).items():
        for one in others:
            former[one].append(towns[slug])
    for facet in found.facets:
        for choice in facet.choices:
            if choice.placed:
                yield _place(choice, choice.placed, towns, former.get(choice.value, ()))
            elif facet.code == "public":
                who = label(choice.value, "public")
                yield Findable(
                    choice.url, f"Qui peut aider ? {who}", "Outil", f"Les acteurs qui s'adressent à ce public : {who}."
                )


def former_places(content: Content) -> Iterator[Moved]:
    """The page of each territory that ended leads to the finder, at the one that took its place."""
    towns, stead = {str(place.slug): place.nom for place in content.territories}, instead(content)
    for entry, place in zip(content.territories, content.territory_places, strict=True):
        for one in stead.get(entry.slug, ())[:1]:
            yield Moved(place, f"{FOLDER}/territoire/{entry.slug}/", f"{FOLDER}/?territoire={one}", towns[one])


def _place(choice: Choice, placed: Placed, towns: dict[str, str], former: Sequence[str]) -> Findable:
    nom, code = placed.place.nom, placed.place.code or ""
    around = [towns[slug] for slug in placed.holders[1:]]
    url = choice.url if choice.has_page else f"{FOLDER}/?territoire={choice.value}"
    here = "Qui peut aider ici, les plus proches d'abord."
    if not placed.small:
        return Findable(url, nom, "Lieu", f"{placed.group}. {here}" if placed.group not in ("", nom) else here, tuple(former))
    parts = tuple(nom.split(_TOGETHER)) if _TOGETHER in nom else ()
    title = f"{nom} ({around[0]})" if around and around[0] not in nom else nom
    told = ", ".join(filter(None, ("Quartier prioritaire de la politique de la ville", code, *around[:1])))
    return Findable(url, title, "Lieu", f"{told}. {here}", tuple(dict.fromkeys((nom, *parts, *filter(None, (code,)), *former))))
