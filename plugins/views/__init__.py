"""What each template shows: one frozen view a kind of page, its fields under the names by which templates know them."""
