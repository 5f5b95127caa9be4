"""The content as a living network: offers side by side, what is due for review, what came of each meeting, who is in."""
