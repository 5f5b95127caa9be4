"""Minutes written by somebody else (PDF, DOCX, ODT, HTML, TXT) → the draft of a meeting's page, to be proof-read."""
