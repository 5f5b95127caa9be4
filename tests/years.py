"""The tests' content after years of meetings: two committees in turn, actors that close, answers, decisions that replace others."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

from tests.sample import CONTENT

# They are spoken of at each meeting, one after the other.
SPEAKERS = ("agence-du-travail", "mediateurs-de-rue", "maison-de-quartier", "union-des-metiers", "caisse-de-soutien")
NAMES = ("L'Agence du travail", "Les médiateurs de rue", "La Maison de quartier", "L'Union des métiers", "La Caisse de soutien")
BODIES = ("comite-local", "comite-emploi")
THEMES = ("Se déplacer", "Garder les enfants", "Écrire et lire")
CANCELLED = 3  # the fourth meeting

_ACTOR = "---\ntitre: {}\nfamille: {}\nnature: {}\nrole: {}\nresume: Il aide les habitants.\nstatut: validee\nverifie_le: 2026-01-15\n{}---\n"
CLOSED = {
    "atelier-des-voiles": "fin: {date: 2024-06-30, motif: Fin des crédits.}\n",
    "relais-des-dunes": "fin: {date: 2023-12-31, suite: maison-de-quartier, motif: Fusion.}\n",
}


def days(years: int) -> list[date]:
    """Six meetings a year, the last one in September 2026."""
    count = 6 * years - 1
    return [date(2026, 9, 17) - timedelta(days=61 * (count - rank)) for rank in range(count)]


def write_years(folder: Path, years: int) -> None:
    """Write the whole content, aged.

    Args:
        folder: to be made.
        years: of meetings before that of the tests' content.
    """
    shutil.copytree(CONTENT, folder)
    actors = folder / "acteurs"
    (actors / "comite-emploi.md").write_text(_ACTOR.format("Comité pour l'emploi", "guichet", "instance", "coordination", ""))
    for slug, end in CLOSED.items():
        name = slug.replace("-", " ").capitalize()
        (actors / f"{slug}.md").write_text(_ACTOR.format(name, "habitants", "institution", "aller-vers", end))
    # A sheet that nobody looked at since the meetings of the last year.
    sheet = actors / "caisse-de-soutien.md"
    sheet.write_text(
        f"{sheet.read_text().replace('verifie_le: 2026-10-15', 'verifie_le: 2026-01-15')}\n## Ce qui manque\n\nSes horaires.\n"
    )
    known = days(years)
    told = []
    for rank, day in enumerate(known):
        slug = slug_of(rank, day)
        (folder / "reunions" / f"{slug}.md").write_text(_meeting(rank, known))
        later = rank + 2
        if rank != CANCELLED and later < len(known) and later != CANCELLED:
            told.append(
                f"- {{reunion: {slug}, id: q1, date: {known[later]}, devient: repondue, par: {{reunion: {slug_of(later, known[later])}, passage: c1}}}}\n"
            )
            told.append(f"- {{reunion: {slug}, id: q2, date: {known[later]}, devient: retiree}}\n")
            told.append(f"- {{reunion: {slug}, id: s1, date: {known[later]}, devient: fait}}\n")
    (folder / "suivi.yml").write_text("".join(told))


def slug_of(rank: int, day: date) -> str:
    """The file name of a meeting."""
    return f"{day}-{BODIES[rank % 2]}"


def _meeting(rank: int, known: list[date]) -> str:
    day, body = known[rank], BODIES[rank % 2]
    ahead = known[rank + 2] if rank + 2 < len(known) else date(2026, 12, 17)
    first, second = THEMES[rank % 3], THEMES[(rank + 1) % 3]
    head = f'---\ntitre: Séance du {day}\nthemes: [{first}, {second}]\ndate: {day}\ninstance: {body}\nheure: "09:30"\nprochaine_reunion: {{date: {ahead}}}\n'
    if rank == CANCELLED:
        return f"{head}etat: annulee\nparticipants: []\n---\nLe quorum manquait.\n"
    present = "".join(f"  - {{acteur: {slug}}}\n" for slug in SPEAKERS[: 3 + rank % 3])
    closed = "  - {acteur: atelier-des-voiles}\n" if day < date(2024, 6, 30) else ""
    lists = "".join(
        f"{key}:\n" + "".join(f"  - {{id: {letter}{one}, {who(SPEAKERS[(rank + one) % 5])}, texte: \"{NAMES[one % 5]} pose le point {one} de la séance {rank}.\"}}\n" for one in range(1, 7))
        for key, letter, who in (
            ("constats", "c", f"theme: {first}, acteurs: [{{}}]".format), ("questions", "q", "acteur: {}".format), ("propositions", "p", "acteur: {}".format),
            ("vigilance", "v", "acteur: {}".format), ("pratiques", "r", "acteur: {}".format),
            ("suites", "s", f"echeance: bientôt, date: {day + timedelta(90)}, porteurs: [{{}}]".format),
        )
    )  # fmt: skip
    before = rank - 4
    replaces = f", remplace: {{reunion: {slug_of(before, known[before])}, id: d1}}" if before >= 0 and before != CANCELLED else ""
    decided = f'decisions:\n  - {{id: d1, texte: "La grille, version {rank}.", voix: {{pour: 9, contre: 1}}{replaces}}}\n'
    said = "\n\n".join(
        f"{NAMES[(rank + one) % 5]} rappelle ce que {NAMES[(rank + one + 1) % 5].lower()} en disait, au tour {one} de la séance {rank}."
        for one in range(24)
    )
    return f"{head}participants:\n{present}{closed}{decided}{lists}---\n## Les échanges\n\n### {first}\n\n{said}\n"
