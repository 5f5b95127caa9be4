"""`inv age`: write a content folder as it may be after years."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from benchmarks.ageing import age
from plugins.diagnostics import counted


def main() -> int:
    """Read the options, refuse what cannot be, write the folder, say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("content", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--date", default="")
    asked = parser.parse_args()
    return _refused(asked.content, asked.output, asked.years) or _write(
        asked.content, asked.output, asked.years, asked.seed, asked.date
    )


def _refused(content: Path, output: Path, years: int) -> int:
    wrong = ""
    if not content.is_dir():
        wrong = f"{content} : ce dossier n'existe pas — vérifier le chemin donné à --content"
    elif output.exists():
        wrong = f"{output} : ce dossier existe déjà — en nommer un autre, ou l'effacer"
    elif output.resolve().is_relative_to(content.resolve()):
        wrong = f"{output} : ce dossier est dans celui que l'on vieillit — en nommer un autre"
    elif years not in range(1, 21):
        wrong = f"--years : « {years} » — de 1 à 20 ans"
    if wrong:
        print(wrong, file=sys.stderr)
    return int(bool(wrong))


def _write(content: Path, output: Path, years: int, seed: int, day: str) -> int:
    try:
        until = date.fromisoformat(day) if day else date.today()  # noqa: DTZ011 — the day of the person who asks
    except ValueError:
        print(f"--date : « {day} » n'est pas une date — écrire par exemple 2026-03-12", file=sys.stderr)
        return 1
    life = age(content, output, years=years, day=until, seed=seed)
    added = ", ".join(
        (counted(len(life.sessions), "réunion"), counted(len(life.actors), "acteur"), f"dont {len(life.closed)} fermés ou réunis")
    )
    print(f"{added} de plus dans {output}, jusqu'au {until}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
