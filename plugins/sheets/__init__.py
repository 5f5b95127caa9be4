"""Needs and actors → relay sheets of one A5 page, in plain French, and the check that they are."""
