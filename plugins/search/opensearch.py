"""A site's name and public address come in, the description that lets browsers search it goes out.

OpenSearch 1.1, draft 6: https://github.com/dewitt/opensearch. Addresses in it are whole, so a site that has no public
address has no description.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

FILE = "opensearch.xml"
# As the specification allows for a short name.
LONGEST_NAME = 16


def description(name: str, subtitle: str, address: str) -> str:
    """The file.

    Args:
        name: of the site.
        subtitle: one sentence.
        address: of the site's root, without a slash at the end.
    """
    search = quoteattr(f"{address}/recherche/?q={{searchTerms}}")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"  <ShortName>{escape(short(name))}</ShortName>\n"
        f"  <LongName>{escape(name[:48])}</LongName>\n"
        f"  <Description>{escape(subtitle)}</Description>\n"
        f'  <Url type="text/html" method="get" template={search}/>\n'
        "  <Language>fr</Language>\n"
        "  <InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    )


def short(name: str) -> str:
    """As many whole words as fit, the beginning of the first one at least."""
    words = name.split()
    while len(words) > 1 and len(" ".join(words)) > LONGEST_NAME:
        words.pop()
    return " ".join(words)[:LONGEST_NAME].rstrip(" ,;:")
