"""A meeting of the plan → its front matter and its text; what is noted is kept, for what comes of it later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from benchmarks.ageing.plan import Session
from benchmarks.ageing.speaking import Speakers, said
from benchmarks.ageing.words import RESULTS, THEMES
from plugins.text.dates import full_date
from plugins.text.typesetting import sentence_case

Record = dict[str, Any]

# (list, first letter of its ids, entries at least and at most), as real minutes have.
_LISTS = (
    ("constats", "c", 5, 20), ("questions", "q", 5, 14), ("propositions", "p", 5, 14), ("suites", "s", 5, 12),
    ("vigilance", "v", 2, 6), ("pratiques", "r", 2, 6), ("chiffres", "n", 2, 5), ("plus_tard", "t", 1, 2),
)  # fmt: skip
_APPROVED = timedelta(days=12)
_CORRECTED_EVERY = 6
_THEMES = 5
# Those of whom a meeting speaks though they are not there.
_ABSENT = 8


@dataclass
class Told:
    """What the meetings of a run noted so far.

    Attributes:
        entries: by slug of a meeting, by list, its entries.
        last: by (list, theme, who), the last entry that may be replaced: its meeting and its id.
        themes: by slug of a meeting, its themes.
    """

    entries: dict[str, dict[str, list[Record]]] = field(default_factory=dict)
    last: dict[tuple[str, str, str], tuple[str, str]] = field(default_factory=dict)
    themes: dict[str, list[str]] = field(default_factory=dict)


def minutes(
    session: Session, rank: int, speakers: Speakers, told: Told, places: Sequence[str], chance: Random
) -> tuple[Record, str]:
    """The front matter of one meeting, and its text."""
    body = speakers.life.bodies[session.bodies[0]]
    head: Record = {
        "titre": f"{body} — {full_date(session.day)}",
        "date": session.day,
        "instance": session.bodies[0],
        "heure": "14:00",
    }
    if session.bodies[1:]:
        head["instances"] = list(session.bodies[1:])
    announced: Record = {"prochaine_reunion": {"date": session.announced}}
    if not session.held:
        head |= {"etat": session.state, "participants": []}
        if session.put_off_to:
            head["reportee_au"] = session.put_off_to
        return head | announced, "Les points prévus sont repris à la séance suivante.\n"
    table, away = speakers.table(session.day, chance)
    themes = chance.sample(list(THEMES), _THEMES)
    told.themes[session.slug] = themes
    present = [{"acteur": slug} for slug in table] + [{"acteur": slug, "qualite": "excuse"} for slug in away]
    lists = _lists(session, speakers, told, table, themes, places, chance)
    told.entries[session.slug] = lists
    head |= {"resume": f"On y parle de : {themes[0].lower()}, {themes[1].lower()}.", "participants": present, "themes": themes}
    if session.state != "tenue":
        head["etat"] = session.state
    head["compte_rendu"] = _publication(session, rank, lists, speakers)
    return head | lists | announced, _text(session, speakers, table, themes, places, chance)


def _publication(session: Session, rank: int, lists: dict[str, list[Record]], speakers: Speakers) -> Record:
    published = session.day + _APPROVED
    if speakers.life.sessions[-1].slug == session.slug:
        return {"etat": "brouillon", "publie_le": published}
    corrected = rank % _CORRECTED_EVERY == 2 and lists["chiffres"]
    note = {"date": published + timedelta(days=5), "texte": "On lisait 340 places ; il faut lire 34.", "passage": "n1"}
    return {"etat": "approuve", "publie_le": published} | ({"corrections": [note]} if corrected else {})


def _text(
    session: Session, speakers: Speakers, table: Sequence[str], themes: Sequence[str], places: Sequence[str], chance: Random
) -> str:
    target, count, parts = chance.randint(*speakers.life.pace.words), 0, ["## Les échanges, thème par thème"]
    away = [slug for slug in speakers.guests(session.day) if slug not in table]
    spoken_of = [*table, *chance.sample(away, min(_ABSENT, len(away)))]
    for turn in range(1, 100):
        for theme in themes:
            parts.append(f"### {theme}" + (f", tour {turn}" if turn > 1 else ""))
            for _ in range(chance.randint(3, 6)):
                slug = chance.choice(table)
                paragraph = said(speakers, slug, theme, session.day, spoken_of, places, chance)
                parts.append(f"::: parole {slug}\n{paragraph}\n:::")
                count += len(paragraph.split())
            if count >= target:
                return "\n\n".join(parts) + "\n"
    return "\n\n".join(parts) + "\n"


def _lists(
    session: Session,
    speakers: Speakers,
    told: Told,
    table: Sequence[str],
    themes: Sequence[str],
    places: Sequence[str],
    chance: Random,
) -> dict[str, list[Record]]:
    share = speakers.life.pace.share
    found: dict[str, list[Record]] = (
        {"decisions": _decisions(session, told, table, themes, chance)} if session.state == "tenue" else {}
    )
    for key, letter, least, most in _LISTS:
        count = max(1, round(chance.randint(least, most) * share))
        found[key] = []
        for rank in range(1, count + 1):
            theme, slug = chance.choice(themes), chance.choice(table)
            entry = {"id": f"{letter}{rank}", "theme": theme} | _entry(key, theme, slug, session, chance.choice(places), chance)
            if key in {"constats", "chiffres"} and rank == 1:
                _replacing(key, theme, slug, entry, session, told)
            found[key].append(entry)
    return found


def _entry(key: str, theme: str, slug: str, session: Session, place: str, chance: Random) -> Record:
    about = THEMES[theme]
    if key == "suites":
        due = session.day + timedelta(days=chance.choice((30, 60, 90, 180)))
        return {
            "porteurs": [slug],
            "texte": _at(chance.choice(about.proposals), place),
            "echeance": f"avant le {full_date(due)}",
            "date": due,
        }
    if key == "constats":
        return {"acteurs": [slug], "texte": _at(chance.choice(about.problems), place)}
    if key == "pratiques":
        return {"acteur": slug, "texte": _at(about.practice, place), "resultat": chance.choice(RESULTS)}
    if key == "chiffres":
        count = chance.choice((12, 48, 120, 340, 900))
        return {
            "acteur": slug,
            "texte": f"Personnes reçues à {place} en {session.day.year - 1}.",
            "valeur": str(count),
            "unite": "personnes",
        }
    if key == "questions":
        return {"acteur": slug, "texte": f"{about.question}, à {place} ?"}
    words = about.problems if key == "vigilance" else about.proposals
    return {"acteur": slug, "texte": _at(chance.choice(words), place)}


def _at(text: str, place: str) -> str:
    return f"{sentence_case(text)}, à {place}."


def _decisions(session: Session, told: Told, table: Sequence[str], themes: Sequence[str], chance: Random) -> list[Record]:
    """One that takes the place of the last one of its body, one that ends, voted in three ways."""
    votes = chance.choice(({"pour": 9, "contre": 1}, {"unanimite": True}, {"pour": 6, "contre": 3, "abstentions": 2}))
    lasting: Record = {
        "id": "d1",
        "texte": f"La règle commune, dans sa version du {full_date(session.day)}, est adoptée.",
        "voix": votes,
    }
    _replacing("decisions", "", session.bodies[0], lasting, session, told)
    ended = {
        "id": "d2", "theme": themes[0], "acteurs": [chance.choice(table)], "jusqu_au": session.day + timedelta(days=365),
        "texte": f"{sentence_case(THEMES[themes[0]].proposals[0])}, pendant un an.",
    }  # fmt: skip
    return [lasting, ended]


def _replacing(key: str, theme: str, who: str, entry: Record, session: Session, told: Told) -> None:
    older = told.last.get((key, theme, who))
    if older and older[0] != session.slug:
        entry["remplace"] = {"reunion": older[0], "id": older[1]}
    told.last[key, theme, who] = session.slug, entry["id"]
