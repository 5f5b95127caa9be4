"""A folder written aside → published in the place of the one that the same verb wrote before, whole or not at all."""
