"""The alliance as a whole: who is in, whom it reaches, offers side by side, which sheets are due for review."""
