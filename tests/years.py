"""The tests' content after years of meetings, and what happened in them."""

from datetime import date
from pathlib import Path

from benchmarks.ageing import Life, Pace, age
from tests.sample import CONTENT, DAY

# Shorter minutes than real ones, so that a site is built in seconds; as many meetings, organisations and needs.
_PACE = Pace(words=(300, 700), share=0.5)


def write_years(folder: Path, years: int) -> Life:
    """Write the whole content, aged; `folder` is made."""
    return age(CONTENT, folder, years=years, day=date.fromisoformat(DAY), pace=_PACE)
