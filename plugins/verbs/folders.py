"""A content folder as a person types it, or none → the folder that a verb reads."""

from __future__ import annotations

import os


def content_of(given: str | None) -> str:
    """The content folder as typed, or the one of the settings for work."""
    from pelicanconf import PATH

    return (given or os.path.relpath(PATH)).rstrip("/") or "/"
