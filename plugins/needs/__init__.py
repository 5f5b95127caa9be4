"""Needs and actors → answers side by side, in the order of the relay; who can help, and why."""
