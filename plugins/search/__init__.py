"""French search: pages and their HTML come in, an index that lunr.js queries in pieces goes out."""
