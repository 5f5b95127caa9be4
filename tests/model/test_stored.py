"""What is kept of the front matter of all files is believed as long as it says the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plugins.cache.store import Store
from plugins.model.loading import load
from tests.sample import DAY


def test_what_is_wrong_between_files_is_told_again_while_bodies_alone_change(tmp_path: Path) -> None:
    folder = tmp_path / "contenu"
    (folder / "pages").mkdir(parents=True)
    page, other = folder / "pages/une.md", folder / "pages/deux.md"
    other.write_text("---\ntitre: La page\n---\nUn texte.\n", encoding="utf-8")

    def told(front: str, body: str) -> list[str]:
        page.write_text(f"---\n{front}\n---\n{body}\n", encoding="utf-8")
        store = Store(tmp_path / "cache/lecture")
        found = [str(one) for one in load(folder, "contenu", date.fromisoformat(DAY), store)[1]]
        assert not store.close()
        return found

    twice = told("titre: La page", "Un texte.")
    assert "contenu/pages/une.md:2" in twice[0], twice
    assert told("titre: La page", "Un autre texte.") == twice
    lower = told("# une ligne de plus\ntitre: La page", "Un autre texte.")
    assert "contenu/pages/une.md:3" in lower[0], "the line of the title is another one"
    assert told("titre: Autre page", "Un autre texte.") == []
