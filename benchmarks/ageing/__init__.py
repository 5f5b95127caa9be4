"""A content folder → the same after years of meetings, all invented: what stood in it stays, what time brings is added."""

from benchmarks.ageing.ageing import age
from benchmarks.ageing.plan import Closed, Life, Pace, Session

__all__ = ["Closed", "Life", "Pace", "Session", "age"]
