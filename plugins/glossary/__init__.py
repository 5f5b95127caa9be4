"""Acronyms and terms of the texts → what they mean, one touch away."""
