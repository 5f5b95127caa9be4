"""The frozen content of invented organisations on which tests stand: what the project itself publishes may change each day."""

from pathlib import Path

CONTENT = Path(__file__).parent / "theme/content"

# The day of the session's build: tests do not depend on the day on which they run.
DAY = "2026-11-25"

# What a publication asks for.
ADDRESS = "https://exemple.invalid/alliance"
PUBLISHER = {
    "ALLIANCE_ADRESSE": ADDRESS,
    "ALLIANCE_EDITEUR": "Une association",
    "ALLIANCE_DIRECTION": "Sa présidence",
    "ALLIANCE_HEBERGEUR": "Un hébergeur",
    "ALLIANCE_CONTACT": "mailto:base@exemple.fr",
}
