"""A service as it is given away → the score that data.inclusion gives it, and what an editor may write for 1.

Source: `score_qualite.py` of PyPI `data-inclusion-schema` 1.0; a test compares each criterion with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.exports.inclusion import Service

Given = Mapping[str, Any]
# Days, as it counts them: six months, two years.
_FRESH, _STALE = 180, 730
_IDEAL = range(200, 2000)
_SHORT = range(50, 200)


@dataclass(frozen=True)
class Criterion:
    """What is looked at: what an editor writes where it is not met, and the score of a service on a day; None: not asked of it."""

    name: str
    advice: str
    score: Callable[[Given, date], float | None]


@dataclass(frozen=True)
class Missing:
    """A criterion that some services do not meet: what to write, and for which (their title, address of their page)."""

    advice: str
    services: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Quality:
    """All services together: how many, their mean score from 0 to 1, what they miss, most services first."""

    count: int
    mean: float
    missing: tuple[Missing, ...]


def _asked_by(way: str, key: str) -> Callable[[Given, date], float | None]:
    return lambda one, _: float(key in one) if way in one.get("modes_mobilisation", ()) else None


def _has(*keys: str) -> Callable[[Given, date], float | None]:
    return lambda one, _: float(any(key in one for key in keys))


def _ways(one: Given, _: date) -> float:
    return sum(key in one for key in ("modes_mobilisation", "mobilisable_par")) / 2


def _cost(one: Given, _: date) -> float:
    return {"gratuit": 1.0, "payant": 0.5}.get(one.get("frais", ""), 0.0)


def _recent(one: Given, today: date) -> float:
    age = (today - date.fromisoformat(one["date_maj"])).days
    return min(1.0, max(0.0, (_STALE - age) / (_STALE - _FRESH)))


def _description(one: Given, _: date) -> float:
    length = len(one["description"])
    return 1.0 if length in _IDEAL else 0.5 if length in _SHORT or length >= _IDEAL.stop else 0.0


CRITERIA = (
    Criterion("adresse_bien_definie", "l’adresse, dans le contact de l’acteur", _asked_by("se-presenter", "adresse")),
    Criterion("modes_mobilisation_bien_definis", "un numéro, une adresse ou une porte : comment s’y prendre", _ways),
    Criterion("au_moins_un_public", "« publics » du besoin ou de l’acteur, par un code de data.inclusion", _has("publics")),
    Criterion("au_moins_une_thematique", "« thematiques » de la réponse", _has("thematiques")),
    Criterion(
        "au_moins_un_moyen_de_contact",
        "un numéro ou un courriel dans le contact de l’acteur, ou une porte",
        _has("courriel", "lien_mobilisation", "telephone"),
    ),
    Criterion("courriel_bien_defini", "le courriel, dans le contact de l’acteur", _asked_by("envoyer-un-courriel", "courriel")),
    Criterion("date_maj_recente", "relire la fiche de l’acteur et dater « verifie_le » : plus de six mois", _recent),
    Criterion("frais_bien_definis", "« frais » de la réponse ; payant vaut la moitié, faute de précisions dans le format", _cost),
    Criterion("description_bien_definie", "un « texte » de réponse de 200 à 2 000 signes", _description),
    Criterion("telephone_bien_defini", "le numéro, dans le contact de l’acteur", _asked_by("telephoner", "telephone")),
)


def scores(given: Given, today: date) -> dict[str, float]:
    """The score of a service by each criterion that is asked of it, two figures after the point."""
    found = ((one.name, one.score(given, today)) for one in CRITERIA)
    return {name: round(value, 2) for name, value in found if value is not None}


def score(given: Given, today: date) -> float:
    """The score of a service, from 0 to 1."""
    found = scores(given, today)
    return round(sum(found.values()) / len(found), 2)


def quality(services: Iterable[tuple[Service, Given]], today: date) -> Quality | None:
    """What the editor is told; None without services.

    Args:
        services: each with its row.
        today: the day of the build.
    """
    told = [(one, given, scores(given, today)) for one, given in services]
    if not told:
        return None
    missing = []
    for criterion in CRITERIA:
        lacking = tuple(
            (f"{one.need.record.titre} — {one.actor.record.titre}", one.need.url)
            for one, _, found in told
            if found.get(criterion.name, 1) < 1
        )
        if lacking:
            missing.append(Missing(criterion.advice, lacking))
    mean = sum(score(given, today) for _, given, _ in told) / len(told)
    return Quality(len(told), round(mean, 2), tuple(sorted(missing, key=lambda one: -len(one.services))))
