"""A message and its place: what every room yields instead of raising."""

from plugins.diagnostics.diagnostic import Diagnostic, Place, Severity
from plugins.diagnostics.report import annotations, errors, listing

__all__ = ["Diagnostic", "Place", "Severity", "annotations", "errors", "listing"]
