"""Actors and approach pages, their names over time, and who spoke for whom at each meeting."""
