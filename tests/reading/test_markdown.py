"""The Markdown dialect that editors may rely on."""

from __future__ import annotations

import pytest

from plugins.diagnostics import Place
from plugins.reading.markdown import Rendered, render

PLACE = Place("contenu/reunions/x.md")


def rendered(text: str) -> Rendered:
    return render(text, PLACE, 10, {"cgt": "CGT", "region-normandie": "Région Normandie"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<b>gras</b>", "&lt;b&gt;gras&lt;/b&gt;", id="HTML en ligne"),
        pytest.param("<script>alert(1)</script>", "&lt;script&gt;", id="HTML en bloc"),
        pytest.param("[x](javascript:alert(1))", "[x](javascript:alert(1))", id="lien exécutable"),
        pytest.param("[x](data:text/html;base64,AAAA)", "[x](data:text/html", id="lien de données"),
    ],
)
def test_hostile_markup_is_shown_as_text(text: str, expected: str) -> None:
    html = rendered(text).html
    assert expected in html
    assert "<script" not in html
    assert "<b>" not in html
    assert "href" not in html


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        pytest.param("### A\n\n#### B\n\n### C", [2, 3, 2], id="commence trop bas"),
        pytest.param("# A\n\n### B\n\n## C", [2, 3, 3], id="saute un niveau"),
        pytest.param("## A\n\n# B\n\n## C", [2, 2, 3], id="remonte"),
        pytest.param("###### A", [2], id="un seul titre, au plus bas"),
    ],
)
def test_headings_start_at_two_and_never_jump(text: str, levels: list[int]) -> None:
    assert [heading.level for heading in rendered(text).headings] == levels


def test_twin_headings_have_ids_of_their_own() -> None:
    assert [h.id for h in rendered("## Rappel\n\n## Rappel").headings] == ["rappel", "rappel-2"]


def test_a_heading_leaves_the_ids_of_the_meeting_s_lists_free() -> None:
    assert [h.id for h in rendered("## Q1").headings] == ["titre-q1"]


def test_a_heading_never_takes_the_id_of_a_paragraph() -> None:
    first = rendered("Texte.").html.split('id="')[1][:10]
    page = rendered(f"Texte.\n\n## {first}")
    assert len(page.lines) == 2


def test_an_anchor_survives_punctuation_case_and_typography_but_not_a_new_word() -> None:
    def anchor(text: str) -> str:
        return next(iter(rendered(text).lines))

    assert anchor("L’accueil, « ici » : oui !") == anchor("l'accueil **ici** oui")
    assert anchor("L'accueil ici.") != anchor("L'accueil là.")


def test_twin_paragraphs_have_numbered_anchors() -> None:
    first, second = rendered("Même texte.\n\nMême texte.").lines
    assert second == first + "-2"


def test_an_editor_keeps_an_old_anchor_by_writing_it() -> None:
    page = rendered("Texte corrigé. {#p-0123abcd}")
    assert '<p id="p-0123abcd">Texte corrigé.</p>' in page.html


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        pytest.param("Un.", "<p id=", id="paragraphe"),
        pytest.param("- un\n- deux", "<li id=", id="liste serrée"),
        pytest.param("> cité", "<p id=", id="citation"),
        pytest.param("| a |\n|---|\n| b |", "<tr id=", id="ligne de tableau"),
        pytest.param("Terme\n: Sens", "<dd id=", id="définition"),
    ],
)
def test_every_block_of_text_has_an_anchor_and_its_line(text: str, tag: str) -> None:
    page = rendered(text)
    assert tag in page.html
    assert min(page.lines.values()) == 10


def test_lines_are_those_of_the_file() -> None:
    page = rendered("Un.\n\nDeux,\nsur deux lignes.\n\n## Trois")
    assert list(page.lines.values()) == [10, 12, 15]
    assert "Deux,\nsur deux lignes." in page.html


def test_tables_are_aligned_by_class_because_the_policy_forbids_style() -> None:
    html = rendered("| a |\n|--:|\n| 1 |").html
    assert 'class="col-right"' in html
    assert "style" not in html


def test_french_spaces_are_set_in_text_never_in_code_or_addresses() -> None:
    html = rendered("« Oui » : non ! `a ; b` [x](https://exemple.fr/?a=1;b=2)").html
    assert "«\u00a0Oui\u00a0»\u00a0: non\u202f!" in html
    assert "<code>a ; b</code>" in html
    assert 'href="https://exemple.fr/?a=1;b=2"' in html


def test_footnotes_and_strikethrough_belong_to_the_dialect() -> None:
    html = rendered("Un fait[^1] ~~faux~~.\n\n[^1]: Sa source.").html
    assert "footnote" in html
    assert "Sa source." in html
    assert "<s>faux</s>" in html
