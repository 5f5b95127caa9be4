"""The table of contents: a content folder and what a person decided → the whole site, each of its parts typed.

`read` is all that can be wrong with a content; `make` is what pages, readers and machines are told of one that is fit to be
published; `pages` and `finish` come while and after the templates are written. Nothing here knows Pelican.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial

from plugins.alliance.comparison import POINTS, comparison_pages
from plugins.alliance.comparison import data_file as comparison_data
from plugins.alliance.findable import findable_alliance
from plugins.alliance.freshness import freshness
from plugins.alliance.pages import alliance_pages
from plugins.alliance.publics import rural_entries
from plugins.cache.memory import memory
from plugins.cache.store import Store, key_of
from plugins.cache.told import told_once
from plugins.checks.site import READ
from plugins.crosslinks.attributing import attributed
from plugins.crosslinks.backlinks import backlinks
from plugins.crosslinks.citing import companions, mentioned_actors
from plugins.crosslinks.mention import POLICIES
from plugins.crosslinks.pages import Links
from plugins.crosslinks.texts import Texts
from plugins.diagnostics import Diagnostic, Place
from plugins.diagnostics.choices import check_choice
from plugins.drawings.pictures import pictures
from plugins.exports.addresses import check_identity
from plugins.exports.committee_files import files_of, sitemaps
from plugins.exports.feed import FEED_URL
from plugins.exports.files import Known, exported
from plugins.exports.indexing import indexable
from plugins.exports.redirections import redirections
from plugins.exports.structured_data import structured_data
from plugins.exports.writing import write, write_redirections
from plugins.followup.agenda import check_overdue
from plugins.followup.following import expected, open_questions
from plugins.followup.moments import moments
from plugins.followup.trace import born
from plugins.glossary.pages import Explanations
from plugins.model.built_page import BuiltPage
from plugins.model.committees import committee_pages
from plugins.model.content import Content, Document
from plugins.model.kinds import SITE_FILE, Kind
from plugins.model.loading import load
from plugins.model.next_meeting import next_meetings
from plugins.model.records import Page
from plugins.needs.checking import check_needs
from plugins.needs.data import data_file as finder_data
from plugins.needs.eligibility import eligibility
from plugins.needs.findable import findable_help, former_places
from plugins.needs.finder import finder
from plugins.needs.plain import plain_pages
from plugins.needs.relay import relays
from plugins.needs.ways import nearby, ways
from plugins.offline.installing import MANIFEST, installed
from plugins.offline.worker import WORKER, write_worker
from plugins.parts import Decided, Site, Source, Woven
from plugins.persons.masked_content import mask
from plugins.persons.scene import DISPLAYS
from plugins.presentation.cards import card_file
from plugins.presentation.legal import legal_pages, owed_pages
from plugins.presentation.palette import check_colours, palettes
from plugins.presentation.reporting import check_address
from plugins.reading.markdown import Rendered
from plugins.reading.passages import check_anchors, check_passages
from plugins.reading.rendering import render_all
from plugins.reading.reserved import of_theme
from plugins.registry.front_matter import FrontMatter
from plugins.search import opensearch
from plugins.search.common_index import COMMON
from plugins.search.sections import sections
from plugins.search.site_files import ADDRESSES, search_files
from plugins.search.spoken import check_spoken
from plugins.sheets.checking import check_sheets
from plugins.sheets.names import SheetNames, names_of
from plugins.sheets.pages import sheet_pages
from plugins.text.output import Output
from plugins.views.shown import Shown


def read(decided: Decided) -> Source:
    """Everything is read before the first page is made, so that all errors are told together; persons come first of all."""
    found = [
        *check_choice("PEOPLE_DISPLAY", decided.people, DISPLAYS),
        *check_choice("CROSSLINKS", decided.links, POLICIES),
        *check_identity(decided.identity, decided.root),
        *check_address(decided.corrections),
    ]
    store, reserved = decided.store("reading"), of_theme(decided.theme)
    written, wrong = load(decided.folder, decided.shown_as, decided.day, store)
    if decided.lacking and not any(one.path.endswith(SITE_FILE) for one in wrong):
        found.append(Place("publishconf.py", 0).error(f"le site ne peut pas être publié : {decided.lacking}"))
    found += check_colours(written.site, palettes(decided.theme, written.site.record.couleurs))
    matter = FrontMatter()
    named, unclear = matter.registry(written)
    content, unmasked = mask(written, named, decided.people, store)
    nameless = content if decided.people == "organisations" else mask(written, named, "organisations", store)[0]
    # What later rooms are given knows no more of persons than what may be shown.
    registry = named if content is written else matter.registry(content)[0]
    front, key = matter.of(content, registry)
    names = memory().call(names_of, front, registry)
    told = told_once(store, key, lambda: _told(content, names, decided.day))
    found += [*wrong, *unclear, *unmasked, *told]
    files = {one.relative_to(decided.folder).as_posix() for name in decided.copied for one in (decided.folder / name).rglob("*")}
    rendered, faults = render_all(content, files, reserved, store)
    found += [*faults, *check_passages(content, rendered), *check_anchors(content, rendered, reserved)]
    given, own = (front, key) if nameless is content else matter.of(nameless, registry)
    return Source(front, given, registry, rendered, names, own, (*found, *store.close()))


def _told(content: Content, names: SheetNames, today: date) -> Iterator[Diagnostic]:
    """What is to be told of the front matter alone: of the same one, the same."""
    yield from check_needs(content, today)
    yield from check_overdue(content, today)
    yield from check_sheets(content, names)
    yield from check_spoken(content)


def make(source: Source, decided: Decided) -> Site:
    """Bodies are linked, then explained; what was found in them, and the records, become what templates show, and files."""
    content, registry, today, who = source.content, source.registry, decided.day, decided.identity
    # Of the same front matter, which has its day, `read` gives the same object: what comes of it alone is kept beside it.
    names, of, once = decided.store("crosslinks"), memory().of, memory().call
    links, terms = Links(content, registry, decided.links, names), Explanations(content, registry)
    woven = {key: weave(document, source.rendered[key], links, terms, names) for key, document in content.by_key().items()}
    mentions = of(tuple(woven), lambda: links.mentions, *(one.found for one in woven.values()))
    html, told = {key: one.html for key, one in woven.items()}, {key: one.sections for key, one in woven.items()}
    asked, french = once(finder, content), f"{decided.theme_folder}/js/french"
    others = of("findable", lambda: (*findable_help(asked, content), *findable_alliance(content, today)), asked, content)
    timed, budget = of("moments", lambda: tuple(moments(content, today)), content), decided.search_budget
    index = partial(search_files, content, told, others, timed, french=french, budget=budget, store=decided.store)
    met, upcoming = once(companions, content, mentions), once(next_meetings, content, today)
    fresh = of("fresh", lambda: {one.actor.slug: one for one in freshness(content, today)}, content)
    noted = {key: [(one.heading, one.text) for one in told[key]] for key in (one.key for one in content.meetings.values())}
    known = Known(content, source.nameless, html, mentions, met, upcoming, noted, registry.name_at)
    given, asks = decided.store("exports"), decided.engine.origin
    exports, catalogue = exported(known, who, today, decided.theme_folder, front=source.front, store=given, asked=asks)
    common, catalogue = files_of(decided.committees, catalogue, who, today)
    texts, colours = once(Texts, registry), palettes(decided.theme, content.site.record.couleurs)
    answers, cards = once(finder_data, asked, content), once(card_file, content)
    offers = of("offers", lambda: comparison_data(content, texts.pieces), content, texts)
    shown = Shown(
        site=content,
        registry=registry,
        texts=texts,
        reporting=decided.reporting,
        overview=links.overview(),
        glossary_entries=terms.glossary.entries,
        glossary_of_actor=terms.glossary.of_actors(),
        backlinks=of("backlinks", lambda: backlinks(content, registry, mentions, bounded=True), content, registry, mentions),
        mentioned_actors=once(mentioned_actors, content, mentions),
        companions=met,
        attributed=once(attributed, content),
        ways=ways(content),
        nearby=nearby(content),
        relays=relays(content),
        eligibility=once(eligibility, content),
        rural_entries=rural_entries(content),
        finder=asked,
        finder_data=answers.name,
        comparison_points=POINTS,
        comparison_pages=comparison_pages(content),
        comparison_data=offers.name,
        fresh=fresh,
        consequences=born(content),
        open_questions=once(open_questions, content),
        expected=once(expected, content, today),
        legal_pages=once(legal_pages, content),
        papers=of("papers", lambda: source.papers(today, given), content, source.names, stores=(given,)),
        pictures=of(
            "pictures", lambda: pictures(content, today, relays(content), met, tuple(fresh.values())), content, met, fresh
        ),
        next_meetings=upcoming,
        card_file=cards.name,
        search={**ADDRESSES, **decided.engine.shown, **(COMMON if decided.committees.sites else {})},
        structured_data=of(who, lambda: structured_data(content, who, catalogue), content, catalogue),
        catalogue=catalogue,
        feed_url=FEED_URL if who.root else "",
        manifest=MANIFEST,
        palette=colours.file,
        paper_colours=(str(colours.light.papier), str(colours.dark.papier)),
        logo=content.site.record.logo or "",
        committees=decided.committees,
    )
    files = {
        **{script.name: script.text for script in (answers, offers, cards)},
        **(exports | common | decided.for_editors(content.site.record)),
        **installed(content, who.name, decided.short_name, who.description, colours.light),
    }
    files |= {colours.file: colours.sheet} if colours.file else {}
    files |= {opensearch.FILE: opensearch.description(who.name, who.description, who.address)} if who.root else {}
    wrong = (*terms.diagnostics(), *names.close(), *given.close())
    minutes = {key: one.body for key, one in woven.items() if one.body is not None}
    return Site(source, content.by_key(), html, minutes, shown, source.changed(decided, html), files, index, wrong)


def weave(document: Document[Page], page: Rendered, links: Links, terms: Explanations, store: Store) -> Woven:
    """A body is read, linked and explained, unless an earlier build did it and nothing that decides of it changed."""
    key = key_of("woven", links.key(document, page), terms.key)
    woven: Woven = memory().of(key, lambda: _woven(key, document, page, links, terms, store), stores=(store,))
    links.take(document, page, woven.found)
    terms.take(woven.used)
    return woven


def _woven(key: bytes, document: Document[Page], page: Rendered, links: Links, terms: Explanations, store: Store) -> Woven:
    woven = store.get(key, Woven.of)
    if woven is None:
        marked, found = links.find(document, page)
        explained = terms.explain(document, marked)
        body = marked.body if document.kind is Kind.MEETING else None
        woven = Woven(explained.marked.html, found, explained.used, tuple(sections(marked.body)), body)
        store.put(key, woven.kept)
    # A body that changes often names the same: then what is told of its mentions is the same object too.
    return replace(woven, found=memory().of((document.key, woven.found), lambda: woven.found))


def pages(site: Site, decided: Decided) -> Iterator[BuiltPage]:
    """The pages that no file of the content stands for, one at a time."""
    content, texts, found = site.source.content, site.source.rendered, site.shown
    for plain in plain_pages(found.finder):
        yield BuiltPage(plain.url, "aide", {"plain": plain})
    yield from owed_pages(content, found.legal_pages)
    with closing(decided.store("followup")) as kept:
        yield from alliance_pages(content, partial(site.passages, kept), found.backlinks, texts, decided.day)
    yield from committee_pages(found.committees)
    yield from sheet_pages(found.papers.values(), decided.identity.root.rstrip("/"))


def finish(output: Output, site: Site, decided: Decided) -> list[Diagnostic]:
    """Beside the pages: the files, then what depends on them all; the worker is last, for it lists every one of them."""
    write(output, {name: text for name, text in site.files.items() if not decided.only_checked or name.endswith(READ)})
    content, later = site.source.content, ("sitemap.xml", FEED_URL, WORKER, *site.files)
    wrong = list(write_redirections(output, redirections(content, decided.identity, former_places(content)), later))
    if decided.identity.root:
        write(output, sitemaps(decided.identity, indexable(output.folder), decided.committees))
    wrong += site.searched.diagnostics
    if not decided.only_checked:
        write_worker(output, decided.theme_folder, decided.offline_budget, content)
    return wrong
