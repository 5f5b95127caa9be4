"""The door of reading for `tasks.py`: every body of a content as HTML."""

from plugins.reading.rendering import render_all

__all__ = ["render_all"]
