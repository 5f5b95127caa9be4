"""What happened in these years → what somebody may ask in time, each question with the pages that may stand first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.ageing.plan import Life, Session


def questions(life: Life) -> dict[str, tuple[str, ...]]:
    """Question → addresses of the pages that answer it, of which one is to stand first."""
    held = [one for one in life.sessions if one.held]
    cancelled = [one for one in life.sessions if one.state == "annulee"]
    put_off = [one for one in life.sessions if one.state == "reportee"]
    year = held[len(held) // 2].day.year
    then = [one for one in held if one.day.year == year]
    return {
        **dict.fromkeys(("dernière réunion", "dernier compte rendu"), _of(held[-1])),
        **dict.fromkeys((f"réunions de {year}", f"que s'est-il passé en {year}", f"que s'est-il dit en {year}"), _of(*then)),
        f"dernière réunion avant {then[-1].day.year + 1}": _of(then[-1]),
        **dict.fromkeys(("réunions annulées", "séance annulée"), _of(*cancelled)),
        "réunions reportées": _of(*put_off),
        f"ce qui s'est dit depuis {year}": _of(*(one for one in held if one.day.year >= year)),
        **dict.fromkeys(("prochaine réunion", "quand est la prochaine séance"), ("reunions/",)),
        **dict.fromkeys(
            (
                "questions sans réponse", "questions toujours ouvertes", "les questions qui attendent encore une réponse",
                "que reste-t-il à trancher", "qui doit faire quoi", "suites en retard", "ce qui est encore en retard",
                "tâches pas encore faites", "quoi de neuf", "nouveautés depuis la dernière réunion",
            ),
            ("suivi/",),
        ),
        **dict.fromkeys(("décisions en vigueur", "décisions encore valables", "décisions remplacées"), ("suivi/decisions/",)),
        **dict.fromkeys(
            ("associations fermées", "acteurs qui n'existent plus", "associations qui ont fermé"),
            tuple(f"acteurs/{slug}/" for slug in life.closed),
        ),
    }  # fmt: skip


def wrong_first(found: Mapping[str, list[str]], wanted: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The questions whose first page is not one of those that answer, with what stands first instead.

    Args:
        found: question → addresses, the best first, of those that were asked.
        wanted: question → addresses that may stand first.
    """
    return {question: found[question][:3] for question, pages in wanted.items() if not set(found[question][:1]) & set(pages)}


def _of(*sessions: Session) -> tuple[str, ...]:
    return tuple(f"reunions/{one.slug}/" for one in sessions)
