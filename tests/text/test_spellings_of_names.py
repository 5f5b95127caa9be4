"""One name written in many ways is found whole, and what only looks like it is left alone; all names are invented."""

import pytest

from plugins.text.forms import Form
from plugins.text.inclusive import DOTS
from plugins.text.phrases import Phrases
from plugins.text.tokens import Tokens


def found(text: str, *forms: Form | str) -> list[str]:
    declared = [form if isinstance(form, Form) else Form(form) for form in forms]
    tokens = Tokens(text)
    return [text[slice(*one.span(tokens))] for one in Phrases((form, form.text) for form in declared).longest(tokens)]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        pytest.param("Tempo+", "Tempo+", id="plus"),
        pytest.param("Bus Tempo+", "bus Tempo+", id="plus, plusieurs mots"),
        pytest.param("Élan'", "Élan'", id="apostrophe finale"),
        pytest.param("Élan'", "Élan’", id="apostrophe finale courbe"),
        pytest.param("Zébulle !", "Zébulle\u202f!", id="point d'exclamation, espace fine"),
        pytest.param("Zébulle !", "Zébulle!", id="point d'exclamation collé"),
        pytest.param("Où dort-on ?", "Où dort-on ?", id="point d'interrogation"),
        pytest.param("Q&V", "Q&V", id="esperluette"),
        pytest.param("Q&V", "Q & V", id="esperluette entre espaces"),
        pytest.param("D'@ppui", "d’@ppui", id="arobase"),
        pytest.param("Rézo@base", "Rézo@base", id="arobase dans le mot"),
        pytest.param("@Rive", "@Rive", id="arobase en tête"),
        pytest.param("#Rive", "#Rive", id="croisillon en tête"),
        pytest.param("aide.solidaire", "aide.solidaire", id="point dans le nom"),
        pytest.param("Aide-solidaire.fr", "aide-solidaire.fr", id="nom en .fr"),
        pytest.param("(Re)Naissance", "(Re)Naissance", id="parenthèse en tête"),
        pytest.param("Maison (des jeunes)", "maison (des jeunes)", id="parenthèse à la fin"),
        pytest.param("1lieu1projet", "1lieu1projet", id="chiffres et lettres"),
        pytest.param("1lieu1projet", "1 lieu 1 projet", id="chiffres et lettres, espaces ajoutées"),
        pytest.param("1 lieu, 1 projet", "1lieu1projet", id="chiffres et lettres, espaces ôtées"),
        pytest.param("ZD76", "ZD 76", id="sigle et numéro, espace"),
        pytest.param("ZD 76", "ZD76", id="sigle et numéro d'un trait"),
        pytest.param("ZD76", "ZD-76", id="sigle et numéro, trait d'union"),
        pytest.param("Z.A.F.", "Z. A. F.", id="points et espaces"),
        pytest.param("ZAF", "Z. A. F.", id="sigle sans points"),
        pytest.param("ZAF de Rive", "Z. A. F. de Rive", id="sigle à espaces au début d'un nom"),
        pytest.param("2ème élan", "2e élan", id="2e pour 2ème"),
        pytest.param("École du 2e élan", "école du 2ème élan", id="2ème pour 2e"),
        pytest.param("École du 2e élan", "école du deuxième élan", id="rang en lettres"),
        pytest.param("1er pas", "premier pas", id="premier"),
        pytest.param("Saint-Rémy", "St-Rémy", id="St"),
        pytest.param("St Rémy", "Saint-Rémy", id="Saint"),
        pytest.param("Foyer Sainte-Rose", "foyer Ste Rose", id="Ste"),
        pytest.param("Foyer Saint-Rémy", "foyer St. Rémy", id="St."),
        pytest.param("Association des Ormes", "Assoc. des Ormes", id="Assoc."),
        pytest.param("Tous & Solidaires", "Tous et Solidaires", id="et pour &"),
        pytest.param("Tous et Solidaires", "Tous & Solidaires", id="& pour et"),
        pytest.param("Rive – Habitat", "Rive Habitat", id="tiret oublié"),
        pytest.param("Rive – Habitat", "Rive-Habitat", id="trait d'union pour un tiret"),
    ],
)
def test_a_name_is_found_whole(form: str, written: str) -> None:
    assert found(f"avec {written} et", form) == [written]
    assert found(f"avec {written}.", form) == [written]
    assert found(f"avec « {written} »", form) == [written]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        pytest.param("Tempo+", "un tempo, le tempo. Tempo", id="sans le plus"),
        pytest.param("Tempo", "le Tempo+", id="un autre nom, avec un plus"),
        pytest.param("Tempo+", "Tempo+logis", id="plus au milieu"),
        pytest.param("Bus Tempo+", "un bus tempo", id="plusieurs mots sans le plus"),
        pytest.param("Élan'", "un élan, Élan'Sport, un Élan", id="sans l'apostrophe, ou au milieu"),
        pytest.param("Zébulle !", "une zébulle. Zébulle dort", id="minuscule, ou capitale d'une phrase"),
        pytest.param("@Rive", "la Rive", id="sans l'arobase"),
        pytest.param("aide.solidaire", "une aide. Solidaire, elle", id="deux phrases"),
        pytest.param("(Re)Naissance", "la renaissance, une naissance", id="sans parenthèses"),
        pytest.param("ZA", "Z. A. Vasseur", id="initiales d'une personne"),
        pytest.param("ZAF", "z. a. f.", id="petites lettres à points et espaces"),
        pytest.param("2e élan", "le 3e élan, 2 élans", id="autre rang"),
        pytest.param("ZD76", "ZD 767, un ZD", id="autre numéro"),
        pytest.param("CLIC", "en un clic, des clics. Clic gauche", id="sigle qui est un nom courant"),
        pytest.param("PLIE", "il plie, elles plient. Plie ta feuille", id="sigle qui est un verbe courant"),
    ],
)
def test_what_lacks_a_sign_or_is_an_everyday_word_is_left_alone(form: str, text: str) -> None:
    assert found(text, form) == []


def test_an_acronym_that_is_an_everyday_word_is_known_by_its_capitals() -> None:
    assert found("le CLIC, les CLICs, le Clic de Rive, le C.L.I.C., la caf", "CLIC", "CAF") == [
        "CLIC", "CLICs", "Clic", "C.L.I.C.", "caf",
    ]  # fmt: skip


def test_an_exclamation_may_be_forgotten_where_a_capital_tells_the_name() -> None:
    assert found("chez Zébulle, on rit", "Zébulle !") == ["Zébulle"]


def test_a_name_and_the_same_name_with_a_sign_are_two() -> None:
    assert found("Tempo+ ou Tempo", "Tempo", "Tempo+") == ["Tempo+", "Tempo"]


def test_capitals_that_a_form_asks_for_may_open_a_sentence() -> None:
    form = Form("la Rive", casse=True)
    text = "La Rive agit. La Rive dit : « La Rive paie. » – La Rive, la Rive, la rive, le quartier La Rive, LA RIVE"
    assert found(text, form) == ["La Rive"] * 4 + ["la Rive"]


INCLUSIVE = [
    "médiateur(trice)s", "médiateur.trice.s", "médiateur-trice-s", "médiateur/trice/s", "médiateur/trice",
    "médiateurs/trices", "médiateurs-trices", "médiateurs(trices)", "médiateur(rice)s", "médiateur·ice·s", "médiateur.rice",
    "médiateurices", "MÉDIATEUR·TRICE·S", "MÉDIATEUR(TRICE)S", "MÉDIATEUR-TRICE-S", "Médiateur.trice.s",
    *(f"médiateur{dot}trice{dot}s" for dot in DOTS),
]  # fmt: skip


@pytest.mark.parametrize("written", INCLUSIVE)
@pytest.mark.parametrize("form", ["Médiateurs", "médiatrice"])
def test_an_inclusive_form_is_found_by_its_masculine_and_by_its_feminine(form: str, written: str) -> None:
    assert found(f"les {written}, ici", form) == [written]


@pytest.mark.parametrize(
    ("masculine", "feminine", "written"),
    [
        ("Délégués de Rive", "déléguée de Rive", "DÉLÉGUÉ(E)S DE RIVE"),
        ("Délégués de Rive", "déléguée de Rive", "délégué/e/s de Rive"),
        ("Délégués de Rive", "déléguée de Rive", "déléguéEs de Rive"),
        ("Délégués de Rive", "déléguée de Rive", "délégué(e)(s) de Rive"),
        ("Conseils citoyens", "conseil citoyenne", "conseils citoyen-ne-s"),
        ("Conseils citoyens", "conseil citoyenne", "conseils citoyen.nes"),
        ("Conseillers", "conseillère", "conseiller-ère-s"),
        ("Conseillers", "conseillère", "CONSEILLER·ÈRE·S"),
        ("Conseillers", "conseillère", "conseiller·e·s"),
        ("Infirmiers", "infirmière", "infirmier·ière·s"),
        ("Travailleurs", "travailleuse", "travailleu·r·se·s"),
        ("Travailleurs", "travailleuse", "travailleurs/euses"),
        ("Travailleurs", "travailleuse", "travailleurses"),
        ("Travailleurs", "travailleuse", "travailleur-se-s"),
        ("Éducateurs spécialisés", "éducatrice spécialisée", "éducateur-rice-s spécialisé-e-s"),
        ("Professionnels", "professionnelle", "professionnel-le-s"),
        ("Professionnels", "professionnelle", "professionnel.le.s"),
        ("Sportifs", "sportive", "sportif·ive·s"),
        ("Sportifs", "sportive", "sportif-ve-s"),
        ("Chefs", "cheffe", "chef·fe·s"),
    ],
)
def test_each_way_to_write_an_inclusive_form_is_known(masculine: str, feminine: str, written: str) -> None:
    assert found(f"les {written}.", masculine) == [written]
    assert found(f"les {written}.", feminine) == [written]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("dis", "dis-le, dis-les"), ("fin", "fin.Le jour"), ("il", "il/elle"), ("porte", "porte-te-le"), ("lieu", "lieu/elle"),
    ],
)  # fmt: skip
def test_pronouns_and_articles_are_no_inclusive_endings(form: str, text: str) -> None:
    tokens = Tokens(text)
    assert tokens.words[0] == form
