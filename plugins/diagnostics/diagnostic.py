"""Place + sentence → Diagnostic, an immutable value that sorts by file and line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plugins.diagnostics.visible import visible


class Severity(StrEnum):
    """How much a diagnostic matters: an error forbids publication, a warning asks for a look."""

    ERROR = "erreur"
    WARNING = "avertissement"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing to tell the editor.

    Attributes:
        path: the file, as the editor would type it (posix separators).
        line: line number, from 1; 0 when the whole file or folder is meant.
        severity: error or warning.
        message: a French sentence: what was read — what to write instead.
    """

    path: str
    line: int
    severity: Severity
    message: str

    def __str__(self) -> str:
        word = "avertissement : " if self.severity is Severity.WARNING else ""
        line = f":{self.line}" if self.line else ""
        return f"{visible(self.path)}{line}: {word}{visible(self.message)}"


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: a file and a line of it."""

    path: str
    line: int = 1

    def error(self, message: str) -> Diagnostic:
        """An error at this place, which forbids publication."""
        return Diagnostic(self.path, self.line, Severity.ERROR, message)

    def warning(self, message: str) -> Diagnostic:
        """A warning at this place, which does not stop the build."""
        return Diagnostic(self.path, self.line, Severity.WARNING, message)

    def at(self, line: int) -> Place:
        """The same file, another line."""
        return Place(self.path, line)
