"""French text as data: folding, words, slugs, anchors, typographic spaces; imports nothing of ours."""
