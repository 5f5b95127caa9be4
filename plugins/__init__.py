"""The rooms of the house: each turns one thing into the next; `pelicanconf.PLUGINS` gives the order."""
