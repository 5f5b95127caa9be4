"""Pelican glue of the presentation room: its functions become Jinja filters."""

from __future__ import annotations

from pelican import Pelican, signals

from plugins.presentation import bodies, dates, grouping, labels, wording
from plugins.text.slugs import slugify

FILTERS = {
    "date": dates.full_date,
    "jour": dates.weekday_date,
    "heure": dates.hour,
    "periode": dates.period,
    "passe": dates.is_past,
    "libelle": labels.label,
    "fr": wording.typeset,
    "slug": slugify,
    "pluriel": wording.plural,
    "enumere": wording.enumeration,
    "hote": wording.host,
    "racine": wording.root_path,
    "numero": wording.dialled,
    "habille": bodies.dressed,
    "json": bodies.embedded,
    "presentes": bodies.presented,
    "teintes": grouping.hues,
    "ordonne": grouping.ordered,
    "recentes": grouping.newest_first,
    "par_titre": grouping.by_title,
    "par_role": grouping.by_role,
    "par_lettre": grouping.by_letter,
    "acteurs_de": grouping.actors_of,
    "reponses_de": grouping.answers_of,
    "etapes_de": grouping.steps_of,
    "passage_de": grouping.passage,
    "actions_de": grouping.actions_of,
}


def add_filters(pelican: Pelican) -> None:
    """Templates escape by default: titles and front matter come from editors."""
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], **FILTERS}


def register() -> None:
    """Before any generator makes its Jinja environment."""
    signals.initialized.connect(add_filters)
