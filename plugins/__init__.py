"""The rooms of the house: each turns one thing into the next; `site.py` gives the order, `plugin.py` is the glue with Pelican."""
