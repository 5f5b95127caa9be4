"""Where each actor is spoken of, by whom and beside whom; what a meeting attributes to it."""
