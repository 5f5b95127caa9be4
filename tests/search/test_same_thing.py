"""What is one thing to people is found under each of its writings: a number in any groups, letters and full name, both genders."""

import pytest

from plugins.search.sections import Section
from tests.search.corpus import page

LONG = "Direction des entreprises, de la concurrence, de la consommation, du travail, de l’emploi, de la formation, de l’insertion et de l’orientation"
PAGES = [
    page("acteurs/ecoute/", "Écoute locale", Section("joindre", "Comment joindre", "Appelez le 02 61 91.00-01.")),
    page("acteurs/conseil/", "Conseil au travail", Section("joindre", "Comment joindre", "Le 39-91 répond."), kind="Acteur"),
    page(
        "acteurs/ancienne-direction/",
        "Service régional",
        "Il suit les entreprises.",
        names=(LONG, "DECCTEFIO"),
        acronym="DECCTEFIO",
    ),
    page("acteurs/ecole/", "École des métiers", "Ses formateurs préparent vendeurs et infirmiers, jeunes ou vieux."),
    page("acteurs/toit/", "Un toit", "On y relit les baux et l’on y prête des matériaux."),
    page("acteurs/autre/", "Autre service", "En 2021, 39 personnes de 91 communes ; 35 ans et 40 ans, 61 jours, 0261."),
]
WRITINGS = {
    "un numéro d'un trait": ("0261910001", "acteurs/ecoute/"),
    "un numéro par deux": ("02 61 91 00 01", "acteurs/ecoute/"),
    "un numéro à points": ("02.61.91.00.01", "acteurs/ecoute/"),
    "un numéro depuis l'étranger": ("+33 (0)2 61 91 00 01", "acteurs/ecoute/"),
    "un numéro depuis l'étranger, d'un trait": ("0033261910001", "acteurs/ecoute/"),
    "un numéro court d'un trait": ("3991", "acteurs/conseil/"),
    "un numéro court en deux": ("39 91", "acteurs/conseil/"),
    "un numéro court dans une phrase": ("qui répond au 39 91", "acteurs/conseil/"),
    "un sigle": ("deccTefio", "acteurs/ancienne-direction/"),
    "un nom de plus de huit mots": (LONG, "acteurs/ancienne-direction/"),
    "un métier au féminin": ("formatrice", "acteurs/ecole/"),
    "un métier au féminin en -euse": ("vendeuse", "acteurs/ecole/"),
    "un métier au féminin en -ière": ("infirmières", "acteurs/ecole/"),
    "un féminin irrégulier": ("vieille", "acteurs/ecole/"),
    "un pluriel irrégulier": ("bail", "acteurs/toit/"),
    "un pluriel irrégulier en -iau": ("matériau", "acteurs/toit/"),
}


@pytest.fixture(scope="module")
def answered(ask):
    queries = [query for query, _ in WRITINGS.values()]
    return dict(zip(queries, ask(queries, pages=PAGES), strict=True))


@pytest.mark.parametrize(("query", "url"), WRITINGS.values(), ids=WRITINGS)
def test_one_thing_is_found_first_under_each_of_its_writings(answered, query, url):
    assert answered[query]["urls"][:1] == [url]


def test_every_grouping_of_a_number_gives_the_same_results(answered):
    long, short = (
        [
            answered[query]["urls"]
            for query, found in WRITINGS.values()
            if found == url and query[-1].isdigit() and " répond" not in query
        ]
        for url in ("acteurs/ecoute/", "acteurs/conseil/")
    )
    assert len(long) == 5
    assert all(urls == long[0] for urls in long)
    assert len(short) == 2
    assert short[0] == short[1]
