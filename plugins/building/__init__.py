"""A content folder and settings → a published folder, replaced as a whole or not at all."""
