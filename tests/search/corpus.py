"""Twelve invented pages: small enough to know by heart, with every trap that the search must pass."""

from plugins.search.documents import Page
from plugins.search.sections import Section


def page(url, title, *sections, **other):
    """A page whose first section has no heading."""
    first = (Section("", "", ""),) if not sections or isinstance(sections[0], Section) else ()
    texts = tuple(s if isinstance(s, Section) else Section("", "", s) for s in sections)
    return Page(url=url, title=title, sections=first + texts, **other)


PAGES = [
    page("acteurs/service-emploi/", "Service Emploi", "Inscrit et accompagne les personnes qui cherchent un travail.",
         Section("accueil", "Accueil en agence", "Un conseiller reçoit sur rendez-vous, le matin."),
         Section("alternance", "Alternance", "Les contrats d’apprentissage et de professionnalisation."),
         names=("Bureau de l’emploi", "BE"), acronym="SE", kind="Acteur", family="État", role="Aller dans",
         summary="Aide chaque personne à trouver un emploi ou une formation."),
    page("acteurs/delegues-du-prefet/", "Délégués du préfet", "Présents dans les quartiers, ils relient les habitants à l’État.",
         kind="Acteur", family="État", role="Aller vers", names=("délégué du préfet",)),
    page("acteurs/adultes-relais/", "Adultes-relais", "Médiateurs, ils vont vers les habitants du quartier.",
         kind="Acteur", family="Médiation", role="Aller vers"),
    page("acteurs/education-nationale/", "Éducation nationale", "L’école, le collège, le lycée ; la formation des adultes.",
         kind="Acteur", family="État", role="Aller dans", acronym="MEN", names=("MEN", "ministère de l’Éducation"), spoken=("bahut", "plus d’école")),
    page("acteurs/iae/", "Structures d’insertion", "L’insertion par l’activité économique (IAE) : des chantiers, des entreprises.",
         Section("chantiers", "Chantiers", "Un chantier d’insertion emploie des personnes éloignées du travail."),
         kind="Acteur", family="Insertion", role="Aller dans"),
    page("acteurs/anti-gaspi/", "Anti-gaspi cantine", "Réduit le gaspillage dans les cantines.", kind="Acteur", family="Associations"),
    page("acteurs/coeur-de-ville/", "Cœur de ville", "Rénove le centre des villes moyennes.", kind="Acteur", family="Collectivités"),
    page("demarche/aller-vers/", "Aller vers", "Aller vers, c’est sortir du bureau. Ce n’est pas aller dehors.",
         Section("pourquoi", "Pourquoi aller vers", "Des publics invisibles ne viennent pas aux guichets."), kind="Démarche"),
    page("demarche/aller-dans/", "Aller dans", "Aller dans, c’est pousser la porte d’une institution.", kind="Démarche"),
    page("demarche/accompagnement/", "Accompagnement", "L’accompagnement dure : un professionnel suit la personne.", kind="Démarche"),
    page("reunions/2021-10-15/", "Réunion du 15 octobre 2021", "Les échanges ont porté sur les quartiers (QPV) et l’IAE.",
         Section("invisibles", "Les publics invisibles", "Qu’est-ce qu’un invisible ? Pour les acteurs de terrain, il n’y en a pas."),
         Section("alliance", "Une alliance", "Une politique d’alliance suppose un message unique, et une formation commune."),
         kind="Réunion", year="2021", date="15 octobre 2021"),
    page("glossaire/", "Glossaire", Section("qpv", "QPV : quartier prioritaire de la politique de la ville", "Un territoire défini par la loi.",
         names=("QPV", "quartier prioritaire de la politique de la ville")), kind="Glossaire"),
]  # fmt: skip
PAIRS = [("QPV", "quartier prioritaire de la politique de la ville")]
