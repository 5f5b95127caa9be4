"""The frozen content of invented organisations on which tests stand: what the project itself publishes may change each day."""

from pathlib import Path

CONTENT = Path(__file__).parent / "theme/content"

# The day of the session's build: tests do not depend on the day on which they run.
DAY = "2026-11-25"
