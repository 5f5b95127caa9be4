"""Texts without measure are told in one sentence, at their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.model.loading import load


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        pytest.param("pages/p.md", "---\ntitre: P\n---\n" + "x\n\n" * 10_001, "pages/p.md:4: ce texte compte 10001 lignes, 10000 au plus — en faire plusieurs pages", id="paragraphes"),
        pytest.param("pages/p.md", "---\ntitre: P\n---\nUn.\n\n" + "a" * 20_001, "pages/p.md:6: cette ligne compte 20001 signes, 20000 au plus — en faire plusieurs paragraphes", id="ligne"),
        pytest.param("pages/p.md", "---\ntitre: P\n---\n" + "".join(f"[x{rank}]: https://exemple.fr/\n" for rank in range(1_001)), "pages/p.md:4: ce texte compte 1001 notes ou adresses de liens (« [x]: … »), 1000 au plus — en faire plusieurs pages", id="adresses de liens"),
        pytest.param("pages/p.md", "---\ntitre: P\n---\n" + ("[" * 400 + "\n\n") * 31, "pages/p.md:4: ce texte compte 12400 signes de lien, de tableau ou d'appui (« [ », « | », « * »…), 12000 au plus — en faire plusieurs pages", id="signes"),
        pytest.param("pages/p.md", "---\ntitre: P\n---\n" + "a@b.fr http://c.fr www.d.fr\n" * 1_001, "pages/p.md:4: ce texte compte 3003 adresses, 3000 au plus — en faire plusieurs pages", id="adresses"),
        pytest.param("pages/p.md", "---\ntitre: P\n---\n\n" + "|a" * 61 + "|\n" + "|-" * 61 + "|\n|b\n", "pages/p.md:6: ce tableau compte 61 colonnes, 60 au plus — en faire plusieurs tableaux", id="colonnes"),
        pytest.param("glossaire.yml", "- {terme: t, definition: d}\n" * 2_001, "glossaire.yml:1: 2001 entrées, 2000 au plus — n'écrire que celles que les pages emploient", id="glossaire"),
        pytest.param("territoires.yml", "- {slug: t, nom: T, niveau: commune}\n" * 6_001, "territoires.yml:1: 6001 entrées, 6000 au plus — n'écrire que celles que les pages emploient", id="territoires"),
    ],
)  # fmt: skip
def test_a_text_without_measure_is_told(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.md").write_text("---\ntitre: A\n---\n", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert [str(diagnostic) for diagnostic in load(tmp_path, "c")[1]] == [f"c/{said}"]
