"""Mentions of actors, persons and approach pages found in HTML, then written as links; where each page is spoken of, by whom and beside whom."""
