"""What time brings beside minutes: outcomes, needs, steps of the road map, organisations, terms, places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import product
from random import Random
from typing import Any

from benchmarks.ageing.minutes import Record, Told
from benchmarks.ageing.plan import Life, Session
from benchmarks.ageing.speaking import Speakers
from benchmarks.ageing.words import ANSWERS, ASKED, DEFINITIONS, KINDS, OFFERS, TERMS, THEMES, THINGS
from plugins.model.content import Content
from plugins.text.labels import codes
from plugins.text.slugs import slugify
from plugins.text.typesetting import sentence_case

# What an entry becomes: (state, how often), for each list; what is left stays open.
_OUTCOMES = {
    "questions": (("repondue", 0.55), ("retiree", 0.04), ("caduque", 0.03), ("reportee", 0.06)),
    "propositions": (("retenue", 0.35), ("ecartee", 0.1), ("reportee", 0.05)),
    "suites": (("fait", 0.6), ("abandonne", 0.05), ("suspendu", 0.03), ("renvoye", 0.03), ("en-cours", 0.05)),
}
_REOPENED_EVERY = 40
_PUBLICS = codes("public")
_PROGRESS = ("proposee", "travaillee", "soumise", "validee", "en-place")
# Of the steps of a year, by its rank, the one that a step of the next year replaces.
_REPLACED = 3
_STOPS = ("abandonnee", "suspendue")


def outcomes(life: Life, told: Told, chance: Random) -> Iterator[Record]:
    """What a later meeting of the same body says of an entry."""
    count = 0
    for rank, session in enumerate(life.sessions):
        later = [
            one for one in life.sessions[rank + 1 :] if one.held and one.bodies[0] == session.bodies[0] and one.day > session.day
        ][:4]
        for key, entries in told.entries.get(session.slug, {}).items():
            for entry in entries:
                state = _drawn(_OUTCOMES.get(key, ()), chance)
                if not state or not later:
                    continue
                teller = chance.choice(later)
                count += 1
                change = {"reunion": session.slug, "id": entry["id"], "date": teller.day, "devient": state}
                yield change | {"par": {"reunion": teller.slug, "passage": "c1"}}
                if key == "questions" and count % _REOPENED_EVERY == 0 and later[-1].day > teller.day:
                    yield change | {"date": later[-1].day, "devient": "rouverte"}


def _drawn(states: Sequence[tuple[str, float]], chance: Random) -> str:
    drawn = chance.random()
    for state, share in states:
        drawn -= share
        if drawn < 0:
            return state
    return ""


def actors(content: Content, life: Life, chance: Random) -> Iterator[tuple[str, Record, str]]:
    """Slug, front matter and text of each organisation that came, and of the bodies that the folder lacked."""
    families = sorted(content.families)
    towns = [one.slug for one in content.territories]
    for slug in life.new_bodies:
        head = {"titre": life.bodies[slug], "famille": families[0], "nature": "instance", "role": "coordination"}
        yield slug, head | {"resume": "Ce groupe se réunit.", "statut": "amorce", "verifie_le": life.day}, ""
    for slug, one in life.actors.items():
        _, role, summary = KINDS[one.kind]
        head = {"titre": one.name}
        if one.former:
            old, day = one.former
            head["noms_successifs"] = [{"nom": old, "jusqu_au": day - timedelta(days=1)}, {"nom": one.name, "depuis": day}]
            head["redirections"] = [f"/acteurs/{slugify(old)}/"]
        head |= {"famille": families[one.kind % len(families)], "nature": "institution", "role": role, "resume": summary}
        head["publics"] = chance.sample(_PUBLICS, 2)
        head["territoires"] = [chance.choice([*towns, *(slugify(name) for name in life.places)])] if towns or life.places else []
        if closed := life.closed.get(slug):
            head["fin"] = {"date": closed.day, "motif": closed.reason} | ({"suite": closed.heir} if closed.heir else {})
        else:
            head["offre"] = {key: chance.choice(texts) for key, texts in OFFERS.items() if chance.random() < 0.45}
            head["contact"] = {"site": f"https://exemple.fr/{slug}"}
        checked = max(one.since, life.day - timedelta(days=chance.choice((20, 200, 500, 900))))
        head |= {"statut": chance.choice(("amorce", "relue", "validee")), "verifie_le": min(checked, life.day)}
        yield slug, head, "## Son rôle\n\nIl se tient près des habitants.\n\n## Ce qui manque\n\nSes horaires.\n"


def needs(content: Content, life: Life, told: Told, speakers: Speakers, chance: Random) -> Iterator[tuple[str, Record, str]]:
    """What residents ask that they did not; those who answer are there today."""
    asked = [f"{verb} {thing}" for verb, thing in product(ASKED, THINGS)]
    asked = [title for title in asked if slugify(title) not in content.needs]
    chance.shuffle(asked)
    known = list(told.entries)
    able = [slug for slug in [*speakers.core(life.day), *life.actors] if slug not in life.closed]
    for rank, title in enumerate(asked[: life.years * life.pace.needs]):
        meeting = known[rank * len(known) // (life.years * life.pace.needs)]
        day = next(one.day for one in life.sessions if one.slug == meeting)
        answering = chance.sample(able, min(4, len(able)))
        head = {
            "titre": title, "resume": "Voici qui peut aider, en commençant près de chez vous.", "ordre": 500 + rank,
            "publics": [chance.choice(_PUBLICS)], "origine": [{"reunion": meeting, "id": "c1"}],
            "reponses": [
                {"acteur": slug, "texte": chance.choice(ANSWERS), "repondu_le": min(day + timedelta(days=30), life.day), "source": {"reunion": meeting, "id": "c1"}}
                for slug in answering
            ],
            "attendus": [slug for slug in speakers.core(life.day)[:2] if slug not in answering],
        }  # fmt: skip
        yield slugify(title), head, "## Pourquoi ce besoin\n\nOn en a parlé plusieurs fois.\n"


def steps(content: Content, life: Life, told: Told, speakers: Speakers, chance: Random) -> Iterator[tuple[str, Record, str]]:
    """Actions that meetings proposed, as far as they went; each year one stops, and one takes the place of an older one."""
    axes = sorted(slug for slug, one in content.steps.items() if one.record.nature == "axe")
    if not axes:
        axes = ["tenir-parole"]
        yield "tenir-parole", {"titre": "Tenir parole", "nature": "axe", "resume": "Faire ce qui a été dit."}, ""
    sessions = [one for one in life.sessions if one.slug in told.entries]
    titles = [sentence_case(text) for theme in THEMES.values() for text in theme.proposals]
    written: list[str] = []
    count = life.years * life.pace.steps
    for rank in range(count):
        start, last = (one * len(sessions) // count for one in (rank, rank + life.pace.steps))
        replaced = rank % life.pace.steps == _REPLACED and rank + life.pace.steps < count
        history = _history(sessions[start : last if replaced else None], stops=rank % life.pace.steps == 1, chance=chance)
        if replaced:
            history.append({"date": sessions[last].day, "avancement": "remplacee", "reunion": sessions[last].slug})
        title = titles[rank % len(titles)] + (f", saison {rank // len(titles) + 1}" if rank >= len(titles) else "")
        head = {
            "titre": title,
            "nature": "action",
            "axe": axes[rank % len(axes)],
            "porteurs": [chance.choice(speakers.core(life.day))],
        }
        head |= {
            "origine": [{"reunion": sessions[start].slug, "id": "p1"}],
            "avancement": history[-1]["avancement"],
            "historique": history,
        }
        head["date"] = sessions[start].day + timedelta(days=400)
        if rank % life.pace.steps == _REPLACED and len(written) >= life.pace.steps:
            head["remplace"] = [written[-life.pace.steps]]
        written.append(slugify(title))
        yield written[-1], head, "Cette action est née d'une réunion.\n"


def _history(sessions: Sequence[Session], *, stops: bool, chance: Random) -> list[Record]:
    reached = sorted(
        {session.day: session for session in chance.sample(sessions[1:], min(len(sessions) - 1, chance.randint(0, 4)))}.items()
    )
    states = [*zip([sessions[0].day, *(day for day, _ in reached)], _PROGRESS, strict=False)]
    tellers = [sessions[0], *(session for _, session in reached)]
    history: list[Record] = [
        {"date": day, "avancement": state, "reunion": teller.slug} for (day, state), teller in zip(states, tellers, strict=True)
    ]
    if stops and len(history) > 1:
        history[-1] |= {"avancement": chance.choice(_STOPS), "motif": "Les moyens manquent."}
    return history


def terms(content: Content, life: Life, chance: Random) -> list[Record]:
    """Acronyms that nobody uses yet."""
    known = {one.sigle or one.terme for one in content.glossary}
    found: dict[str, Record] = {}
    for words in sorted(product(*TERMS), key=lambda _: chance.random()):
        acronym = (
            "".join(word.partition("'")[2][:1] or word.partition(" ")[2][:1] or word[0] for word in words).upper()
            + words[0][1].upper()
        )
        if acronym.isascii() and acronym not in known and acronym not in found:
            found[acronym] = {"terme": " ".join(words), "sigle": acronym, "definition": chance.choice(DEFINITIONS)}
    return list(found.values())[: life.years * life.pace.terms]


def places(content: Content, life: Life) -> list[dict[str, Any]]:
    """Towns of which nobody spoke before; in the widest place that the folder knows."""
    around = next(
        (one.slug for level in ("departement", "region", "pays") for one in content.territories if one.niveau == level), None
    )
    found: list[dict[str, Any]] = [
        {"slug": slugify(name), "nom": name, "niveau": "commune"} | ({"dans": around} if around else {}) for name in life.places
    ]
    for rank in range(2, len(found), 3):  # one a year joins its neighbour
        found[rank]["fin"] = {
            "date": life.day - timedelta(days=100 + 365 * (rank // 3)),
            "suite": found[rank - 1]["slug"],
            "motif": "Commune nouvelle.",
        }
    return found
