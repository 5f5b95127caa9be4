"""The room's functions → the names under which templates call them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from plugins.model import orders, sessions
from plugins.presentation import bodies, gaps, grouping, meetings
from plugins.text import dates, labels, typesetting
from plugins.text.addresses import host_of
from plugins.text.site_addresses import root_path
from plugins.text.slugs import slugify
from plugins.text.telephone import dialled


def of_this_site(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that knows the site's settings: Jinja may not work out its value when it compiles a template.

    What a filter makes of constants is written in the compiled template, which is kept from one build to the next: a copy
    for work would decide of what the published site says.
    """

    @pass_context
    def asked(_: Context, *given: Any, **named: Any) -> Any:
        return function(*given, **named)

    return asked


FILTERS: Mapping[str, Callable[..., Any]] = {
    "date": dates.full_date,
    "jour": dates.weekday_date,
    "heure": dates.hour,
    "periode": dates.period,
    "listes": meetings.lists,
    "redites": meetings.retold,
    "mots_de_liste": meetings.list_words,
    "mots_d_entree": meetings.entry_words,
    "libelle": labels.label,
    "codes": labels.codes,
    "fr": typesetting.typeset,
    "titre": typesetting.heading,
    "slug": slugify,
    "pluriel": typesetting.plural,
    "majuscule": typesetting.sentence_case,
    "enumere": typesetting.enumeration,
    "hote": host_of,
    "racine": root_path,
    "numeros": dialled,
    "habille": bodies.dressed,
    "teintes": grouping.hues,
    "ordonne": orders.ordered,
    "alphabetiques": orders.by_title,
    "recentes": orders.newest_first,
    "par_annee": sessions.by_year,
    "reunions_de": meetings.of_body,
    "instances": meetings.bodies,
    "derniere_tenue": meetings.last,
    "precedente": sessions.before,
    "suivante": sessions.after,
    "tenue_ensuite": sessions.held_after,
    "devenu": meetings.became,
    "remplace_par": meetings.replacing,
    "manque_depuis": gaps.dated_gap,
    "corrige": meetings.with_corrections,
    "par_role": grouping.by_role,
    "siegent": grouping.seated,
    "par_lettre": grouping.by_letter,
    "par_reunion": grouping.by_meeting,
    "acteurs_de": grouping.actors_of,
    "besoins_par_groupe": grouping.by_group,
    "themes_suivis": grouping.shared_themes,
    "dangers": grouping.dangers,
    "pages_du_pied": grouping.foot_pages,
    "voisines_de": grouping.neighbours_of,
    "reponses_de": grouping.answers_of,
    "etapes_de": grouping.steps_of,
    "entree_de": grouping.entry,
    "actions_de": grouping.actions_of,
}
