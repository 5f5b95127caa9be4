"""The address where errors are reported, a page and a reason → a link that opens a letter or an issue, already begun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from plugins.diagnostics import Diagnostic, Place
from plugins.text.public_address import contact_fault, shown

# What can be wrong, in the words of the person who reports it; the first is asked for where something is missing.
REASONS = {
    "manque": "Il manque une information",
    "contact": "Les coordonnées ne sont plus bonnes",
    "offre": "Ce que fait cet acteur a changé",
    "nom": "Le nom n'est pas le bon",
    "parole": "Une parole est mal rapportée",
    "source": "Une source ou un lien ne marche plus",
    "autre": "Autre chose",
}
_TEXT = """{reason} : {title}
{page}

À lire à la place :


Source :

(ne nommer personne : l'organisation suffit)
"""


@dataclass(frozen=True)
class Reporting:
    """Where errors of one site are reported.

    Attributes:
        address: CORRECTION_ADDRESS; empty when there is none.
        site: the site's public address; empty when it is not published.
    """

    address: str
    site: str = ""

    def link(self, title: str, page: str, reason: str) -> str:
        """The address of the link for one reason: a key of REASONS; empty without an address.

        Args:
            title: of the page.
            page: its address under the site's root.
            reason: a key of REASONS.
        """
        return report(self.address, reason, title, self._full(page)) if self.address else ""

    def links(self, title: str, page: str) -> tuple[Report, ...]:
        """All reasons, each with its link; none without an address."""
        return reports(self.address, title, self._full(page))

    def _full(self, page: str) -> str:
        return f"{self.site.rstrip('/')}/{page}"


@dataclass(frozen=True)
class Report:
    """One way to report: the reason in words, and the address of the link."""

    reason: str
    address: str


def check_address(address: str) -> Iterator[Diagnostic]:
    """CORRECTION_ADDRESS is empty, an e-mail address after `mailto:`, or a page of the web."""
    fault = contact_fault(address) if address else ""
    if fault:
        message = f"« {shown(address)} » : {fault} — écrire par exemple mailto:base@exemple.fr"
        yield Place("CORRECTION_ADDRESS", 0).error(message)


def report(address: str, reason: str, title: str, page: str) -> str:
    """The link's address.

    Args:
        address: where errors are reported: `mailto:…` (RFC 6068), the form for a new issue of a forge, or any page.
        reason: a key of REASONS.
        title: of the page that is reported.
        page: its address.

    Returns:
        The same address, with subject and text when it takes them; an empty text when there is no address.
    """
    subject = f"{title} : {REASONS[reason][0].lower()}{REASONS[reason][1:]}"
    text = _TEXT.format(title=title, page=page, reason=REASONS[reason])
    parts = urlsplit(address)
    if parts.scheme == "mailto":
        # Line ends in a mailto: are CRLF (RFC 6068, § 5).
        return _added(address, {"subject": subject, "body": text.replace("\n", "\r\n")})
    if parts.path.rstrip("/").endswith("/issues/new"):
        gitlab = "/-/" in parts.path
        names = ("issue[title]", "issue[description]") if gitlab else ("title", "body")
        return _added(address, dict(zip(names, (subject, text), strict=True)))
    return address


def reports(address: str, title: str, page: str) -> tuple[Report, ...]:
    """One link for each reason; a single one where the address takes no text; none without an address."""
    if not address:
        return ()
    links = tuple(Report(words, report(address, reason, title, page)) for reason, words in REASONS.items())
    return links if links[0].address != address else (Report("Signaler une erreur", address),)


def _added(address: str, values: dict[str, str]) -> str:
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in values.items())
    return f"{address}{'&' if '?' in address else '?'}{query}"
