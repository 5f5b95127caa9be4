"""Mentions of actors, persons and approach pages found in HTML, then written as links."""
