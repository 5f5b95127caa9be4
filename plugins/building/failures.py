"""What Pelican logged or raised → diagnostics: its failures are quiet, and its tracebacks long."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from plugins.diagnostics import Diagnostic, Place


class Collector(logging.Handler):
    """Keeps every warning and error that is logged, each as an error: a published site has none."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.diagnostics: list[Diagnostic] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Called by `logging`."""
        message = " ".join(record.getMessage().split())
        cause = record.exc_info[1] if record.exc_info else None
        if cause is not None and str(cause) not in message:
            message += f" ({cause})"
        self.diagnostics.append(Place("Pelican", 0).error(message))


def of_exception(error: BaseException, root: Path, more: str = "") -> Diagnostic:
    """A sentence for an exception, at the last of our own lines that it went through.

    Args:
        error: what was raised.
        root: the project's folder, from which files are named.
        more: added to the sentence.
    """
    place = Place("Pelican", 0)
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(root) and ".venv" not in path.parts:
            place = Place(path.relative_to(root).as_posix(), frame.lineno or 0)
    name = getattr(error, "filename", None)
    if name and getattr(error, "lineno", None):  # Jinja's syntax errors know their own place
        path = Path(str(name))
        place = Place(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix(), error.lineno)  # type: ignore[attr-defined]
    return place.error(f"la construction s'est arrêtée ({type(error).__name__}) : {' '.join(str(error).split())}{more}")
