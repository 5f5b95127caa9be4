"""The site's content comes in, the pages that the templates build from all of it go out: glossary and lists."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.content import Content
from plugins.model.kinds import GLOSSARY_URL, LEGAL_PAGES, Kind
from plugins.model.lists import Term
from plugins.search.documents import Page
from plugins.search.sections import Section, typeset_section
from plugins.text.slugs import slugify

# The kind that a page lists, its title as the template writes it, its other names, its summary.
LISTS = {
    Kind.ACTOR: (
        "Qui agit, et comment",
        ("acteurs", "tous les acteurs", "liste des acteurs", "annuaire"),
        "Tous les acteurs, par famille et par rôle.",
    ),
    Kind.FAMILY: ("Les acteurs, famille par famille", ("familles", "familles d'acteurs"), "Les acteurs, rangés par famille."),
    Kind.APPROACH: ("Ce que veulent dire les mots de la démarche", ("démarche", "la démarche"), "Chaque notion, expliquée en une page."),
    Kind.NEED: ("De quoi la personne a-t-elle besoin ?", ("besoins", "les besoins"), "Partir de ce que la personne cherche."),
    Kind.MEETING: (
        "Ce qui s'est dit, réunion par réunion",
        ("réunions", "les réunions", "comptes rendus", "synthèses"),
        "Les synthèses des réunions, de la dernière à la première.",
    ),
    Kind.STEP: (
        "Ce que l'alliance prépare, et où elle en est",
        ("feuille de route", "la feuille de route"),
        "Les axes, les actions et leur avancement.",
    ),
}  # fmt: skip

# Pages of every site: address, title as the template writes it, other names, summary.
ALWAYS = (
    ("a-z/", "Tout le site, de A à Z", ("plan du site", "toutes les pages"), "Toutes les pages du site et tous les noms des acteurs, par ordre alphabétique."),
    ("hors-ligne/", "Emporter le site : sans réseau, ou sur une clé USB", ("hors ligne", "sans réseau"), "Garder le site sur un téléphone, ou l’emporter dans un dossier."),
    ("licences/", "Ce que l’on peut réutiliser, et à qui on le doit", ("licences", "droits de réutilisation"), "Licences des contenus, du code et des œuvres de tiers."),
)  # fmt: skip


def built_pages(site: Content) -> Iterator[Page]:
    """The glossary if there is one, a list for each kind that has pages, legal pages that the content lacks, those of every site."""
    if site.glossary:
        yield glossary(site.glossary)
    for kind, (title, names, summary) in LISTS.items():
        if site.of(kind):
            yield Page(url=f"{kind.folder}/", title=title, names=names, summary=summary, kind="Liste")
    for slug, (title, summary) in LEGAL_PAGES.items():
        if slug not in site.pages:
            yield Page(url=Kind.PAGE.url(slug), title=title, summary=summary, kind=Kind.PAGE.label)
    for url, title, names, summary in ALWAYS:
        yield Page(url=url, title=title, names=names, summary=summary, kind=Kind.PAGE.label)


def glossary(terms: tuple[Term, ...]) -> Page:
    """The glossary, each term a section; a term that is an actor leaves its name to the actor's page."""
    entries = []
    for term in terms:
        name = term.sigle or term.terme
        heading = f"{term.sigle} : {term.terme}" if term.sigle else term.terme
        text = term.definition + (f" Aujourd’hui : {term.aujourd_hui}." if term.aujourd_hui else "")
        own = () if term.acteur else tuple(filter(None, (term.sigle, term.terme, term.aujourd_hui)))
        entries.append(typeset_section(Section(slugify(name), heading, text, own, term.mots)))
    return Page(
        url=GLOSSARY_URL,
        title="Glossaire : les sigles et les mots, en clair",
        summary="Ce que veulent dire les sigles et les termes des comptes rendus.",
        kind="Glossaire",
        sections=(Section("", "", ""), *entries),
    )
