"""What Pelican logged → diagnostics: its failures are quiet."""

from __future__ import annotations

import logging

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
