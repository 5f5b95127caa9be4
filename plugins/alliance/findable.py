"""The content → what the search is told of these pages: those for all, one by family, one by meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.alliance.comparison import FOLDER, comparison_pages
from plugins.followup.agenda import agenda
from plugins.followup.deciding import URL as DECISIONS
from plugins.followup.deciding import registers
from plugins.followup.themes import URL as THEMES
from plugins.followup.trace import trace_url
from plugins.model.built_page import Findable
from plugins.model.content import Content
from plugins.model.themes import by_theme
from plugins.text.dates import full_date
from plugins.text.slugs import slugify

_KIND = "Réseau"


def findable_alliance(content: Content, today: date) -> Iterator[Findable]:
    """Only pages that say something: without a meeting nothing is open, without actors there is no network.

    Args:
        content: names of persons masked.
        today: the day of the build.
    """
    if content.actors:
        yield Findable(
            "reseau/",
            "Un réseau vivant : ce qui est à jour, ce qu'il faut revoir",
            _KIND,
            "Quand chaque fiche a été vérifiée, quand elle doit l'être de nouveau, et ce qui lui manque.",
            ("réseau", "le réseau", "fiches à revoir", "fiches à jour"),
        )
        yield Findable(
            FOLDER,
            "Comparer ce que proposent les acteurs",
            "Outil",
            "Choisir deux à cinq acteurs et lire leurs offres côte à côte, point par point.",
            ("comparer", "comparaison", "côte à côte", "comparer les acteurs"),
        )
    for compared in comparison_pages(content):
        if compared.rank == 1:
            title = f"{compared.family.record.titre}, côte à côte"
            yield Findable(compared.url, title, "Outil", "Ce que proposent les acteurs de cette famille, point par point.")
    if content.meetings:
        yield Findable(
            "suivi/",
            "Ce qui reste ouvert, et qui s'en charge",
            _KIND,
            "Les questions sans réponse, ce que chacun doit faire et pour quand, et ce qui a changé d'une réunion à l'autre.",
            ("suivi", "le suivi", "questions ouvertes", "échéances", "ce qui reste à faire"),
        )
        for older in agenda(content, today).years:
            summary = "Les questions sans réponse et ce qui reste à faire des réunions de cette année-là."
            yield Findable(older.url, f"Ce qui reste ouvert de {older.year}", _KIND, summary, (f"suivi {older.year}",))
        if registers(content, today):
            yield Findable(
                DECISIONS,
                "Ce qui a été décidé, et ce qui vaut encore",
                _KIND,
                "Les décisions de chaque instance : celles qui sont en vigueur, celles qui ont pris fin ou ont été remplacées.",
                ("décisions", "registre des décisions", "votes"),
            )
        yield from _of_themes(content)
        yield Findable(
            "alliance/",
            "L'alliance : qui en est, sur quoi, avec qui d'autre",
            _KIND,
            "Qui prend part à l'alliance, ce que tous partagent, la part de chaque institution, et qui reste à solliciter.",
            ("alliance", "l'alliance", "partenaires"),
        )
    for meeting in content.meetings.values():
        if meeting.record.has_items:
            title = f"Ce qui est né de la réunion du {full_date(meeting.record.date)}"
            yield Findable(trace_url(meeting), title, _KIND, "Ce qui s'est dit, ce qui en a été retenu, et ce qui s'y appuie.")


def _of_themes(content: Content) -> Iterator[Findable]:
    known = by_theme(content)
    if known:
        summary = "Les thèmes des réunions, du dernier abordé au plus ancien."
        yield Findable(THEMES, "De quoi les réunions ont parlé, thème par thème", _KIND, summary, ("thèmes", "les thèmes"))
    for slug, meetings in known.items():
        title = next(one for one in meetings[0].record.themes if slugify(one) == slug)
        told = f"Ce que les réunions en ont dit, année par année, jusqu'au {full_date(meetings[0].record.date)}."
        yield Findable(f"{THEMES}{slug}/", f"Thème : {title}", _KIND, told, (f"thème {title}",))
