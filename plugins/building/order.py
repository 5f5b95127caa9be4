"""What a build is asked, and what came of it: all that a verb must know before it is known whether anything is to be built."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.diagnostics import Diagnostic, counted, errors, listing


@dataclass(frozen=True)
class Order:
    """What one build is asked to do.

    Attributes:
        root: the project's folder.
        content: the content folder, as typed: messages name files by it; None leaves it to the settings file.
        output: the published folder; None leaves it to the settings file.
        settings_file: pelicanconf.py or publishconf.py.
        assignments: `NAME=VALUE`, as typed after --set.
        day: the day of the build, as typed after --date; None leaves it to the settings file.
        publish: False only checks.
    """

    root: Path
    content: str | None
    output: Path | None
    settings_file: Path
    assignments: tuple[str, ...] = ()
    day: str | None = None
    publish: bool = True

    @property
    def given(self) -> dict[str, Any]:
        """The settings that have an option of their own."""
        given: dict[str, Any] = {}
        if self.content is not None:
            given |= {"PATH": os.path.realpath(self.content), "CONTENT_NAME": self.content}
        if self.output is not None:
            given["OUTPUT_PATH"] = str(Path.cwd() / self.output)
        if self.day is not None:
            given["BUILD_DATE"] = self.day
        return given


@dataclass(frozen=True)
class BuildOutcome:
    """What came of it.

    Attributes:
        diagnostics: all that is to be told.
        published: the folder that now is this build, as typed; empty when nothing was published.
        pages: how many it has.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    published: str = ""
    pages: int = 0


def report(outcome: BuildOutcome, seconds: float, *, publish: bool) -> int:
    """Write every diagnostic, then one sentence; give the exit code."""
    if outcome.diagnostics:
        sys.stderr.write(f"{listing(outcome.diagnostics)}\n")
    wrong = len(errors(set(outcome.diagnostics)))
    if wrong:
        count = counted(wrong, "erreur")
        sys.stderr.write(f"{count} ; rien n'est publié.\n" if publish else f"{count}.\n")
        return 1
    took = f"{seconds:.1f} s".replace(".", ",")
    made = f"{counted(outcome.pages, 'page construite')} en {took} dans {outcome.published}"
    sys.stdout.write(f"{made if outcome.published else 'Aucune erreur.'}\n")
    return 0
