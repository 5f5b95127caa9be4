"""A message and its place: what every room yields instead of raising."""

from plugins.diagnostics.diagnostic import Diagnostic, Place, Severity
from plugins.diagnostics.report import annotations, counted, errors, listing
from plugins.diagnostics.visible import shortened, visible

__all__ = ["Diagnostic", "Place", "Severity", "annotations", "counted", "errors", "listing", "shortened", "visible"]
