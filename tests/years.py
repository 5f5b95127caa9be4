"""The tests' content after years of meetings, and what happened in them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.ageing import Life, Pace, Session, age
from tests.sample import CONTENT, DAY

# Shorter minutes than real ones, so that a site is built in seconds; as many meetings, organisations and needs.
_PACE = Pace(words=(300, 700), share=0.5)


def write_years(folder: Path, years: int) -> Life:
    """Write the whole content, aged; `folder` is made."""
    return age(CONTENT, folder, years=years, day=date.fromisoformat(DAY), pace=_PACE)


@dataclass(frozen=True)
class Aged:
    """A built site, and what happened in its years."""

    site: Path
    life: Life

    @property
    def held(self) -> list[Session]:
        return [one for one in self.life.sessions if one.held]

    def met(self, body: str) -> list[Session]:
        return [one for one in self.life.sessions if body in one.bodies]

    def after(self, session: Session) -> Session:
        """The next one of its body."""
        own = [one for one in self.life.sessions if session.bodies[0] in one.bodies]
        return own[own.index(session) + 1]
