"""Contents to draw, and the drawings of them with their texts, as a page shows both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, FileSystemLoader

from plugins.alliance.freshness import freshness
from plugins.crosslinks.backlink_records import CitedActor
from plugins.drawings.pictures import Pictures, pictures
from plugins.model.content import Content
from plugins.needs.relay import relays
from plugins.presentation.filters import FILTERS
from tests.alliance.sample import actor, content, family, meeting, need, step

TEMPLATES = Path(__file__).parents[2] / "theme/templates"
DAY = date(2026, 11, 25)
HOSTILE = '<script>alert("1")</script> & « l\'été » "onload=x"'
LONG = "Laboratoire d'études et de recherches sociales, économiques, territoriales et intercommunales de la vallée"

SMALL = content(
    family("rue", titre="La rue", ordre=1),
    family("guichets", titre="Les guichets", ordre=2),
    family("absents", titre="Ceux que personne n'a encore invités", ordre=3),
    actor("mediatrices", famille="rue", role="aller-vers", nature="metier", titre="Médiatrices", verifie_le="2026-05-20"),
    actor("educateurs", famille="rue", role="aller-vers", nature="reseau", titre="Éducateurs", statut="relue"),
    actor("maison", role="les-deux", titre=HOSTILE, statut="validee", verifie_le="2026-11-01"),
    actor("agence", titre="Agence", verifie_le="2024-01-01", statut="relue"),
    actor("laboratoire", role="ressource", titre=LONG),
    actor("comite", role="coordination", nature="instance", titre="Comité"),
    need("logement", titre="Je cherche un logement", ordre=1, reponses=[
        {"acteur": "mediatrices", "texte": "Elles écoutent."},
        {"acteur": "maison", "texte": "Elle accueille."},
        {"acteur": "agence", "texte": "Elle inscrit."},
    ], attendus=["educateurs"]),
    need("travail", titre=HOSTILE, ordre=2, reponses=[
        {"acteur": "mediatrices", "texte": "Elles écoutent."},
        {"acteur": "agence", "texte": "Elle inscrit."},
        {"acteur": "agence", "texte": "Elle conseille."},
        {"acteur": "laboratoire", "texte": "Il forme."},
    ]),
    need("silence", titre=LONG, ordre=3),
    meeting("un", "2025-10-15", titre=HOSTILE, prochaine_reunion={"date": "2025-12-17"}),
    meeting("deux", "2026-03-01", titre="Deuxième réunion", prochaine_reunion={"date": "2027-01-10"}),
    step("axe", titre=LONG, avancement="travaillee", historique=[
        {"date": "2025-10-15", "avancement": "proposee", "reunion": "un"},
        {"date": "2026-06-02", "avancement": "travaillee"},
    ]),
    step("action", titre="Une action", nature="action", axe="axe", historique=[{"date": "2025-10-15", "avancement": "proposee"}]),
    step("seule", titre="Sans axe", nature="action", historique=[{"date": "2026-03-01", "avancement": "proposee", "reunion": "deux"}]),
)  # fmt: skip
ONE = content(family("guichets"), actor("seul"), need("besoin", reponses=[{"acteur": "seul", "texte": "Il répond."}]))
EMPTY = content()
TOGETHER = {
    ("mediatrices", "educateurs"): 7,
    ("mediatrices", "maison"): 2,
    ("educateurs", "agence"): 1,
    ("laboratoire", "comite"): 3,
}


@cache
def crowd(size: int = 800) -> Content:
    """Actors by the hundred, thirty needs, fifteen families, a meeting a month for four years."""
    roles = ("aller-vers", "les-deux", "aller-dans", "coordination", "ressource")
    return content(
        *(family(f"famille-{rank}", titre=f"Famille numéro {rank}") for rank in range(15)),
        *(
            actor(
                f"acteur-{rank}",
                titre=f"Acteur numéro {rank}, de la vallée",
                famille=f"famille-{rank % 15}",
                role=roles[rank % 5],
                statut=("amorce", "relue", "validee")[rank % 3],
                verifie_le=f"{2024 + rank % 3}-{1 + rank % 12:02}-10",
            )
            for rank in range(size)
        ),
        *(
            need(
                f"besoin-{rank}",
                titre=f"J'ai besoin numéro {rank} de quelque chose",
                reponses=[{"acteur": f"acteur-{(rank * 7 + far) % size}", "texte": "Oui."} for far in range(9)],
                attendus=[f"acteur-{(rank * 11 + far + 300) % size}" for far in range(3)],
            )
            for rank in range(30)
        ),
        *(meeting(f"reunion-{rank}", f"{2022 + rank // 12}-{1 + rank % 12:02}-05") for rank in range(48)),
    )


def crowded() -> dict[tuple[str, str], int]:
    """Who is mentioned with whom in a crowd."""
    return {(f"acteur-{one}", f"acteur-{one + far}"): 1 + (one * far) % 9 for one in range(790) for far in range(1, 6)}


def companions(site: Content, ties: Mapping[tuple[str, str], int]) -> dict[str, tuple[CitedActor, ...]]:
    """The pairs as the backlinks tell them."""
    beside: dict[str, list[CitedActor]] = {}
    for pair, count in ties.items():
        for one, other in (pair, pair[::-1]):
            far = site.actors[other]
            cited = CitedActor(other, far.record.titre, far.url, far.record.famille, count)
            beside.setdefault(site.actors[one].key, []).append(cited)
    return {key: tuple(own) for key, own in beside.items()}


def drawn(site: Content, ties: Mapping[tuple[str, str], int] | None = None) -> Pictures:
    return pictures(site, DAY, relays(site), companions(site, ties or {}), freshness(site, DAY))  # type: ignore[arg-type]


def shown(partial: str, site: Content, ties: Mapping[tuple[str, str], int] | None = None) -> str:
    """HTML of one section, as the theme writes it one folder below the root."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= FILTERS
    return environment.get_template(f"partials/drawing-{partial}.html").render(
        site=site, pictures=drawn(site, ties), SITEURL="..", finder=None
    )


def parsed(html: str) -> tuple[list[Tag], Tag]:
    """The drawings of a section, and what is left of the section without any: its text."""
    section = BeautifulSoup(html, "html.parser")
    svgs = [svg.extract() for svg in section.find_all("svg", class_="drawing")]
    return svgs, section


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?\d+(?:\.\d+)?", text)]


def slug(link: Any) -> str:
    """The last folder of an address."""
    return str(link["href"]).rstrip("/").rpartition("/")[2]
