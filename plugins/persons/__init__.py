"""The persons whom minutes name: found in every text and masked before anything else reads it."""
