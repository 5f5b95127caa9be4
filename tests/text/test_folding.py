"""Two spellings of one thing fold to the same text, and every folded character knows where it comes from."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.text.folding import fold, fold_with_map
from plugins.text.words import cut


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("Éducation", "education", id="accent, capitale"),
        pytest.param(unicodedata.normalize("NFD", "Éducation"), "education", id="accents décomposés"),
        pytest.param("Œuvre, cæcum", "oeuvre , caecum", id="ligatures"),
        pytest.param("l’emploi", "l'emploi", id="apostrophe courbe"),
        pytest.param("l‘emploi", "l'emploi", id="guillemet simple pris pour une apostrophe"),
        pytest.param("Carif‑Oref", "carif oref", id="trait d'union insécable"),
        pytest.param("Emploi- Économie", "emploi economie", id="trait d'union suivi d'une espace"),
        pytest.param("emploi – formation", "emploi - formation", id="tiret entre espaces : ponctuation"),
        pytest.param("Pôle\u00a0emploi", "pole emploi", id="espace insécable"),
        pytest.param("Pôle\u202f\u2009 emploi", "pole emploi", id="espaces fines"),
        pytest.param("Pôle\nemploi", "pole emploi", id="fin de ligne"),
        pytest.param("édu\u00adcation\u200b", "education", id="césure conditionnelle, espace sans chasse"),
        pytest.param("édu\u00ad\ncation", "education", id="césure en fin de ligne"),
        pytest.param("C.C.A.S.", "ccas", id="points d'un sigle"),
        pytest.param("C.C.A.S", "ccas", id="sigle sans dernier point"),
        pytest.param("délégué(e)s", "delegue", id="(e)s"),
        pytest.param("délégué·e·s", "delegue", id="points médians"),
        pytest.param("délégué.e.s", "delegue", id="points d'écriture inclusive"),
        pytest.param("M.Brunel", "m . brunel", id="un prénom abrégé n'est pas un sigle"),
        pytest.param("  ", "", id="rien que des espaces"),
    ],
)
def test_a_text_folds_to(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold_with_map(written).text == folded


@given(st.text())
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(cut(text)) == text


@given(st.text(alphabet=st.sampled_from("aÉe\u0301œ’-. \n\u00a0\u00ad(e)s·CAS«»1_")))
def test_the_map_agrees_with_the_folded_text(text: str) -> None:
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)


def test_a_span_of_the_folded_text_leads_back_to_the_original() -> None:
    text = "la Caisse d’allo\u00adcations fami\u00adliales (Œuvre)"
    folded = fold_with_map(text)
    start = folded.text.index("caisse")
    first, last = folded.original(start, start + len("caisse d'allocations familiales"))
    assert text[first:last] == "Caisse d’allo\u00adcations fami\u00adliales"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("a" * 1_000_000, "a" * 1_000_000, id="un million de lettres"),
        pytest.param("’" * 100_000, "'" * 100_000, id="cent mille apostrophes"),
        pytest.param("a." * 200_000 + "b!", "a" * 200_000 + "b !", id="un sigle sans fin"),
        pytest.param("\u00ad" * 100_000, "", id="cent mille traits conditionnels"),
        pytest.param("é·e" * 100_000, "e · e" * 99_999 + "e", id="cent mille points médians"),
    ],
)
def test_texts_made_to_hurt_fold_in_time(text: str, folded: str) -> None:
    assert fold(text) == folded
