"""A content folder as a person types it, or none → the folder that a verb reads."""

from __future__ import annotations

import os


def content_of(given: str | None) -> str:
    """The content folder as typed, or the one of the settings for work.

    Raises:
        SystemExit: with a sentence, before anything is read or written in a content of a later format than this software's.
    """
    from pelicanconf import PATH
    from plugins.model.command import newer_format

    folder = (given or os.path.relpath(PATH)).rstrip("/") or "/"
    if told := newer_format(folder):
        raise SystemExit(told)
    return folder
