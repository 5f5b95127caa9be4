"""Actors and approach pages, their names over time, the people of each meeting; names of persons masked before all else."""
