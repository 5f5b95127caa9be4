"""What is kept of a site too large to be kept whole: what a person needs on a doorstep, the most needed first."""

from plugins.offline.needed import needed
from tests.alliance.sample import actor, content, family, meeting, need


def test_needs_come_first_then_who_answers_then_the_last_meetings() -> None:
    site = content(
        family("guichets"),
        actor("caisse"),
        actor("atelier", fin={"date": "2024-06-30"}),
        actor("silencieux"),
        need("second", ordre=2, reponses=[{"acteur": "atelier", "texte": "Non."}]),
        need("premier", ordre=1, reponses=[{"acteur": "caisse", "texte": "Oui."}]),
        meeting("annulee", "2026-05-01", etat="annulee"),
        *(meeting(f"r{year}", f"{year}-01-10") for year in range(2020, 2026)),
    )
    groups = list(needed(site).values())
    assert groups[0][:3] == ("besoins/", "besoins/premier/", "besoins/premier/fiche/")
    assert groups[2] == ("acteurs/caisse/", "acteurs/caisse/fiche/")
    assert groups[3] == ("reunions/r2025/", "reunions/r2024/", "reunions/r2023/", "reunions/", "suivi/")


def test_a_site_without_needs_has_none_to_keep() -> None:
    assert "les acteurs qui y répondent et leurs fiches" not in needed(content())
