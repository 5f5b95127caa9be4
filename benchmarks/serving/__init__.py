"""A published folder behind a real nginx, and a crowd that asks for its files."""
