"""Which spellings of a declared form are found, and which are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.text.forms import Form
from plugins.text.phrases import Phrases
from plugins.text.tokens import Tokens


def found(text: str, *forms: Form | str) -> list[str]:
    declared = [form if isinstance(form, Form) else Form(form) for form in forms]
    tokens = Tokens(text)
    return [text[tokens.start(f.first) : tokens.end(f.last)] for f in Phrases((f, f.text) for f in declared).longest(tokens)]


@pytest.mark.parametrize(
    ("form", "text", "surface"),
    [
        pytest.param("Maison de l’emploi", "la MAISON DE L'EMPLOI", "MAISON DE L'EMPLOI", id="capitales, apostrophe droite"),
        pytest.param("Maison de l’emploi", "la maison de l‘emploi", "maison de l‘emploi", id="guillemet pour apostrophe"),
        pytest.param("Maison de l’emploi", "la maison de l emploi", "maison de l emploi", id="apostrophe perdue"),
        pytest.param(
            "Épicerie sociale", "les epiceries\u00a0sociales", "epiceries\u00a0sociales", id="accent, pluriel, insécable"
        ),
        pytest.param("conseiller municipal", "des conseillers municipaux", "conseillers municipaux", id="-al, -aux"),
        pytest.param("bureaux d'aide", "le bureau d'aide", "bureau d'aide", id="forme au pluriel, texte au singulier"),
        pytest.param("Point-relais", "un point relais, ", "point relais", id="trait d'union ou espace"),
        pytest.param("Point relais", "un point‑relais, ", "point‑relais", id="espace ou trait d'union insécable"),
        pytest.param("médico-social", "un centre médicosocial", "médicosocial", id="trait d'union perdu"),
        pytest.param("Habitatville", "chez Habitat-\nville.", "Habitat-\nville", id="mot coupé en fin de ligne"),
        pytest.param("MDPH", "la M.D.P.H. dit", "M.D.P.H.", id="points du sigle"),
        pytest.param("M.D.P.H.", "la MDPH dit", "MDPH", id="points dans la forme"),
        pytest.param("MDPH", "les MDPHs", "MDPHs", id="sigle au pluriel"),
        pytest.param("ÉTÉ", "l'E\u0301.T.E\u0301. dit", "E\u0301.T.E\u0301.", id="points d'un sigle aux accents décomposés"),
        pytest.param("médiateur", "les médiateur(e)s", "médiateur(e)s", id="(e)s"),
        pytest.param("médiateur social", "médiateur·rice·s sociaux", "médiateur·rice·s sociaux", id="points médians"),
        pytest.param("élue référente", "élu(e)s référent(e)s", "élu(e)s référent(e)s", id="(e)s, forme au féminin"),
        pytest.param("Bureau, santé et travail", "le Bureau santé et travail", "Bureau santé et travail", id="virgule oubliée"),
        pytest.param(
            "Épide", unicodedata.normalize("NFD", "l'Épide"), unicodedata.normalize("NFD", "Épide"), id="accents décomposés"
        ),
        pytest.param("Épide", "l'Épi\u00adde", "Épi\u00adde", id="césure conditionnelle"),
        pytest.param("Épide", "ex-Épide", "Épide", id="ex-"),
        pytest.param("Épide", "le couple Épide-Région", "Épide", id="deux noms liés par un trait d'union"),
        pytest.param("acteurs locaux", "ces acteurs locaux-là", "acteurs locaux", id="-là"),
        pytest.param("Atelier 4", "à l'Atelier 4.", "Atelier 4", id="nombre en fin de phrase"),
    ],
)
def test_a_form_is_found_however_it_is_written(form: str, text: str, surface: str) -> None:
    assert found(text, form) == [surface]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        pytest.param("Épide", "épidermes", id="dans un mot plus long"),
        pytest.param("Épide", "Épide_2021", id="souligné : un nom de fichier"),
        pytest.param("préfet", "le sous-préfet", id="sous-"),
        pytest.param("Normandie", "la Basse-Normandie", id="Basse-"),
        pytest.param("hommes", "les prud’hommes", id="apostrophe dans un mot"),
        pytest.param("pôle emploi", "le pôle emploi-formation", id="composé en minuscules"),
        pytest.param("pôle emploi", "un pôle, emploi", id="virgule"),
        pytest.param("pôle emploi", "un pôle – emploi", id="tiret entre espaces"),
        pytest.param("pôle emploi", "un pôle. Emploi", id="point"),
        pytest.param("pôle emploi", "un pôle (emploi)", id="parenthèse"),
        pytest.param("visibles", "les (in)visibles", id="préfixe entre parenthèses"),
        pytest.param("MDPHS", "la MDPH", id="S final d'un sigle"),
        pytest.param("MDPH", "la MDPHS", id="un autre sigle"),
        pytest.param("aide des familles", "aide de famille", id="de n'est pas le singulier de des"),
        pytest.param("Atelier 4", "Atelier 4.2, Atelier 4 bis, Atelier 40", id="autre numéro"),
        pytest.param("travail", "les travaux", id="pluriel irrégulier"),
        pytest.param("éducateur", "une éducatrice", id="féminin"),
    ],
)
def test_what_looks_like_a_form_is_left_alone(form: str, text: str) -> None:
    assert found(text, form) == []


@pytest.mark.parametrize(
    ("form", "yes", "no"),
    [
        pytest.param(Form("Agglo", casse=True), "Agglo, Agglos", "agglo AGGLO agglos", id="casse"),
        pytest.param(Form("Etat", casse=True), "État, Etat", "état, ETAT", id="casse, sans égard aux accents"),
        pytest.param(Form("EPE", casse=True), "EPE, E.P.E.", "epe Epe", id="casse d'un sigle"),
        pytest.param(Form("antennes", nombre=True), "antennes, ANTENNES", "antenne", id="nombre : pluriel seulement"),
        pytest.param(Form("Agglo", casse=True, nombre=True), "Agglo", "Agglos, agglo", id="casse et nombre"),
        pytest.param(Form("L’Étape", litteral=True), "L'Étape, L\u2019E\u0301tape", "l'Étape L'Etape L'Étapes", id="litteral"),
    ],
)
def test_flags_narrow_a_form(form: Form, yes: str, no: str) -> None:
    assert len(found(yes, form)) == 2 if ", " in yes else 1
    assert found(no, form) == []


def test_the_longest_form_wins_at_each_word() -> None:
    assert (
        found("le Conseil régional de Normandie", "Conseil régional", "Conseil régional de Normandie")[0]
        == "Conseil régional de Normandie"
    )


def test_a_longer_form_that_breaks_off_gives_way_to_the_shorter() -> None:
    assert found("Conseil régional de Bretagne", "Conseil régional", "Conseil régional de Normandie") == ["Conseil régional"]


def test_forms_without_a_word_name_nothing() -> None:
    assert found("rien … du tout", "", "…", " ") == []


def test_a_regular_expression_is_read_as_text() -> None:
    assert found("abc a.c (a|b)+", "a.*c", "(x+x+)+y", "[a-z]+") == []


@pytest.mark.parametrize(
    "text", ["é" * 1_000_000, "’" * 100_000, "l’" * 100_000, "a-" * 200_000, "pôle " * 100_000, "a.a" * 100_000]
)
def test_texts_made_to_hurt_are_read_in_time(text: str) -> None:
    assert found(text, "pôle emploi", "a-a-a-a-b", "l'l'x") == []


@given(st.text(alphabet=st.sampled_from("Pôleemploi \n-’'.sS\u00ad(e)")))
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    tokens = Tokens(text)
    ranks = [(f.first, f.last) for f in Phrases([(Form("pôle emploi"), 1), (Form("pôle"), 2)]).longest(tokens)]
    assert ranks == sorted(ranks)
    assert all(0 <= first <= last < len(tokens.words) for first, last in ranks)
