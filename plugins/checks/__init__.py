"""A built site → everything in it that a visitor, a browser or the law would object to."""
