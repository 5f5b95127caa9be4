import pytest

FIRST = [
    ("service emploi", "acteurs/service-emploi/", "le nom exact"),
    ("bureau de l'emploi", "acteurs/service-emploi/", "un ancien nom"),
    ("BE", "acteurs/service-emploi/", "un sigle qui n'est pas un mot vide"),
    ("delegue du prefet", "acteurs/delegues-du-prefet/", "sans accents, au singulier"),
    ("DÉLÉGUÉS DU PRÉFET", "acteurs/delegues-du-prefet/", "en capitales"),
    ("delegue prefet", "acteurs/delegues-du-prefet/", "sans le mot vide"),
    ("adulte relais", "acteurs/adultes-relais/", "sans trait d'union, au singulier"),
    ("adulterelais", "acteurs/adultes-relais/", "en un seul mot"),
    ("education nationale", "acteurs/education-nationale/", "deux mots sans accents"),
    ("l'accompagnement", "demarche/accompagnement/", "apostrophe droite"),
    ("l’accompagnement", "demarche/accompagnement/", "apostrophe courbe"),
    ("laccompagnement", "demarche/accompagnement/", "apostrophe oubliée"),
    ("aprentissage", "acteurs/service-emploi/", "une lettre manque"),
    ("profesionalisation", "acteurs/service-emploi/", "deux lettres manquent"),
    ("acompagnemnet", "demarche/accompagnement/", "une lettre manque, deux sont échangées"),
    ("antigaspi", "acteurs/anti-gaspi/", "mot composé écrit d'un trait"),
    ("anti gaspi", "acteurs/anti-gaspi/", "mot composé écrit en deux"),
    ("coeur de ville", "acteurs/coeur-de-ville/", "ligature"),
    ("chantiers insert", "acteurs/iae/", "dernier mot inachevé"),
    ("insertion par l'activité économique", "acteurs/iae/", "le développement d'un sigle"),
    ("I.A.E.", "acteurs/iae/", "sigle pointé"),
    ("quartier prioritaire", "glossaire/", "un terme du glossaire"),
    ("qpv", "glossaire/", "le sigle qui nomme une entrée du glossaire"),
    ("aller vers", "demarche/aller-vers/", "vers n'est pas un mot vide"),
    ("aller dans", "demarche/aller-dans/", "dans n'est pas un mot vide"),
    ("qu'est-ce qu'un invisible", "reunions/2021-10-15/", "une question entière"),
    ('"message unique"', "reunions/2021-10-15/", "une expression entre guillemets"),
    ("rdv le matin rendez-vous", "acteurs/service-emploi/", "un mot inconnu parmi d'autres"),
]


NONSENSE = ["flurbonique trazoule", "wxcvbn qsdfgh", "ouistigrabule", "plombistouille", "zzzzzzzz", "xkcd qwrtp"]
HOSTILE = {
    "rien": "",
    "espaces": " \u00a0\u202f\t\n",
    "mots vides": "le la les",
    "ponctuation": "*** ((( ~2^ +-:",
    "syntaxe de lunr": "titre:emploi^10 +formation -quartier foo~1 *",
    "dix mille caractères": "emploi formation quartier " * 400,
    "un mot de dix mille lettres": "a" * 10_000,
    "emoji": "🙂🙂 emploi 👩‍👩‍👧 🇫🇷",
    "droite à gauche": "\u202eemploi\u202c سلام שלום",
    "html": "<img src=x onerror=alert(1)> <script>emploi</script>",
    "guillemets ouverts": '"emploi «formation " »',
    "noms d'objets": "__proto__ constructor hasOwnProperty toString _index",
    "demi-caractère": "\ud83d emploi \udc00",
    "zéro": "\u0000emploi\u0000",
    "nombres": "1 22 333 2021 15/10/2021",
    "mots d'une lettre": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
}
QUERIES = [case[0] for case in FIRST] + NONSENSE + list(HOSTILE.values())


@pytest.fixture(scope="module")
def answered(ask):
    """All the queries of this file, answered in one run of Node."""
    return dict(zip(QUERIES, ask(QUERIES), strict=True))


@pytest.mark.parametrize(("query", "url"), [case[:2] for case in FIRST], ids=[case[2] for case in FIRST])
def test_the_page_wanted_comes_first(answered, query, url):
    assert answered[query]["urls"][:1] == [url]


def test_the_section_that_matches_is_the_one_linked(ask):
    first = ask(["publics invisibles terrain"])[0]
    assert (first["urls"][0], first["anchors"][0]) == ("reunions/2021-10-15/", "invisibles")


def test_a_corrected_word_is_proposed(ask):
    assert ask(["contrat aprentissage"])[0]["suggestion"] == "contrat apprentissage"


def test_a_word_that_is_known_is_not_corrected(ask):
    assert ask(["contrat d'apprentissage"])[0]["suggestion"] == ""


def test_a_quoted_phrase_leaves_out_pages_where_its_words_stand_apart(ask):
    apart, phrase = ask(["cherchent un travail", '"cherchent un travail"'])
    assert apart["urls"] == ["acteurs/service-emploi/", "acteurs/iae/"]
    assert phrase["urls"] == ["acteurs/service-emploi/"]


@pytest.mark.parametrize("query", NONSENSE)
def test_nonsense_finds_nothing(answered, query):
    assert not any(answered[query].values())


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_that_is_typed_raises(answered, query):
    assert "error" not in answered[query]


def test_the_index_in_pieces_ranks_exactly_as_the_index_in_one_file(ask, answered):
    assert ask(QUERIES, budget=0) == list(answered.values())
