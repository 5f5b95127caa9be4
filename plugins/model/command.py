"""The door of the model for `tasks.py`: read a folder, say what is wrong."""

from plugins.model.loading import load

__all__ = ["load"]
