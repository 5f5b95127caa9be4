"""The content as data for machines: feed, open data, JSON-LD, sitemap, redirections, header files."""
