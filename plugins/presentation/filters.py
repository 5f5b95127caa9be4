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
    "weekday": dates.weekday_date,
    "hour": dates.hour,
    "period": dates.period,
    "lists": meetings.lists,
    "retold": meetings.retold,
    "list_words": meetings.list_words,
    "entry_words": meetings.entry_words,
    "label": labels.label,
    "codes": labels.codes,
    "fr": typesetting.typeset,
    "heading": typesetting.heading,
    "slug": slugify,
    "plural": typesetting.plural,
    "sentence_case": typesetting.sentence_case,
    "enumeration": typesetting.enumeration,
    "host": host_of,
    "root": root_path,
    "dialled": dialled,
    "dressed": bodies.dressed,
    "hues": grouping.hues,
    "ordered": orders.ordered,
    "by_title": orders.by_title,
    "newest_first": orders.newest_first,
    "by_year": sessions.by_year,
    "meetings_of": meetings.of_body,
    "bodies": meetings.bodies,
    "last_held": meetings.last,
    "previous": sessions.before,
    "following": sessions.after,
    "held_after": sessions.held_after,
    "became": meetings.became,
    "replacing": meetings.replacing,
    "dated_gap": gaps.dated_gap,
    "with_corrections": meetings.with_corrections,
    "by_role": grouping.by_role,
    "seated": grouping.seated,
    "by_letter": grouping.by_letter,
    "by_meeting": grouping.by_meeting,
    "actors_of": grouping.actors_of,
    "needs_by_group": grouping.by_group,
    "shared_themes": grouping.shared_themes,
    "dangers": grouping.dangers,
    "foot_pages": grouping.foot_pages,
    "neighbours_of": grouping.neighbours_of,
    "answers_of": grouping.answers_of,
    "steps_of": grouping.steps_of,
    "entry_of": grouping.entry,
    "actions_of": grouping.actions_of,
}
