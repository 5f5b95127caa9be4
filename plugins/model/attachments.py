"""An attached file → why it is not fit to be published: a browser would run it at the site's own address, its merge is not over.

A script that is served by the site acts as the site: it reads what visitors keep in it, and shows them what it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.diagnostics import Diagnostic, Place
from plugins.model.active_markup import markup_faults
from plugins.model.source_text import conflicts

# What browsers show as a page or run, what servers run, and what hides one of them. Sources: WHATWG « MIME Sniffing »,
# Apache's mime.types and mod_mime (every extension of a name counts: `x.html.fr`).
_RUN = frozenset(
    "html htm xhtml xht xhtm shtml shtm stm mhtml mht hta htc js mjs cjs jsx ts tsx wasm swf svgz xsl xslt xul mml "
    "php php3 php4 php5 php7 php8 phtml phar asp aspx asa jsp jspx cgi htaccess appcache webmanifest".split()
)
# Read whole: they may hold pages, scripts and style sheets, or only a drawing or data.
_MARKUP = frozenset("svg xml kml gpx rss atom rdf xsd gml".split())
_MOST_MARKUP = 5_000_000  # bytes
# A browser that was told nothing, or the wrong thing, reads this far to guess; source: WHATWG, same standard, 5.2.
_SNIFFED = 1445
_LOOKS_LIKE_MARKUP = re.compile(r"<(?:!doctype|!--|\?xml|\?php|[a-z][a-z0-9:-]*[\s/>])", re.IGNORECASE)


def check_attachment(path: Path, place: Place) -> Iterator[Diagnostic]:
    """Tell what would run in an attached file.

    Args:
        path: an ordinary file of a bounded size.
        place: its place, at line 1.
    """
    extensions = [part.strip().lower() for part in path.name.split(".")[1:]]
    active = next((part for part in extensions if part in _RUN or (part in _MARKUP and part != extensions[-1])), None)
    whole = Place(place.path, 0)
    if active == "svgz":
        yield whole.error("un dessin comprimé (.svgz) ne peut pas être vérifié — le joindre en .svg, ou en .png")
    elif active:
        yield whole.error(f"un navigateur ou un serveur exécuterait ce fichier (« .{active} ») — le joindre en PDF, ou l'enlever")
    elif extensions and extensions[-1] in _MARKUP:
        if path.stat().st_size > _MOST_MARKUP:
            yield whole.error("dessin ou données de plus de 5 Mo — les simplifier, ou les joindre dans un .zip")
        else:
            yield from markup_faults(path.read_bytes(), place)
    elif _LOOKS_LIKE_MARKUP.match(beginning := _beginning(path)):
        yield place.error("ce fichier contient du HTML ou du XML sous un autre nom — le joindre en PDF, ou l'enlever")
    elif "\0" not in beginning and path.stat().st_size <= _MOST_MARKUP:
        yield from conflicts(path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n"), place)


def _beginning(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(_SNIFFED)
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return data.decode(encoding, errors="ignore").lstrip("\x00 \t\r\n\f\ufeff")
