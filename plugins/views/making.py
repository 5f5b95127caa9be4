"""What was found about the whole site, and the page that is to be written → the view of its template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from plugins.cache.digests import Digests, all_but
from plugins.cache.memory import memory
from plugins.crosslinks.attributing import positions
from plugins.crosslinks.texts import Texts
from plugins.drawings.pictures import Pictures
from plugins.exports.catalogue import Catalogue
from plugins.followup.news import news
from plugins.model.content import Content, Document
from plugins.model.kinds import DATA_PAGE
from plugins.model.meeting import Meeting
from plugins.needs.eligibility import Eligibility
from plugins.needs.finder import Facet, Helper
from plugins.needs.relay import Relay
from plugins.presentation import grouping
from plugins.registry.registry import Registry
from plugins.views.around import Around, View, Written
from plugins.views.built import (
    AllianceView,
    CommitteesView,
    ComparisonView,
    DecisionsView,
    FollowingView,
    HelpView,
    LegalView,
    NetworkView,
    OlderView,
    SharedActorView,
    SheetView,
    ThemesView,
    ThemeView,
    TraceView,
)
from plugins.views.content import ActorView, MeetingView, MentionedView, NeedView, PageView, PlainView
from plugins.views.lists import (
    CompareView,
    EditorsView,
    FinderView,
    GlossaryView,
    HomeView,
    MeetingsView,
    NeedsView,
    PicturesView,
    SearchView,
)
from plugins.views.shown import Shown

# What Pelican gives to the template of a page: the page of the content among it, or what a room says of one that it builds.
Given = Mapping[str, Any]
# What was found, what every page has, its structured data, what Pelican gives → its view.
Maker = Callable[[Shown, Around, str, Given], View]


def around(found: Shown) -> Around:
    """What every page has around its own part."""
    return Around(
        site=found.site,
        texts=found.texts,
        reporting=found.reporting,
        legal_pages=found.legal_pages,
        search=found.search,
        feed_url=found.feed_url,
        manifest=found.manifest,
        palette=found.palette,
        paper_colours=found.paper_colours,
        logo=found.logo,
        committees=found.committees.sites,
    )


def view_of(found: Shown, common: Around, template: str, given: Given) -> Mapping[str, Any]:
    """The view of a page, by the names under which its template knows each part of it.

    That of a template that is not of this theme, or of a page that is not of the content, holds only what is around.

    Args:
        found: about the whole site.
        common: from `around`.
        template: its name, such as `acteur.html`.
        given: by Pelican.
    """
    page = given.get("article") or given.get("page")
    known = page is None or hasattr(page, "document")
    key = page.document.key if page and known else (given["output_file"].removesuffix("index.html") or "index/").rstrip("/")
    view = (MAKERS.get(template, _bare) if known else _bare)(found, common, found.structured_data.get(key, ""), given)
    return {one.name: getattr(part, one.name) for part in (view.around, view) for one in fields(part) if one.name != "around"}


def digests() -> Digests:
    """How the views of one build are told apart: of a document, its front matter counts, for no template shows more."""
    return memory().call(Digests, _FORMS).turn()


def _written(given: Given) -> Written:
    page = given.get("article") or given["page"]
    return Written(page.document, page.headings, page.content)


def _page(found: Shown, common: Around, data: str, given: Given) -> View:
    return PageView(common, data, _written(given), found.card_file)


def _plain(found: Shown, common: Around, data: str, given: Given) -> View:
    page = _written(given)
    return PlainView(common, data, page, found.card_file, _catalogue(found, page.document.slug))


def _catalogue(found: Shown, slug: str) -> Catalogue | None:
    return replace(found.catalogue, quality=None) if slug == DATA_PAGE else None


def _mentioned(found: Shown, common: Around, data: str, given: Given) -> View:
    page = _written(given)
    return MentionedView(common, data, page, found.card_file, found.backlinks.get(page.key))


def _actor(found: Shown, common: Around, data: str, given: Given) -> View:
    page = _written(given)
    key, slug = page.key, page.document.slug
    return ActorView(
        around=common,
        structured_data=data,
        page=page,
        card_file=found.card_file,
        backlinks=found.backlinks.get(key),
        attributed=found.attributed.get(key, ()),
        positions=positions(found.attributed.get(key, ())),
        companions=found.companions.get(key, ()),
        eligibility=found.eligibility,
        expected=found.expected.get(slug),
        fresh=found.fresh.get(slug),
        next_meetings=found.next_meetings,
        paper=found.papers.get(key),
        places=found.nearby.get(slug, ()),
        terms=found.glossary_of_actor.get(slug, ()),
        ways=found.ways.get(slug, ()),
    )


def _need(found: Shown, common: Around, data: str, given: Given) -> View:
    page = _written(given)
    paper, relay = found.papers[page.key], found.relays[page.document.slug]
    return NeedView(common, data, page, found.card_file, found.eligibility, paper, relay)


def _meeting(found: Shown, common: Around, data: str, given: Given) -> View:
    page = _written(given)
    record: Any = page.record
    entries = (one.id for items in Meeting.items(record).values() for one in items if one.id)
    born = {one: len(found.consequences.get((page.document.slug, one), ())) for one in entries}
    return MeetingView(common, data, page, found.card_file, born, found.mentioned_actors.get(page.key, ()), found.registry)


def _network(found: Shown, common: Around, data: str, given: Given) -> View:
    return NetworkView(common, data, given["sheets"], given["groups"], found.pictures, frozenset(found.ways))


def _following(found: Shown, common: Around, data: str, given: Given) -> View:
    own = {name: given[name] for name in ("agenda", "changes", "recent")}
    told = bool(news(found.site))
    return FollowingView(common, data, **own, expected=found.expected, next_meetings=found.next_meetings, has_news=told)


def _alliance(found: Shown, common: Around, data: str, given: Given) -> View:
    own = {name: given[name] for name in ("alliance", "publics", "rural_terms", "rural", "practices", "figures")}
    return AllianceView(common, data, **own, eligibility=found.eligibility, pictures=found.pictures)


def _home(found: Shown, common: Around, data: str, _: Given) -> View:
    return HomeView(common, data, found.finder, found.next_meetings, found.open_questions, _urgent(found))


def _needs(found: Shown, common: Around, data: str, _: Given) -> View:
    return NeedsView(common, data, found.pictures, _urgent(found))


def _urgent(found: Shown) -> Mapping[str, Relay]:
    return {need.slug: found.relays[need.slug] for need in grouping.dangers(found.site)}


def _bare(_: Shown, common: Around, data: str, __: Given) -> View:
    return View(common, data)


def _pictures(found: Shown, common: Around, data: str, _: Given) -> View:
    return PicturesView(common, data, found.pictures)


# What counts of each when views are told apart.
_PLACES = ("glossary_places", "territory_places", "door_places", "outcome_places", "attached", "faulty")
_FORMS: Mapping[type, Callable[[Any], object]] = {
    Document: all_but("path", "body", "body_line", "lines"),
    Content: all_but(*_PLACES),
    Registry: Registry.counted,
    Texts: lambda one: [one.registry],
    **dict.fromkeys((Eligibility, Facet, Helper, Pictures), all_but()),
}
# A template that is not among them shows nothing of its own.
MAKERS: Mapping[str, Maker] = {
    "acteur.html": _actor,
    "famille.html": _mentioned,
    "demarche.html": _mentioned,
    "besoin.html": _need,
    "reunion.html": _meeting,
    "etape.html": _page,
    "page.html": _plain,
    "recherche.html": lambda found, common, data, _: SearchView(common, data, _urgent(found)),
    "aide.html": lambda found, common, data, given: HelpView(
        common, data, given["plain"], found.eligibility, bool(found.rural_entries)
    ),
    "fiche.html": lambda _, common, data, given: SheetView(common, data, given["sheet"], given["code"], given["leads_to"]),
    "comparaison.html": lambda found, common, data, given: ComparisonView(
        common, data, given["compared"], found.comparison_pages, found.comparison_points
    ),
    "decisions.html": lambda _, common, data, given: DecisionsView(common, data, given["registers"]),
    "themes.html": lambda _, common, data, given: ThemesView(common, data, given["themes"]),
    "theme.html": lambda _, common, data, given: ThemeView(common, data, given["theme"]),
    "suivi_annee.html": lambda found, common, data, given: OlderView(
        common, data, given["open"], given["years"], found.next_meetings
    ),
    "retiree.html": _bare,
    "comites.html": lambda found, common, data, _: CommitteesView(common, data, found.committees.latest, found.committees.shared),
    "acteur_commun.html": lambda _, common, data, given: SharedActorView(common, data, given["actor"]),
    "trace.html": lambda _, common, data, given: TraceView(common, data, given["trace"]),
    "legale.html": lambda found, common, data, given: LegalView(
        common, data, given["legal"], _catalogue(found, given["legal"].slug)
    ),
    "reseau.html": _network,
    "suivi.html": _following,
    "alliance.html": _alliance,
    "index.html": _home,
    "qui_peut_aider.html": lambda found, common, data, _: FinderView(
        common, data, found.finder, found.finder_data, found.eligibility, bool(found.rural_entries)
    ),
    "besoins.html": _needs,
    "feuille_de_route.html": _pictures,
    "reunions.html": lambda found, common, data, _: MeetingsView(
        common, data, found.pictures, found.next_meetings, news(found.site)
    ),
    "glossaire.html": lambda found, common, data, _: GlossaryView(common, data, found.glossary_entries, found.eligibility),
    "redaction.html": lambda found, common, data, _: EditorsView(common, data, found.overview, found.catalogue.quality),
    "comparer.html": lambda found, common, data, _: CompareView(common, data, found.comparison_data, found.comparison_pages),
}
