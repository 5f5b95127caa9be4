"""The rooms of the house: each turns one thing into the next; `site.py` gives the order, `plugin.py` is the glue with Pelican."""

import sys

# What Python compiles of our modules it keeps beside them, unless its user said otherwise: Invoke would have it forget, and each
# run of a verb would compile them all again.
sys.dont_write_bytecode = bool(sys.flags.dont_write_bytecode)
